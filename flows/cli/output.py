"""What commands show: JSON and frames on standard output, messages on standard error."""

from __future__ import annotations

import json
import math
import re
import sys
from base64 import b64encode
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from warehouse.row_json import plain_decimal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import polars as pl

MINIMUM_CELL_WIDTH: Final = 12
PIPE_WIDTH: Final = 160
OBEYED: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Characters that a terminal takes for commands."""
MICROSECOND: Final = timedelta(microseconds=1)
MICROSECONDS: Final = 1_000_000


def message_console() -> Console:
    """Return the console of messages and progress: standard error."""
    return Console(stderr=True, highlight=False)


def result_console() -> Console:
    """Return the console of results: standard output, wide when it is no terminal."""
    width = None if sys.stdout.isatty() else PIPE_WIDTH
    return Console(file=sys.stdout, highlight=False, width=width)


def iso_moment(value: datetime) -> str:
    """Return a moment as ISO 8601; one without a zone is UTC, as all moments of the warehouse."""
    return value.isoformat().removesuffix("+00:00") + ("" if value.utcoffset() else "Z")


def plain_text(value: object) -> str:
    """Return what JSON has no kind for as text: ISO 8601, base64 for bytes, seconds for spans."""
    match value:
        case datetime():
            return iso_moment(value)
        case date() | time():
            return value.isoformat()
        case timedelta():
            return f"PT{plain_decimal(Decimal(value // MICROSECOND) / MICROSECONDS)}S"
        case bytes() | bytearray() | memoryview():
            return b64encode(value).decode()
        case _:
            return str(value)


def render_json(value: object) -> str:
    """Return one line of strict JSON, non-ASCII characters as they are.

    Decimals become numbers with all their digits; what is no number (NaN, infinity) becomes null;
    what JSON has no kind for becomes text (``plain_text``).

    >>> render_json([Decimal("5000.000000000"), float("nan"), date(2015, 1, 2)])
    '[5000, null, "2015-01-02"]'
    """
    match value:
        case None | bool() | int() | str():
            return json.dumps(value, ensure_ascii=False)
        case float():
            return json.dumps(value) if math.isfinite(value) else "null"
        case Decimal():
            return plain_decimal(value) if value.is_finite() else "null"
        case Mapping():
            items = (
                f"{render_json(str(name))}: {render_json(item)}" for name, item in value.items()
            )
            return f"{{{', '.join(items)}}}"
        case list() | tuple() | set() | frozenset():
            return f"[{', '.join(map(render_json, value))}]"
        case _:
            return json.dumps(plain_text(value), ensure_ascii=False)


def write_line(text: str) -> None:
    """Write one line to standard output."""
    sys.stdout.write(text + "\n")


def write_json(value: object) -> None:
    """Write one JSON value to standard output."""
    write_line(render_json(value))


def cell_text(value: object) -> str:
    r"""Return a value as a table cell shows it; null is empty, 5000.000000000 is 5000.

    A text may hold what a terminal would obey (its colours, its title, the clipboard): control
    characters other than the tabulator and the end of a line become U+FFFD.

    >>> cell_text("5 \x1b[31mrifles")
    '5 �[31mrifles'
    """
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return plain_decimal(value)
        case float():
            return f"{value:.6g}"
        case datetime():
            return value.isoformat(sep=" ", timespec="seconds")
        case _:
            return OBEYED.sub("\ufffd", str(value))


def write_table(
    rows: Iterable[Sequence[object]], names: Sequence[str], *, title: str | None = None
) -> None:
    """Write rows as a table; too many columns for the terminal become one block per row."""
    console = result_console()
    if len(names) * MINIMUM_CELL_WIDTH > console.width:
        write_blocks(console, rows, names, title=title)
        return
    table = Table(title=title, title_justify="left", title_style="bold")
    for name in names:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell_text(value)) for value in row))
    console.print(table)


def write_blocks(
    console: Console,
    rows: Iterable[Sequence[object]],
    names: Sequence[str],
    *,
    title: str | None = None,
) -> None:
    """Write each row as a block of ``name  value`` lines, without its nulls."""
    if title is not None:
        console.print(Text(title, style="bold"))
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
