"""Pairs quotations with those of the gold, and tells whether two names mean the same speaker.

Spaces and quotation marks never count: who leaves the marks outside loses nothing.
"""

import csv
import re
from collections.abc import Callable, Sequence
from functools import cache
from importlib import resources
from typing import Final, TypeVar

from tasks.nlp.figures.nouns import singular
from tasks.nlp.spans import Speaker

One = TypeVar("One")
Other = TypeVar("Other")
Place = tuple[int, int]
Characters = frozenset[int]

UNCOUNTED: Final = frozenset(" \t\r\n\u00a0\"'\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb")
WORD: Final = re.compile(r"[^\W_]+(?:[.&'\u2019-][^\W_]+)*")
HALF: Final = 0.5


def counted_characters(text: str, places: Sequence[Place]) -> Characters:
    """Return the offsets of all characters in some places that are neither space nor mark.

    >>> sorted(counted_characters('He: "No."', [(4, 9)]))
    [5, 6, 7]
    """
    return frozenset(
        offset
        for start, end in places
        for offset in range(start, min(end, len(text)))
        if text[offset] not in UNCOUNTED
    )


def overlap(one: Characters, other: Characters) -> float:
    """Return the characters that two contents share over those of the larger one, 0 to 1."""
    larger = max(len(one), len(other))
    return len(one & other) / larger if larger else 0.0


def paired(
    gold: Sequence[One], found: Sequence[Other], likeness: Callable[[One, Other], float]
) -> list[tuple[One, Other]]:
    """Return pairs of the most alike; nothing is in two pairs, and no pair has likeness 0.

    Of equal pairs, the one comes first whose gold, then whose find stands first.
    """
    alike = sorted(
        (-value, first, second)
        for first, one in enumerate(gold)
        for second, other in enumerate(found)
        if (value := likeness(one, other)) > 0
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for _, first, second in alike:
        if first not in taken[0] and second not in taken[1]:
            taken[0].add(first)
            taken[1].add(second)
            pairs.append((gold[first], found[second]))
    return pairs


def names_agree(gold: str, *found: str) -> bool:
    """Tell whether one of some names may stand for the name in the gold.

    It may where all words of one are among those of the other, or half of the words of both are
    common. Articles, prepositions and plural endings never count, titles only if they stand alone.

    >>> names_agree("Moussa Tiemoko", "Mr Tiemoko"), names_agree("the army", "the police")
    (True, False)
    """
    return any(words_agree(name_parts(gold), name_parts(name)) for name in found)


def same_party(gold: str | None, found: Speaker | None) -> bool:
    """Tell whether a speaker is the one of the gold, or neither side has one."""
    if gold is None or found is None:
        return gold is None and found is None
    return names_agree(gold, found.name, found.span.text)


def words_agree(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether all words of one are among those of the other, or half of both are common."""
    common = len(one & other)
    return common > 0 and (common == min(len(one), len(other)) or common >= HALF * len(one | other))


def name_parts(name: str) -> frozenset[str]:
    """Return the words of a name that tell who is meant, in the singular.

    >>> sorted(name_parts("the President of Georgia")), sorted(name_parts("the president"))
    (['georgia'], ['president'])
    """
    words = frozenset(singular(word) for word in WORD.findall(name.lower()))
    words -= name_words("determiner") | name_words("preposition")
    return words - name_words("title") or words


@cache
def name_words(sort: str) -> frozenset[str]:
    """Return the words of a sort that tell nothing about who is meant (``name_words.csv``)."""
    with resources.files(__package__).joinpath("name_words.csv").open(encoding="utf-8") as file:
        return frozenset(row["word"] for row in csv.DictReader(file) if row["sort"] == sort)
