"""Puts other names of the same label in the place of names, so that one story teaches many."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from evaluation.corpora.annotated import AnnotatedText, Name
from evaluation.corpora.joining import TextBuilder

SWAPPED_SHARE = 0.45
MIXED_SHARE = 0.5
MOST_ACRONYM_LETTERS = 7
HOLD_PLACES = frozenset({"ORG", "FAC", "EVENT", "LAW"})
"""Labels whose names often hold the name of a place."""
Shape = tuple[str, bool, bool, bool]


def shape(label: str, name: str) -> Shape:
    """Return what two names must share to stand for each other: label, acronym, one word, plural.

    >>> shape("ORG", "NATO") == shape("ORG", "MSF"), shape("NORP", "Kurds") == shape("NORP", "Thai")
    (True, False)
    """
    acronym = name.isupper() and " " not in name and len(name) <= MOST_ACRONYM_LETTERS
    plural = label in {"NORP", "WEAPON", "VEHICLE"} and name.lower().endswith("s")
    return label, acronym, " " in name, plural


class NamePool:
    """Names to draw from."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """Take pairs of label and name; each name counts once."""
        self.names: dict[Shape, list[str]] = defaultdict(list)
        for label, name in sorted(set(names)):
            self.names[shape(label, name)].append(name)
        self.places = self.names[shape("GPE", "Town")]
        self.known_places = frozenset(self.places)

    def draw(self, label: str, name: str, random: np.random.Generator) -> str:
        """Return another name of the same shape in the same letter case."""
        found = self.names.get(shape(label, name)) or [name]
        other = found[int(random.integers(len(found)))]
        if label == "PERSON" and " " in other and random.random() < MIXED_SHARE:
            given = found[int(random.integers(len(found)))].split(" ")[0]
            other = " ".join((given, *other.split(" ")[1:]))
        if label in HOLD_PLACES and " " in other:
            words = (self.elsewhere(word, random) for word in other.split(" "))
            other = " ".join(words)
        if name.islower():
            return other.lower()
        return other.upper() if name.isupper() and not shape(label, name)[1] else other

    def elsewhere(self, word: str, random: np.random.Generator) -> str:
        """Return another place for a word that is one: the court of Goma becomes Segou's."""
        if word not in self.known_places:
            return word
        return self.places[int(random.integers(len(self.places)))]


def swapped(text: AnnotatedText, pool: NamePool, random: np.random.Generator) -> AnnotatedText:
    """Return a story of which most names are other ones; the same name stays the same."""
    builder = TextBuilder()
    chosen: dict[tuple[str, str], str] = {}
    names: list[Name] = []
    moved = {0: 0}
    position = 0
    for name in text.names or ():
        builder.add(text.text[position : name.start])
        label, before = min(name.labels), text.text[name.start : name.end]
        if (label, before) not in chosen:
            swap = random.random() < SWAPPED_SHARE
            chosen[label, before] = pool.draw(label, before, random) if swap else before
        start, end = builder.add(chosen[label, before])
        names.append(Name(start, end, name.labels))
        moved[name.start], moved[name.end] = start, end
        position = name.end
    builder.add(text.text[position:])
    sentences = tuple((shifted(start, moved), shifted(end, moved)) for start, end in text.sentences)
    return replace(text, text=builder.text(), names=tuple(names), sentences=sentences)


def shifted(offset: int, moved: dict[int, int]) -> int:
    """Return where an offset that lies in no name has gone."""
    anchor = max(old for old in moved if old <= offset)
    return moved[anchor] + offset - anchor
