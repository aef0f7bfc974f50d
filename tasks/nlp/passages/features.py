"""What shows in a segment of a page by itself: its length, its words, its marks.

A feature is a name. ``models/page_lines`` says how much each speaks for a kind, in the segment
itself and in those beside it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from tasks.nlp.dates.calendar import MONTHS, WEEKDAYS
from tasks.nlp.passages.segments import Segment
from tasks.nlp.passages.shapes import LIST_ITEM, is_name_line
from tasks.nlp.word_lists import word_list

WORD: Final = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?|\d+")
MARK: Final = re.compile(r"[|•·©»›>→⇒/*#:_\[\]“\"?!…–—=+@&%$€£({\\~^✓★●■▶⋮]")
YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
CLOCK: Final = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]\.?m\b", re.IGNORECASE)
ADDRESS: Final = re.compile(r"https?:|www\.|\.(?:com|org|net|gov|int)\b|@\w", re.IGNORECASE)
FUNCTION_WORDS: Final = word_list("running_text")
CALENDAR_WORDS: Final = frozenset(MONTHS) | frozenset(WEEKDAYS)
LENGTHS: Final = (8, 16, 24, 36, 50, 70, 100, 140, 200, 300, 500)
"""Upper bounds, inclusive, of the lengths that are told apart, in characters."""
SIZES: Final = (1, 2, 3, 4, 7, 15, 29)
"""The same in words."""
LABEL_WORDS: Final = 4
"""A segment of so many words is a label: its neighbours see it whole."""
MAX_CHARS: Final = 300
"""Characters of a segment whose words are looked at."""
CLOSERS: Final = "\"'”’)]»"
MOST: Final = 4
"""Counts and shares go up to this one."""


def head_words(text: str) -> list[str]:
    """Return the words at the head of a text in lower case, with one sign for all numbers.

    >>> head_words("14 killed, Reuters' man says")
    ['0', 'killed', 'reuters', 'man', 'says']
    """
    return ["0" if word[0].isdigit() else word.lower() for word in WORD.findall(text[:MAX_CHARS])]


def own_features(text: str, words: Sequence[str]) -> Iterator[str]:
    """Yield what only the segment itself looks at: its words, marks and exact length.

    Args:
        text: Text of the segment.
        words: Its ``head_words``.
    """
    for length in LENGTHS:
        if len(text) <= length:
            yield f"chars<={length}"
    for mark in dict.fromkeys(MARK.findall(text[:MAX_CHARS])):
        yield f"has={mark}"
    for word in dict.fromkeys(words):
        yield f"word={word}"
    if words:
        yield f"first={words[0]}"
        yield f"last={words[-1]}"
    if len(words) <= 2 * LABEL_WORDS:
        for one, two in pairwise(words):
            yield f"pair={one} {two}"


def shown_features(
    segment: Segment, words: Sequence[str], *, is_capital_page: bool
) -> Iterator[str]:
    """Yield what the segment looks at and its neighbours see: its ends, size and sort of words.

    Args:
        segment: The segment.
        words: Its ``head_words``.
        is_capital_page: Whether capitals say nothing, because all of the page is in capitals.
    """
    text = segment.line.text
    yield f"end={sign(text.rstrip(CLOSERS)[-1:] or text[-1])}"
    yield f"start={sign(text[0])}"
    yield f"words>{max((size for size in SIZES if len(words) > size), default=0)}"
    if segment.line.follows_blank:
        yield "blank"
    if segment.is_glued:
        yield "glued"
    if segment.hint:
        yield f"hint={segment.hint}"
    if LIST_ITEM.match(text):
        yield "item"
    if len(words) <= LABEL_WORDS:
        yield f"label={' '.join(words)}"
    yield from content_features(text[:MAX_CHARS], words)
    if is_capital_page:
        yield "capital_page"
    else:
        yield from case_features(text[:MAX_CHARS])


def content_features(text: str, words: Sequence[str]) -> Iterator[str]:
    """Yield what sort of words a text holds."""
    function = sum(word in FUNCTION_WORDS for word in words)
    yield f"running={min(function, MOST)}"
    if words:
        yield f"running_share={min(MOST, 10 * function // len(words))}"
        yield f"number_share={min(MOST, 8 * words.count('0') // len(words))}"
    if not CALENDAR_WORDS.isdisjoint(words):
        yield "calendar"
    if "0" in words:
        if YEAR.search(text):
            yield "year"
        if CLOCK.search(text):
            yield "clock"
    if ADDRESS.search(text):
        yield "address"


def case_features(text: str) -> Iterator[str]:
    """Yield how a text uses capitals."""
    if text.isupper():
        yield "capitals"
    tokens = text.split()
    yield f"capital_share={MOST * sum(token[0].isupper() for token in tokens) // len(tokens)}"
    if is_name_line(tokens):
        yield "name"


def sign(character: str) -> str:
    """Return the sort of a letter or digit, any other character itself.

    >>> [sign(character) for character in "Éa7|"]
    ['A', 'a', '0', '|']
    """
    if character.isdigit():
        return "0"
    if character.isalpha():
        return "A" if character.isupper() else "a"
    return character
