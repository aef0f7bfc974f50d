"""Mentions of one document under one written name, and the links between such groups."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from tasks.nlp.entities.gazetteer import seed_names
from tasks.nlp.linking.names import Tokens, body_tokens, name_tokens
from tasks.nlp.places.mentions import ResolvedPlace
from tasks.nlp.spans import Mention

FAMILIES: Final = {"GPE": "place", "LOC": "place", "FAC": "place"}
"""Labels that one thing may bear in turn, by the name of the family; other labels are their own."""


@dataclass(slots=True)
class Group:
    """Mentions with the same family and the same normalised name.

    ``anchor`` is what is known of the thing: a seed key or a place key, None when nothing is;
    ``full`` are the words of its known name, else those of the written one; ``positions`` are those
    of the mentions in the document, in order.
    """

    family: str
    tokens: Tokens
    full: Tokens
    anchor: str | None
    place: ResolvedPlace | None
    rule: str
    names: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    positions: list[int] = field(default_factory=list)

    @property
    def first(self) -> int:
        """Position of the first mention."""
        return self.positions[0]

    def add(self, position: int, mention: Mention) -> None:
        """Take a mention in."""
        self.positions.append(position)
        self.names.append(mention.span.text)
        self.labels.append(mention.label)


class Links:
    """Which groups are one thing (union-find), and by which rule a group came to its thing."""

    def __init__(self, groups: list[Group]) -> None:
        """Begin with every group for itself."""
        self.groups = groups
        self.parents = list(range(len(groups)))
        self.rules = [group.rule for group in groups]
        self.anchors = [group.anchor for group in groups]

    def root(self, index: int) -> int:
        """Return the group that stands for all that are linked with a group."""
        while self.parents[index] != index:
            self.parents[index] = self.parents[self.parents[index]]
            index = self.parents[index]
        return index

    def release(self, index: int, *, unless: str | None) -> None:
        """Forget what a short name is known to mean: the document itself says what it means."""
        if self.anchors[index] != unless:
            self.anchors[index] = None

    def link(self, index: int, target: int, rule: str) -> bool:
        """Make a group the same thing as a target; refused when they are known to be two.

        Returns:
            Whether both are one thing now.
        """
        one, other = self.root(index), self.root(target)
        if one == other:
            return True
        if self.anchors[one] and self.anchors[other] and self.anchors[one] != self.anchors[other]:
            return False
        self.parents[one] = other
        self.anchors[other] = self.anchors[other] or self.anchors[one]
        self.rules[index] = rule
        return True


def family_of(label: str) -> str:
    """Return the family of a label."""
    return FAMILIES.get(label, label)


def group_mentions(
    mentions: Iterable[Mention], places: Mapping[int, ResolvedPlace]
) -> tuple[list[Group], list[int]]:
    """Return the groups in order of their first mention, and the group of each mention.

    Args:
        mentions: Mentions in order of the text.
        places: What mentions of places refer to, by position of the mention.
    """
    groups: dict[tuple[str, ...], Group] = {}
    of_mention: list[tuple[str, ...]] = []
    for position, mention in enumerate(mentions):
        place = places.get(position)
        tokens = written_tokens(mention)
        anchor, rule = anchor_of(mention, place)
        key = ("known", anchor) if anchor else (family_of(mention.label), *tokens)
        if key not in groups:
            family = family_of(mention.label)
            groups[key] = Group(family, tokens, full_tokens(anchor, tokens), anchor, place, rule)
        groups[key].add(position, mention)
        of_mention.append(key)
    index_of = {key: index for index, key in enumerate(groups)}
    return list(groups.values()), [index_of[key] for key in of_mention]


def written_tokens(mention: Mention) -> Tokens:
    """Return the words of a mention as its group compares them."""
    name = mention.span.text
    return body_tokens(name) if mention.label == "ORG" else name_tokens(name)


def full_tokens(anchor: str | None, tokens: Tokens) -> Tokens:
    """Return the words of the name that the seeds know, else those given."""
    known = seed_names().get(anchor) if anchor else None
    return name_tokens(known) if known else tokens


def anchor_of(mention: Mention, place: ResolvedPlace | None) -> tuple[str | None, str]:
    """Return what a mention is known to mean, and the rule that says so."""
    if place is not None:
        return place.place.entity_key or place.place.place_key, "place"
    if mention.known_key is not None:
        return mention.known_key, "seed"
    return None, "same_name"
