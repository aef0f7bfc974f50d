"""Shapes of lines: list items, lines of names, ends of sentences."""

import re
from collections.abc import Sequence
from typing import Final

from tasks.nlp.word_lists import word_list

NAME_WORDS: Final = range(2, 5)
SENTENCE_END: Final = re.compile(r"[.!?:;,…][\"'”’)\]]*$")
NAME_WORD: Final = re.compile(r"(?:[A-Z][\w’'.-]*|de|van|von|der|al|bin|ibn|el)$")
PUBLISHER_WORDS: Final = word_list("publisher")
LIST_ITEM: Final = re.compile(r"(?:[-*•–—·]|\(?\d{1,3}[.)])\s+")


def is_name_line(words: Sequence[str]) -> bool:
    """Tell whether a line consists of two to four capitalised words."""
    return len(words) in NAME_WORDS and all(NAME_WORD.match(word) for word in words)


def names_publisher(words: Sequence[str]) -> bool:
    """Tell whether capitalised words name a publication rather than a person."""
    return words[0] == "The" or words[-1] in PUBLISHER_WORDS
