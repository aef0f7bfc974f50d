"""Rows that document tables hold after a run: those that stay, and those of the run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from warehouse.queries import query_published
from warehouse.tables import TABLES_BY_NAME
from warehouse.tables.duplicates import SIGNATURES
from warehouse.tables.entities import DOCUMENT_ENTITIES, ENTITY_MENTIONS
from warehouse.tables.raw import DOCUMENTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tasks.plan import RunPlan
    from tasks.runs import RunContext
    from tasks.validate import ValidatedPart

MENTION_COLUMNS = (*ENTITY_MENTIONS.key, "entity_index", "entity_id")


def all_signatures(run: RunContext, plan: RunPlan, parts: list[ValidatedPart]) -> pl.DataFrame:
    """Return the signatures of all documents after the run, with their day of publication."""
    published = ["document_id", "published_on"]
    documents = all_rows(run, plan, parts, DOCUMENTS.qualified_name, published)
    signatures = all_rows(run, plan, parts, SIGNATURES.qualified_name)
    return signatures.join(documents, on="document_id", how="inner")


def all_mentions(run: RunContext, plan: RunPlan, parts: list[ValidatedPart]) -> pl.DataFrame:
    """Return place and entity of all mentions after the run, with the entities as they were."""
    return all_rows(run, plan, parts, ENTITY_MENTIONS.qualified_name, MENTION_COLUMNS)


def all_rows(
    run: RunContext,
    plan: RunPlan,
    parts: list[ValidatedPart],
    name: str,
    columns: Sequence[str] | None = None,
) -> pl.DataFrame:
    """Return the rows that a document table holds after the run, sorted by key.

    Args:
        run: Run whose warehouse holds the rows that stay.
        plan: Plan of the run.
        parts: Accepted rows of the run.
        name: Qualified name of the table.
        columns: Columns to read, its key among them; all by default.
    """
    table = TABLES_BY_NAME[name]
    schema = pl.Schema({key: table.polars_schema[key] for key in columns or table.column_names})
    frames = [
        pl.read_parquet(part.folder / f"{name}.parquet", columns=schema.names()) for part in parts
    ]
    frames.append(kept_rows(run, plan, name, schema))
    rows = [frame.select(schema.names()).cast(schema) for frame in frames]
    return pl.concat([schema.to_frame(), *rows]).sort(table.key)


def kept_rows(run: RunContext, plan: RunPlan, name: str, schema: pl.Schema) -> pl.DataFrame:
    """Return the rows of documents that stay and are not read again."""
    changes = plan.changes
    gone = [*changes.removed_document_ids, *changes.replaced_document_ids]
    if plan.known.documents.height <= len(gone):
        return schema.to_frame()
    names = ", ".join(schema.names())
    kept = query_published(run.warehouse, f"select {names} from {name}")  # noqa: S608 - ours
    return kept.filter(~pl.col("document_id").is_in(gone))


def known_entities(run: RunContext) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return mentions (place and entity_id) and entities (id and name) before the run.

    Both are empty where no warehouse of the running contract is published.
    """
    mentions = {key: ENTITY_MENTIONS.polars_schema[key] for key in ENTITY_MENTIONS.key}
    mentions["entity_id"] = pl.String()
    names = {"entity_id": pl.String(), "entity_name": pl.String()}
    if run.store.published() is None or run.store.needs_rebuild():
        return pl.DataFrame(schema=mentions), pl.DataFrame(schema=names)
    keys = ", ".join(mentions)
    before = query_published(run.warehouse, f"select {keys} from core.entity_mentions")  # noqa: S608 - ours
    old = query_published(run.warehouse, "select entity_id, entity_name from core.entities")
    return before.cast(pl.Schema(mentions)), old.cast(pl.Schema(names))


def kept_things(run: RunContext, plan: RunPlan) -> pl.DataFrame:
    """Return the rows of core.document_entities of documents that stay and are not read again."""
    name = DOCUMENT_ENTITIES.qualified_name
    schema = DOCUMENT_ENTITIES.polars_schema
    return kept_rows(run, plan, name, schema).cast(schema)
