"""Node ``publish``: the atomic switch to the new snapshot; readers never see half a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.progress import stage
from tasks.staging import clean_staging

if TYPE_CHECKING:
    from pathlib import Path

    from tasks.runs import RunContext


@task(name="publish", cache_policy=NO_CACHE)
def publish_snapshot(run: RunContext, snapshot: Path) -> Path:
    """Make a snapshot the published one, delete old ones and what the run has staged.

    Raises:
        EnvironmentFault: If the disk refuses; what is published is as before.
    """
    with stage("publish"):
        published = run.store.publish(snapshot, run.keep_snapshots)
        clean_staging(run.store.staging_folder)
    return published


@task(name="publish", cache_policy=NO_CACHE)
def publish_ledger(run: RunContext, snapshot: Path, *, keep_batches: bool = False) -> Path:
    """Publish a snapshot in which only the ledger is new, in place of the one that it is a copy of.

    Args:
        run: The run.
        snapshot: Snapshot with its ledger.
        keep_batches: Whether to keep what the run has extracted for the next one.

    Raises:
        EnvironmentFault: If the disk refuses; what is published is as before.
    """
    with stage("publish"):
        published = run.store.publish(snapshot, run.keep_snapshots, has_same_data=True)
        clean_staging(run.store.staging_folder, keep_batches=keep_batches)
    return published
