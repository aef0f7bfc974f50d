"""Tells English from other languages, whose numbers the English grammar would misread.

``12.500 Euro`` is twelve thousand five hundred in German; a wrong value is worse than none.
"""

import re
from typing import Final

SAMPLE_CHARS: Final = 20_000
MIN_FOREIGN_WORDS: Final = 8
WORD: Final = re.compile(r"[^\W\d_]+")
ENGLISH: Final = frozenset(
    {"the", "of", "and", "to", "that", "is", "was", "for", "with", "by", "from", "were", "said"}
    | {"have", "has", "had", "which", "their", "they", "are", "be", "but", "not", "it", "at"}
)
FOREIGN: Final = frozenset(
    {"der", "die", "das", "und", "ist", "nicht", "von", "mit", "dem", "den", "ein", "eine", "zu"}
    | {"le", "la", "les", "des", "et", "est", "dans", "que", "pour", "une", "du", "au", "qui"}
    | {"el", "los", "las", "y", "en", "por", "con", "una", "del", "se", "il", "di", "che", "della"}
    | {"de", "het", "een", "van", "op", "o", "os", "do", "da", "em", "um", "uma", "na"}
    | {"и", "в", "на", "не", "что", "с", "по", "і", "та", "для", "как", "ve", "bir", "bu"}
)


def is_english(text: str) -> bool:
    """Tell whether a text is not clearly in another language; short texts always pass."""
    words = [word.lower() for word in WORD.findall(text[:SAMPLE_CHARS])]
    foreign = sum(word in FOREIGN for word in words)
    english = sum(word in ENGLISH for word in words)
    return foreign < MIN_FOREIGN_WORDS or english >= foreign
