"""Reads our own gold of dates: blocks with inline marks ``[surface|VALUE precision]``."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final
from zlib import crc32

from evaluation.dates.calendar import NULL, days_or_null
from evaluation.dates.statements import CALENDAR, DateInput, DateStatement, Range
from evaluation.figures.gold import MARK, PARTS, placed_marks
from warehouse.vocabularies import DATE_PRECISIONS

HEAD: Final = "=="


def read_gold(folder: Path) -> Iterator[DateInput]:
    """Yield the blocks of all files of a folder, in the order of their names.

    Raises:
        ValueError: If a head or a mark cannot be read; the message names the block.
    """
    for path in sorted(folder.glob("*.txt")):
        head, lines = "", list[str]()
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith(HEAD):
                if lines:
                    yield read_block(head, lines)
                head, lines = line, []
            elif line.strip():
                lines.append(line)
        if lines:
            yield read_block(head, lines)


def read_block(head: str, lines: list[str]) -> DateInput:
    """Return a block from its marked sentences, which one space joins.

    >>> block = read_block("== a-1 2015-11-20", ["It began [last year|2014 year]."])
    >>> block.text, block.published, block.expected[0].span
    ('It began last year.', '2015-11-20', (9, 18))

    Raises:
        ValueError: If head or mark cannot be read.
    """
    try:
        key, published = head.removeprefix(HEAD).split()
        days_or_null(published)
    except ValueError as error:
        msg = f"block {head!r} needs an id and a day of publication, or {NULL}"
        raise ValueError(msg) from error
    text, stated = "", list[DateStatement]()
    for line in lines:
        stated += [read_mark(key, *mark) for mark in placed_marks(line, len(text))]
        text += MARK.sub(lambda mark: mark.group(1), line) + " "
    split = "dev" if crc32(key.encode()) % PARTS else "test"
    day = None if published == NULL else published
    return DateInput(key, text.rstrip(), day, tuple(stated), split)


def read_mark(key: str, span: Range, what: str) -> DateStatement:
    """Return the date that a mark describes.

    Raises:
        ValueError: If the mark cannot be read; the message names the block.
    """
    try:
        value, precision = what.split()
        days = days_or_null(value)
    except ValueError as error:
        msg = f"block {key}: the mark {what!r} needs an ISO 8601 value or {NULL}, and a precision"
        raise ValueError(msg) from error
    if precision not in DATE_PRECISIONS:
        msg = f"block {key}: {precision!r} is no precision of the contract"
        raise ValueError(msg)
    return DateStatement(span, CALENDAR, (days,), precision=precision)
