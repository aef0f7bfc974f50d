"""Node ``load``: accepted rows into the next snapshot, in one transaction with its checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.progress import stage
from tasks.snapshot_checks import check_snapshot
from warehouse.connections import open_for_writing
from warehouse.load import LoadPlan, load_run
from warehouse.tables import DOCUMENT_TABLES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tasks.plan import RunPlan
    from tasks.resolve import Resolved
    from tasks.runs import RunContext


@task(name="load", cache_policy=NO_CACHE)
def load_snapshot(run: RunContext, plan: RunPlan, resolved: Resolved) -> Path:
    """Write a run into a copy of the published snapshot.

    Returns:
        The snapshot, not published yet.

    Raises:
        GateError: If a key, a reference, a span, a seed or a mart does not hold; the snapshot is
            deleted.
        EnvironmentFault: If the disk refuses; the snapshot is deleted.
    """
    with stage("load"):
        snapshot = run.store.begin()
        with run.store.discarded_on_error(snapshot), open_for_writing(snapshot) as connection:
            seeds = load_run(connection, load_plan(plan, resolved))
            check_snapshot(run, connection, seeds, resolved.ledger)
    return snapshot


def load_plan(plan: RunPlan, resolved: Resolved) -> LoadPlan:
    """Return what the warehouse must change for a run; the ledger is written afterwards."""
    return LoadPlan(
        removed_document_ids=plan.changes.removed_document_ids,
        replaced_document_ids=plan.changes.replaced_document_ids,
        replaced_sources=resolved.replaced_sources,
        document_files=resolved.document_files,
        document_frames=accepted_files(resolved.folders),
        whole_frames=resolved.whole_frames,
        corrections=resolved.corrections,
        resolved=resolved.changed_links,
    )


def accepted_files(folders: Sequence[Path]) -> dict[str, list[Path]]:
    """Return the Parquet files of accepted rows by qualified table name."""
    names = ["raw.documents", *(table.qualified_name for table in DOCUMENT_TABLES)]
    return {
        name: [folder / f"{name}.parquet" for folder in folders]
        for name in names
        if all((folder / f"{name}.parquet").exists() for folder in folders)
    }
