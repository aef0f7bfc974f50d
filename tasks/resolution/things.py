"""Which thing over all documents each thing of a document is."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from tasks.nlp.linking.names import Tokens
from tasks.resolution.bodies import resolve_bodies, seeded_state_body
from tasks.resolution.canonical import BAR, Thing, common_label, named_things
from tasks.resolution.corrections import (
    Correction,
    Key,
    end_of,
    hidden_keys,
    merged_keys,
    relabelled,
    split_off,
)
from tasks.resolution.nodes import Node, node_of
from tasks.resolution.other_things import resolve_by_name, resolve_places
from tasks.resolution.persons import resolve_persons

Row = dict[str, Any]
Resolver = Callable[[Sequence[Node]], list[list[Node]]]
MAX_DOCUMENTS: Final = 10
MAX_NAMES: Final = 100
TELLING: Final = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "EVENT", "PRODUCT", "VEHICLE"})
"""Labels of rare things: two documents that share one are about the same matter."""
RESOLVERS: Final[dict[str, Resolver]] = {
    "PERSON": resolve_persons,
    "ORG": resolve_bodies,
    "place": resolve_places,
}
"""How unknown things of a family are resolved; all others by name alone."""


@dataclass(slots=True)
class Assigned:
    """What a row of core.document_entities is: label, key and name of the thing, and why."""

    label: str
    key: str
    name: str
    rule: str


def assign_things(
    rows: Sequence[Row], corrections: Sequence[Correction]
) -> tuple[list[Assigned], set[Key]]:
    """Return the thing of each row, and the things that are hidden.

    Args:
        rows: All rows of core.document_entities, in any order.
        corrections: Decisions of analysts.
    """
    rows = list(relabelled(rows, corrections))
    apart = split_off(rows, corrections)
    found: dict[int, Assigned] = {}
    nodes: list[Node] = []
    labels, beside = known_labels(rows), unknown_names(rows)
    for position, row in enumerate(rows):
        if position in apart:
            key = f"{row['local_key']}{BAR}{apart[position]}"
            found[position] = Assigned(row["label"], key, row["entity_name"], "correction")
        elif row["is_seeded"] or row["place_key"]:
            rule = "seed" if row["is_seeded"] else "place"
            label = labels[row["local_key"]]
            found[position] = Assigned(label, row["local_key"], row["entity_name"], rule)
        else:
            nodes.append(node_of(position, row, beside[row["document_id"]]))
    found |= resolve_unknown(nodes)
    assigned = [found[position] for position in range(len(rows))]
    return corrected(rows, assigned, corrections, frozenset(apart))


def known_labels(rows: Sequence[Row]) -> dict[str, str]:
    """Return the label of each seeded thing and each known place: the most frequent one."""
    labels: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row["is_seeded"] or row["place_key"]:
            labels[row["local_key"]].append(row["label"])
    return {key: common_label(found) for key, found in labels.items()}


def unknown_names(rows: Sequence[Row]) -> dict[str, frozenset[str]]:
    """Return the rare keys of the things of each document that neither seeds nor places know.

    A name that more than ``MAX_DOCUMENTS`` give, a byline for one, tells nothing of the matter, nor
    does a document that names more than ``MAX_NAMES``: a list.
    """
    names: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        keys = names[row["document_id"]]
        if not row["is_seeded"] and not row["place_key"] and row["label"] in TELLING:
            keys |= telling_keys(row)
    counts = Counter(key for keys in names.values() for key in keys)
    return {
        document: frozenset(key for key in keys if counts[key] <= MAX_DOCUMENTS)
        if len(keys) <= MAX_NAMES
        else frozenset()
        for document, keys in names.items()
    }


def resolve_unknown(nodes: Sequence[Node]) -> dict[int, Assigned]:
    """Return the thing of each node that neither seeds nor places know, by its position."""
    families: dict[str, list[Node]] = defaultdict(list)
    found: dict[int, Assigned] = {}
    chosen = main_families(nodes)
    for node in sorted(nodes, key=lambda node: (node.document_id, node.tokens, node.label)):
        known = seeded_state_body(node)
        if known is None:
            families[chosen.get(node.tokens, node.family)].append(node)
        else:
            found[node.position] = Assigned("ORG", *known, "state_body")
    for family in sorted(families):
        resolve = RESOLVERS.get(family, resolve_by_name)
        for thing in named_things(resolve(families[family])):
            found |= {node.position: assigned_node(node, thing) for node in thing.nodes}
    return found


def telling_keys(row: Row) -> set[str]:
    """Return the key of a thing, and the surname of a person whom others may name otherwise."""
    key = row["local_key"]
    return {key, key.rpartition("-")[2]} if row["label"] == "PERSON" else {key}


def main_families(nodes: Sequence[Node]) -> dict[Tokens, str]:
    """Return the family of each name of several words that the model files under several."""
    families: dict[Tokens, list[str]] = defaultdict(list)
    for node in nodes:
        if len(node.tokens) > 1 and node.label in TELLING and not node.name.islower():
            families[node.tokens].append(node.family)
    return {
        tokens: min(set(found), key=lambda family: (-found.count(family), family))
        for tokens, found in families.items()
        if len(set(found)) > 1
    }


def assigned_node(node: Node, thing: Thing) -> Assigned:
    """Return what a node is, with the reason: its own name, or another form of it."""
    first: Tokens = tuple(thing.key.partition(BAR)[0].split("-"))
    rule = "same_name" if node.tokens == first else "other_form"
    return Assigned(thing.label, thing.key, thing.name, rule)


def corrected(
    rows: Sequence[Row],
    assigned: list[Assigned],
    corrections: Sequence[Correction],
    apart: frozenset[int],
) -> tuple[list[Assigned], set[Key]]:
    """Return the things after merges, and those that are hidden; what was split stays apart."""
    if not corrections:
        return assigned, set()
    keys = [(one.label, one.key) for one in assigned]
    whole = [position for position in range(len(rows)) if position not in apart]
    merged = merged_keys([rows[i] for i in whole], [keys[i] for i in whole], corrections)
    by_key = {(one.label, one.key): one for one in assigned}
    result = []
    for one, key in zip(assigned, keys, strict=True):
        target = by_key[end_of(merged, key)]
        is_same = (target.label, target.key) == key
        rule = one.rule if is_same else "correction"
        result.append(Assigned(target.label, target.key, target.name, rule))
    return result, hidden_keys(rows, [end_of(merged, key) for key in keys], corrections)
