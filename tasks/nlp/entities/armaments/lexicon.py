"""The words of ``seeds/armament_nouns.csv``, shaped for look-up."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Final

from warehouse.seeds import read_seed_rows
from warehouse.tables.ref import ARMAMENT_NOUNS

Words = tuple[str, ...]
HEADS: Final = frozenset({"noun", "cued", "typed", "named"})


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun of a military item, or a word of type, with what the seeds say about it."""

    role: str
    label: str
    groups: frozenset[str]
    is_verb: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All words; phrases are tuples of lower-case words without hyphens."""

    heads: dict[str, tuple[tuple[Words, Noun], ...]]
    """Noun phrases by their last word, the longest first."""
    types: dict[Words, Noun]
    other_senses: dict[str, tuple[Words, ...]]
    """Phrases that are no items, by their first word."""
    words: dict[str, frozenset[str]]
    """Single words of the other roles."""
    vessels: frozenset[Words]


@cache
def lexicon() -> Lexicon:
    """Return the words of the seeds."""
    heads: dict[str, list[tuple[Words, Noun]]] = defaultdict(list)
    types: dict[Words, Noun] = {}
    others: dict[str, list[Words]] = defaultdict(list)
    words: dict[str, set[str]] = defaultdict(set)
    vessels: set[Words] = set()
    for phrase, noun in read_nouns():
        if noun.role in HEADS:
            heads[phrase[-1]].append((phrase, noun))
        elif noun.role == "type" or (noun.role == "light" and phrase not in types):
            types[phrase] = noun
        elif noun.role == "other_sense":
            others[phrase[0]].append(phrase)
        elif noun.role == "vessel":
            vessels.add(phrase)
        words[noun.role].add(phrase[-1])
    return Lexicon(
        {word: tuple(sorted(of, key=by_length)) for word, of in heads.items()},
        types,
        {word: tuple(sorted(of, key=len, reverse=True)) for word, of in others.items()},
        {role: frozenset(of) for role, of in words.items()},
        frozenset(vessels),
    )


def by_length(entry: tuple[Words, Noun]) -> int:
    """Return a key that sorts longer phrases first."""
    return -len(entry[0])


def read_nouns() -> list[tuple[Words, Noun]]:
    """Return the rows of the seed."""
    return [
        (
            tuple(str(row["phrase"]).split()),
            Noun(
                str(row["role"]),
                str(row["label"] or ""),
                frozenset(str(row["groups"] or "").split()),
                bool(row["is_verb"]),
            ),
        )
        for row in read_seed_rows(ARMAMENT_NOUNS)
    ]
