"""Mentions of a body that are a title with its body: Permanent Representative of Vanuatu."""

from collections.abc import Callable
from typing import Final

from tasks.nlp.roles.nouns import noun_at
from tasks.nlp.roles.vocabulary import determiners, known_names, role_words

BODY: Final = "ORG"


def body_in_title(lower: Callable[[int], str], start: int, end: int) -> tuple[int, str] | None:
    """Return where the name begins inside a mention that opens with a title, and its label.

    Args:
        lower: Word in lower case at a position.
        start: First word of the mention.
        end: Word after it.

    Returns:
        None when the mention opens with no title and preposition; ``end`` when no name is left.
    """
    found = noun_at(lower, start)
    if not found or found[0] >= end or lower(found[0]) not in role_words("complement_case"):
        return None
    cases = [place for place in range(start, end) if lower(place) in role_words("complement_case")]
    for case in reversed(cases):
        first = behind_article(lower, case + 1)
        label = known_names().get(" ".join(lower(place) for place in range(first, end)))
        if label:
            return first, label
    return behind_article(lower, cases[0] + 1), BODY


def behind_article(lower: Callable[[int], str], place: int) -> int:
    """Return the position behind an article."""
    return place + (lower(place) in determiners())
