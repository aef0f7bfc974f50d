"""Decides which silver names can be trusted.

Three checks, in this order. The gazetteer narrows a name that it knows to its label, and overrules
a mark of another kind. A surface form that is marked in several ways keeps its majority. A network
that has never seen the corpus vetoes: where it is certain and the corpus says otherwise, the word
says nothing, instead of something wrong.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from evaluation.corpora.annotated import AnnotatedText, Name
from training.cleaned import UNKNOWN
from training.tags import WordTag
from warehouse.seeds import read_seed_rows
from warehouse.tables.ref import ENTITY_ALIASES

CERTAIN: Final = 0.9
"""A network that is at least so certain may veto."""
MAJORITY: Final = 0.8
"""Share of the marks of a surface form that its majority must have."""


def known_labels() -> dict[str, frozenset[str]]:
    """Return for each name of the gazetteer what it may be."""
    labels: dict[str, set[str]] = defaultdict(set)
    for row in read_seed_rows(ENTITY_ALIASES):
        labels[str(row["alias"])].add(str(row["label"]))
    return {name: frozenset(found) for name, found in labels.items()}


def majorities(texts: Iterable[AnnotatedText]) -> dict[str, frozenset[str]]:
    """Return the meaning that most marks of a surface form have; none where they disagree."""
    counts: dict[str, Counter[frozenset[str]]] = defaultdict(Counter)
    for text in texts:
        for name in text.names or ():
            counts[text.text[name.start : name.end]][name.labels] += 1
    found = {}
    for surface, meanings in counts.items():
        meaning, count = meanings.most_common(1)[0]
        agree = count >= MAJORITY * meanings.total()
        found[surface] = meaning if agree else UNKNOWN
    return found


def checked(
    text: AnnotatedText, known: dict[str, frozenset[str]], most: dict[str, frozenset[str]]
) -> AnnotatedText:
    """Return a text with the names that gazetteer and majority leave."""
    names = []
    for name in text.names or ():
        surface = text.text[name.start : name.end]
        meaning = known.get(surface)
        if meaning is not None:
            labels = (name.labels & meaning) or (meaning if len(meaning) == 1 else UNKNOWN)
        else:
            labels = name.labels if name.labels == most[surface] else UNKNOWN
        names.append(replace(name, labels=labels))
    return replace(text, names=tuple(names))


def vetoed(text: AnnotatedText, tags: list[WordTag]) -> AnnotatedText:
    """Return a text in which words that a certain network denies say nothing."""
    names = list(text.names or ())
    covered = {at for name in names for at in range(name.start, name.end)}
    denied = []
    for number, name in enumerate(names):
        inside = [tag for tag in tags if name.start <= tag.start < name.end]
        if name.labels and any(denies(tag, name.labels) for tag in inside):
            names[number] = replace(name, labels=UNKNOWN)
    for tag in tags:
        label = tag.tag[2:]
        if tag.start not in covered and label in text.exhaustive and tag.certainty >= CERTAIN:
            denied.append(Name(tag.start, tag.end, UNKNOWN))
    return replace(text, names=tuple(sorted((*names, *denied), key=lambda name: name.start)))


def denies(tag: WordTag, labels: frozenset[str]) -> bool:
    """Tell whether a network is certain that a word bears none of the labels."""
    return tag.certainty >= CERTAIN and tag.tag[2:] not in labels
