"""Node ``record``: the ledger of the run in the snapshot that it publishes.

The ledger is ours and complete; Prefect's artifacts (``tasks.artifacts``) only show it.
"""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

import polars as pl
from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.corrections.outcomes import issue_frame
from tasks.measure import measure_refused, measure_run, measure_unchanged
from tasks.model_scores import write_accuracy
from tasks.publish import publish_ledger
from tasks.runs import RefusedRun, RefusedVersion, RunSummary, naive_utc
from tasks.snapshot_checks import checked_ledger
from warehouse.connections import open_for_writing, open_read_only
from warehouse.errors import GateError, TallybookError
from warehouse.faults import engine_message
from warehouse.load import append_ops, count_rows
from warehouse.tables.corrections import CORRECTION_OUTCOMES
from warehouse.tables.ops import ENTITY_CHANGES_TABLE, FILE_OUTCOMES_TABLE, ISSUES, RUNS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from expectations.validated import Validated
    from tasks.model_scores import Accuracy
    from tasks.plan import RunPlan
    from tasks.resolve import Resolved
    from tasks.runs import RunContext
    from warehouse.contract import Table

LOG: Final = logging.getLogger(__name__)


@task(name="record", cache_policy=NO_CACHE)
def record_run(run: RunContext, plan: RunPlan, resolved: Resolved, snapshot: Path) -> RunSummary:
    """Write the ledger of a run that changed something into its snapshot.

    Raises:
        RefusedMeasures: If a critical limit is broken; nothing is written.
    """
    measured = measure_run(run, plan, resolved, snapshot)
    with open_read_only(snapshot) as connection:
        counts = count_rows(connection)
    summary = summarise(run, "published", counts, plan, count_rejected(resolved.ledger))
    frames = {**ledger_frames(resolved.ledger), **file_frames(run, plan)}
    decided = issue_frame(resolved.whole_frames[CORRECTION_OUTCOMES.qualified_name])
    frames["ops.issues"] = pl.concat(
        [
            resolved.ledger.issues,
            with_run_id(plan.changes.issues, run.run_id, ISSUES),
            with_run_id(decided, run.run_id, ISSUES),
            measured.issues,
        ]
    )
    frames["ops.measures"] = measured.measures
    frames[ENTITY_CHANGES_TABLE.qualified_name] = with_run_id(
        resolved.entity_changes, run.run_id, ENTITY_CHANGES_TABLE
    )
    append(snapshot, {**frames, "ops.runs": run_row(run, summary)}, run.accuracy)
    return summary


def record_unchanged(run: RunContext, plan: RunPlan) -> RunSummary:
    """Publish a snapshot that differs in the ledger only: the data are as they were.

    Raises:
        RefusedMeasures: If a critical limit is broken; nothing is published.
    """
    snapshot = run.store.begin()
    measured = measure_unchanged(run, plan, snapshot)
    with open_read_only(snapshot) as connection:
        counts = count_rows(connection)
    summary = summarise(run, "unchanged", counts, plan, 0)
    frames = {**file_frames(run, plan), "ops.runs": run_row(run, summary)}
    issues = with_run_id(plan.changes.issues, run.run_id, ISSUES)
    frames["ops.issues"] = pl.concat([issues, measured.issues])
    frames["ops.measures"] = measured.measures
    append(snapshot, frames)
    publish_ledger(run, snapshot)
    return summary


def record_failure(run: RunContext, error: Exception) -> RunSummary | None:
    """Publish a snapshot whose data are those before, with the ledger of the run that failed.

    What it has extracted stays, so that the next run need not do it again.

    Args:
        run: The run.
        error: What stopped it; a ``GateError`` refused its data, any other one was not expected.

    Returns:
        How the run ended; None when nothing could be recorded, which is logged: ``error`` is what
        the user must learn, not what happened after it.
    """
    try:
        if run.store.needs_rebuild():
            LOG.warning(
                "run %s is not recorded: the warehouse is of an older tallybook", run.run_id
            )
            return None
        snapshot = run.store.begin()
        summary = write_failure(run, error, snapshot)
        # Damaged files in the staging folder would stop every later run too.
        is_readable = not isinstance(error, pl.exceptions.PolarsError)
        publish_ledger(run, snapshot, keep_batches=is_readable)
    except Exception as fault:  # noqa: BLE001 - the first error is raised by the caller
        LOG.warning("run %s is not recorded: %s", run.run_id, fault)
        return None
    return summary


