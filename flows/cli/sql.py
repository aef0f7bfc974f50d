"""``tallybook sql``: ad hoc SQL on the published warehouse, read-only."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from flows.cli.options import JsonOption, WarehouseOption, warehouse_path
from flows.cli.output import message_console, render_json, write_frame
from warehouse.errors import EnvironmentFault, UsageError

if TYPE_CHECKING:
    import polars as pl

ROWS_SHOWN: Final = 200


class OutputFormat(StrEnum):
    """Formats that a query result can be written in."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    PARQUET = "parquet"


def sql(
    query: Annotated[str, typer.Argument(help="SQL, the name of a .sql file, or - for stdin.")],
    *,
    output_format: Annotated[
        OutputFormat, typer.Option("--format", help="How to write the rows.")
    ] = OutputFormat.TABLE,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Write here, not to stdout.")
    ] = None,
    limit: Annotated[
        int, typer.Option(min=0, help="Rows that a table shows; 0 shows all.")
    ] = ROWS_SHOWN,
    warehouse: WarehouseOption = None,
    json: JsonOption = False,
) -> None:
    """Ask the published warehouse in SQL (DuckDB's dialect, read-only).

    Examples:
    `tallybook sql "from mart.figure_ledger"`

    `tallybook sql "select kind, count(*) from core.figures group by all" --format csv`

    `tallybook sql question.sql --format parquet --out answer.parquet`
    """
    from warehouse.queries import query_published  # noqa: PLC0415 - keeps the help fast

    chosen = OutputFormat.JSON if json else output_format
    rows = query_published(warehouse_path(warehouse), read_query(query))
    if out is not None:
        write_file(rows, out, file_format(chosen))
    elif chosen is OutputFormat.TABLE:
        show_table(rows, limit)
    else:
        write_stdout(rows, chosen)


def read_query(given: str) -> str:
    """Return the SQL text that an argument means.

    Raises:
        UsageError: If it names a .sql file that cannot be read.
    """
    if given == "-":
        return sys.stdin.read()
    if not given.endswith(".sql") or any(mark in given for mark in "\n;"):
        return given
    try:
        return Path(given).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        msg = f"SQL file {given} cannot be read ({error}); give another file or the query itself"
        raise UsageError(msg) from error


def file_format(chosen: OutputFormat) -> OutputFormat:
    """Return the format of a file: a table is for the terminal, a file gets CSV."""
    return OutputFormat.CSV if chosen is OutputFormat.TABLE else chosen


def show_table(rows: pl.DataFrame, limit: int) -> None:
    """Show rows in the terminal and say what was left out."""
    shown = rows.head(limit) if limit else rows
    write_frame(shown)
    if shown.height < rows.height:
        note = f"{shown.height} of {rows.height} rows; --limit 0 shows all"
        message_console().print(note, style="dim")


def render_rows(rows: pl.DataFrame) -> str:
    """Return one JSON array of row objects, one object per line."""
    return "[" + ",\n ".join(render_json(row) for row in rows.iter_rows(named=True)) + "]\n"


def csv_text(rows: pl.DataFrame) -> str:
    """Return rows as CSV that a spreadsheet opens without running anything."""
    from warehouse.export import render_csv  # noqa: PLC0415 - keeps the help fast

    return render_csv(rows)


def write_stdout(rows: pl.DataFrame, chosen: OutputFormat) -> None:
    """Write rows to standard output.

    Raises:
        UsageError: If binary Parquet would go to a terminal.
    """
    if chosen is OutputFormat.JSON:
        sys.stdout.write(render_rows(rows))
    elif chosen is OutputFormat.CSV:
        sys.stdout.write(csv_text(rows))
    elif sys.stdout.isatty():
        msg = "Parquet is binary; give a file with --out"
        raise UsageError(msg)
    else:
        rows.write_parquet(sys.stdout.buffer)


def write_file(rows: pl.DataFrame, out: Path, chosen: OutputFormat) -> None:
    """Write rows to a file.

    Raises:
        EnvironmentFault: If it cannot be written.
    """
    try:
        if chosen is OutputFormat.JSON:
            out.write_text(render_rows(rows), encoding="utf-8")
        elif chosen is OutputFormat.CSV:
            out.write_text(csv_text(rows), encoding="utf-8")
        else:
            rows.write_parquet(out)
    except OSError as error:
        msg = f"{out} cannot be written ({error.strerror or error}); choose another file"
        raise EnvironmentFault(msg) from error
