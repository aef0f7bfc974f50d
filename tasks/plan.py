"""Node ``plan``: what the warehouse must replace, remove or extract anew, and in which batches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl
from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.sources.changes import plan_changes
from tasks.sources.names import SUPPORTED_SUFFIXES
from tasks.sources.staging import arrange_batches, find_unstaged, stage_published
from tasks.staging import batch_file, run_folder
from warehouse.errors import UsageError
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
    where list_contains(?::varchar[], document_id)
    order by document_id
"""
KNOWN_SOURCES: Final = "select distinct source from ops.file_outcomes"


@dataclass(frozen=True, kw_only=True)
class RunPlan:
    """What a run changes (``changes``), from which state, and its batches in order.

    ``is_unchanged`` means that the warehouse already holds exactly this.
    """

    changes: ChangePlan
    known: KnownState
    found_file_count: int
    batches: list[Path]

    @property
    def is_unchanged(self) -> bool:
        """True when there is nothing to load."""
        return not self.changes.has_changes


@task(name="plan", cache_policy=NO_CACHE)
def plan_run(run: RunContext, read: ReadSources) -> RunPlan:
    """Compare the sources with the warehouse and arrange what must be extracted.

    Raises:
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
    with storage_faults(run.store.staging_folder):
        batches = arrange(run, read, changes)
    return RunPlan(
        changes=changes,
        known=read.known,
        found_file_count=sum(file.is_input for file in read.found),
        batches=batches,
    )


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


def arrange(run: RunContext, read: ReadSources, changes: ChangePlan) -> list[Path]:
    """Write the documents to extract as batches named by their content, in a fixed order."""
    folder = run_folder(run.store.staging_folder, run.run_id, "arranged")
    arranged = arrange_batches(read.staged.batches, changes, folder)
    unstaged = find_unstaged(read.staged.batches, changes)
    for start in range(0, len(unstaged), run.batch_size):
        path = folder / f"published-{start:06d}.parquet"
        ids = unstaged[start : start + run.batch_size]
        with open_published(run.warehouse, allow_older=True) as connection:
            texts = connection.sql(TEXTS, params=[ids]).pl()
        stage_published(texts, changes, path)
        arranged.append(path)
    return [name_by_content(run, path) for path in arranged]


def name_by_content(run: RunContext, path: Path) -> Path:
    """Rename a batch to the name that a resumed run finds it by."""
    target = batch_file(run.store.staging_folder, pl.read_parquet(path), run.fingerprint)
    path.replace(target)
    return target
