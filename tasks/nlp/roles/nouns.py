"""Where a role noun stands, in any list of words in lower case."""

from collections.abc import Callable
from typing import Final

from tasks.nlp.roles.vocabulary import RoleNoun, longest_from, role_nouns

JOINTS: Final = frozenset({"-", ".", "‐", "‑"})
"""Words of their own that stand inside a form: vice-president, Brig. Gen."""


def noun_at(lower: Callable[[int], str], start: int) -> tuple[int, RoleNoun] | None:
    """Return the end of the longest role noun that starts at a word, and the noun.

    Args:
        lower: Word in lower case at a position, empty behind the last one.
        start: Position of the first word.
    """
    words: list[str] = []
    found: tuple[int, RoleNoun] | None = None
    place, longest = start, longest_from().get(bare(lower(start)), 0)
    while len(words) < longest and lower(place):
        words.append(bare(lower(place)))
        place += 1
        noun = role_nouns().get(tuple(words))
        if noun is not None:
            found = place, noun
        if lower(place) in JOINTS:
            place += 1
    return found


def bare(word: str) -> str:
    """Return a word without the full stop of an abbreviation."""
    return word.rstrip(".") or word
