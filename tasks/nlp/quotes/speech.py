"""Tells speech between quotation marks from scare quotes, titles and nicknames."""

import re
from typing import Final

from tasks.nlp.quotes.pairing import QuotedRange
from tasks.nlp.word_lists import word_list

MIN_SPEECH_WORDS: Final = 6
"""Words from which a stretch in marks is speech without anything beside it that says so."""
SPEECH_END: Final = re.compile(r"[.,?!…—–]$")
OPENING: Final = "'‘„«"
WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
LAST_WORD: Final = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)\W*$")
BEFORE_CHARS: Final = 30
MARKS_AND_SPACES: Final = ' \t\r\n\u00a0"“”'


def inner(text: str, found: QuotedRange) -> tuple[int, int]:
    """Return a quoted range without white space and repeated marks at its ends."""
    piece = text[found.start_char : found.end_char]
    stripped = piece.strip(MARKS_AND_SPACES)
    start = found.start_char + (piece.index(stripped) if stripped else 0)
    return start, start + len(stripped)


def is_speech(text: str, start: int, end: int) -> bool:
    """Tell speech by itself: by its length, its punctuation, what leads to it."""
    words = word_count(text[start:end])
    if words >= MIN_SPEECH_WORDS:
        return True
    if words == 0 or not SPEECH_END.search(text[start:end]):
        return False
    before = text[max(0, start - BEFORE_CHARS) : start].rstrip(MARKS_AND_SPACES + OPENING)
    if not before.strip() or before[-1] in ".!?…:":
        return words > 1 or text[end - 1] in ".!?…"
    return words > 1 and before[-1] == ","


def is_title(text: str, start: int) -> bool:
    """Tell whether a word before the opening mark says that a name follows: ``nicknamed``."""
    before = LAST_WORD.search(text[max(0, start - BEFORE_CHARS) : start])
    return before is not None and before.group(1).lower() in word_list("title_word")


def word_count(text: str) -> int:
    """Return the number of words.

    >>> word_count("We don't, he said")
    4
    """
    return len(WORD.findall(text))
