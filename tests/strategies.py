"""Hypothesis strategies that follow the contract: any value, row or frame that a table may hold.

References and spans are laws between rows; the strategies here know single tables only.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import polars as pl
from hypothesis import strategies as st

from warehouse.contract import DECIMAL_PRECISION, DECIMAL_SCALE, DType

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import SearchStrategy

    from warehouse.contract import Column, Table

LARGEST_INTEGER = 2**63 - 1
LARGEST_DECIMAL = 10 ** (DECIMAL_PRECISION - DECIMAL_SCALE) - 1


def values_of(column: Column) -> SearchStrategy[Any]:
    """Return a strategy for the values of a column, null included where it is allowed.

    Args:
        column: Declaration of the contract: type, bounds, vocabulary and pattern all hold.
    """
    values = _set_values_of(column)
    return st.none() | values if column.nullable else values


def rows_of(table: Table) -> SearchStrategy[dict[str, Any]]:
    """Return a strategy for rows of a table, by column name."""
    return st.fixed_dictionaries({column.name: values_of(column) for column in table.columns})


def frames_of(table: Table, *, max_size: int = 5) -> SearchStrategy[pl.DataFrame]:
    """Return a strategy for frames that obey a table: its columns, types, values and unique key.

    Args:
        table: Declaration of the contract.
        max_size: Largest number of rows.
    """
    rows = st.lists(
        rows_of(table),
        max_size=max_size,
        unique_by=lambda row: tuple(row[name] for name in table.key),
    )
    return rows.map(lambda found: pl.DataFrame(found, schema=table.polars_schema, orient="row"))


def _set_values_of(column: Column) -> SearchStrategy[Any]:
    if column.vocabulary is not None:
        return st.sampled_from(column.vocabulary)
    if column.pattern is not None:
        # The engine's \d means ASCII digits only, Python's any digit.
        return st.from_regex(re.compile(column.pattern, re.ASCII), fullmatch=True)
    return _VALUES[column.dtype](column)


def _text(_: Column) -> SearchStrategy[str]:
    return st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def _integers(column: Column) -> SearchStrategy[int]:
    lowest = -LARGEST_INTEGER if column.minimum is None else column.minimum
    return st.integers(lowest, LARGEST_INTEGER if column.maximum is None else column.maximum)


def _decimals(column: Column) -> SearchStrategy[Decimal]:
    lowest = -LARGEST_DECIMAL if column.minimum is None else column.minimum
    highest = LARGEST_DECIMAL if column.maximum is None else column.maximum
    unscaled = st.integers(lowest * 10**DECIMAL_SCALE, highest * 10**DECIMAL_SCALE)
    return unscaled.map(lambda number: Decimal(f"{number}E-{DECIMAL_SCALE}"))


def _floats(column: Column) -> SearchStrategy[float]:
    return st.floats(column.minimum, column.maximum, allow_nan=False, allow_infinity=False)


_VALUES: dict[DType, Callable[[Column], SearchStrategy[Any]]] = {
    DType.TEXT: _text,
    DType.INTEGER: _integers,
    DType.DECIMAL: _decimals,
    DType.FLOAT: _floats,
    DType.BOOLEAN: lambda _: st.booleans(),
    DType.DATE: lambda _: st.dates(date(1, 1, 1), date(9999, 12, 31)),
    DType.TIMESTAMP: lambda _: st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 31)),  # noqa: DTZ001 - stored as naive UTC
}
