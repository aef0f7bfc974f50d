"""One thing, one label: what the model files under several is settled by the whole document."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from tasks.nlp.linking.groups import Links
from tasks.nlp.spans import Mention
from warehouse.vocabularies import ENTITY_LABELS

SETTLED: Final = frozenset({"PERSON", "ORG", "NORP", "place", "PRODUCT", "EVENT"})
"""Families that a model confuses with each other."""
OTHER_LABEL: Final = "same_name_other_label"
MAJORITY: Final = 2
"""A family with this many times the mentions of another takes those over."""


def link_across_families(links: Links) -> None:
    """Link groups of one written name and several families with the one that is much larger."""
    by_name: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, group in enumerate(links.groups):
        if group.family in SETTLED:
            by_name[group.tokens].append(index)
    for indexes in by_name.values():
        ranked = sorted(indexes, key=lambda index: (-len(links.groups[index].positions), index))
        most = len(links.groups[ranked[0]].positions)
        for index in ranked[1:]:
            group = links.groups[index]
            is_minor = most >= MAJORITY * len(group.positions) or len(group.tokens) > 1
            if not group.anchor and is_minor:
                links.link(index, ranked[0], OTHER_LABEL)


def settled_label(mentions: Sequence[Mention], main: str) -> str:
    """Return the label of a thing: the most frequent one among those of its main family.

    Ties go to the first of the vocabulary.
    """
    counts = Counter(mention.label for mention in mentions)
    if main in counts:
        counts = Counter({main: counts[main], **places_of(counts, main)})
    return min(counts, key=lambda label: (-counts[label], ENTITY_LABELS.index(label)))


def places_of(counts: Counter[str], main: str) -> dict[str, int]:
    """Return the counts of the labels of places, when the main label is one of them."""
    places = ("GPE", "LOC", "FAC")
    return {label: counts[label] for label in places if counts[label]} if main in places else {}
