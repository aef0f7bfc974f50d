"""Parts the documents that name a thing alike into things: two people of one name stay apart.

The result depends on the set of nodes only. Documents that say the same are taken together first,
so that a common name costs what its different contexts cost.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence

from tasks.resolution.agreement import agree, are_apart, contradict
from tasks.resolution.nodes import Evidence, Node
from tasks.resolution.union import DisjointSets

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
    """Return the nodes in groups of equal evidence, in an order that is their own."""
    groups: dict[Evidence, list[Node]] = defaultdict(list)
    for node in nodes:
        groups[node.evidence].append(node)
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
    """Return things with those made one that the judge joins, over others too."""
    sets = DisjointSets(len(things))
    evidence = [evidence_of(thing) for thing in things]
    for one in range(len(things)):
        for other in range(one + 1, len(things)):
            if judge(evidence[one], evidence[other]):
                sets.join(one, other)
    return [
        [node for index in members for node in things[index]]
        for members in sets.sets(range(len(things)))
    ]


def settle(things: Sequence[list[Node]]) -> list[list[Node]]:
    """Join two things that do not contradict each other, where each has no other choice."""
    while True:
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


def with_silent(things: list[list[Node]], silent: Sequence[Node]) -> list[list[Node]]:
    """Return things with the nodes of which the texts say nothing."""
    if not things:
        return [list(silent)] if silent else []
    evidence = [evidence_of(thing) for thing in things]
    full = [list(thing) for thing in things]
    rest: list[Node] = []
    for node in silent:
        fitting = fitting_things(evidence, node)
        (full[fitting[0]] if len(fitting) == 1 else rest).append(node)
    return [*full, rest] if rest else full


def fitting_things(evidence: Sequence[Evidence], node: Node) -> list[int]:
    """Return the things that a node may be: the only one, else those of its matter or countries."""
    around = node.evidence.around
    if len(evidence) == 1:
        return [0]
    near = [i for i, one in enumerate(evidence) if one.beside & node.evidence.beside]
    if near:
        return near
    shared = [i for i, one in enumerate(evidence) if one.where & around]
    return shared or [i for i, one in enumerate(evidence) if not are_apart(one.where, around)]


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
