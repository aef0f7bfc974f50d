"""Validation of a run's frames: structure in polars, values in Great Expectations, then cascade."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import polars as pl

from expectations.compact import COMPACT_SCHEMAS, judge_compactly
from expectations.engine import Judgement, judge
from expectations.ledger import JudgedRows
from expectations.ordering import in_fixed_order
from expectations.rules import Context, Rule, rules_for
from expectations.settlement import settle
from expectations.structure import check_structure, known_tables
from expectations.suites import CRITICAL, Check, suite_for
from warehouse.columns import RUN_ID

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from expectations.validated import Validated
    from warehouse.contract import Table


def validate_frames(
    frames: Mapping[str, pl.DataFrame],
    *,
    run_id: str,
    beside: Mapping[str, pl.DataFrame] | None = None,
) -> Validated:
    """Judge the frames of a run and part the rows that may be loaded from those that may not.

    A row that breaks a critical expectation is refused; of rows with one key the first in sort
    order that breaks nothing else stays. What refers to a refused row is refused by
    ``reference_exists``. Warnings become ``ops.issues`` of the rows that stay.

    Args:
        frames: Frames by qualified table name. Those that come from documents must be complete for
            their documents, and come with ``raw.documents``, ``raw.passages`` and
            ``core.sentences`` where a rule needs them.
        run_id: Id of the run; its day bounds plausible publication dates.
        beside: Frames of other tables that rules may look at and that are not judged; they need
            only the columns that these rules read.

    Returns:
        Accepted frames, and frames of ``ops.rejected_rows``, ``ops.validations``, ``ops.issues``.

    Raises:
        GateError: If a frame has not the declared columns and types, or an expectation cannot be
            judged; the message names it.
        ValueError: If ``run_id`` is none.
    """
    tables = known_tables(frames)
    for table in tables:
        check_structure(table, frames[table.qualified_name])
    ordered = {
        table.qualified_name: in_fixed_order(table, frames[table.qualified_name])
        for table in tables
    }
    fixed = {name: frame for name, (frame, _) in ordered.items()}
    context = Context(frames={**(beside or {}), **fixed}, run_on=_day_of(run_id))
    judged = {
        table.qualified_name: judge_table(table, fixed[table.qualified_name], context)
        for table in tables
    }
    rows = {
        table.qualified_name: _name_rows(
            table, *ordered[table.qualified_name], judged[table.qualified_name]
        )
        for table in tables
    }
    broken = {name: _critical_rows(rows[name], judgements) for name, judgements in judged.items()}
    return settle(run_id, rows, judged, broken)


def judge_table(table: Table, frame: pl.DataFrame, context: Context) -> list[Judgement]:
    """Judge every expectation and domain rule of one table.

    Args:
        table: Declaration of the contract.
        frame: Rows of the table, of the declared structure.
        context: Other frames, seeds and the day of the run.

    Raises:
        GateError: If an expectation or a rule cannot be judged; the message names it.
    """
    rules = rules_for(table.qualified_name, context.frames)
    helpers, seconds = _judge_rules(rules, frame, context)
    expectations = [*suite_for(table), *(rule.expectation for rule in rules)]
    judge_suite = judge_compactly if table.schema in COMPACT_SCHEMAS else judge
    judgements = judge_suite(
        frame.with_columns(helpers), expectations, table_name=table.qualified_name
    )
    return [
        replace(item, duration_s=item.duration_s + seconds.get(item.expectation.rule, 0.0))
        for item in judgements
    ]


def _judge_rules(
    rules: Sequence[Rule], frame: pl.DataFrame, context: Context
) -> tuple[list[pl.Series], dict[str, float]]:
    """Return the helper column of each rule, and the seconds that each took, by its name."""
    helpers, seconds = [], {}
    for rule in rules:
        started = time.perf_counter()
        holds = ~rule.broken_rows(frame, context)
        helpers.append(holds.alias(rule.expectation.helper or rule.name))
        seconds[rule.expectation.rule] = time.perf_counter() - started
    return helpers, seconds


def _day_of(run_id: str) -> date:
    if not re.fullmatch(RUN_ID.pattern or "", run_id):
        msg = f"{run_id!r} is no run id"
        raise ValueError(msg)
    return date.fromisoformat(run_id[:8])


def _name_rows(
    table: Table,
    frame: pl.DataFrame,
    given_positions: pl.Series | None,
    judgements: Sequence[Judgement],
) -> JudgedRows:
    refused = {
        row
        for judgement in judgements
        if judgement.expectation.severity == CRITICAL
        and judgement.expectation.check is not Check.UNIQUE_KEY
        for row in judgement.broken_rows
    }
    return JudgedRows(
        table=table,
        frame=frame,
        given_positions=given_positions,
        copies=number_copies(table, frame, refused),
    )


def number_copies(table: Table, frame: pl.DataFrame, refused: set[int]) -> dict[int, int]:
    """Return the number, from 2, of each row whose key another row has before it.

    Args:
        table: Declaration of the contract.
        frame: Rows of the table.
        refused: Positions of rows that are refused anyway; they stand behind the others.

    Returns:
        Number by position. The order is that of all columns, so it does not depend on the frame's.
    """
    repeated = frame.with_row_index("row_position").filter(
        frame.select(pl.struct(table.key).is_duplicated()).to_series()
    )
    ordered = repeated.with_columns(is_refused=pl.col("row_position").is_in(sorted(refused))).sort(
        "is_refused", *table.column_names, nulls_last=True, maintain_order=True
    )
    numbered = ordered.select("row_position", number=pl.int_range(1, pl.len() + 1).over(table.key))
    return {position: number for position, number in numbered.iter_rows() if number > 1}


def _critical_rows(rows: JudgedRows, judgements: Sequence[Judgement]) -> dict[str, tuple[int, ...]]:
    broken = {}
    for judgement in judgements:
        expectation = judgement.expectation
        if expectation.severity != CRITICAL or judgement.is_success:
            continue
        positions = judgement.broken_rows
        if expectation.check is Check.UNIQUE_KEY:
            positions = tuple(row for row in positions if row in rows.copies)
        broken[expectation.rule] = positions
    return broken
