"""Part of node ``record``: measures of a run, taken on its snapshot before it is published.

A broken limit of severity critical stops the run here; its measures are recorded all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from expectations.ledger import ops_frame
from expectations.limits import read_limits
from expectations.measures.days import day_of_run, freshness_samples, silence_samples
from expectations.measures.documents import deviating_samples, judge_documents
from expectations.measures.history import History
from expectations.measures.judging import judge_samples
from expectations.measures.losses import (
    failed_document_samples,
    failed_file_samples,
    rejected_samples,
    unknown_unit_samples,
)
from expectations.measures.rows import Measured, measured_run
from expectations.measures.volumes import (
    completeness_samples,
    figure_samples,
    language_samples,
    mention_samples,
)
from expectations.validated import Validated
from tasks import measured_counts as counts
from tasks.failures import RULE as FAILED
from tasks.runs import RefusedRun
from warehouse.connections import open_read_only

if TYPE_CHECKING:
    from pathlib import Path

    from duckdb import DuckDBPyConnection

    from expectations.measures.samples import Sample
    from tasks.plan import RunPlan
    from tasks.resolve import Resolved
    from tasks.runs import RunContext
    from tasks.sources.changes import ChangePlan


class RefusedMeasures(RefusedRun):
    """A critical limit refused the run; ``measures`` are the rows that show it."""

    def __init__(self, message: str, ledger: Validated, measures: pl.DataFrame) -> None:
        """Keep what was judged and measured, so that it is recorded though nothing is loaded."""
        super().__init__(message, ledger)
        self.measures = measures


def measure_run(run: RunContext, plan: RunPlan, resolved: Resolved, snapshot: Path) -> Measured:
    """Measure a run that changed something.

    Args:
        run: The run.
        plan: What it changed.
        resolved: What was judged and refused.
        snapshot: Loaded snapshot, whose ledger has the earlier runs only.

    Raises:
        RefusedMeasures: If a critical limit is broken.
        UsageError: If the limits are faulty.
    """
    limits = read_limits(run.max_rejected_share)
    with open_read_only(snapshot) as connection:
        history = counts.read_history(connection)
        documents = counts.count_documents(connection, plan.changes.documents_to_extract)
        others = counts.count_others(connection, documents)
        volumes = take_volumes(connection, documents, history)
        days = take_days(connection, run, plan.changes)
    texts = judge_documents(documents, others, limits)
    losses = [*take_losses(resolved.ledger), *take_failures(plan.changes)]
    samples = [*losses, *volumes, *deviating_samples(texts), *days]
    measured = measured_run(run.run_id, judge_samples(samples, limits, history), texts)
    return require_kept(measured, resolved.ledger)


def measure_unchanged(run: RunContext, plan: RunPlan, snapshot: Path) -> Measured:
    """Measure a run that found nothing to load: files, silence and freshness only.

    Raises:
        RefusedMeasures: If a critical limit is broken.
        UsageError: If the limits are faulty.
    """
    with open_read_only(snapshot) as connection:
        history = counts.read_history(connection)
        samples = take_days(connection, run, plan.changes)
    samples += failed_file_samples(plan.changes.outcomes)
    measured = measured_run(run.run_id, judge_samples(samples, read_limits(), history))
    return require_kept(measured, nothing_judged())


def measure_refused(run: RunContext, error: Exception) -> pl.DataFrame:
    """Return the rows of ``ops.measures`` of a run that a gate refused; none of any other failure.

    Args:
        run: The run.
        error: What stopped it.
    """
    if isinstance(error, RefusedMeasures):
        return error.measures
    ledger = error.ledger if isinstance(error, RefusedRun) else nothing_judged()
    limits = read_limits(run.max_rejected_share)
    return measured_run(run.run_id, judge_samples(take_losses(ledger), limits, History())).measures


def take_losses(ledger: Validated) -> list[Sample]:
    """Return samples of the rows that a gate judged."""
    return [*rejected_samples(ledger), *unknown_unit_samples(ledger)]


def take_failures(changes: ChangePlan) -> list[Sample]:
    """Return samples of the files and documents that could not be read."""
    failed = changes.issues.filter(pl.col("rule") == FAILED).height
    documents = failed_document_samples(failed, len(changes.documents_to_extract))
    return [*failed_file_samples(changes.outcomes), *documents]


def take_volumes(
    connection: DuckDBPyConnection, documents: pl.DataFrame, history: History
) -> list[Sample]:
    """Return samples of what the documents of a run hold."""
    return [
        *figure_samples(documents),
        *mention_samples(documents, counts.count_mentions(connection, documents)),
        *language_samples(documents, history),
        *completeness_samples(counts.count_complete(connection, documents)),
    ]


def take_days(connection: DuckDBPyConnection, run: RunContext, changes: ChangePlan) -> list[Sample]:
    """Return samples of silence and freshness, of the sources that the run was given."""
    run_on = day_of_run(run.run_id)
    arrived = changes.outcomes.filter(pl.col("outcome").is_in(["new", "changed"]))
    arrivals = counts.read_arrivals(connection, changes.replaced_sources)
    return [
        *silence_samples(arrivals, set(arrived["source"]), run_on),
        *freshness_samples(*counts.newest_publication(connection, run_on), run_on),
    ]


def require_kept(measured: Measured, ledger: Validated) -> Measured:
    """Return what was measured if no critical limit is broken.

    Raises:
        RefusedMeasures: Naming the measures.
    """
    if measured.refusal is not None:
        raise RefusedMeasures(measured.refusal, ledger, measured.measures)
    return measured


def nothing_judged() -> Validated:
    """Return the ledger of a run in which no row was judged."""
    names = ("rejected_rows", "validations", "issues")
    return Validated(accepted={}, **{name: ops_frame(f"ops.{name}", []) for name in names})
