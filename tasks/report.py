"""Step ``report``: what a run tells about itself, once it is recorded and published.

The quality report is a file beside the warehouse; Prefect's page shows it with the other artifacts.
Neither can fail a run: its data are published, and its ledger is complete. So it is no task, which
an engine that is gone by then would fail.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tasks.artifacts import show_artifacts
from tasks.progress import stage

if TYPE_CHECKING:
    from tasks.quality_report.file import Report
    from tasks.runs import RunContext, RunSummary

LOG: Final = logging.getLogger(__name__)


def report_run(run: RunContext, summary: RunSummary) -> RunSummary:
    """Write the quality report of a run, and show it and the other artifacts on Prefect's page.

    Args:
        run: The run; with its setting ``report`` off, no report is written.
        summary: How it ended.

    Returns:
        The summary with the file of the report; without one where none could be written, which is
        logged.
    """
    report = write_quality_report(run) if run.report else None
    show_artifacts(run, summary, None if report is None else report.summary)
    return summary if report is None else replace(summary, report=report.file)


def report_failure(run: RunContext, summary: RunSummary | None, error: Exception) -> None:
    """Write and show the quality report of a run that failed; its error gets a note of the file.

    Args:
        run: The run.
        summary: How it ended; None when it was not recorded, so that there is nothing to tell.
        error: What stopped it.
    """
    if summary is None:
        return
    reported = report_run(run, summary)
    if reported.report is not None:
        error.add_note(f"the quality report of this run: {reported.report}")


def write_quality_report(run: RunContext) -> Report | None:
    """Write the quality report beside the warehouse; log what goes wrong and go on."""
    try:
        with stage("report"):
            from tasks.quality_report.file import write_report  # noqa: PLC0415 - imports altair

            return write_report(run.warehouse, run.run_id)
    except Exception as error:  # noqa: BLE001 - whatever it is, the run is right
        LOG.warning("the quality report is not written: %s", error)
        return None
