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
