"""Node ``find``: the files below the sources, sorted; nothing is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.progress import stage
from tasks.sources.finding import find_files

if TYPE_CHECKING:
    from tasks.runs import RunContext
    from tasks.sources.finding import FoundFile


@task(name="find", cache_policy=NO_CACHE)
def find_sources(run: RunContext) -> list[FoundFile]:
    """List every file below the sources of a run.

    Raises:
        UsageError: If a source does not exist.
    """
    with stage("find"):
        return find_files(run.sources)
