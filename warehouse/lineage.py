"""Which snapshot was made from which, read from the ledger that each of them carries.

A snapshot holds the rows of all runs that led to it, so its data are those after the last run with
status ``published``, and it was made from the data after the run before that one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import duckdb

from warehouse.connections import open_read_only
from warehouse.errors import EnvironmentFault

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

NO_RUN: Final = ""
RUNS_BEFORE: Final = "select run_id from ops.runs where status = 'published' order by rowid desc"


def read_lineage(snapshot: Path) -> list[str] | None:
    """Return the runs that made the data of a snapshot, newest first, down to the empty warehouse.

    Args:
        snapshot: File of a warehouse.

    Returns:
        Run ids, and ``NO_RUN`` as the last; None when the file cannot be read.
    """
    try:
        with open_read_only(snapshot) as connection:
            runs = [run_id for (run_id,) in connection.execute(RUNS_BEFORE).fetchall()]
    except (EnvironmentFault, duckdb.Error):
        return None
    return [*runs, NO_RUN]


def nearest_ancestor(lineage: Sequence[str], kept: Sequence[Path]) -> Path | None:
    """Return the snapshot with the data that the published ones were made from.

    Args:
        lineage: Lineage of the published snapshot.
        kept: Kept snapshots, oldest first; of several with the same data the newest counts.

    Returns:
        The kept snapshot with the latest of the earlier states, None when no such is kept.
    """
    lineages = {path: read_lineage(path) for path in kept}
    by_run = {runs[0]: path for path, runs in lineages.items() if runs}
    return next((by_run[run_id] for run_id in lineage[1:] if run_id in by_run), None)
