"""Persons: a shorter name is the person whose full name the same document gives."""

from collections.abc import Iterator, Sequence
from typing import Final

from tasks.nlp.linking.groups import Group, Links
from tasks.nlp.linking.names import Tokens, is_sublist
from tasks.nlp.word_lists import word_list

PERSON: Final = "PERSON"
MIN_FULL: Final = 2
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
    by_letter: dict[str, list[int]] = {}
    for index in people:
        by_letter.setdefault(links.groups[index].tokens[-1][0], []).append(index)
    for index in people:
        tokens = links.groups[index].tokens
        fitting = [
            other
            for other in by_letter[tokens[-1][0]]
            if other != index
            and len("".join(links.groups[other].tokens)) > len("".join(tokens))
            and are_one_person(tokens, links.groups[other].tokens)
        ]
        if len({links.root(other) for other in fitting}) == 1:
            links.link(index, fitting[0], "fuller_name")


def link_short_names(links: Links) -> dict[int, int]:
    """Link surnames and other parts of names with the person whom the document introduces.

    Where several persons share the part, each mention is of the one named last before it.

    Returns:
        The group of the person, by position of each mention that its group does not decide.
    """
    by_word: dict[str, list[int]] = {}
    for index, group in enumerate(links.groups):
        if group.family == PERSON and len(group.full) >= MIN_FULL:
            for word in {*group.full, *group.tokens}:
                by_word.setdefault(word, []).append(index)
    single: dict[int, int] = {}
    for index, group in enumerate(links.groups):
        full = list(full_names(links, index, by_word))
        roots = {links.root(other) for other in full}
        if len(roots) == 1:
            links.link(index, full[0], SURNAME_RULE)
        elif roots:
            single |= named_last(group, [links.groups[other] for other in full], full)
    return single


def full_names(links: Links, index: int, by_word: dict[str, list[int]]) -> Iterator[int]:
    """Yield the persons of whose name a group's name is a part."""
    group = links.groups[index]
    if group.anchor or group.family not in MAYBE_PERSON:
        return
    for other in by_word.get(group.tokens[-1], ()):
        full = links.groups[other]
        if other == index or not any(
            is_short_for(group.tokens, name) for name in (full.full, full.tokens)
        ):
            continue
        # What is filed as no person must at least be one word.
        if group.family == PERSON or not any(" " in name for name in group.names):
            yield other


def named_last(group: Group, people: Sequence[Group], indexes: Sequence[int]) -> dict[int, int]:
    """Return for each mention the person named last before it, else the first one after it."""
    found = {}
    for position in group.positions:
        before = [
            (max(p for p in person.positions if p < position), index)
            for person, index in zip(people, indexes, strict=True)
            if person.first < position
        ]
        after = [(person.first, index) for person, index in zip(people, indexes, strict=True)]
        found[position] = max(before)[1] if before else min(after)[1]
    return found
