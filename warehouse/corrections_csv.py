"""Files of corrections as text: what a spreadsheet opens without running anything, and reads back.

A text that a spreadsheet would take for a formula gets a leading apostrophe when it is written and
loses it when it is read, so each text comes back as it was.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Final

from warehouse.export import FORMULA_START, PLAIN_NUMBER
from warehouse.tables.ref.corrections import CORRECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FREE_TEXTS: Final = (
    *("name", "path", "read_value", "new_value", "target_name", "reason", "decided_by"),
)
"""Columns that may hold any text."""
NEEDS_APOSTROPHE: Final = re.compile(FORMULA_START.replace("^", "'*"))
HAS_APOSTROPHE: Final = re.compile(FORMULA_START.replace("^", "'+"))


def correction_csv(rows: Iterable[Mapping[str, object]]) -> str:
    r"""Return decisions as a CSV file (RFC 4180) that the setting ``corrections`` can name.

    Args:
        rows: Rows of ref.corrections, in the order of the file; a name that is missing is null.

    Returns:
        The header and one record a row, with the columns of the contract in order.

    >>> correction_csv([]).count(",") + 1 == len(CORRECTIONS.columns)
    True
    """
    lines = io.StringIO()
    writer = csv.writer(lines)  # its default dialect ends records as RFC 4180 asks
    writer.writerow(CORRECTIONS.column_names)
    for row in rows:
        writer.writerow([_cell(row.get(name)) for name in CORRECTIONS.column_names])
    return lines.getvalue()


def as_written(text: str) -> str:
    """Return a text as a file holds it: with an apostrophe before what could be a formula.

    >>> [as_written(text) for text in ("=1+1", "'=1+1", "-5", "five")]
    ["'=1+1", "''=1+1", '-5', 'five']
    """
    if re.match(PLAIN_NUMBER, text) or not NEEDS_APOSTROPHE.match(text):
        return text
    return f"'{text}"


def as_meant(text: str) -> str:
    """Return the text that a cell of a file stands for: the inverse of ``as_written``.

    >>> [as_meant(cell) for cell in ("'=1+1", "''=1+1", "-5", "'tis")]
    ['=1+1', "'=1+1", '-5', "'tis"]
    """
    return text[1:] if HAS_APOSTROPHE.match(text) else text


def _cell(value: object) -> str:
    return "" if value is None else as_written(str(value))
