"""Judgement of small tables at a small price: their whole suite in one expectation.

Great Expectations takes milliseconds for each expectation, whatever it judges. The seeds and the
ledger are many tables of few rows, so each statement of their suites becomes a helper column, as a
domain rule does, and Great Expectations judges the helpers together.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import polars as pl

from expectations.engine import Judgement, judge
from expectations.suites import Check, Expectation
from warehouse.errors import GateError

if TYPE_CHECKING:
    from collections.abc import Sequence

COMPACT_SCHEMAS: Final = frozenset({"ref", "ops"})
_AS_THEY_ARE: Final = (Check.COLUMN_ORDER, Check.HOLDS)


def judge_compactly(
    frame: pl.DataFrame, expectations: Sequence[Expectation], *, table_name: str
) -> list[Judgement]:
    """Judge every expectation on a frame; as ``engine.judge``, and with its verdicts.

    Args:
        frame: Rows of one table plus the boolean helper columns that the expectations name.
        expectations: What to judge; the order of the answer is theirs.
        table_name: Schema and name of the table, for messages.

    Raises:
        GateError: If an expectation cannot be judged; it names the expectation.
    """
    if not frame.height:
        return judge(frame, expectations, table_name=table_name)
    asked = [_as_rule(item, index) for index, item in enumerate(expectations)]
    helpers = [
        _holds(frame, item, twin, table_name)
        for item, twin in zip(expectations, asked, strict=True)
        if item is not twin
    ]
    judged = judge(frame.with_columns(helpers), asked, table_name=table_name)
    return [
        replace(judgement, expectation=item)
        for item, judgement in zip(expectations, judged, strict=True)
    ]


def _as_rule(expectation: Expectation, index: int) -> Expectation:
    if expectation.check in _AS_THEY_ARE:
        return expectation
    name = f"statement_{index}"
    return Expectation(
        name=name,
        check=Check.HOLDS,
        columns=expectation.columns,
        severity=expectation.severity,
        helper=f"holds_{name}",
    )


def _holds(
    frame: pl.DataFrame, expectation: Expectation, twin: Expectation, table_name: str
) -> pl.Series:
    try:
        broken = frame.select(broken_by(expectation).alias(twin.helper or "")).to_series()
    except pl.exceptions.PolarsError as error:
        msg = (
            f"{table_name}: the expectation {expectation.rule} could not be judged ({error}); "
            "correct the frame or the expectation."
        )
        raise GateError(msg) from error
    return ~broken.fill_null(value=False)


def broken_by(expectation: Expectation) -> pl.Expr:
    """Return what is true of a row that breaks an expectation of a suite; null is not broken.

    Args:
        expectation: Any but a domain rule and the order of columns.

    Raises:
        GateError: If it is one of those.
    """
    column = pl.col(expectation.columns[0])
    match expectation.check:
        case Check.NOT_NULL:
            return column.is_null()
        case Check.UNIQUE_KEY:
            return pl.struct(expectation.columns).is_duplicated()
        case Check.WITHIN_BOUNDS:
            lowest, highest = expectation.minimum, expectation.maximum
            below = pl.lit(value=False) if lowest is None else column < lowest
            return below if highest is None else below | (column > highest)
        case Check.IN_VOCABULARY:
            return ~column.is_in(list(expectation.vocabulary or ()))
        case Check.MATCHES_PATTERN:
            return ~column.str.contains(rf"^(?:{expectation.pattern})\z")
        case _:
            msg = f"{expectation.rule} is no statement of a suite"
            raise GateError(msg)
