"""Direct quotations: quoted ranges that are speech, told apart from scare quotes and titles."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tasks.nlp.quotes.marks import QuotedRange, pair_marks
from tasks.nlp.spans import Quote, Span

MIN_SPEECH_WORDS: Final = 6
SPEECH_END: Final = re.compile(r"[.,?!…—–]$")
INTRODUCTION: Final = re.compile(r"[:,]\s?[\"“„«]?$")


def find_quotes(text: str, paragraphs: Sequence[tuple[int, int]]) -> Iterator[Quote]:
    """Yield the direct quotations in the given paragraphs of a document, without their marks.

    Args:
        text: Text of the document.
        paragraphs: Start and end of each passage that is read, in order.
    """
    for quoted in pair_marks(text, paragraphs):
        start, end = inner(text, quoted)
        if end > start and is_speech(text, start, end):
            rule = "marks_paired" if quoted.is_closed else "closed_by_paragraph"
            yield Quote(Span.cut(text, start, end), "direct", rule)


def inner(text: str, quoted: QuotedRange) -> tuple[int, int]:
    """Return the quoted range without white space and repeated marks at its ends."""
    piece = text[quoted.start_char : quoted.end_char]
    stripped = piece.strip(' \t\r\n\u00a0"')
    start = quoted.start_char + (piece.index(stripped) if stripped else 0)
    return start, start + len(stripped)


def is_speech(text: str, start: int, end: int) -> bool:
    """Tell speech from scare quotes and titles: its length, its punctuation, what leads to it."""
    words = len(text[start:end].split())
    if words >= MIN_SPEECH_WORDS:
        return True
    introduced = INTRODUCTION.search(text[max(0, start - 3) : start]) is not None
    return words > 1 and (SPEECH_END.search(text[start:end]) is not None and introduced)
