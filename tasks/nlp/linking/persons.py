"""Persons: a shorter name is the person whose full name the same document gives."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from tasks.nlp.linking.groups import Group, Links
from tasks.nlp.linking.names import Tokens, is_sublist
from tasks.nlp.word_lists import word_list

PERSON: Final = "PERSON"
MIN_FULL: Final = 2
MAX_WORDS: Final = 8
"""Words of a full name of which parts are looked for; nobody is known by the ninth."""
NameKey = tuple[str, str, str]
SURNAME_RULE: Final = "surname"
MAYBE_PERSON: Final = frozenset({"PERSON", "ORG", "NORP", "place", "PRODUCT"})
"""Families under which a model files a surname by mistake."""


def are_one_person(one: Tokens, other: Tokens) -> bool:
    """Tell whether two full names are of one person, when one document gives both.

    The last names are equal and the first ones are equal or one is the other's initial; what stands
    between, a middle name or a patronymic, may be missing.

    >>> are_one_person(("j", "smith"), ("john", "a", "smith"))
    True
    >>> are_one_person(("jane", "smith"), ("john", "smith"))
    False
    """
    if min(len(one), len(other)) < MIN_FULL or not is_same_surname(one, other):
        return False
    if not is_same_given(one[0], other[0]):
        return False
    shorter, longer = sorted((one[1:-1], other[1:-1]), key=len)
    return all(any(is_same_given(a, b) for b in longer) for a in shorter)


def is_same_surname(one: Tokens, other: Tokens) -> bool:
    """Tell whether the last names are equal, or one is the other's initial: Yusuf K."""
    if one[-1] == other[-1]:
        return True
    return is_same_given(one[-1], other[-1]) and one[0] == other[0]


def is_same_given(one: str, other: str) -> bool:
    """Tell whether two first names are equal, or one is the other's initial."""
    shorter, longer = sorted((one, other), key=len)
    return shorter == longer or (len(shorter) == 1 and longer.startswith(shorter))


def is_short_for(short: Tokens, full: Tokens) -> bool:
    """Tell whether a name is a part of a longer one that people use for the whole.

    >>> is_short_for(("baghdadi",), ("abu", "bakr", "al", "baghdadi"))
    True
    >>> is_short_for(("al",), ("abu", "bakr", "al", "baghdadi"))
    False
    """
    if len(short) >= len(full) or len(short[-1]) < MIN_FULL:
        return False
    if short[-1] in word_list("small_name_word"):
        return False
    is_end = short[-1] == full[-1] or short[0] == full[0]
    return (is_end or len(short) >= MIN_FULL) and is_sublist(short, full)


def link_full_names(links: Links) -> None:
    """Link the full names of one person with each other: the shorter one with the longest."""
    people = [
        index
        for index, group in enumerate(links.groups)
        if group.family == PERSON and len(group.tokens) >= MIN_FULL
    ]
    by_key: dict[NameKey, list[int]] = defaultdict(list)
    for index in people:
        for key in keys_borne(links.groups[index].tokens):
            by_key[key].append(index)
    for index in people:
        tokens = links.groups[index].tokens
        near = {other for key in keys_sought(tokens) for other in by_key.get(key, ())}
        fitting = [
            other
            for other in sorted(near - {index})
            if len("".join(links.groups[other].tokens)) > len("".join(tokens))
            and are_one_person(tokens, links.groups[other].tokens)
        ]
        if len({links.root(other) for other in fitting}) == 1:
            links.link(index, fitting[0], "fuller_name")


def keys_borne(tokens: Tokens) -> Iterator[NameKey]:
    """Yield the keys under which a full name is found: names and initials, first and last."""
    given, surname = tokens[0], tokens[-1]
    yield "names", given, surname
    yield "given_initial", given[0], surname
    yield "surname_initial", given, surname[0]
    if len(given) == 1:
        yield "initial_given", given, surname


def keys_sought(tokens: Tokens) -> Iterator[NameKey]:
    """Yield the keys of the full names that may be of the same person, by ``are_one_person``."""
    given, surname = tokens[0], tokens[-1]
    yield "names", given, surname
    yield "initial_given", given[0], surname
    if len(given) == 1:
        yield "given_initial", given, surname
    if len(surname) == 1:
        yield "surname_initial", given, surname


def link_short_names(links: Links) -> dict[int, int]:
    """Link surnames and other parts of names with the person whom the document introduces.

    Where several persons share the part, each mention is of the one named last before it.

    Returns:
        The group of the person, by position of each mention that its group does not decide.
    """
    by_part: dict[Tokens, list[int]] = defaultdict(list)
    for index, group in enumerate(links.groups):
        if group.family == PERSON and len(group.full) >= MIN_FULL:
            for part in {part for name in {group.full, group.tokens} for part in short_names(name)}:
                by_part[part].append(index)
    single: dict[int, int] = {}
    for index, group in enumerate(links.groups):
        full = [other for other in by_part.get(group.tokens, ()) if other != index]
        if not full or not may_be_short_name(group):
            continue
        if len({links.root(other) for other in full}) == 1:
            links.link(index, full[0], SURNAME_RULE)
        else:
            single |= named_last(group, links, full)
    return single


def short_names(full: Tokens) -> Iterator[Tokens]:
    """Yield the parts of a full name that people use for the whole.

    >>> list(short_names(("mohammed", "bin", "salman")))
    [('mohammed',), ('bin', 'salman'), ('salman',)]
    """
    size = min(len(full), MAX_WORDS)
    for first in range(size):
        for end in range(first + 1, size + 1):
            if is_short_for(full[first:end], full):
                yield full[first:end]


def may_be_short_name(group: Group) -> bool:
    """Tell whether a group may be a part of a person's name; one that is no person is one word."""
    if group.anchor or group.family not in MAYBE_PERSON:
        return False
    return group.family == PERSON or all(len(name.split()) == 1 for name in group.names)


def named_last(group: Group, links: Links, people: Sequence[int]) -> dict[int, int]:
    """Return for each mention the person named last before it, else the first one after it."""
    named = sorted(
        (position, index) for index in people for position in links.groups[index].positions
    )
    return {
        position: named[max(0, bisect_left(named, (position, 0)) - 1)][1]
        for position in group.positions
    }
