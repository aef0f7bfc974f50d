"""Node ``resolve``: accepted mentions of all documents to entities, and the last gates.

Entities stand over all documents, so they are built anew in every run from the mentions that the
warehouse keeps and those that were accepted now; the order of runs does not matter.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import polars as pl
from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.document_rows import (
    all_mentions,
    all_rows,
    all_signatures,
    kept_things,
    known_entities,
)
from tasks.progress import stage
from tasks.resolution.references import RESOLVED_KEY, changed_links, relink_frame
from tasks.runs import RefusedRun
from tasks.staging import write_frames
from tasks.validate import without_values
from tasks.whole_tables import frames_beside, judge_whole_tables
from warehouse.entity_links import LINKED_TABLES
from warehouse.errors import GateError
from warehouse.tables.core import WHOLE_TABLES
from warehouse.tables.duplicates import NEAR_DUPLICATES
from warehouse.tables.entities import DOCUMENT_ENTITIES, ENTITIES, ENTITY_MENTIONS
from warehouse.tables.raw import DOCUMENT_FILES

if TYPE_CHECKING:
    from pathlib import Path

    from expectations.validated import Validated
    from tasks.corrections.anchors import Files
    from tasks.corrections.outcomes import Outcome
    from tasks.plan import RunPlan
    from tasks.resolution.entities import Resolution
    from tasks.runs import RunContext
    from tasks.validate import ValidatedPart


@dataclass(frozen=True, kw_only=True)
class Resolved:
    """Everything that the load needs; ``ledger`` holds key columns only of accepted rows.

    Attributes:
        whole_frames: Rows of the tables over all documents after the run, by qualified name.
        document_files: Rows of ``raw.document_files`` of ``replaced_sources`` after the run.
        replaced_sources: Sources whose rows of ``raw.document_files`` are replaced.
        folders: Folders of accepted rows, one Parquet file per table.
        corrections: Rows of ``ref.corrections`` that were applied.
        changed_links: Things of documents that stay and are another entity now.
        entity_changes: Rows of ``ops.entity_changes`` without their run.
        ledger: What was refused and judged, over all tables.
    """

    whole_frames: dict[str, pl.DataFrame]
    document_files: pl.DataFrame
    replaced_sources: list[str]
    folders: list[Path]
    corrections: pl.DataFrame
    changed_links: pl.DataFrame
    entity_changes: pl.DataFrame
    ledger: Validated


@task(name="resolve", cache_policy=NO_CACHE)
def resolve_run(run: RunContext, plan: RunPlan, parts: list[ValidatedPart]) -> Resolved:
    """Resolve the entities, refuse what refers to none, and judge the run as a whole.

    Raises:
        GateError: If too large a share of a table was refused; the error carries the ledger.
    """
    from expectations.validated import combine_validated  # noqa: PLC0415 - imports great_expectations
    from tasks.corrections.rows import files_of  # noqa: PLC0415 - as above
    from tasks.corrections.run import correct_run  # noqa: PLC0415 - as above
    from tasks.resolution.near_duplicates import (  # noqa: PLC0415 - as above
        group_near_duplicates,
    )

    with stage("resolve"):
        sources, files = files_after(plan, [part.ledger for part in parts])
        paths = files_of(all_files(plan, sources, files))
        settled = settle_entities(run, plan, parts, paths)
        copies = group_near_duplicates(all_signatures(run, plan, parts))
        ledgers = [settle_part(run, part, settled.resolution) for part in parts]
        decided = correct_run(
            run, plan, parts, settled.resolution, files=paths, outcomes=settled.outcomes
        )
        tables = {
            ENTITIES.qualified_name: settled.resolution.entities,
            NEAR_DUPLICATES.qualified_name: copies,
            DOCUMENT_FILES.qualified_name: files,
            **decided.frames,
        }
        beside = frames_beside(run, plan, parts, settled.resolution, settled.mentions)
        judged = judge_whole_tables(run, tables, {**beside, **decided.beside})
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
        corrections=run.corrections,
        changed_links=settled.changed_links,
        entity_changes=settled.changes,
        ledger=ledger,
    )


def check_share(ledger: Validated, max_share: float | None) -> None:
    """Stop a run that would lose too large a share of a table.

    Raises:
        RefusedRun: Naming the tables; it carries the ledger.
    """
    from expectations.validated import check_rejected_share  # noqa: PLC0415 - see above

    try:
        check_rejected_share(ledger, max_share)
    except GateError as error:
        raise RefusedRun(str(error), ledger) from error


@dataclass(frozen=True, kw_only=True)
class SettledEntities:
    """What resolution says of all documents, and how that differs from before the run.

    ``outcomes`` tells what became of the decisions about entities; ``mentions`` holds place, thing
    and entity of all mentions after the run.
    """

    resolution: Resolution
    mentions: pl.DataFrame
    outcomes: list[Outcome]
    changed_links: pl.DataFrame
    changes: pl.DataFrame


def settle_entities(
    run: RunContext, plan: RunPlan, parts: list[ValidatedPart], paths: Files
) -> SettledEntities:
    """Resolve the things of all documents anew, and compare the result with the warehouse's."""
    from expectations.measures.days import day_of_run  # noqa: PLC0415 - imports the seeds
    from tasks.corrections.things import correct_things  # noqa: PLC0415 - as above
    from tasks.resolution.changes import find_changes  # noqa: PLC0415 - as above
    from tasks.resolution.corrections import corrections_of  # noqa: PLC0415 - as above
    from tasks.resolution.entities import resolve_entities  # noqa: PLC0415 - as above

    mentions = all_mentions(run, plan, parts)
    counts = mentions.group_by(RESOLVED_KEY).agg(pl.len().alias("mention_count"))
    things = all_rows(run, plan, parts, DOCUMENT_ENTITIES.qualified_name)
    rows = run.corrections.to_dicts()
    resolved = resolve_entities(things, counts, corrections_of(rows))
    entities, outcomes = correct_things(
        resolved.document_entities, resolved.entities, rows, paths, day_of_run(run.run_id)
    )
    resolution = replace(resolved, entities=entities)
    after = relink_frame(ENTITY_MENTIONS, mentions, resolution.document_entities)
    before, old_names = known_entities(run)
    names = resolution.entities.select("entity_id", "entity_name")
    return SettledEntities(
        resolution=resolution,
        mentions=after,
        outcomes=outcomes,
        changed_links=changed_links(kept_things(run, plan), resolution.document_entities),
        changes=find_changes(before, after, old_names, names),
    )


def settle_part(run: RunContext, part: ValidatedPart, resolution: Resolution) -> Validated:
    """Put the entities into accepted rows on disk, refuse those without, return the ledger."""
    from expectations.settlement import drop_orphans  # noqa: PLC0415 - imports great_expectations

    tables = (DOCUMENT_ENTITIES, *LINKED_TABLES)
    files = {table: part.folder / f"{table.qualified_name}.parquet" for table in tables}
    users = {
        table.qualified_name: relink_frame(
            table, pl.read_parquet(file), resolution.document_entities
        )
        for table, file in files.items()
    }
    whole = replace(part.ledger, accepted=users)
    targets = {ENTITIES.qualified_name: resolution.entities}
    settled = drop_orphans(whole, targets, run_id=run.run_id)
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


def all_files(plan: RunPlan, sources: list[str], files: pl.DataFrame) -> pl.DataFrame:
    """Return all rows of ``raw.document_files`` after the run.

    Args:
        plan: Plan of the run.
        sources: Sources whose rows are replaced.
        files: Their rows after the run.
    """
    kept = plan.known.document_files.filter(~pl.col("source").is_in(sources))
    return pl.concat([files, kept])
