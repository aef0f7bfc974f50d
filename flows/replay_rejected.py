"""The flow behind ``tallybook quality replay``: refused rows are judged again after a fix.

It differs from ``build_warehouse`` in where its rows come from: nothing is read or extracted, the
rows of the documents in question come from the warehouse and from its ledger.
"""

from typing import Any

from prefect import flow

from flows.interrupts import came_of_interrupt
from flows.launch import begin_run
from tasks.artifacts import with_progress_artifact
from tasks.load import load_snapshot
from tasks.progress import reporting_to
from tasks.publish import publish_snapshot
from tasks.record import record_failure
from tasks.replay import (
    LEDGER,
    Selection,
    as_replay,
    collect_rows,
    plan_replay,
    without_limit,
)
from tasks.replay_outcome import Outcome, judge_outcome
from tasks.replay_record import check_losses, record_refused, record_replay
from tasks.report import report_failure, report_run
from tasks.resolve import resolve_run
from tasks.runs import RunContext
from tasks.staging import clean_staging
from tasks.validate import validate_batches
from warehouse.errors import EnvironmentFault, UsageError


@flow(name="replay-rejected", validate_parameters=False)
def replay_rejected(
    warehouse: str | None = None,
    options: dict[str, Any] | None = None,
    *,
    table: str | None = None,
    rule: str | None = None,
    is_dry: bool = False,
) -> Outcome:
    """Judge refused rows of loaded documents again and publish those that are accepted now.

    Args:
        warehouse: Path of the published warehouse; that of the settings when None.
        options: Other settings that this replay overrides, by name.
        table: Table whose refused rows take part, ``core.figures``; those of all when None.
        rule: Rule that they broke, as ``ops.rejected_rows`` names it; any when None.
        is_dry: Whether only to tell what would be accepted: nothing is published or recorded.

    Returns:
        What was accepted and what not; with nothing accepted, the data are as they were.

    Raises:
        GateError: If the data failed a gate: only the ledger of the replay is published.
        EnvironmentFault: If disk, lock or engine are in the way: nothing is changed.
        KeyboardInterrupt: If Ctrl-C hit a library that failed over it: nothing is changed.
    """
    given = begin_run([LEDGER], warehouse, options or {})
    selection = Selection(table=table, rule=rule)
    with given.store.writer(), reporting_to(with_progress_artifact()):
        run = as_replay(given, selection)
        try:
            outcome = replay_rows(run, selection, is_dry=is_dry)
        except (UsageError, EnvironmentFault):
            raise
        except Exception as error:
            if came_of_interrupt(error):
                raise KeyboardInterrupt from error
            if not is_dry:
                report_failure(run, record_failure(run, error), error)
            raise
    if outcome.summary is None:
        return outcome
    return outcome.recorded(report_run(run, outcome.summary))


def replay_rows(run: RunContext, selection: Selection, *, is_dry: bool) -> Outcome:
    """Take the refused rows of a selection through the DAG."""
    collected = collect_rows(run, selection)
    if not collected.folders:
        return Outcome.of_nothing(unreadable_count=collected.unreadable_count)
    plan = plan_replay(run, collected)
    validated = validate_batches(run, collected.folders)
    resolved = resolve_run(without_limit(run), plan, validated)
    outcome = judge_outcome(collected, resolved.ledger)
    check_losses(outcome, resolved.ledger, run.max_rejected_share)
    if is_dry:
        clean_staging(run.store.staging_folder, keep_batches=True)
        return outcome
    if not outcome.accepted_count:
        return record_refused(run, outcome, resolved)
    snapshot = load_snapshot(run, plan, resolved)
    with run.store.discarded_on_error(snapshot):
        outcome = record_replay(run, outcome, resolved, snapshot)
        publish_snapshot(run, snapshot)
    return outcome
