"""Export of a published warehouse to files: one per table, sorted by key, the same every time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from warehouse.ddl import quote_name, quote_table
from warehouse.errors import UsageError
from warehouse.faults import storage_faults
from warehouse.json_lines import plain_decimal, render_json_lines
from warehouse.marts import read_marts
from warehouse.queries import open_published
from warehouse.tables import ALL_TABLES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from duckdb import DuckDBPyConnection

    from warehouse.contract import Table

EXPORT_FORMATS: Final = ("parquet", "csv", "jsonl")
EXPORTED_SCHEMAS: Final = ("ref", "raw", "core", "mart")
LEDGER: Final = "ops.runs"
FORMULA_START: Final = r"^[=+\-@\t\r\n＝＋－＠]"  # noqa: RUF001 - full-width signs start formulas too
PLAIN_NUMBER: Final = r"^[+-]?\d+(\.\d+)?$"
PARQUET_ROW_GROUP: Final = 100_000


def exported_names() -> list[str]:
    """Return the qualified names of all tables and marts that an export writes.

    Marts that read the ledger of runs are left out: equal data would not give equal bytes.
    """
    tables = [t.qualified_name for t in ALL_TABLES if t.schema in EXPORTED_SCHEMAS]
    return tables + [f"mart.{mart.name}" for mart in read_marts() if LEDGER not in mart.sql]


def export_tables(
    path: Path,
    folder: Path,
    format: str,  # noqa: A002 - the word of the command line
    on_table: Callable[[str], None] | None = None,
) -> list[Path]:
    """Write every raw, core, mart and ref table to a file of its own.

    Equal data gives equal bytes: rows are sorted by key (marts by all columns), dates are ISO
    8601, numbers are exact and without trailing zeros. In CSV a text that a spreadsheet would
    take for a formula gets a leading apostrophe; an empty cell is null, ``""`` the empty text.

    Args:
        path: The warehouse, as users name it.
        folder: Folder to write to; it is created, files of the same names are replaced.
        format: ``parquet``, ``csv`` or ``jsonl``.
        on_table: Called with the name of each table before it is written, for progress.

    Returns:
        The files, in the order of the schemas.

    Raises:
        UsageError: If the format is unknown.
        EnvironmentFault: If there is no readable warehouse or the folder cannot be written.
    """
    if format not in EXPORT_FORMATS:
        msg = f"There is no format {format!r}; choose one of: {', '.join(EXPORT_FORMATS)}."
        raise UsageError(msg)
    files = []
    with open_published(path) as connection, storage_faults(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for name in exported_names():
            if on_table is not None:
                on_table(name)
            file = folder / f"{name}.{format}"
            _write(read_sorted(connection, name), file, format)
            files.append(file)
    return files


def read_sorted(connection: DuckDBPyConnection, name: str) -> pl.DataFrame:
    """Return a table sorted by its key, or a mart sorted by all its columns.

    Args:
        connection: Connection to a warehouse.
        name: Qualified name of the table or mart.
    """
    table = next((t for t in ALL_TABLES if t.qualified_name == name), None)
    source, order = _source_and_order(table, name)
    # The collation is bytewise, so the order depends on no locale.
    frame: pl.DataFrame = connection.sql(f"select * from {source} order by {order}").pl()  # noqa: S608
    return frame.rechunk()


def _source_and_order(table: Table | None, name: str) -> tuple[str, str]:
    if table is None:
        return ".".join(map(quote_name, name.split("."))), "all"
    return quote_table(table), ", ".join(map(quote_name, table.key))


def _write(frame: pl.DataFrame, file: Path, format: str) -> None:  # noqa: A002 - as above
    unfinished = file.with_name(f".{file.name}.part")
    try:
        if format == "parquet":
            frame.write_parquet(unfinished, row_group_size=PARQUET_ROW_GROUP)
        elif format == "csv":
            unfinished.write_bytes(render_csv(frame).encode())
        else:
            unfinished.write_bytes(render_json_lines(frame).encode())
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)


def render_csv(frame: pl.DataFrame) -> str:
    r"""Return a frame as CSV text that a spreadsheet opens without running anything.

    >>> render_csv(pl.DataFrame({"label": ["=1+1", "-5", "plain"], "low": [-5, 1, None]}))
    "label,low\n'=1+1,-5\n-5,1\nplain,\n"
    """
    columns = [_csv_column(name, dtype) for name, dtype in frame.schema.items()]
    return frame.select(columns).write_csv(line_terminator="\n", datetime_format="%FT%T%.6f")


def _csv_column(name: str, dtype: pl.DataType) -> pl.Expr:
    column = pl.col(name)
    if dtype == pl.String:
        is_formula = column.str.contains(FORMULA_START) & ~column.str.contains(PLAIN_NUMBER)
        return pl.when(is_formula).then("'" + column).otherwise(column).alias(name)
    if isinstance(dtype, pl.Decimal):
        return plain_decimal(column)
    return column
