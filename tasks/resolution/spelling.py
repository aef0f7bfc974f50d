"""Spellings of names from other scripts, folded so that they can be compared."""

import re
from functools import lru_cache
from typing import Final

FOLDED: Final = tuple(
    (re.compile(pattern), fold)
    for pattern, fold in (
        (r"mo?u?ha?mm?[aeo]d", "muhamad"),
        (r"^(?:ye|yo(?!u)|je(?=v|l)|e)(?=[a-z])", "e"),
        (r"sch|sh|š", "sh"),
        (r"tch|ch|č|cz", "ch"),
        (r"kh|gh", "h"),
        (r"ph", "f"),
        (r"ou|oo", "u"),
        (r"ck|q", "k"),
        (r"(?:iy|yi|ij|ii|ey|ei|ej|ay|ai|aj)$", "i"),
        (r"(?<=[aeiou])y(?=e)", ""),
        (r"[jy]", "i"),
        (r"ie", "e"),
        (r"w", "v"),
        (r"(?<=o)ff$", "v"),
        (r"(.)\1+", r"\1"),
    )
)
"""Pairs of spellings that transliteration of Cyrillic and Arabic names varies, in this order."""


@lru_cache(maxsize=65_536)
def spelled_alike(word: str) -> str:
    """Return a word without the differences that transliterations make.

    Args:
        word: A normalised word of a name.

    >>> spelled_alike("timofeyev") == spelled_alike("timofeev")
    True
    >>> spelled_alike("sergey") == spelled_alike("sergei"), spelled_alike("mohammed")
    (True, 'muhamad')
    """
    for pattern, fold in FOLDED:
        word = pattern.sub(fold, word)
    return word
