"""Words of expressions: which name the calendar, and which our spans leave out."""

import re
from functools import cache
from importlib import resources
from typing import Final

from evaluation.dates.statements import Range

WORD: Final = re.compile(r"[^\W\d_]+")
CLOCK: Final = re.compile(
    r"\d{1,2}(?::\d{2})+(?:\s?[ap]\.?m\b\.?|\s?h(?:ou)?rs?\b)?|\d{1,2}\s?[ap]\.?m\b\.?",
    re.IGNORECASE,
)
LEADING: Final = re.compile(r"([^\W\d_]+)\.?\s+(?=\S)")
TRAILING: Final = re.compile(r"(?:['\u2019]s|[\s.,;:'\u2019)])+$")
DIGIT: Final = re.compile(r"\d")


@cache
def words_of(name: str) -> frozenset[str]:
    """Return the words of a list beside this module, a word a line."""
    text = resources.files(__package__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(text.split())


def names_calendar(text: str) -> bool:
    """Tell whether an expression has a number or a word of the calendar, beside a clock time.

    >>> names_calendar("the morning of April 19"), names_calendar("9:34 p.m.")
    (True, False)
    """
    rest = CLOCK.sub(" ", text)
    if DIGIT.search(rest):
        return True
    return any(word.lower() in words_of("calendar_words") for word in WORD.findall(rest))


def core(text: str, span: Range) -> Range:
    """Return a span without the determiners and prepositions before it and the marks behind it.

    >>> core("since the previous year, then", (0, 24))
    (10, 23)
    """
    start, end = span
    while (word := LEADING.match(text, start, end)) and word[1].lower() in words_of(
        "leading_words"
    ):
        start = word.end()
    trailing = TRAILING.search(text[start:end])
    return start, start + trailing.start() if trailing else end
