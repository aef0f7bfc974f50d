"""Which persons are compared with each other at all (blocking)."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final

from tasks.nlp.linking.names import Tokens
from tasks.resolution.clusters import Cluster
from tasks.resolution.spelling import spelled_alike

MAX_BLOCK: Final = 50
"""Persons whose names have a key in common and who are all compared with each other."""
MAX_SHARING: Final = 300
"""Persons with a common name who share a word; more share nothing that tells."""
Key = tuple[str, ...]
VOWELS: Final = re.compile(r"[aeiou]+")


def find_neighbours(people: Sequence[Cluster]) -> list[list[int]]:
    """Return for each person those who may be the same, in order.

    Their names have a key in common; of a name that many bear only those with something else in
    common that tells are taken.
    """
    borne = [{key for name in one.names for key in keys_borne(name)} for one in people]
    sought = [sorted({key for name in one.names for key in keys_sought(name)}) for one in people]
    blocks: dict[Key, list[int]] = defaultdict(list)
    for index, own in enumerate(borne):
        for key in own:
            blocks[key].append(index)
    common = {key for key, members in blocks.items() if len(members) > MAX_BLOCK}
    shared: dict[tuple[Key, str], list[int]] = defaultdict(list)
    for index, own in enumerate(borne):
        for pair in product(common & own, people[index].evidence.words):
            shared[pair].append(index)
    found = []
    for index, keys in enumerate(sought):
        near = {other for key in keys if key not in common for other in blocks.get(key, ())}
        pairs = product(common.intersection(keys), people[index].evidence.words)
        for pair in pairs:
            if len(shared[pair]) <= MAX_SHARING:
                near.update(shared[pair])
        found.append(sorted(near - {index}))
    return found


def keys_borne(tokens: Tokens) -> Iterator[Key]:
    """Yield the keys under which a full name is found."""
    first, last = spelled_alike(tokens[0]), spelled_alike(tokens[-1])
    yield from keys_of_sound(tokens)
    yield "given_initial", first[0], last
    yield "surname_initial", first, last[0]


def keys_sought(tokens: Tokens) -> Iterator[Key]:
    """Yield the keys of the names that a full name may be a form of."""
    first, last = spelled_alike(tokens[0]), spelled_alike(tokens[-1])
    yield from keys_of_sound(tokens)
    if len(first) == 1:
        yield "given_initial", first, last
    if len(last) == 1:
        yield "surname_initial", first, last


def keys_of_sound(tokens: Tokens) -> Iterator[Key]:
    """Yield what spellings of one name have in common: the consonants, in whatever order."""
    words = [consonants(spelled_alike(word)) for word in tokens]
    yield "ends", *sorted((words[0], words[-1]))
    yield "all", *sorted(words)


def consonants(word: str) -> str:
    """Return a folded word without its vowels behind the first letter.

    >>> consonants("timofev"), consonants("ali")
    ('tmfv', 'al')
    """
    return word[0] + VOWELS.sub("", word[1:])
