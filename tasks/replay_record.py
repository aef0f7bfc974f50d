"""Node ``record`` of a replay, and what a replay may cost.

A replay takes no measures: its documents are those that lost rows, so no share or volume of it can
be compared with a run's.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import polars as pl
from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.corrections.outcomes import issue_frame
from tasks.publish import publish_ledger
from tasks.record import append, ledger_frames, run_row, summarise, with_run_id
from tasks.resolve import check_share
from warehouse.connections import open_read_only
from warehouse.load import count_rows
from warehouse.tables.corrections import CORRECTION_OUTCOMES
from warehouse.tables.ops import ENTITY_CHANGES_TABLE, ISSUES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from expectations.validated import Validated
    from tasks.replay_outcome import Outcome
    from tasks.resolve import Resolved
    from tasks.runs import RunContext, RunSummary


def check_losses(outcome: Outcome, ledger: Validated, max_share: float | None) -> None:
    """Stop a replay that would take too large a share of the loaded rows of its documents away.

    Args:
        outcome: Outcome of the replay.
        ledger: Judgement that it was made from.
        max_share: Setting ``max_rejected_share`` of the run.

    Raises:
        RefusedRun: Naming the tables; it carries the ledger.
    """
    check_share(replace(ledger, rejected_rows=outcome.lost), max_share)


@task(name="record", cache_policy=NO_CACHE)
def record_replay(run: RunContext, outcome: Outcome, resolved: Resolved, snapshot: Path) -> Outcome:
    """Write the ledger of a replay that brought rows back into its snapshot."""
    decided = issue_frame(resolved.whole_frames[CORRECTION_OUTCOMES.qualified_name])
    issues = [resolved.ledger.issues, with_run_id(decided, run.run_id, ISSUES)]
    changes = with_run_id(resolved.entity_changes, run.run_id, ENTITY_CHANGES_TABLE)
    frames = {
        **ledger_frames(resolved.ledger),
        ISSUES.qualified_name: pl.concat(issues),
        ENTITY_CHANGES_TABLE.qualified_name: changes,
    }
    return outcome.recorded(write_ledger(run, "published", frames, snapshot))


@task(name="record", cache_policy=NO_CACHE)
def record_refused(run: RunContext, outcome: Outcome, resolved: Resolved) -> Outcome:
    """Publish the ledger of a replay that brought nothing back: the data are as they were.

    What was judged of loaded rows is left out, because these stay.
    """
    snapshot = run.store.begin()
    ledger = replace(resolved.ledger, rejected_rows=outcome.refused)
    summary = write_ledger(run, "unchanged", ledger_frames(ledger), snapshot)
    publish_ledger(run, snapshot)
    return outcome.recorded(summary)


def write_ledger(
    run: RunContext, status: str, frames: Mapping[str, pl.DataFrame], snapshot: Path
) -> RunSummary:
    """Write what was judged, and the row of the run, which has read no document anew."""
    with open_read_only(snapshot) as connection:
        counts = count_rows(connection)
    refused_count = frames["ops.rejected_rows"].select("table_name", "row_key").n_unique()
    summary = summarise(run, status, counts, None, refused_count)
    append(snapshot, {**frames, "ops.runs": run_row(run, summary)})
    return summary
