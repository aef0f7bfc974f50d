"""Tells English from other languages, whose numbers the English grammar would misread.

``12.500 Euro`` is twelve thousand five hundred in German; a wrong value is worse than none.
"""

import re
from typing import Final

from tasks.nlp.word_lists import word_list

SAMPLE_CHARS: Final = 20_000
MIN_FOREIGN_WORDS: Final = 8
WORD: Final = re.compile(r"[^\W\d_]+")
ENGLISH: Final = word_list("english")
FOREIGN: Final = word_list("foreign")


def is_english(text: str) -> bool:
    """Tell whether a text is not clearly in another language; short texts always pass."""
    words = [word.lower() for word in WORD.findall(text[:SAMPLE_CHARS])]
    foreign = sum(word in FOREIGN for word in words)
    english = sum(word in ENGLISH for word in words)
    return foreign < MIN_FOREIGN_WORDS or english >= foreign
