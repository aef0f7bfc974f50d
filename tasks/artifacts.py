"""Prefect artifacts: summary, quality table, report and progress, as the Prefect page shows them.

Best effort: a page that cannot be written never fails a run, whose ledger is in the warehouse.
"""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING, Final

from tasks.progress import Reporter, reporter

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from tasks.runs import RunContext, RunSummary

LOG: Final = logging.getLogger(__name__)
SECONDS_BETWEEN_UPDATES: Final = 2.0
QUALITY: Final = """
    select
        table_name as "table",
        count(*) as expectations,
        count(*) filter (where not is_success) as failed,
        sum(unexpected_count)::bigint as unexpected_rows,
    from ops.validations
    where run_id = ?
    group by table_name
    order by table_name
"""


def best_effort(action: Callable[[], object]) -> object:
    """Do something for the Prefect page; log what goes wrong and go on."""
    try:
        return action()
    except Exception as error:  # noqa: BLE001 - whatever the server says, the run is right
        LOG.warning("the Prefect page could not be updated: %s", error)
        return None


def show_artifacts(run: RunContext, summary: RunSummary | None, report: str | None = None) -> None:
    """Show the summary and the quality table of a run on the Prefect page, if it was recorded.

    Args:
        run: The run.
        summary: How it ended; None when it was not recorded.
        report: Its quality report in a few lines of Markdown; None when none was written.
    """
    if summary is None:
        return
    best_effort(lambda: show_summary(summary))
    best_effort(lambda: show_quality(run))
    if report is not None:
        best_effort(lambda: show_report(run, report))


def show_summary(summary: RunSummary) -> None:
    """Write the run summary as a Markdown table."""
    from prefect.artifacts import create_markdown_artifact  # noqa: PLC0415 - a second to import

    rows = "\n".join(f"| {name} | {value} |" for name, value in summary.as_facts().items())
    create_markdown_artifact(
        key="run-summary",
        markdown=f"| | |\n|---|---|\n{rows}\n",
        description=f"Run {summary.run_id}: {summary.status}",
    )


def show_quality(run: RunContext) -> None:
    """Write the expectations by table as a table."""
    from prefect.artifacts import create_table_artifact  # noqa: PLC0415 - a second to import

    from warehouse.queries import query_published  # noqa: PLC0415 - beside its only use

    quality = query_published(run.warehouse, QUALITY, [run.run_id])
    if not quality.is_empty():
        create_table_artifact(
            key="quality",
            table=quality.to_dicts(),
            description=f"Expectations of run {run.run_id} by table",
        )


def show_report(run: RunContext, markdown: str) -> None:
    """Write the quality report in a few lines, with where the whole one lies."""
    from prefect.artifacts import create_markdown_artifact  # noqa: PLC0415 - a second to import

    create_markdown_artifact(
        key="quality-report", markdown=markdown, description=f"Quality of run {run.run_id}"
    )


class ProgressArtifact:
    """A reporter that passes everything on and keeps the Prefect page's progress bar moving."""

    def __init__(self, inner: Reporter) -> None:
        """Pass everything on to ``inner``."""
        self.inner = inner
        self.artifact_id: UUID | None = None
        self.totals: dict[str, int] = {}
        self.done: dict[str, int] = {}
        self.updated_at = 0.0

    def begin(self, stage: str, total: int | None) -> None:
        """Start a stage; the bar follows the extraction, which takes the time."""
        self.inner.begin(stage, total)
        if stage == "extract" and total:
            self.totals[stage], self.done[stage] = total, 0
            best_effort(self.create)

    def advance(self, stage: str, count: int = 1) -> None:
        """Move a stage on, the page at most every two seconds."""
        self.inner.advance(stage, count)
        if stage in self.totals:
            self.done[stage] += count
            if time.monotonic() - self.updated_at > SECONDS_BETWEEN_UPDATES:
                best_effort(self.update)

    def finish(self, stage: str) -> None:
        """End a stage."""
        self.inner.finish(stage)
        if stage in self.totals:
            self.done[stage] = self.totals[stage]
            best_effort(self.update)

    def create(self) -> None:
        """Put the bar on the page."""
        from prefect.artifacts import create_progress_artifact  # noqa: PLC0415 - as above

        created = create_progress_artifact(
            progress=0.0, key="extraction", description="Documents extracted"
        )
        self.artifact_id = created  # type: ignore[assignment]  # a UUID outside async code

    def update(self) -> None:
        """Move the bar on the page."""
        from prefect.artifacts import update_progress_artifact  # noqa: PLC0415 - as above

        if self.artifact_id is not None:
            share = self.done["extract"] / self.totals["extract"]
            update_progress_artifact(artifact_id=self.artifact_id, progress=100.0 * share)
        self.updated_at = time.monotonic()


def with_progress_artifact() -> ProgressArtifact:
    """Return the present reporter, extended by the progress bar of the Prefect page."""
    return ProgressArtifact(reporter())
