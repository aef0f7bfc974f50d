"""Tells a bare year from a count of the same digits: ``in 2015`` from ``over 2015 rifles``."""

import re
from typing import Final

from tasks.nlp.spans import Span
from tasks.nlp.word_lists import word_list

BEFORE: Final = re.compile(r"([^\W\d_]+|[$€£¥%])[\"'“‘(.]?\s?$")
AFTER: Final = re.compile(r"\s([^\W\d_]+)")
REACH: Final = 24
TEMPORAL: Final = word_list("before_year")
COUNTING: Final = word_list("before_count")
COUNTED: Final = word_list("counted_people")
MEASURES: Final = word_list("behind_count")
NOT_PLURAL: Final = ("ss", "us", "is", "ous")
MIN_NOUN_CHARS: Final = 5
ARTICLES: Final = word_list("determiner_before_year")


def is_year_in_context(text: str, span: Span, start_char: int, end_char: int) -> bool:
    """Tell whether four digits name a year.

    Args:
        text: Text of the document.
        span: The four digits.
        start_char: Start of the sentence or passage, inclusive.
        end_char: End of the sentence or passage, exclusive.
    """
    before = BEFORE.search(text[max(start_char, span.start_char - REACH) : span.start_char])
    after = AFTER.match(text[span.end_char : min(end_char, span.end_char + REACH)])
    previous = before.group(1).lower() if before else ""
    following = after.group(1) if after else ""
    if previous in COUNTING or following.lower() in MEASURES:
        return False
    if previous in TEMPORAL or previous in ARTICLES:
        return True
    return not is_counted_noun(following)


def is_counted_noun(word: str) -> bool:
    """Tell whether a word looks like a plural noun that digits before it would count."""
    if word in COUNTED:
        return True
    return (
        word.islower()
        and len(word) >= MIN_NOUN_CHARS
        and word.endswith("s")
        and not word.endswith(NOT_PLURAL)
    )
