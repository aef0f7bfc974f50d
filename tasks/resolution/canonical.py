"""Names and keys of resolved things: they depend on the nodes of a thing, never on their order."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tasks.nlp.entities.gazetteer import seed_labels
from tasks.resolution.nodes import Node
from tasks.resolution.partition import evidence_of
from warehouse.names import normalise_name
from warehouse.vocabularies import ENTITY_LABELS

PLACE_PREFIX: Final = "geonames-"
BAR: Final = "|"
"""Stands between the name and what tells the thing from others of that name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A thing over all documents: label and key make its id."""

    label: str
    name: str
    key: str
    nodes: tuple[Node, ...]


def named_things(things: Sequence[Sequence[Node]]) -> Iterator[Thing]:
    """Yield things with label, fullest name and a key that no other one of the label has."""
    groups: dict[tuple[str, str], list[tuple[str, Sequence[Node]]]] = defaultdict(list)
    for nodes in things:
        label, name = common_label(node.label for node in nodes), fullest_name(nodes)
        groups[label, normalise_name(name)].append((name, nodes))
    for (label, base), members in sorted(groups.items()):
        is_taken = base in seed_labels() or base.startswith(PLACE_PREFIX)
        nodes_of = [nodes for _, nodes in members]
        endings = told_apart(nodes_of) if len(members) > 1 or is_taken else [""]
        for (name, nodes), ending in zip(members, endings, strict=True):
            key = f"{base}{BAR}{ending}" if ending else base
            yield Thing(label=label, name=name, key=key, nodes=tuple(nodes))


def common_label(labels: Iterable[str]) -> str:
    """Return the most frequent label; ties go to the first of the vocabulary."""
    counts = Counter(labels)
    return min(counts, key=lambda label: (-counts[label], ENTITY_LABELS.index(label)))


def fullest_name(nodes: Sequence[Node]) -> str:
    """Return the name of most words, then of most letters, then the first by alphabet.

    One in capitals is taken only where there is no other; of two that differ in case alone the one
    in lower case, which is no name at the start of a sentence.
    """
    names = {node.name for node in nodes}
    return min(
        names, key=lambda name: (name.isupper(), -len(name.split()), -len(name), name.swapcase())
    )


def told_apart(things: Sequence[Sequence[Node]]) -> list[str]:
    """Return for each thing of one name what only it has: a body, a country, a role.

    A thing that has nothing of its own is told by the first of its documents, and by its place
    among those of that document if need be.
    """
    words = [evidence_of(nodes).telling for nodes in things]
    seen = Counter(word for own in words for word in set(own))
    found: list[str] = []
    for nodes, own in zip(things, words, strict=True):
        alone = next((word for word in own if seen[word] == 1), None)
        ending = alone or f"document-{min(node.document_id for node in nodes)[:12]}"
        found.append(f"{ending}-{found.count(ending) + 1}" if ending in found else ending)
    return found
