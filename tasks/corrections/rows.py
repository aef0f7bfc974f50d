"""What a run holds of single documents after all its other steps: the ground of decisions."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import polars as pl

from expectations.measures.days import day_of_run
from tasks.corrections.anchors import Files
from tasks.corrections.ground import Ground
from tasks.corrections.judging import needed_frames
from tasks.corrections.overlays import OVERLAYS
from tasks.resolution.references import relink_frame
from warehouse.entity_links import entity_links
from warehouse.queries import query_published
from warehouse.tables import DOCUMENT_TABLES, TABLES_BY_NAME
from warehouse.tables.entities import DOCUMENT_ENTITIES, ENTITIES
from warehouse.tables.raw import DOCUMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tasks.plan import RunPlan
    from tasks.resolution.entities import Resolution
    from tasks.runs import RunContext
    from tasks.validate import ValidatedPart
    from warehouse.contract import Table

READ_BY_ALL = (DOCUMENTS.qualified_name, "core.sentences", DOCUMENT_ENTITIES.qualified_name)


def ground_of(
    run: RunContext,
    plan: RunPlan,
    parts: Sequence[ValidatedPart],
    resolution: Resolution,
    files: Files,
) -> Ground:
    """Return the rows of the documents that decisions name.

    Args:
        run: The run.
        plan: What it changes.
        parts: Its accepted rows on disk, settled.
        resolution: Entities of all documents.
        files: Paths and documents after the run.
    """
    named = run.corrections["document_id"].drop_nulls().unique().sort()
    wanted = [document_id for document_id in named if document_id in files.document_ids]
    frames = {
        table.qualified_name: document_rows(run, plan, parts, table, wanted)
        for table in tables_read()
    }
    linked = {
        name: relink_frame(TABLES_BY_NAME[name], frame, resolution.document_entities)
        if entity_links(TABLES_BY_NAME[name])
        else frame
        for name, frame in frames.items()
    }
    return Ground(
        frames={**linked, ENTITIES.qualified_name: resolution.entities},
        files=files,
        run_on=day_of_run(run.run_id),
    )


def tables_read() -> Iterator[Table]:
    """Yield the tables of documents that decisions, and the rules on corrected rows, look at."""
    names = {*READ_BY_ALL, *(overlay.table.qualified_name for overlay in OVERLAYS)}
    for overlay in OVERLAYS:
        names |= needed_frames(overlay.table)
    yield from (table for table in (DOCUMENTS, *DOCUMENT_TABLES) if table.qualified_name in names)


def document_rows(
    run: RunContext,
    plan: RunPlan,
    parts: Sequence[ValidatedPart],
    table: Table,
    document_ids: Sequence[str],
) -> pl.DataFrame:
    """Return the rows of a table that some documents have after the run, sorted by key."""
    name, schema = table.qualified_name, table.polars_schema
    frames = [
        pl.scan_parquet(part.folder / f"{name}.parquet")
        .filter(pl.col("document_id").is_in(document_ids))
        .select(table.column_names)
        .collect()
        for part in parts
        if document_ids
    ]
    gone = {*plan.changes.removed_document_ids, *plan.changes.replaced_document_ids}
    kept = sorted({*document_ids} & {*plan.known.documents["document_id"]} - gone)
    if kept:
        columns = ", ".join(f'"{column}"' for column in table.column_names)
        sql = f"select {columns} from {name} where document_id in (select unnest($1))"  # noqa: S608 - ours
        frames.append(query_published(run.warehouse, sql, [kept]))
    return pl.concat([schema.to_frame(), *(frame.cast(schema) for frame in frames)]).sort(table.key)


def files_of(document_files: pl.DataFrame) -> Files:
    """Return which documents stand at which path.

    Args:
        document_files: All rows of raw.document_files after the run.
    """
    by_path: dict[str, list[str]] = defaultdict(list)
    rows = document_files.select("path", "document_id").unique().sort("path", "document_id")
    for path, document_id in rows.iter_rows():
        by_path[path].append(document_id)
    return Files(by_path=by_path, document_ids=frozenset(document_files["document_id"]))
