"""Unknown persons over all documents.

Full names are compared within blocks of like surnames; another spelling, an initial or a missing
middle name needs evidence that the documents speak of one person, the same full name only needs
that they do not contradict.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import Final

from rapidfuzz.distance import JaroWinkler

from tasks.nlp.linking.names import Tokens
from tasks.nlp.linking.persons import are_one_person, is_short_for
from tasks.resolution.agreement import agree, contradict
from tasks.resolution.nodes import Evidence, Node
from tasks.resolution.partition import evidence_of, partition
from tasks.resolution.spelling import spelled_alike
from tasks.resolution.union import DisjointSets

MIN_LIKENESS: Final = 0.93
"""Jaro-Winkler similarity from which two folded words are spellings of one name."""
MAX_BLOCK: Final = 50
"""Persons whose names have a key in common and who are all compared with each other."""
FIRST_AND_LAST: Final = 2
VOWELS: Final = re.compile(r"[aeiou]+")

Things = list[list[Node]]


def resolve_persons(nodes: Sequence[Node]) -> Things:
    """Return the persons, each as the nodes that mean it."""
    full = [node for node in nodes if not is_bare(node)]
    people = [thing for group in by_name(full) for thing in partition(group)]
    people = join_forms(people, is_spelling_of, is_unique=False)
    for is_form in (is_shorter_than, is_abbreviation_of):
        people = join_forms(people, is_form, is_unique=True)
    return join_surnames(people, [node for node in nodes if is_bare(node)])


def is_bare(node: Node) -> bool:
    """Tell whether a document gives a person by one word only: Timofeev, al-Baghdadi."""
    return " " not in node.name.strip()


def by_name(nodes: Sequence[Node]) -> list[list[Node]]:
    """Return the nodes in groups of one name, in the order of the names."""
    groups: dict[Tokens, list[Node]] = defaultdict(list)
    for node in nodes:
        groups[node.tokens].append(node)
    return [groups[tokens] for tokens in sorted(groups)]


def join_forms(
    people: Things, is_form: Callable[[Tokens, Tokens], bool], *, is_unique: bool
) -> Things:
    """Join persons whose names are forms of one name, with evidence.

    Never two whom one document names: it has told them apart.

    Args:
        people: Persons, each under one name or several that were joined before.
        is_form: Whether the first name is a form of the second one.
        is_unique: Whether a form that fits several persons joins none.
    """
    sets = DisjointSets(len(people))
    evidence = [evidence_of(person) for person in people]
    documents = [{node.document_id for node in person} for person in people]
    together = [set(found) for found in documents]
    names = [sorted({node.tokens for node in person}) for person in people]
    for one, others in enumerate(candidates(names, evidence)):
        fitting = [
            other
            for other in others
            if any(is_form(a, b) for a in names[one] for b in names[other])
            and not documents[one] & documents[other]
            and supports(evidence[one], evidence[other])
        ]
        choices = {sets.root(other) for other in fitting} - {sets.root(one)}
        if len(choices) == 1 or not is_unique:
            for other in fitting:
                join_apart(sets, together, one, other)
    return [
        [node for index in members for node in people[index]]
        for members in sets.sets(range(len(people)))
    ]


def join_apart(sets: DisjointSets, documents: list[set[str]], one: int, other: int) -> None:
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


def candidates(
    names: Sequence[Sequence[Tokens]], evidence: Sequence[Evidence]
) -> Iterator[list[int]]:
    """Yield for each person those who may be the same, in order.

    Their names have a key in common; of a name that many bear only those with something else in
    common are taken.

    Args:
        names: The names of each person.
        evidence: What is known of each person.
    """
    keys = [sorted({key for tokens in own for key in name_keys(tokens)}) for own in names]
    blocks: dict[str, list[int]] = defaultdict(list)
    for index, own in enumerate(keys):
        for key in own:
            blocks[key].append(index)
    common = {key for key, members in blocks.items() if len(members) > MAX_BLOCK}
    shared: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, own in enumerate(keys):
        for pair in product(common.intersection(own), evidence[index].words):
            shared[pair].append(index)
    for index, own in enumerate(keys):
        found = {other for key in own if key not in common for other in blocks[key]}
        pairs = product(common.intersection(own), evidence[index].words)
        found |= {other for pair in pairs for other in shared[pair]}
        yield sorted(found - {index})


def name_keys(tokens: Tokens) -> Iterator[str]:
    """Yield what two forms of one name have in common, at least one of them."""
    first, last = spelled_alike(tokens[0]), spelled_alike(tokens[-1])
    yield " ".join(sorted({consonants(first), consonants(last)}))
    if len(tokens) > FIRST_AND_LAST:
        yield " ".join(sorted(consonants(spelled_alike(word)) for word in tokens))
    yield f"{first[0]} {last}"
    yield f"{first} {last[0]}"


def consonants(word: str) -> str:
    """Return a folded word without its vowels behind the first letter.

    >>> consonants("timofev"), consonants("ali")
    ('tmfv', 'al')
    """
    return word[0] + VOWELS.sub("", word[1:])


def is_spelling_of(one: Tokens, other: Tokens) -> bool:
    """Tell whether two full names are spellings of one, or the same in another order.

    >>> is_spelling_of(("andrej", "timofeev"), ("andrey", "timofeyev"))
    True
    >>> is_spelling_of(("han", "do", "gyeom"), ("do", "gyeom", "han"))
    True
    >>> is_spelling_of(("anna", "petrova"), ("ivan", "petrov"))
    False
    """
    if one == other:
        return False
    first, second = folded(one), folded(other)
    if second in {first[1:] + first[:1], first[-1:] + first[:-1]}:
        return True
    return len(first) == len(second) and all(map(is_like, first, second))


def is_shorter_than(one: Tokens, other: Tokens) -> bool:
    """Tell whether a full name is another without a middle name, a patronymic or a part of it."""
    first, second = folded(one), folded(other)
    if len(first) >= len(second) or has_initial(first) or has_initial(second):
        return False
    return are_one_person(first, second) or is_short_for(first, second)


def is_abbreviation_of(one: Tokens, other: Tokens) -> bool:
    """Tell whether a name is short for another full name, one of them with initials."""
    first, second = folded(one), folded(other)
    is_short = len("".join(first)) < len("".join(second))
    has_any = has_initial(first) or has_initial(second)
    return is_short and has_any and are_one_person(first, second)


def has_initial(tokens: Tokens) -> bool:
    """Tell whether a word of a name is an initial."""
    return min(map(len, tokens)) == 1


@lru_cache(maxsize=65_536)
def folded(tokens: Tokens) -> Tokens:
    """Return the words of a name without the differences of transliteration."""
    return tuple(spelled_alike(word) for word in tokens)


def is_like(one: str, other: str) -> bool:
    """Tell whether two folded words are so alike that they may be spellings of one name."""
    return one == other or JaroWinkler.similarity(one, other) >= MIN_LIKENESS


def join_surnames(people: Things, nodes: Sequence[Node]) -> Things:
    """Give bare surnames to the only person of that name who fits, the others to themselves."""
    bearers: dict[tuple[str, str], list[int]] = defaultdict(list)
    evidence = [evidence_of(person) for person in people]
    names = [sorted({node.tokens for node in person}) for person in people]
    for index, own in enumerate(names):
        ends = {word for tokens in own for word in (tokens[0], tokens[-1])}
        for key in product(sorted(ends), sorted(set(evidence[index].words))):
            bearers[key].append(index)
    full = [list(person) for person in people]
    rest: list[Node] = []
    for node in nodes:
        keys = product([node.tokens[-1]], set(node.evidence.words))
        fitting = [
            i
            for i in sorted({i for key in keys for i in bearers.get(key, ())})
            if any(is_short_for(node.tokens, tokens) for tokens in names[i])
            and supports(evidence[i], node.evidence)
        ]
        (full[fitting[0]] if len(fitting) == 1 else rest).append(node)
    return [*full, *(thing for group in by_name(rest) for thing in partition(group))]
