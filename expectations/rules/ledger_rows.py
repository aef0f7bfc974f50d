"""Rules on runs and files in the ledger, schema ``ops``: what it says does not contradict itself.

What it says of judgements has a module of its own, ``judgement_rows``.
"""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Final

import polars as pl

from expectations.rules.lookup import looked_up
from expectations.rules.rule import Context, Judge, Rule
from expectations.rules.totals import ROOTED
from expectations.suites import CRITICAL, WARNING

if TYPE_CHECKING:
    from collections.abc import Callable

RUNS: Final = "ops.runs"
STARTED: Final = "%Y%m%dT%H%M%S"
"""Form of the start of a run in its id."""
SLACK: Final = timedelta(seconds=5)
"""Between the end of a run as its duration counts it and the moment when it was written down."""
FAILED: Final = ("failed", "failed_gate")
OF_RUNS: Final = (
    "ops.file_outcomes",
    "ops.validations",
    "ops.rejected_rows",
    "ops.issues",
    "ops.entity_changes",
    "ops.measures",
)


def judge_cells(*columns: str, is_broken: Callable[..., bool]) -> Judge:
    """Return a judge that looks at some cells of one row after the other.

    Args:
        columns: Columns of the cells.
        is_broken: True for cells that break the rule; gets them in that order.
    """

    def judge(rows: pl.DataFrame, _context: Context) -> pl.Series:
        broken = [is_broken(*cells) for cells in rows.select(columns).iter_rows()]
        return pl.Series(broken, dtype=pl.Boolean)

    return judge


def _is_no_json(text: str | None) -> bool:
    try:
        json.loads(text or "null")
    except ValueError:
        return True
    return False


def _run_unknown(rows: pl.DataFrame, context: Context) -> pl.Series:
    return ~rows["run_id"].is_in(context.frames[RUNS]["run_id"].to_list())


def _count_differs(column: str, table: str, counted: pl.Expr) -> Judge:
    def judge(runs: pl.DataFrame, context: Context) -> pl.Series:
        counts = context.frames[table].group_by("run_id").agg(counted=counted)
        found = looked_up(runs, counts, {"run_id": "run_id"}, {"counted": "counted"})
        return found.select(pl.col(column) != pl.col("counted").fill_null(0)).to_series()

    return judge


def ledger_rule(
    table: str,
    name: str,
    columns: tuple[str, ...],
    reason: str,
    broken: pl.Expr | Judge,
    *,
    severity: str = CRITICAL,
    beside: tuple[str, ...] = (),
) -> Rule:
    """Return a rule of a table of the ledger, critical unless it is said to be a warning."""
    return Rule(
        name=name,
        table=table,
        columns=columns,
        reason=reason,
        broken=broken,
        severity=severity,
        beside=beside,
    )


_STARTED_AT: Final = pl.col("started_at")
_DURATION: Final = pl.duration(microseconds=(pl.col("duration_s") * 1_000_000).cast(pl.Int64))
_IS_FAILED: Final = pl.col("status").is_in(FAILED)
_CHANGES: Final = ("extracted_document_count", "removed_document_count")

LEDGER_RULES: Final = (
    *(
        ledger_rule(
            table,
            "run_exists",
            ("run_id",),
            "The run stands in ops.runs.",
            _run_unknown,
            beside=(RUNS,),
        )
        for table in OF_RUNS
    ),
    *(
        ledger_rule(
            RUNS,
            f"{column}_agrees",
            (column,),
            "The run counts what the ledger holds of it.",
            _count_differs(column, table, counted),
            severity=WARNING,
            beside=(table,),
        )
        for column, table, counted in (
            (
                "rejected_row_count",
                "ops.rejected_rows",
                pl.struct("table_name", "row_key").n_unique().cast(pl.Int64),
            ),
            (
                "failed_file_count",
                "ops.file_outcomes",
                (pl.col("outcome") == "failed").sum().cast(pl.Int64),
            ),
        )
    ),
    ledger_rule(
        RUNS,
        "run_id_tells_start",
        ("run_id", "started_at"),
        "A run is named by the second in which it started.",
        pl.col("run_id").str.slice(0, 15) != _STARTED_AT.dt.strftime(STARTED),
    ),
    ledger_rule(
        RUNS,
        "ends_after_start",
        ("started_at", "ended_at"),
        "A run does not end before it starts.",
        pl.col("ended_at") < _STARTED_AT,
    ),
    ledger_rule(
        RUNS,
        "duration_agrees_with_times",
        ("duration_s", "started_at", "ended_at"),
        "The duration of a run is the time between its start and its end.",
        (pl.col("ended_at") - _STARTED_AT - _DURATION).abs() > SLACK,
        severity=WARNING,
    ),
    ledger_rule(
        RUNS,
        "error_agrees_with_status",
        ("status", "error_text"),
        "A run that failed, and no other one, says why.",
        pl.col("error_text").is_not_null() != _IS_FAILED,
    ),
    ledger_rule(
        RUNS,
        "failed_files_were_found",
        ("failed_file_count", "found_file_count"),
        "No more files fail than are found.",
        pl.col("failed_file_count") > pl.col("found_file_count"),
        severity=WARNING,
    ),
    ledger_rule(
        RUNS,
        "unchanged_changes_nothing",
        ("status", *_CHANGES),
        "A run without changes has read and removed no document.",
        (pl.col("status") == "unchanged")
        & pl.any_horizontal(pl.col(name) > 0 for name in _CHANGES),
    ),
    *(
        ledger_rule(
            RUNS,
            f"{name}_is_json",
            (name,),
            "It is JSON.",
            judge_cells(name, is_broken=_is_no_json),
        )
        for name in ("settings_json", "sources_json")
    ),
    ledger_rule(
        "ops.file_outcomes",
        "reason_agrees_with_outcome",
        ("outcome", "reason"),
        "A file that failed or was skipped, and no other one, says why.",
        pl.col("outcome").is_in(("failed", "skipped")) != pl.col("reason").is_not_null(),
        severity=WARNING,
    ),
    ledger_rule(
        "ops.file_outcomes",
        "source_is_absolute",
        ("source",),
        "A source is an absolute path.",
        ~pl.col("source").str.contains(ROOTED),
    ),
    ledger_rule(
        "ops.entity_changes",
        "entities_differ",
        ("old_entity_id", "new_entity_id"),
        "What became of an entity is another one.",
        pl.col("old_entity_id") == pl.col("new_entity_id"),
    ),
)
