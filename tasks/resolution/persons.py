"""Unknown persons over all documents.

Full names are compared within blocks of like surnames; another spelling, an initial or a missing
middle name needs evidence that the documents speak of one person, the same full name only needs
that they do not contradict.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import product

from tasks.nlp.linking.names import Tokens
from tasks.nlp.linking.persons import is_short_for
from tasks.resolution.agreement import agree, contradict
from tasks.resolution.blocking import MAX_SHARING, find_neighbours
from tasks.resolution.clusters import Cluster, joined
from tasks.resolution.name_forms import is_abbreviation_of, is_shorter_than, is_spelling_of
from tasks.resolution.nodes import Evidence, Node
from tasks.resolution.partition import partition
from tasks.resolution.union import DisjointSets

Neighbours = list[list[int]]


def resolve_persons(nodes: Sequence[Node]) -> list[list[Node]]:
    """Return the persons, each as the nodes that mean it."""
    full = [node for node in nodes if not is_bare(node)]
    people = [Cluster(tuple(thing)) for group in by_name(full) for thing in partition(group)]
    near = find_neighbours(people)
    people, near = join_forms(people, near, is_spelling_of, is_unique=False)
    for is_form in (is_shorter_than, is_abbreviation_of):
        people, near = join_forms(people, near, is_form, is_unique=True)
    return join_surnames(people, [node for node in nodes if is_bare(node)])


def is_bare(node: Node) -> bool:
    """Tell whether a document gives a person by one word only: Timofeev, al-Baghdadi."""
    return len(node.name.split()) == 1


def by_name(nodes: Sequence[Node]) -> list[list[Node]]:
    """Return the nodes in groups of one name, in the order of the names."""
    groups: dict[Tokens, list[Node]] = defaultdict(list)
    for node in nodes:
        groups[node.tokens].append(node)
    return [groups[tokens] for tokens in sorted(groups)]


def join_forms(
    people: Sequence[Cluster],
    near: Neighbours,
    is_form: Callable[[Tokens, Tokens], bool],
    *,
    is_unique: bool,
) -> tuple[list[Cluster], Neighbours]:
    """Join persons whose names are forms of one name, with evidence.

    Never two whom one document names: it has told them apart.

    Args:
        people: Persons, each under one name or several that were joined before.
        near: Positions of the persons that each is compared with.
        is_form: Whether the first name is a form of the second one.
        is_unique: Whether a form that fits several persons joins none.

    Returns:
        The persons after it, and whom each is compared with.
    """
    sets = DisjointSets(len(people))
    together = [person.documents for person in people]
    for one, others in enumerate(near):
        fitting = [o for o in others if is_form_of(people[one], people[o], is_form)]
        choices = {sets.root(other) for other in fitting} - {sets.root(one)}
        if len(choices) == 1 or not is_unique:
            for other in fitting:
                join_apart(sets, together, one, other)
    members = sets.sets(range(len(people)))
    place = {one: new for new, of_set in enumerate(members) for one in of_set}
    return (
        [joined([people[one] for one in of_set]) for of_set in members],
        [
            sorted({place[other] for one in of_set for other in near[one]} - {new})
            for new, of_set in enumerate(members)
        ],
    )


def is_form_of(one: Cluster, other: Cluster, is_form: Callable[[Tokens, Tokens], bool]) -> bool:
    """Tell whether a person may be another one under a form of its name."""
    return (
        any(is_form(a, b) for a in one.names for b in other.names)
        and not one.documents & other.documents
        and supports(one.evidence, other.evidence)
    )


def join_apart(sets: DisjointSets, documents: list[frozenset[str]], one: int, other: int) -> None:
    """Make one person of two, unless a document names both, by whatever forms of their names.

    Args:
        sets: Which persons are one.
        documents: Documents of the person that stands for each set; those of both become its own.
        one: A person.
        other: Another one.
    """
    first, last = sorted((sets.root(one), sets.root(other)))
    if not documents[first] & documents[last]:
        sets.join(first, last)
        documents[first] |= documents[last]


def supports(one: Evidence, other: Evidence) -> bool:
    """Tell whether the documents speak for one person: what they say, or where they are."""
    if agree(one, other):
        return True
    return bool(one.where & other.where) and not contradict(one, other)


def is_bare_form(node: Node, full: Tokens, evidence: Evidence) -> bool:
    """Tell whether one word may stand for a full name: its last word, or with evidence its first.

    In names that begin with the family's the first word is what people are called by; a given name
    alone is anybody's, unless the documents are about one matter.
    """
    if not is_short_for(node.tokens, full):
        return False
    said = node.evidence
    return node.tokens[-1] == full[-1] or bool(
        evidence.beside & said.beside or evidence.bodies & said.bodies
    )


def few(people: Sequence[int]) -> Sequence[int]:
    """Return people who share a surname and a word, none where they are too many to tell."""
    return people if len(people) <= MAX_SHARING else ()


def join_surnames(people: Sequence[Cluster], nodes: Sequence[Node]) -> list[list[Node]]:
    """Give bare surnames to the only person of that name who fits, the others to themselves."""
    bearers: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, person in enumerate(people):
        ends = {word for tokens in person.names for word in (tokens[0], tokens[-1])}
        for key in product(sorted(ends), person.evidence.words):
            bearers[key].append(index)
    full = [list(person.nodes) for person in people]
    rest: list[Node] = []
    for node in nodes:
        keys = product([node.tokens[-1]], node.evidence.words)
        fitting = [
            i
            for i in sorted({i for key in keys for i in few(bearers.get(key, ()))})
            if any(is_bare_form(node, tokens, people[i].evidence) for tokens in people[i].names)
            and supports(people[i].evidence, node.evidence)
        ]
        (full[fitting[0]] if len(fitting) == 1 else rest).append(node)
    return [*full, *(thing for group in by_name(rest) for thing in partition(group))]
