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
SHORT_WORD: Final = 3
"""Letters of the words that titles write small: and, of, the."""
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


def is_title(text: str, start: int, end: int) -> bool:
    """Tell whether a name stands between marks.

    A word before the opening mark says so (``nicknamed``), or every longer word has a capital and
    no mark ends a sentence: ``"War and Peace"``.
    """
    before = LAST_WORD.search(text[max(0, start - BEFORE_CHARS) : start])
    if before is not None and before.group(1).lower() in word_list("title_word"):
        return True
    words = WORD.findall(text[start:end])
    is_name = len(words) > 1 and words[0][0].isupper() and words[-1][0].isupper()
    is_capital = all(word[0].isupper() or len(word) <= SHORT_WORD for word in words)
    return is_name and is_capital and not SPEECH_END.search(text[start:end])


def word_count(text: str) -> int:
    """Return the number of words.

    >>> word_count("We don't, he said")
    4
    """
    return len(WORD.findall(text))
