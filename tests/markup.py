"""Inline mark-up of golden cases: what the extraction must find, written into the sentence.

``[847|count 847 847 exact counted="assault rifles"]`` is a figure: kind, low, high (``-`` where
open), qualifier, then ``unit=``, ``counted=`` and ``per=``. ``[AK-47|rejected designation]`` is a
number that states no amount, ``[May 2021|date 2021-05]`` a date with its value (``-`` for null).
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from tasks.nlp.document import Extraction
    from tasks.nlp.spans import Figure

MARK = re.compile(r"\[([^\[\]|]+)\|([^\[\]]+)\]")


@dataclass(frozen=True, slots=True, order=True)
class Marked:
    """One expected row: its place and text, and everything else as text."""

    start_char: int
    text: str
    what: str


def parse_markup(line: str) -> tuple[str, list[Marked]]:
    """Return the plain text of a marked line and its expected rows in order."""
    plain = ""
    position = 0
    found: list[Marked] = []
    for match in MARK.finditer(line):
        plain += line[position : match.start()]
        found.append(Marked(len(plain), match.group(1), " ".join(shlex.split(match.group(2)))))
        plain += match.group(1)
        position = match.end()
    return plain + line[position:], found


def rows_of(extraction: Extraction) -> list[Marked]:
    """Return figures, dates and rejected numbers of an extraction in the form of the mark-up."""
    rows = [
        Marked(figure.span.start_char, figure.span.text, describe(figure))
        for figure in extraction.figures
    ]
    rows += [
        Marked(date.span.start_char, date.span.text, f"date {date.value or '-'}")
        for date in extraction.dates
    ]
    rows += [
        Marked(rejected.span.start_char, rejected.span.text, f"rejected {rejected.reason}")
        for rejected in extraction.rejected_numbers
        if rejected.reason not in {"date", "year"}
    ]
    return sorted(rows)


def describe(figure: Figure) -> str:
    """Return a figure as the words of its mark-up."""
    words = [figure.kind, plain(figure.low), plain(figure.high), figure.qualifier]
    if figure.unit:
        words.append(f"unit={figure.unit}")
    if figure.counted:
        words.append(f"counted={figure.counted.text}")
    if figure.per:
        words.append(f"per={figure.per.text}")
    return " ".join(words)


def plain(value: Decimal | None) -> str:
    """Return a bound without exponent and trailing zeros, ``-`` where it is open."""
    if value is None:
        return "-"
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
