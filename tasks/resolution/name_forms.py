"""Which full names may be forms of one name: spellings, missing parts, initials."""

from functools import lru_cache
from typing import Final

from rapidfuzz.distance import JaroWinkler

from tasks.nlp.linking.names import Tokens
from tasks.nlp.linking.persons import are_one_person, is_short_for
from tasks.resolution.spelling import spelled_alike

MIN_LIKENESS: Final = 0.93
"""Jaro-Winkler similarity from which two folded words are spellings of one name."""


def is_spelling_of(one: Tokens, other: Tokens) -> bool:
    """Tell whether two full names are spellings of one, or the same in another order.

    >>> is_spelling_of(("andrej", "timofeev"), ("andrey", "timofeyev"))
    True
    >>> is_spelling_of(("han", "do", "gyeom"), ("do", "gyeom", "han"))
    True
    >>> is_spelling_of(("anna", "petrova"), ("ivan", "petrov"))
    False
    """
    if one == other:
        return False
    first, second = folded(one), folded(other)
    if second in {first[1:] + first[:1], first[-1:] + first[:-1]}:
        return True
    return len(first) == len(second) and all(map(is_like, first, second))


def is_shorter_than(one: Tokens, other: Tokens) -> bool:
    """Tell whether a full name is another without a middle name, a patronymic or a part of it."""
    first, second = folded(one), folded(other)
    if len(first) >= len(second) or has_initial(first) or has_initial(second):
        return False
    return are_one_person(first, second) or is_short_for(first, second)


def is_abbreviation_of(one: Tokens, other: Tokens) -> bool:
    """Tell whether a name is short for another full name, one of them with initials."""
    first, second = folded(one), folded(other)
    is_short = len("".join(first)) < len("".join(second))
    has_any = has_initial(first) or has_initial(second)
    return is_short and has_any and are_one_person(first, second)


def has_initial(tokens: Tokens) -> bool:
    """Tell whether a word of a name is an initial."""
    return min(map(len, tokens)) == 1


@lru_cache(maxsize=65_536)
def folded(tokens: Tokens) -> Tokens:
    """Return the words of a name without the differences of transliteration."""
    return tuple(spelled_alike(word) for word in tokens)


def is_like(one: str, other: str) -> bool:
    """Tell whether two folded words are so alike that they may be spellings of one name."""
    return one == other or JaroWinkler.similarity(one, other) >= MIN_LIKENESS
