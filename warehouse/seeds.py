"""Reading of ``seeds/``: one CSV file per table of the schema ``ref``, plus the sample corpus.

``read_seed_rows`` needs only the standard library, because text processing imports it at start;
``read_seed`` gives the same rows as a polars frame. A cell that breaks the contract is refused
with its file and line.
"""

from __future__ import annotations

import csv
import re
from datetime import date
from decimal import Context, Decimal, InvalidOperation
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from warehouse.contract import DECIMAL_PRECISION, DECIMAL_SCALE, Column, DType, Table
from warehouse.errors import UsageError
from warehouse.tables.ref import GATE_FILES, SEED_FILES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    import polars as pl

SeedValue: TypeAlias = str | int | float | Decimal | bool | date | None
SeedRow: TypeAlias = dict[str, SeedValue]

_INTEGER_DIGITS: Final = DECIMAL_PRECISION - DECIMAL_SCALE
_CONTEXT: Final = Context(prec=DECIMAL_PRECISION)
_BOOLEANS: Final = {"true": True, "false": False}


def seed_folder() -> Path:
    """Return the folder of the reference CSV files, beside the packages in every installation."""
    return Path(__file__).resolve().parents[1] / "seeds"


def gate_folder() -> Path:
    """Return the folder of the CSV files that bound what the gate lets pass."""
    return Path(__file__).resolve().parents[1] / "expectations"


def corpus_folder() -> Path:
    """Return the folder of the sample articles."""
    return seed_folder() / "corpus"


def seed_path(table: Table, folder: Path | None = None) -> Path:
    """Return the CSV file of a table of the schema ``ref``.

    Args:
        table: Table of the schema ``ref``.
        folder: Folder of the CSV files; by default that of the table.

    Raises:
        UsageError: If the table is not filled from a seed.
    """
    for home, files in ((seed_folder(), SEED_FILES), (gate_folder(), GATE_FILES)):
        for file_name, seeded in files.items():
            if seeded.qualified_name == table.qualified_name:
                return (folder or home) / file_name
    msg = f"{table.qualified_name} has no seed file; only tables of the schema ref have one."
    raise UsageError(msg)


def read_seed_rows(table: Table, folder: Path | None = None) -> list[SeedRow]:
    """Return the rows of a seed, typed by the contract, in the order of the file.

    Args:
        table: Table of the schema ``ref``.
        folder: Folder of the CSV files, ``seed_folder()`` by default.

    Returns:
        One dict per row; an empty cell of a nullable column is ``None``. The dicts are the
        caller's own.

    Raises:
        UsageError: If the file is missing or breaks the contract, naming file and line.
    """
    return [dict(row) for row in _cached_rows(table, seed_path(table, folder))]


def read_seed(table: Table, folder: Path | None = None) -> pl.DataFrame:
    """Return a seed as a frame that obeys ``table``, in the order of the file.

    Args:
        table: Table of the schema ``ref``.
        folder: Folder of the CSV files, ``seed_folder()`` by default.

    Raises:
        UsageError: If the file is missing or breaks the contract, naming file and line.
    """
    import polars as pl  # noqa: PLC0415 - half a second that read_seed_rows must not cost

    return pl.DataFrame(read_seed_rows(table, folder), schema=table.polars_schema, orient="row")


def read_table(table: Table, path: Path) -> pl.DataFrame:
    """Return any CSV file that obeys a table of the schema ``ref``, read anew in every call.

    Args:
        table: Table whose columns the file has.
        path: The file.

    Raises:
        UsageError: If the file is missing or breaks the contract, naming file and line.
    """
    import polars as pl  # noqa: PLC0415 - as above

    rows = _cached_rows.__wrapped__(table, path)
    return pl.DataFrame(rows, schema=table.polars_schema, orient="row")


@lru_cache(maxsize=64)
def _cached_rows(table: Table, path: Path) -> tuple[SeedRow, ...]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            return tuple(_parse_rows(table, path, lines))
    except FileNotFoundError as error:
        msg = f"{path} is missing; restore it from the project's seeds folder."
        raise UsageError(msg) from error
    except UnicodeDecodeError as error:
        msg = f"{path} is not UTF-8 (byte {error.start}); save it as UTF-8 without BOM."
        raise UsageError(msg) from error
    except csv.Error as error:
        msg = f"{path} is no well-formed CSV ({error}); check its quotation marks."
        raise UsageError(msg) from error


