"""Quotations in single marks, told from apostrophes.

A single mark opens behind a space or bracket and before a word; it closes behind a word or mark and
before anything but a letter. Of the marks that may close, one behind a full stop or comma is surer
than one behind a plural (``the soldiers' camp``), and none is looked for behind the next mark that
opens.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tasks.nlp.quotes.marks import INVISIBLE
from tasks.nlp.word_lists import word_list

OPENING: Final = re.compile(rf"(?<![^\s(\[{{\"“„«—–:{INVISIBLE}-])['‘‚‹](?=[^\W_]|[\[“\"…$€£])")
CLOSING: Final = re.compile(
    r"(?<=\S)(?<!['‘’]n)['’‘](?![^\W_])|(?<=[.,?!…])['’](?=[^\W_])|(?<=\S)›"
)
CLOSERS: Final = {"'": "'’", "‘": "'’", "‚": "‘'’", "‹": "›"}
"""What closes a quotation, by the mark that opened it."""
FIRST_WORD: Final = re.compile(r"[^\W_]+")
DECADE: Final = re.compile(r"\d\ds?")
SURE: Final = re.compile(r"[.,?!…\])\"”]['’‘]|['’‘][.,;:?!)\"”]|['’‘]\Z|›")
MAX_CHARS: Final = 1_500
"""Characters between two single marks at most; more are two apostrophes."""
MAX_PLURAL_CHARS: Final = 40
"""The same where the second mark stands behind a plural and nothing says that it closes."""
MAX_CLOSING: Final = 50
"""Marks that may close one that opened, at most."""


@dataclass(frozen=True, slots=True)
class SingleMarks:
    """The single marks of a paragraph.

    Attributes:
        text: Text of the document.
        end: Character behind the paragraph.
        openings: The character behind each mark that may open.
        closings: Each mark that may close.
    """

    text: str
    end: int
    openings: list[int]
    closings: list[int]


def single_pairs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges between single quotation marks in a paragraph, the marks left out."""
    found = [match.end() for match in OPENING.finditer(text, start, end)]
    openings = [first for first in found if not is_shortened(text, first)]
    closings = [match.start() for match in CLOSING.finditer(text, start, end)] if openings else []
    marks = SingleMarks(text, end, openings, closings)
    behind = start
    for first in openings:
        closing = closing_mark(marks, first) if first > behind else None
        if closing is not None:
            yield first, closing
            behind = closing + 1


def is_shortened(text: str, start: int) -> bool:
    """Tell whether an apostrophe stands for letters or digits: ``'em``, ``'90s``."""
    word = FIRST_WORD.match(text, start)
    return word is not None and (
        word.group().lower() in word_list("shortened") or DECADE.fullmatch(word.group()) is not None
    )


def closing_mark(marks: SingleMarks, first: int) -> int | None:
    """Return the place of the mark that closes a quotation, None without one."""
    places = list(candidates(marks, first))
    text = marks.text
    for place in places:
        if SURE.search(text[place - 1 : min(place + 2, marks.end)]):
            return place
    for place in places:
        if text[place - 1] != "s":
            return place
    return next((place for place in places if place - first <= MAX_PLURAL_CHARS), None)


def candidates(marks: SingleMarks, first: int) -> Iterator[int]:
    """Yield the marks that may close a quotation: up to the one that opens another behind it."""
    closers = CLOSERS[marks.text[first - 1]]
    low = bisect_left(marks.closings, first)
    high = min(bisect_right(marks.closings, first + MAX_CHARS), low + MAX_CLOSING)
    limit: int | None = None
    for place in marks.closings[low:high]:
        if marks.text[place] not in closers:
            continue
        if limit is None:
            following = bisect_right(marks.openings, place + 1)
            limit = marks.openings[following] if following < len(marks.openings) else marks.end
        if place >= limit:
            return
        yield place
