"""Expectations as plain data, derived from the contract; no Great Expectations here.

What one column's declaration says is said again nowhere: nullability, key, bounds, vocabulary and
pattern come from ``warehouse.contract``. Rules over several columns live in ``expectations.rules``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warehouse.contract import Column, Table

CRITICAL: Final = "critical"
WARNING: Final = "warning"
WHOLE_TABLE: Final = "*"


class Check(StrEnum):
    """What an expectation does with its columns; the value is its name in ``ops.validations``."""

    COLUMN_ORDER = "column_order"
    NOT_NULL = "not_null"
    UNIQUE_KEY = "unique_key"
    WITHIN_BOUNDS = "within_bounds"
    IN_VOCABULARY = "in_vocabulary"
    MATCHES_PATTERN = "matches_pattern"
    HOLDS = "holds"


@dataclass(frozen=True, kw_only=True)
class Expectation:
    """One statement about a table that is true or broken by some of its rows.

    ``minimum`` and ``maximum`` are inclusive; ``pattern`` must match the whole value; null passes
    everything but ``NOT_NULL``. ``HOLDS`` reads the boolean column ``helper``; its
    ``reason`` says what is true of a good row.
    """

    name: str
    check: Check
    columns: tuple[str, ...]
    severity: str = CRITICAL
    minimum: int | None = None
    maximum: int | None = None
    vocabulary: tuple[str, ...] | None = None
    pattern: str | None = None
    helper: str | None = None
    reason: str | None = None

    @property
    def column_name(self) -> str:
        """Columns as ``ops.validations`` names them: joined by ',', '*' for the table."""
        if self.check is Check.COLUMN_ORDER:
            return WHOLE_TABLE
        return ",".join(self.columns)

    @property
    def rule(self) -> str:
        """Name in ``ops.rejected_rows``, unique within a table: ``not_null(kind)``."""
        return self.name if self.check is Check.HOLDS else f"{self.name}({self.column_name})"


def suite_for(table: Table) -> list[Expectation]:
    """Return the expectations that the declaration of a table implies, all of them critical.

    Args:
        table: Declaration of the contract.

    Returns:
        Columns in order, not-null per required column, the key's uniqueness, then bounds,
        vocabulary and pattern, one expectation each.
    """
    order = Expectation(
        name=Check.COLUMN_ORDER, check=Check.COLUMN_ORDER, columns=table.column_names
    )
    key = Expectation(name=Check.UNIQUE_KEY, check=Check.UNIQUE_KEY, columns=table.key)
    values = [item for column in table.columns for item in _column_expectations(column)]
    return [order, key, *values]


def _column_expectations(column: Column) -> Iterator[Expectation]:
    columns = (column.name,)
    if not column.nullable:
        yield Expectation(name=Check.NOT_NULL, check=Check.NOT_NULL, columns=columns)
    if (column.minimum, column.maximum) != (None, None):
        yield Expectation(
            name=Check.WITHIN_BOUNDS,
            check=Check.WITHIN_BOUNDS,
            columns=columns,
            minimum=column.minimum,
            maximum=column.maximum,
        )
    if column.vocabulary is not None:
        yield Expectation(
            name=Check.IN_VOCABULARY,
            check=Check.IN_VOCABULARY,
            columns=columns,
            vocabulary=column.vocabulary,
        )
    if column.pattern is not None:
        yield Expectation(
            name=Check.MATCHES_PATTERN,
            check=Check.MATCHES_PATTERN,
            columns=columns,
            pattern=column.pattern,
        )