def _parse_rows(table: Table, path: Path, lines: Iterable[str]) -> list[SeedRow]:
    reader = csv.reader(lines, strict=True)
    header = ",".join(next(reader, []))
    if header != ",".join(table.column_names):
        msg = f"{path} line 1: the header must be {','.join(table.column_names)}, it is {header!r}."
        raise UsageError(msg)
    rows: list[SeedRow] = []
    first_lines: dict[tuple[SeedValue, ...], int] = {}
    for cells in reader:
        where = f"{path} line {reader.line_num}"
        row = _parse_row(table, where, cells)
        key = tuple(row[name] for name in table.key)
        if key in first_lines:
            msg = f"{where}: the key {key} stands already in line {first_lines[key]}; keep one."
            raise UsageError(msg)
        first_lines[key] = reader.line_num
        rows.append(row)
    return rows


def _parse_row(table: Table, where: str, cells: list[str]) -> SeedRow:
    if len(cells) != len(table.columns):
        msg = f"{where}: {len(cells)} cells, but {len(table.columns)} columns; check the commas."
        raise UsageError(msg)
    row: SeedRow = {}
    for column, cell in zip(table.columns, cells, strict=True):
        try:
            row[column.name] = parse_cell(column, cell)
        except ValueError as error:
            msg = f"{where}, column {column.name}: {error}; correct the cell."
            raise UsageError(msg) from error
    return row


def parse_cell(column: Column, cell: str) -> SeedValue:
    """Read one CSV cell as a value that the column may hold.

    Args:
        column: Declaration of the column.
        cell: Text of the cell; the empty text means null.

    Raises:
        ValueError: If the value is missing, of another type, or outside bounds, vocabulary or
            pattern; the message says which.

    >>> from warehouse.tables.ref import NUMBER_WORDS
    >>> parse_cell(NUMBER_WORDS.column("number_value"), "1000")
    Decimal('1000')
    """
    if cell == "":
        if column.nullable:
            return None
        msg = "a value is missing"
        raise ValueError(msg)
    value = _PARSERS[column.dtype](cell)
    _check_value(column, value)
    return value


def _check_value(column: Column, value: SeedValue) -> None:
    if column.vocabulary is not None and value not in column.vocabulary:
        msg = f"{value!r} is none of {', '.join(column.vocabulary)}"
        raise ValueError(msg)
    if column.pattern is not None and not re.fullmatch(column.pattern, str(value)):
        msg = f"{value!r} does not match {column.pattern}"
        raise ValueError(msg)
    if isinstance(value, (int, float, Decimal)):
        if column.minimum is not None and value < column.minimum:
            msg = f"{value} is below {column.minimum}"
            raise ValueError(msg)
        if column.maximum is not None and value > column.maximum:
            msg = f"{value} is above {column.maximum}"
            raise ValueError(msg)


def _parse_boolean(cell: str) -> bool:
    if cell not in _BOOLEANS:
        msg = f"{cell!r} is neither true nor false"
        raise ValueError(msg)
    return _BOOLEANS[cell]


def _parse_decimal(cell: str) -> Decimal:
    try:
        number = Decimal(cell)
        exact = number == number.quantize(Decimal(1).scaleb(-DECIMAL_SCALE), context=_CONTEXT)
    except InvalidOperation as error:
        msg = f"{cell!r} is no number with at most {_INTEGER_DIGITS} digits before the point"
        raise ValueError(msg) from error
    if not exact:
        msg = f"{cell!r} has more than {DECIMAL_SCALE} decimal places"
        raise ValueError(msg)
    return number


_PARSERS: Final[Mapping[DType, Callable[[str], SeedValue]]] = {
    DType.TEXT: str,
    DType.INTEGER: int,
    DType.DECIMAL: _parse_decimal,
    DType.FLOAT: float,
    DType.BOOLEAN: _parse_boolean,
    DType.DATE: date.fromisoformat,
}