def write_failure(run: RunContext, error: Exception, snapshot: Path) -> RunSummary:
    """Write the ledger of a run that failed into a snapshot."""
    with open_read_only(snapshot) as connection:
        counts = count_rows(connection)
    ledger = error.ledger if isinstance(error, RefusedRun) else None
    status = "failed_gate" if isinstance(error, GateError) else "failed"
    summary = summarise(run, status, counts, None, count_rejected(ledger) if ledger else 0)
    frames = ledger_frames(ledger) if ledger else {}
    frames["ops.measures"] = measure_refused(run, error)
    accuracy = error.accuracy if isinstance(error, RefusedVersion) else None
    row = run_row(run, summary, describe_failure(error))
    append(snapshot, {**frames, "ops.runs": row}, accuracy)
    return summary


def describe_failure(error: Exception) -> str:
    """Return why a run failed as one sentence; of an unexpected error with its kind.

    >>> describe_failure(KeyError("text"))
    "KeyError: 'text'"
    """
    message = engine_message(error)
    return message if isinstance(error, TallybookError) else f"{type(error).__name__}: {message}"


def append(
    snapshot: Path, frames: Mapping[str, pl.DataFrame], accuracy: Accuracy | None = None
) -> None:
    """Add rows to the ledger of a snapshot, once they have kept its rules.

    Args:
        snapshot: The snapshot.
        frames: Rows of one run by qualified table name.
        accuracy: What the run knows of how well its version extracts.

    Raises:
        GateError: If one does not.
    """
    with open_for_writing(snapshot) as connection:
        append_ops(connection, checked_ledger(frames, accuracy.scores if accuracy else None))
    write_accuracy(snapshot, accuracy)


def ledger_frames(ledger: Validated) -> dict[str, pl.DataFrame]:
    """Return what was judged and refused, by qualified name of its ``ops`` table."""
    return {
        "ops.validations": ledger.validations,
        "ops.rejected_rows": ledger.rejected_rows,
        "ops.issues": ledger.issues,
    }


def file_frames(run: RunContext, plan: RunPlan) -> dict[str, pl.DataFrame]:
    """Return the outcome of every file that is not simply unchanged."""
    changed = plan.changes.outcomes.filter(pl.col("outcome") != "unchanged")
    name = FILE_OUTCOMES_TABLE.qualified_name
    return {name: with_run_id(changed, run.run_id, FILE_OUTCOMES_TABLE)}


def with_run_id(rows: pl.DataFrame, run_id: str, table: Table) -> pl.DataFrame:
    """Return rows of an ``ops`` table with the run that they belong to, in the table's columns."""
    named = rows.with_columns(pl.lit(run_id).alias("run_id"))
    return named.select(table.column_names).cast(table.polars_schema)


def count_rejected(ledger: Validated) -> int:
    """Return the number of refused rows, each counted once."""
    return int(ledger.rejected_rows.select("table_name", "row_key").n_unique())


def summarise(
    run: RunContext,
    status: str,
    counts: Mapping[str, int],
    plan: RunPlan | None,
    rejected_row_count: int,
) -> RunSummary:
    """Return how a run ended.

    Args:
        run: The run.
        status: One of the run statuses.
        counts: Rows of every table after the run, by qualified name.
        plan: What the run changed; None when it failed and so changed nothing.
        rejected_row_count: Rows that the gate refused.
    """
    changes = plan.changes if plan else None
    failed = changes.outcomes.filter(pl.col("outcome") == "failed") if changes else None
    return RunSummary(
        run_id=run.run_id,
        status=status,
        warehouse=run.warehouse,
        found_file_count=plan.found_file_count if plan else 0,
        failed_file_count=failed.height if failed is not None else 0,
        extracted_document_count=len(changes.documents_to_extract) if changes else 0,
        removed_document_count=len(changes.removed_document_ids) if changes else 0,
        document_count=counts["raw.documents"],
        mention_count=counts["core.entity_mentions"],
        figure_count=counts["core.figures"],
        rejected_row_count=rejected_row_count,
        duration_s=(datetime.now(UTC) - run.started_at).total_seconds(),
    )


def run_row(run: RunContext, summary: RunSummary, error_text: str | None = None) -> pl.DataFrame:
    """Return the row of ``ops.runs``."""
    row: dict[str, Any] = summary.as_record()
    row |= {
        "started_at": naive_utc(run.started_at),
        "ended_at": naive_utc(datetime.now(UTC)),
        "error_text": error_text,
        "code_version": run.code_version,
        "model_name": run.model,
        "extraction_fingerprint": run.fingerprint,
        "rules_version": run.rules_version,
        "forced_reason": run.forced_reason,
        "settings_json": run.settings_json,
        "sources_json": json.dumps([str(source) for source in run.sources], ensure_ascii=False),
    }
    values = {name: row[name] for name in RUNS.column_names}
    return pl.DataFrame([values], schema=RUNS.polars_schema)
