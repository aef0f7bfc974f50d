"""Node ``resolve``: accepted mentions of all documents to entities, and the last gates.

Entities stand over all documents, so they are built anew in every run from the mentions that the
warehouse keeps and those that were accepted now; the order of runs does not matter.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl
from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.progress import stage
from tasks.runs import RefusedRun
from tasks.staging import write_frames
from tasks.validate import without_values
from warehouse.errors import GateError
from warehouse.queries import query_published
from warehouse.tables import TABLES_BY_NAME
from warehouse.tables.core import ENTITIES, WHOLE_TABLES
from warehouse.tables.duplicates import NEAR_DUPLICATES, SIGNATURES
from warehouse.tables.raw import DOCUMENT_FILES, DOCUMENTS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from expectations.validated import Validated
    from tasks.plan import RunPlan
    from tasks.runs import RunContext
    from tasks.validate import ValidatedPart

MENTIONS: Final = "core.entity_mentions"
ENTITY_USERS: Final = (MENTIONS, "core.figures", "core.quotes")
MIN_REJECTED: Final = 10
"""Fewer refused rows of a table never stop a run: in a small run one row is a large share."""


@dataclass(frozen=True, kw_only=True)
class Resolved:
    """Everything that the load needs; ``ledger`` holds key columns only of accepted rows.

    Attributes:
        whole_frames: Rows of the tables over all documents after the run, by qualified name.
        document_files: Rows of ``raw.document_files`` of ``replaced_sources`` after the run.
        replaced_sources: Sources whose rows of ``raw.document_files`` are replaced.
        folders: Folders of accepted rows, one Parquet file per table.
        ledger: What was refused and judged, over all tables.
    """

    whole_frames: dict[str, pl.DataFrame]
    document_files: pl.DataFrame
    replaced_sources: list[str]
    folders: list[Path]
    ledger: Validated


@task(name="resolve", cache_policy=NO_CACHE)
def resolve_entities(run: RunContext, plan: RunPlan, parts: list[ValidatedPart]) -> Resolved:
    """Build the entities, refuse what refers to none, and judge the run as a whole.

    Raises:
        GateError: If too large a share of a table was refused; the error carries the ledger.
    """
    from expectations.runner import validate_frames  # noqa: PLC0415 - imports great_expectations
    from expectations.validated import combine_validated  # noqa: PLC0415 - as above
    from tasks.resolution.entities import build_entities  # noqa: PLC0415 - beside its only use
    from tasks.resolution.near_duplicates import (  # noqa: PLC0415 - as above
        group_near_duplicates,
    )

    with stage("resolve"):
        entities = build_entities(all_rows(run, plan, parts, MENTIONS))
        copies = group_near_duplicates(all_signatures(run, plan, parts))
        ledgers = [settle_part(run, part, entities) for part in parts]
        sources, files = files_after(plan, ledgers)
        tables = {
            ENTITIES.qualified_name: entities,
            NEAR_DUPLICATES.qualified_name: copies,
            DOCUMENT_FILES.qualified_name: files,
        }
        judged = [validate_frames({name: rows}, run_id=run.run_id) for name, rows in tables.items()]
        ledger = combine_validated([*ledgers, *map(without_values, judged)])
    check_share(ledger, run.max_rejected_share)
    accepted = {name: rows for one in judged for name, rows in one.accepted.items()}
    return Resolved(
        whole_frames={
            table.qualified_name: accepted[table.qualified_name] for table in WHOLE_TABLES
        },
        document_files=accepted[DOCUMENT_FILES.qualified_name],
        replaced_sources=sources,
        folders=[part.folder for part in parts],
        ledger=ledger,
    )


def check_share(ledger: Validated, max_share: float) -> None:
    """Stop a run that would lose too large a share of a table.

    Raises:
        RefusedRun: Naming the tables; it carries the ledger.
    """
    from expectations.validated import check_rejected_share  # noqa: PLC0415 - see above

    try:
        check_rejected_share(ledger, max_share, min_rejected=MIN_REJECTED)
    except GateError as error:
        raise RefusedRun(str(error), ledger) from error


def all_signatures(run: RunContext, plan: RunPlan, parts: list[ValidatedPart]) -> pl.DataFrame:
    """Return the signatures of all documents after the run, with their day of publication."""
    published = ["document_id", "published_on"]
    documents = all_rows(run, plan, parts, DOCUMENTS.qualified_name, published)
    signatures = all_rows(run, plan, parts, SIGNATURES.qualified_name)
    return signatures.join(documents, on="document_id", how="inner")


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
    changes = plan.changes
    gone = [*changes.removed_document_ids, *changes.replaced_document_ids]
    if plan.known.documents.height > len(gone):
        names = ", ".join(schema.names())
        kept = query_published(run.warehouse, f"select {names} from {name}")  # noqa: S608 - ours
        frames.append(kept.filter(~pl.col("document_id").is_in(gone)))
    rows = [frame.select(schema.names()).cast(schema) for frame in frames]
    return pl.concat([schema.to_frame(), *rows]).sort(table.key)


def settle_part(run: RunContext, part: ValidatedPart, entities: pl.DataFrame) -> Validated:
    """Refuse accepted rows that refer to no entity, on disk too, and return the part's ledger."""
    from dataclasses import replace  # noqa: PLC0415 - beside its only use

    from expectations.settlement import drop_orphans  # noqa: PLC0415 - imports great_expectations

    files = {name: part.folder / f"{name}.parquet" for name in ENTITY_USERS}
    users = {name: pl.read_parquet(file) for name, file in files.items()}
    whole = replace(part.ledger, accepted=users)
    settled = drop_orphans(whole, {"core.entities": entities}, run_id=run.run_id)
    if settled.rejected_rows.height > part.ledger.rejected_rows.height:
        write_frames(settled.accepted, part.folder)
    keys = without_values(settled).accepted
    return replace(settled, accepted={**part.ledger.accepted, **keys})


def files_after(plan: RunPlan, ledgers: list[Validated]) -> tuple[list[str], pl.DataFrame]:
    """Return the sources to replace and their rows of ``raw.document_files``.

    A refused document takes its rows with it, in whichever source they are, so that the next run
    tries its files again.
    """
    changes = plan.changes
    accepted = {
        document_id
        for ledger in ledgers
        for document_id in ledger.accepted["raw.documents"]["document_id"]
    }
    refused = sorted(set(changes.documents_to_extract) - accepted)
    kept = plan.known.document_files.filter(~pl.col("source").is_in(changes.replaced_sources))
    touched = kept.filter(pl.col("document_id").is_in(refused))["source"].unique().to_list()
    files = pl.concat([changes.document_files, kept.filter(pl.col("source").is_in(touched))])
    sources = sorted({*changes.replaced_sources, *touched})
    return sources, files.filter(~pl.col("document_id").is_in(refused))
