"""What commands show: JSON and frames on standard output, messages on standard error."""

from __future__ import annotations

import json
import sys
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import polars as pl

MINIMUM_CELL_WIDTH: Final = 12
PIPE_WIDTH: Final = 160


def message_console() -> Console:
    """Return the console of messages and progress: standard error."""
    return Console(stderr=True, highlight=False)


def result_console() -> Console:
    """Return the console of results: standard output, wide when it is no terminal."""
    width = None if sys.stdout.isatty() else PIPE_WIDTH
    return Console(file=sys.stdout, highlight=False, width=width)


def json_value(value: object) -> object:
    """Return a value that JSON has: dates as ISO 8601, decimals as numbers.

    Raises:
        TypeError: If the type is unknown to us.
    """
    match value:
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case datetime():
            return value.isoformat(timespec="seconds") + "Z"
        case date():
            return value.isoformat()
        case _:
            msg = f"no JSON for {type(value).__name__}"
            raise TypeError(msg)


def render_json(value: object) -> str:
    """Return one line of JSON, non-ASCII characters as they are."""
    return json.dumps(value, ensure_ascii=False, default=json_value)


def write_line(text: str) -> None:
    """Write one line to standard output."""
    sys.stdout.write(text + "\n")


def write_json(value: object) -> None:
    """Write one JSON value to standard output."""
    write_line(render_json(value))


def cell_text(value: object) -> str:
    """Return a value as a table cell shows it; null is empty, 5000.000000000 is 5000."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return f"{value.normalize():f}"
        case float():
            return f"{value:.6g}"
        case datetime():
            return value.isoformat(sep=" ", timespec="seconds")
        case _:
            return str(value)


def write_table(
    rows: Iterable[Sequence[object]], names: Sequence[str], *, title: str | None = None
) -> None:
    """Write rows as a table; too many columns for the terminal become one block per row."""
    console = result_console()
    if len(names) * MINIMUM_CELL_WIDTH > console.width:
        write_blocks(console, rows, names)
        return
    table = Table(title=title, title_justify="left", title_style="bold")
    for name in names:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell_text(value)) for value in row))
    console.print(table)


def write_blocks(console: Console, rows: Iterable[Sequence[object]], names: Sequence[str]) -> None:
    """Write each row as a block of ``name  value`` lines, without its nulls."""
    width = max(len(name) for name in names)
    for index, row in enumerate(rows, start=1):
        console.rule(f"row {index}", align="left")
        for name, value in zip(names, row, strict=True):
            if value is not None:
                console.print(Text(f"{name:<{width}}  {cell_text(value)}"))


def write_frame(frame: pl.DataFrame, *, title: str | None = None) -> None:
    """Write a frame as a table."""
    write_table(frame.iter_rows(), frame.columns, title=title)


def write_facts(facts: Mapping[str, object], *, title: str) -> None:
    """Write names and values as a table of two columns without a heading."""
    table = Table(title=title, title_justify="left", title_style="bold", show_header=False)
    for name, value in facts.items():
        table.add_row(name, Text(cell_text(value)))
    result_console().print(table)
