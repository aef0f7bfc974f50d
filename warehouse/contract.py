"""Machinery of the contract: what a column, a reference, a span and a table are.

Nothing here names a real table; start reading in ``warehouse/tables/core.py``.
Everything else about a table (polars schema, DDL, expectations, data dictionary, test data) is
derived from these declarations by the modules beside this one and by ``expectations/``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from polars import Schema

DECIMAL_PRECISION: Final = 38
DECIMAL_SCALE: Final = 9
RESERVED_WORDS: Final = frozenset({"at", "end", "offset", "order", "group", "table", "user"})
NAME_PATTERN: Final = re.compile(r"[a-z][a-z0-9_]*")


class DType(StrEnum):
    """Data types of the contract; a type that is missing in one of the maps below raises."""

    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    FLOAT = "float"
    BOOLEAN = "boolean"
    DATE = "date"
    TIMESTAMP = "timestamp"


SQL_TYPES: Final = {
    DType.TEXT: "VARCHAR",
    DType.INTEGER: "BIGINT",
    DType.DECIMAL: f"DECIMAL({DECIMAL_PRECISION}, {DECIMAL_SCALE})",
    DType.FLOAT: "DOUBLE",
    DType.BOOLEAN: "BOOLEAN",
    DType.DATE: "DATE",
    DType.TIMESTAMP: "TIMESTAMP",
}
NUMERIC_TYPES: Final = frozenset({DType.INTEGER, DType.DECIMAL, DType.FLOAT})


class ContractError(ValueError):
    """A declaration of the contract contradicts itself; raised at import, never at run time."""


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column: its name, type, meaning and the values that it may hold.

    ``minimum`` and ``maximum`` are inclusive and in ``unit``; ``pattern`` must match the whole
    value; numbers must state a unit.
    """

    name: str
    dtype: DType
    description: str
    unit: str | None = None
    minimum: int | None = None
    maximum: int | None = None
    vocabulary: tuple[str, ...] | None = None
    pattern: str | None = None
    nullable: bool = False

    def __post_init__(self) -> None:
        """Reject a declaration that contradicts itself.

        Raises:
            ContractError: If name, description, unit or bounds are missing or do not fit the type.
        """
        if not NAME_PATTERN.fullmatch(self.name) or self.name in RESERVED_WORDS:
            msg = f"column name {self.name!r} is reserved or not lower snake case"
            raise ContractError(msg)
        if not self.description.endswith("."):
            msg = f"column {self.name}: the description must be a sentence"
            raise ContractError(msg)
        if (self.dtype in NUMERIC_TYPES) != (self.unit is not None):
            msg = f"column {self.name}: a unit belongs to every number and to nothing else"
            raise ContractError(msg)
        if self.dtype is not DType.TEXT and (self.vocabulary or self.pattern):
            msg = f"column {self.name}: only text has a vocabulary or a pattern"
            raise ContractError(msg)
        if self.dtype not in NUMERIC_TYPES and (self.minimum, self.maximum) != (None, None):
            msg = f"column {self.name}: only numbers have bounds"
            raise ContractError(msg)

    def as_nullable(self) -> Column:
        """Return the same column with null allowed."""
        return replace(self, nullable=True)

    def named(self, name: str, description: str) -> Column:
        """Return the same kind of column under another name and meaning."""
        return replace(self, name=name, description=description)


@dataclass(frozen=True, kw_only=True)
class Reference:
    """Values of ``columns`` must exist as ``target_columns`` of ``target`` (null is allowed)."""

    columns: tuple[str, ...]
    target: str
    target_columns: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SpanColumns:
    """Three columns that together name a piece of ``raw.documents.text``: all null or none."""

    text: str
    start_char: str
    end_char: str


@dataclass(frozen=True, kw_only=True)
class Table:
    """One table: its columns in order, its key and what it refers to.

    Tables of the schema ``ops`` describe runs and are outside the promise of determinism.
    """

    schema: str
    name: str
    grain: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    references: tuple[Reference, ...] = ()
    spans: tuple[SpanColumns, ...] = ()

    def __post_init__(self) -> None:
        """Reject a table whose parts do not fit together.

        Raises:
            ContractError: If names repeat, or the key, a reference or a span names no column.
        """
        names = self.column_names
        if len(set(names)) != len(names):
            msg = f"table {self.qualified_name}: a column name repeats"
            raise ContractError(msg)
        used = [*self.key, *(c for r in self.references for c in r.columns)]
        used += [c for s in self.spans for c in (s.text, s.start_char, s.end_char)]
        unknown = sorted(set(used) - set(names))
        if unknown or not self.key:
            msg = f"table {self.qualified_name}: no such column {unknown} or no key"
            raise ContractError(msg)
        if any(self.column(name).nullable for name in self.key):
            msg = f"table {self.qualified_name}: a key column is nullable"
            raise ContractError(msg)

    @property
    def qualified_name(self) -> str:
        """Schema and name, as SQL says it: ``core.figures``."""
        return f"{self.schema}.{self.name}"

    @property
    def column_names(self) -> tuple[str, ...]:
        """Names of all columns, in order."""
        return tuple(column.name for column in self.columns)

    def column(self, name: str) -> Column:
        """Return the column of that name.

        Raises:
            KeyError: If the table has none.
        """
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)

    @property
    def polars_schema(self) -> Schema:
        """Polars schema in column order; text stays String so that a bad value can be rejected."""
        import polars as pl  # noqa: PLC0415 - the contract itself must import in milliseconds

        types = {
            DType.TEXT: pl.String(),
            DType.INTEGER: pl.Int64(),
            DType.DECIMAL: pl.Decimal(DECIMAL_PRECISION, DECIMAL_SCALE),
            DType.FLOAT: pl.Float64(),
            DType.BOOLEAN: pl.Boolean(),
            DType.DATE: pl.Date(),
            DType.TIMESTAMP: pl.Datetime("us"),
        }
        return pl.Schema({column.name: types[column.dtype] for column in self.columns})


def check_references(tables: tuple[Table, ...]) -> None:
    """Check that every reference leads to a table and columns that exist.

    Raises:
        ContractError: Naming the first reference that leads nowhere.
    """
    by_name = {table.qualified_name: table for table in tables}
    for table in tables:
        for reference in table.references:
            target = by_name.get(reference.target)
            if target is None or not set(reference.target_columns) <= set(target.column_names):
                msg = f"{table.qualified_name} refers to {reference.target}, which is not declared"
                raise ContractError(msg)
