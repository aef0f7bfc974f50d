"""Values made wrong on purpose, one column of one row at a time, in every way that a column allows.

Start reading in ``mutations_of``; ``mutation_judging`` has the gate judge what it returns.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from itertools import count
from typing import TYPE_CHECKING, Final

from warehouse.contract import DType
from warehouse.tables import TABLES_BY_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

    import polars as pl

    from warehouse.contract import Column, Table

NUMBERS: Final = (DType.INTEGER, DType.DECIMAL, DType.FLOAT)
DAYS: Final = (DType.DATE, DType.TIMESTAMP)


class Kind(StrEnum):
    """Ways to make a value wrong."""

    NULL = "null"
    WRONG_TYPE = "wrong type"
    OUTSIDE = "outside bounds or vocabulary"
    OFF_BY_ONE = "off by one"
    DUPLICATE_KEY = "duplicate key"
    ANOTHER_ROW = "another row's value"
    TRUNCATED = "truncated"


@dataclass(frozen=True, kw_only=True)
class Mutation:
    """One wrong value: column ``column`` of row ``row`` of a table, counted in the sound frame.

    ``donor`` is the row that another value, or a key, is taken from; ``step`` what is added, a
    number or days. A duplicate key names all columns of the key.
    """

    table: str
    column: str
    kind: Kind
    row: int
    donor: int | None = None
    step: int = 0

    @property
    def place(self) -> str:
        """Table and column."""
        return f"{self.table}.{self.column}"


def mutations_of(table: Table, frame: pl.DataFrame, rows_per_way: int) -> list[Mutation]:
    """Return the mutations that the values of a sound frame allow, spread over its rows.

    Args:
        table: Declaration of the contract.
        frame: Sound rows; a column without values has no mutation.
        rows_per_way: Rows in which a column is made wrong in one way.
    """
    turns = count()
    found = [
        mutation
        for column in table.columns
        for mutation in _mutations_of_column(table, column, frame[column.name], turns, rows_per_way)
    ]
    return [*found, *_duplicate_keys(table, frame)]


def _mutations_of_column(
    table: Table, column: Column, values: pl.Series, turns: Iterator[int], rows_per_way: int
) -> Iterator[Mutation]:
    filled, listed = values.is_not_null().arg_true().to_list(), values.to_list()
    for kind, step in _ways(column):
        rows = {filled[next(turns) % len(filled)] for _ in range(rows_per_way) if filled}
        for number, row in enumerate(sorted(rows)):
            donor = _donor(listed, row, number) if kind is Kind.ANOTHER_ROW else None
            mutation = Mutation(
                table=table.qualified_name,
                column=column.name,
                kind=kind,
                row=row,
                donor=donor,
                step=step,
            )
            if _is_change(mutation, values):
                yield mutation


def _ways(column: Column) -> Iterator[tuple[Kind, int]]:
    """Yield the kinds that a column allows, with the step of each."""
    yield Kind.NULL, 0
    if _has_outside(column):
        yield Kind.OUTSIDE, 0
    if column.dtype in (*NUMBERS, *DAYS):
        yield Kind.OFF_BY_ONE, 1
        yield Kind.OFF_BY_ONE, -1
    if column.dtype is DType.TEXT:
        yield Kind.TRUNCATED, 0
    yield Kind.ANOTHER_ROW, 0


def _has_outside(column: Column) -> bool:
    bounds = (column.minimum, column.maximum, column.vocabulary, column.pattern)
    return any(bound is not None for bound in bounds)


def _is_change(mutation: Mutation, values: pl.Series) -> bool:
    if mutation.kind is Kind.ANOTHER_ROW:
        return mutation.donor is not None
    return mutation.kind is not Kind.TRUNCATED or bool(values[mutation.row])


def _donor(values: list[object], row: int, number: int) -> int | None:
    """Return a row with another value: of the next value, or with ``number`` of a later one."""
    found: list[int] = []
    for other in (*range(row + 1, len(values)), *range(row)):
        if values[other] not in (None, values[row], *(values[i] for i in found)):
            found.append(other)
        if len(found) > number:
            break
    return found[-1] if found else None


def _duplicate_keys(table: Table, frame: pl.DataFrame) -> Iterator[Mutation]:
    if frame.height > 1:
        yield Mutation(
            table=table.qualified_name,
            column=",".join(table.key),
            kind=Kind.DUPLICATE_KEY,
            row=0,
            donor=1,
        )


def mutated_values(mutation: Mutation, rows: pl.DataFrame) -> dict[str, object]:
    """Return the wrong values of the mutated row, by column.

    Args:
        mutation: What is made wrong; its kind is any but ``WRONG_TYPE``.
        rows: Frame in which the positions of the mutation count.
    """
    if mutation.kind is Kind.DUPLICATE_KEY:
        return {name: rows[name][mutation.donor or 0] for name in mutation.column.split(",")}
    column = TABLES_BY_NAME[mutation.table].column(mutation.column)
    return {mutation.column: _wrong_value(mutation, column, rows[mutation.column])}


def _wrong_value(mutation: Mutation, column: Column, values: pl.Series) -> object:
    value = values[mutation.row]
    match mutation.kind:
        case Kind.ANOTHER_ROW:
            return values[mutation.donor or 0]
        case Kind.TRUNCATED:
            return value[:-1]
        case Kind.OFF_BY_ONE:
            step = timedelta(days=mutation.step) if column.dtype in DAYS else mutation.step
            return value + step
        case Kind.OUTSIDE:
            return _outside(column, value)
        case _:
            return None


def _outside(column: Column, value: object) -> object:
    if column.vocabulary is not None or column.pattern is not None:
        return f"{value}\n"
    return column.minimum - 1 if column.minimum is not None else (column.maximum or 0) + 1
