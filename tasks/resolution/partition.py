"""Parts the documents that name a thing alike into things: two people of one name stay apart.

The result depends on the set of nodes only. Documents that say the same are taken together first,
so that a common name costs what its different contexts cost.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from typing import Final

from tasks.resolution.agreement import agree, contradict
from tasks.resolution.nodes import Evidence, Node
from tasks.resolution.union import DisjointSets

MAX_COMPARED: Final = 300
"""Things of one name that are all compared with each other."""
MAX_PARTNERS: Final = 30
"""Partners of a thing that are compared with each other."""
Judge = Callable[[Evidence, Evidence], bool]


def partition(nodes: Sequence[Node]) -> list[list[Node]]:
    """Return nodes of one name as things, those with the strongest evidence first.

    Nodes of which the texts say something come together when they agree, then when they do not
    contradict and there is no other choice. The others go where their countries lead, or to the
    only thing there is; what fits several things is a thing for itself.
    """
    strong = [node for node in nodes if node.evidence.is_strong]
    things = joined(alike(strong), agree)
    things = settle(things)
    return with_silent(things, [node for node in nodes if not node.evidence.is_strong])


def alike(nodes: Sequence[Node]) -> list[list[Node]]:
    """Return the nodes in groups of equal evidence, in an order that is their own.

    What lies beside a thing differs in every document and does not count here.
    """
    groups: dict[Evidence, list[Node]] = defaultdict(list)
    for node in nodes:
        groups[replace(node.evidence, beside=frozenset())].append(node)
    return sorted(groups.values(), key=sort_key)


def sort_key(nodes: Sequence[Node]) -> list[str]:
    """Return what orders things by evidence, not by where they came from."""
    evidence = evidence_of(nodes)
    return evidence.words


def evidence_of(nodes: Sequence[Node]) -> Evidence:
    """Return what all nodes say together."""
    if len(nodes) == 1:
        return nodes[0].evidence
    found = [node.evidence for node in nodes]
    return Evidence(
        bodies=frozenset().union(*(one.bodies for one in found)),
        roles=frozenset().union(*(one.roles for one in found)),
        countries=frozenset().union(*(one.countries for one in found)),
        around=frozenset().union(*(one.around for one in found)),
        beside=frozenset().union(*(one.beside for one in found)),
    )


def joined(things: Sequence[list[Node]], judge: Judge) -> list[list[Node]]:
    """Return things with those made one that the judge joins, over others too.

    A thing that agrees with two which contradict each other joins neither. Of more than
    ``MAX_COMPARED`` only those are looked at that share a word; of a word that many
    share each with the next one.
    """
    sets = DisjointSets(len(things))
    evidence = [evidence_of(thing) for thing in things]
    partners: dict[int, list[int]] = defaultdict(list)
    for one, other in pairs_to_compare(evidence):
        if judge(evidence[one], evidence[other]):
            partners[one].append(other)
            partners[other].append(one)
    bridges = {one for one, found in partners.items() if is_bridge(evidence, found)}
    for one, found in sorted(partners.items()):
        for other in found:
            if one not in bridges and other not in bridges:
                sets.join(one, other)
    return [
        [node for index in members for node in things[index]]
        for members in sets.sets(range(len(things)))
    ]


def is_bridge(evidence: Sequence[Evidence], partners: Sequence[int]) -> bool:
    """Tell whether a thing agrees with two that are surely not one: it says too little."""
    compared = partners[:MAX_PARTNERS]
    return any(contradict(evidence[a], evidence[b]) for a, b in combinations(compared, 2))


def pairs_to_compare(evidence: Sequence[Evidence]) -> Iterator[tuple[int, int]]:
    """Yield each two things that may be one, the smaller number first."""
    if len(evidence) <= MAX_COMPARED:
        yield from combinations(range(len(evidence)), 2)
        return
    sharing: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(evidence):
        for word in one.words:
            sharing[word].append(index)
    for _, members in sorted(sharing.items()):
        if len(members) <= MAX_COMPARED:
            yield from combinations(members, 2)
        else:
            yield from pairwise(members)


def settle(things: Sequence[list[Node]]) -> list[list[Node]]:
    """Join two things that do not contradict each other, where each has no other choice.

    Among more than ``MAX_COMPARED`` there always is another one.
    """
    while len(things) <= MAX_COMPARED:
        ordered = sorted(things, key=sort_key)
        evidence = [evidence_of(thing) for thing in ordered]
        choices = [
            [
                other
                for other in range(len(ordered))
                if other != one and not contradict(evidence[one], evidence[other])
            ]
            for one in range(len(ordered))
        ]
        pairs = [
            (one, found[0])
            for one, found in enumerate(choices)
            if len(found) == 1 and choices[found[0]] == [one] and one < found[0]
        ]
        if not pairs:
            return ordered
        gone = {other for _, other in pairs}
        partners = dict(pairs)
        things = [
            [*thing, *(ordered[partners[one]] if one in partners else [])]
            for one, thing in enumerate(ordered)
            if one not in gone
        ]
    return sorted(things, key=sort_key)


def with_silent(things: list[list[Node]], silent: Sequence[Node]) -> list[list[Node]]:
    """Return things with the nodes of which the texts say nothing."""
    if not things:
        return [list(silent)] if silent else []
    choices = Choices([evidence_of(thing) for thing in things])
    full = [list(thing) for thing in things]
    rest: list[Node] = []
    for node in silent:
        fitting = choices.fitting(node.evidence)
        (full[min(fitting)] if len(fitting) == 1 else rest).append(node)
    return [*full, rest] if rest else full


class Choices:
    """The things that a node of which the texts say nothing may be."""

    def __init__(self, evidence: Sequence[Evidence]) -> None:
        """Index things by what lies beside them and by their countries."""
        self.size = len(evidence)
        self.beside: dict[str, set[int]] = defaultdict(set)
        self.where: dict[str, set[int]] = defaultdict(set)
        self.nowhere = {index for index, one in enumerate(evidence) if not one.where}
        for index, one in enumerate(evidence):
            for name in one.beside:
                self.beside[name].add(index)
            for country in one.where:
                self.where[country].add(index)

    def fitting(self, evidence: Evidence) -> set[int]:
        """Return the only thing there is, else those of the node's matter, or of its countries."""
        if self.size == 1:
            return {0}
        near = {index for name in evidence.beside for index in self.beside.get(name, ())}
        if near:
            return near
        if not evidence.around:
            return set(range(self.size))
        shared = {index for code in evidence.around for index in self.where.get(code, ())}
        return shared or self.nowhere


def part_by_countries(nodes: Sequence[Node]) -> list[list[Node]]:
    """Return nodes of one name as things, by nothing but where they are.

    Documents that share a country, or a rare name, speak of one thing; one without any country of
    the only thing there is.
    """
    placed = alike([node for node in nodes if node.evidence.where])
    things = joined(placed, are_near)
    return with_silent(things, [node for node in nodes if not node.evidence.where])


def are_near(one: Evidence, other: Evidence) -> bool:
    """Tell whether two things may lie in one country, or belong to one matter."""
    return bool(one.where & other.where or one.beside & other.beside)
