"""Words of passages: what hashes and signatures are made of, and what they are checked against."""

import re
from typing import Final

from warehouse.identifiers import short_hash

WORD: Final = re.compile(r"\w+")
SHINGLE_WORDS: Final = 5
MIN_SHINGLES: Final = 20
"""A text with fewer word sequences is too short to be called a copy."""
MIN_PASSAGE_WORDS: Final = 12
"""Shorter passages recur by chance (``He declined to comment.``)."""


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, in order."""
    return WORD.findall(text.lower())


def hash_words(text: str) -> str | None:
    """Return a hash of the words of a passage in lower case, None where it is a short one.

    >>> hash_words("He declined to comment.") is None
    True
    """
    words = words_of(text)
    return short_hash(*words) if len(words) >= MIN_PASSAGE_WORDS else None
