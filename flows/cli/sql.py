"""``tallybook sql``: ad hoc SQL on the published warehouse, read-only."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from flows.cli.options import JsonOption, WarehouseOption, warehouse_path
from flows.cli.output import message_console, plain_text, render_json, write_frame
from warehouse.errors import EnvironmentFault, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import polars as pl

ROWS_SHOWN: Final = 200
FIRST_DAY: Final = date.min.toordinal() - date(1970, 1, 1).toordinal()
LAST_DAY: Final = date.max.toordinal() - date(1970, 1, 1).toordinal()
TICKS: Final = {"ms": 86_400_000, "us": 86_400_000_000, "ns": 86_400_000_000_000}
"""Units of a moment per day."""


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
    chosen = OutputFormat.JSON if json else output_format
    with refusing_foreign_values():
        show_answer(warehouse_path(warehouse), read_query(query), chosen, out=out, limit=limit)


@contextmanager
def refusing_foreign_values() -> Iterator[None]:
    """Turn what polars or Python make of a value that they cannot hold into wrong usage.

    Raises:
        UsageError: Asking to turn the column into text.
    """
    from polars.exceptions import PanicException, PolarsError  # noqa: PLC0415 - keeps the help fast

    try:
        yield
    except (PanicException, PolarsError, ValueError, ArithmeticError, TypeError) as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        msg = (
            f"The answer holds a value that cannot be written ({reason}); turn its column into "
            "text with ::varchar, or leave it out."
        )
        raise UsageError(msg) from error


def check_calendar(rows: pl.DataFrame) -> None:
    """Refuse days and moments that no calendar has, such as 'infinity', before polars panics.

    Raises:
        ValueError: Naming the column.
    """
    import polars as pl  # noqa: PLC0415 - keeps the help fast

    for column in rows:
        if isinstance(column.dtype, (pl.Date, pl.Datetime)):
            per_day = 1 if isinstance(column.dtype, pl.Date) else TICKS[column.dtype.time_unit]
            days = column.to_physical() // per_day
            if not days.drop_nulls().is_between(FIRST_DAY, LAST_DAY).all():
                msg = f"column {column.name} has a day outside the years 1 to 9999"
                raise ValueError(msg)


def show_answer(
    warehouse: Path, query: str, chosen: OutputFormat, *, out: Path | None, limit: int
) -> None:
    """Write the answer of a query to a file or to standard output."""
    from warehouse.queries import query_published  # noqa: PLC0415 - keeps the help fast

    rows = query_published(warehouse, query)
    check_calendar(rows)
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
    is_query = not given.endswith(".sql") or any(mark in given for mark in "\n;")
    if is_query and given != "-":
        return given
    try:
        return sys.stdin.read() if given == "-" else Path(given).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        what = "standard input" if given == "-" else f"SQL file {given}"
        msg = f"{what} cannot be read ({error}); give another file or the query itself"
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
    """Return rows as CSV that a spreadsheet opens without running anything; lists as JSON."""
    from warehouse.export import render_csv  # noqa: PLC0415 - keeps the help fast

    return render_csv(rows.with_columns(flat_column(column) for column in rows))


def flat_column(column: pl.Series) -> pl.Series:
    """Return a column that CSV has no form for as text, any other as it is."""
    import polars as pl  # noqa: PLC0415 - keeps the help fast

    dtype = column.dtype
    if dtype.is_nested() or isinstance(dtype, pl.Object):
        render = render_json
    elif isinstance(dtype, (pl.Binary, pl.Duration)) or getattr(dtype, "time_zone", None):
        render = plain_text
    else:
        return column
    texts = [None if value is None else render(value) for value in column.to_list()]
    return pl.Series(column.name, texts, dtype=pl.String)


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
