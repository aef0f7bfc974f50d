"""Pairs the quotation marks of a document, also where they are broken, and never loses a text.

A mark that is never closed ends with its paragraph; a mark that is never opened is passed over.
Nothing outside the quotation touched changes.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

MARKS: Final = re.compile('["“”„«»]')
OPENING: Final = "“„«"
CLOSING: Final = "”»"
PARTNERS: Final = {'"': '"”', "“": '”"', "„": "“”", "«": "»"}
MAX_QUOTE_CHARS: Final = 5_000
MAX_PARAGRAPHS: Final = 6


@dataclass(frozen=True, slots=True)
class QuotedRange:
    """Characters between two marks; ``is_closed`` is false when the closing mark is missing."""

    start_char: int
    end_char: int
    is_closed: bool


@dataclass(slots=True)
class OpenQuote:
    """A quotation that is being read."""

    mark: str
    start_char: int
    last_end: int
    paragraphs: int = 1


def pair_marks(text: str, paragraphs: Sequence[tuple[int, int]]) -> Iterator[QuotedRange]:
    """Yield the quoted ranges of the given paragraphs (start and end), in order."""
    current: OpenQuote | None = None
    for start, end in paragraphs:
        if current is not None and not goes_on(text, current, start, paragraphs[-1][1]):
            yield QuotedRange(current.start_char, current.last_end, is_closed=False)
            current = None
        for match in MARKS.finditer(text, start, end):
            mark = match.group()
            if current is None:
                if opens(text, match.start(), start, end):
                    current = OpenQuote(mark, match.end(), end)
            elif match.start() <= current.start_char or reopens(match, current, start):
                continue
            elif mark in PARTNERS[current.mark]:
                yield QuotedRange(current.start_char, match.start(), is_closed=True)
                current = None
        if current is not None:
            current.last_end = end
            current.paragraphs += 1
    if current is not None:
        yield QuotedRange(current.start_char, current.last_end, is_closed=False)


def goes_on(text: str, current: OpenQuote, start: int, last: int) -> bool:
    """Tell whether an open quotation continues in the paragraph that starts at ``start``.

    It does when the next mark of the document repeats the opening or closes the quotation; a
    mark that opens another one means that the closing mark was forgotten.
    """
    if current.paragraphs > MAX_PARAGRAPHS or start - current.start_char > MAX_QUOTE_CHARS:
        return False
    first = MARKS.search(text, start, min(last, start + MAX_QUOTE_CHARS))
    if first is None:
        return False
    if first.start() == start and first.group() == current.mark:
        return True
    return first.group() in PARTNERS[current.mark] and not opens(text, first.start(), start, last)


def reopens(match: re.Match[str], current: OpenQuote, start: int) -> bool:
    """Tell whether a mark at the start of a paragraph repeats the opening of a running quote."""
    return (
        current.paragraphs > 1
        and match.start() == start
        and match.group() == current.mark
        and current.mark in OPENING
    )


def opens(text: str, position: int, start: int, end: int) -> bool:
    """Tell whether a mark opens a quotation: nothing or a break before it, a word behind it."""
    mark = text[position]
    if mark in CLOSING:
        return False
    following = text[position + 1 : position + 2] if position + 1 < end else ""
    if not following or following.isspace():
        return False
    if mark in OPENING:
        return True
    before = text[position - 1] if position > start else " "
    return before.isspace() or before in "([{—–-:,.?!\"'" or following in "[("
