"""The main flow: folders of texts into a published, validated DuckDB warehouse.

Read ``build_warehouse`` top to bottom: each line is one node of the DAG, and the module of its name
under ``tasks/`` does the work.
"""

from dataclasses import replace
from typing import Any

from prefect import flow

from flows.accuracy import hold_accuracy
from flows.audit_warehouse import audit_warehouse
from flows.interrupts import came_of_interrupt
from flows.launch import begin_run
from tasks.artifacts import with_progress_artifact
from tasks.audit import require_sound
from tasks.extract import extract_batches
from tasks.failures import note_failures
from tasks.find import find_sources
from tasks.load import load_snapshot
from tasks.plan import plan_run
from tasks.progress import reporting_to
from tasks.publish import publish_snapshot
from tasks.read import read_sources
from tasks.record import record_failure, record_run, record_unchanged
from tasks.report import report_failure, report_run
from tasks.resolve import resolve_run
from tasks.runs import RunContext, RunSummary
from tasks.validate import validate_batches
from warehouse.errors import EnvironmentFault, UsageError


@flow(name="build-warehouse", validate_parameters=False)
def build_warehouse(
    sources: list[str] | None = None,
    warehouse: str | None = None,
    options: dict[str, Any] | None = None,
    *,
    is_audited: bool = False,
) -> RunSummary:
    """Load what changed in the sources and publish the next snapshot of the warehouse.

    Args:
        sources: Folders and files; the inbox of the settings when None.
        warehouse: Path of the published warehouse; that of the settings when None.
        options: Other settings that this run overrides, by name.
        is_audited: Whether to audit the published warehouse at the end.

    Raises:
        GateError: If the data failed a gate: only the ledger of the run is published.
        UsageError: If a source or a setting is wrong.
        EnvironmentFault: If disk, lock or engine are in the way: nothing is changed.
        KeyboardInterrupt: If Ctrl-C hit a library that failed over it: nothing is changed.
    """
    run = begin_run(sources, warehouse, options or {})
    with run.store.writer(), reporting_to(with_progress_artifact()):
        try:
            summary = load_changes(run)
        except (UsageError, EnvironmentFault):
            raise
        except Exception as error:
            if came_of_interrupt(error):
                raise KeyboardInterrupt from error
            report_failure(run, record_failure(run, error), error)
            raise
    summary = report_run(run, summary)
    if is_audited:
        require_sound(audit_warehouse(str(run.warehouse)))
    return replace(summary, is_audited=is_audited)


def load_changes(run: RunContext) -> RunSummary:
    """Take the changes of one run through the DAG."""
    found = find_sources(run)
    read = read_sources(run, found)
    plan = plan_run(run, read)
    if plan.is_unchanged:
        return record_unchanged(run, plan)
    run = hold_accuracy(run, plan)
    extracted = extract_batches(run, plan.batches)
    plan = note_failures(run, plan, extracted)
    validated = validate_batches(run, extracted)
    resolved = resolve_run(run, plan, validated)
    snapshot = load_snapshot(run, plan, resolved)
    with run.store.discarded_on_error(snapshot):
        summary = record_run(run, plan, resolved, snapshot)
        publish_snapshot(run, snapshot)
    return summary
