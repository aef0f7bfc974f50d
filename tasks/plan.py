"""Node ``plan``: what the warehouse must replace, remove or extract anew, and in which batches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl
from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.sources.changes import plan_changes
from tasks.sources.losses import count_losses
from tasks.sources.names import SUPPORTED_SUFFIXES
from tasks.sources.staging import arrange_batches, find_unstaged, stage_published
from tasks.staging import batch_file, run_folder
from warehouse.connections import registered
from warehouse.corrections import are_applied
from warehouse.errors import GateError, UsageError
from warehouse.faults import storage_faults
from warehouse.queries import open_published

if TYPE_CHECKING:
    from pathlib import Path

    from tasks.read import ReadSources
    from tasks.runs import RunContext
    from tasks.sources.changes import ChangePlan
    from warehouse.known_state import KnownState

TEXTS: Final = """
    select document_id, text, byte_count, encoding
    from raw.documents
    semi join wanted using (document_id)
    order by document_id
"""
MIN_REMOVED: Final = 10
"""Fewer removed documents never stop a run: of a small source, one is a large share."""
KNOWN_SOURCES: Final = "select distinct source from ops.file_outcomes"


@dataclass(frozen=True, kw_only=True)
class RunPlan:
    """What a run changes (``changes``), from which state, and its batches in order.

    ``is_unchanged`` means that the warehouse already holds exactly this;
    ``has_new_corrections`` that analysts have decided otherwise since it was resolved.
    """

    changes: ChangePlan
    known: KnownState
    found_file_count: int
    batches: list[Path]
    has_new_corrections: bool

    @property
    def is_unchanged(self) -> bool:
        """True when there is nothing to load."""
        return not (self.changes.has_changes or self.has_new_corrections)


@task(name="plan", cache_policy=NO_CACHE)
def plan_run(run: RunContext, read: ReadSources) -> RunPlan:
    """Compare the sources with the warehouse and arrange what must be extracted.

    Raises:
        GateError: If a source would lose too large a share of its documents.
        UsageError: If a source that was never loaded holds no text.
        EnvironmentFault: If the staging folder cannot be written.
    """
    check_not_empty(run, read)
    changes = plan_changes(
        sources=read.sources,
        outlines=read.staged.outlines,
        known_files=read.known.document_files,
        known_documents=read.known.documents,
        fingerprint=run.fingerprint,
    )
    check_removed_share(read.known.document_files, changes, run.max_removed_share)
    with storage_faults(run.store.staging_folder):
        batches = arrange(run, read, changes)
    return RunPlan(
        changes=changes,
        known=read.known,
        found_file_count=sum(file.is_input for file in read.found),
        batches=batches,
        has_new_corrections=has_new_corrections(run),
    )


def has_new_corrections(run: RunContext) -> bool:
    """Tell whether the published warehouse was resolved with other corrections than the run's."""
    if run.store.published() is None or run.store.needs_rebuild():
        return not run.corrections.is_empty()
    return not are_applied(run.warehouse, run.corrections)


def check_not_empty(run: RunContext, read: ReadSources) -> None:
    """Refuse sources without any text that the warehouse never met: most likely a wrong path.

    Raises:
        UsageError: Naming the sources.
    """
    if run.is_inbox or any(file.is_input for file in read.found):
        return
    if run.store.published() is not None:
        with open_published(run.warehouse, allow_older=True) as connection:
            known = {source for (source,) in connection.execute(KNOWN_SOURCES).fetchall()}
        if known & set(read.sources):
            return
    msg = f"no readable texts in {', '.join(read.sources)}; supported are {SUPPORTED_SUFFIXES}"
    raise UsageError(msg)


def check_removed_share(
    known_files: pl.DataFrame, changes: ChangePlan, max_removed_share: float
) -> None:
    """Stop a run that would empty a source: most likely a disk is not mounted or a copy is cut.

    Args:
        known_files: ``raw.document_files`` of the published warehouse.
        changes: Plan of the run.
        max_removed_share: Largest share of a source's known documents, 0 to 1, that may go.

    Raises:
        GateError: Naming the sources, what they would lose, and how to allow it.
    """
    losses = count_losses(known_files, changes).filter(
        (pl.col("lost_count") >= MIN_REMOVED)
        & (pl.col("lost_count") > max_removed_share * pl.col("known_count"))
    )
    if not losses.is_empty():
        faults = "; ".join(
            f"{source} would lose {lost} of its {known} documents"
            for source, known, lost in losses.iter_rows()
        )
        msg = (
            f"Too many documents would be removed (limit {max_removed_share:.0%}): {faults}; "
            "check that the source is mounted and complete, or allow it for one run with "
            "TALLYBOOK_MAX_REMOVED_SHARE=1"
        )
        raise GateError(msg)


def arrange(run: RunContext, read: ReadSources, changes: ChangePlan) -> list[Path]:
    """Write the documents to extract as batches named by their content, in a fixed order."""
    folder = run_folder(run.store.staging_folder, run.run_id, "arranged")
    arranged = arrange_batches(read.staged.batches, changes, folder)
    unstaged = find_unstaged(read.staged.batches, changes)
    for start in range(0, len(unstaged), run.batch_size):
        path = folder / f"published-{start:06d}.parquet"
        texts = published_texts(run.warehouse, unstaged[start : start + run.batch_size])
        stage_published(texts, changes, path)
        arranged.append(path)
    return [name_by_content(run, path) for path in arranged]


def published_texts(warehouse: Path, document_ids: list[str]) -> pl.DataFrame:
    """Return document_id, text, byte_count and encoding of some documents, sorted by id.

    Raises:
        GateError: If the warehouse lists a document whose text it has not: nothing may be lost.
    """
    wanted = pl.DataFrame({"document_id": document_ids}, schema={"document_id": pl.String})
    with (
        open_published(warehouse, allow_older=True) as connection,
        registered(connection, "wanted", wanted),
    ):
        texts: pl.DataFrame = connection.sql(TEXTS).pl()
    missing = sorted({*document_ids} - {*texts["document_id"]})
    if missing:
        msg = (
            f"{warehouse} lists {len(missing)} documents whose text it does not hold "
            f"(first {missing[0]}); run all sources of it together"
        )
        raise GateError(msg)
    return texts


def name_by_content(run: RunContext, path: Path) -> Path:
    """Rename a batch to the name that a resumed run finds it by."""
    target = batch_file(run.store.staging_folder, pl.read_parquet(path), run.fingerprint)
    path.replace(target)
    return target
