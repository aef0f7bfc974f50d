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
FIRST_AND_LAST: Final = 2
VOWELS: Final = re.compile(r"[aeiou]+")


def find_neighbours(people: Sequence[Cluster]) -> list[list[int]]:
    """Return for each person those who may be the same, in order.

    Their names have a key in common; of a name that many bear only those with something else in
    common are taken.
    """
    keys = [sorted({key for name in one.names for key in name_keys(name)}) for one in people]
    blocks: dict[str, list[int]] = defaultdict(list)
    for index, own in enumerate(keys):
        for key in own:
            blocks[key].append(index)
    common = {key for key, members in blocks.items() if len(members) > MAX_BLOCK}
    shared: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, own in enumerate(keys):
        for pair in product(common.intersection(own), people[index].evidence.words):
            shared[pair].append(index)
    found = []
    for index, own in enumerate(keys):
        near = {other for key in own if key not in common for other in blocks[key]}
        pairs = product(common.intersection(own), people[index].evidence.words)
        near |= {other for pair in pairs for other in shared[pair]}
        found.append(sorted(near - {index}))
    return found


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
