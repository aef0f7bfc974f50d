"""The families and names of ``seeds/designations.csv``, shaped for look-up."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Final

from warehouse.seeds import read_seed_rows
from warehouse.tables.ref import DESIGNATIONS

LARGEST_NUMBER: Final = 9999
SHORTEST_NAME: Final = 4
"""Shorter names in another case are too often other words."""


@dataclass(frozen=True, slots=True)
class Family:
    """Designations with the same letters: which numbers, and what they prove."""

    letters: str
    numbers: frozenset[int] | None
    label: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name of one or more words, as written."""

    words: tuple[str, ...]
    label: str
    certainty: str


@cache
def families() -> dict[tuple[str, str], tuple[Family, ...]]:
    """Return families by joint and letters in lower case; a single name takes any number."""
    found: dict[tuple[str, str], list[Family]] = defaultdict(list)
    for row in read_seed_rows(DESIGNATIONS):
        letters = str(row["designation"])
        family = Family(
            letters,
            numbers_of(str(row["numbers"])),
            str(row["label"]),
            str(row["certainty"]),
        )
        found[str(row["joint"]), letters.casefold()].append(family)
    return {key: tuple(sorted(of, key=numbered_first)) for key, of in found.items()}


def numbered_first(family: Family) -> bool:
    """Return a key that sorts families with known numbers first."""
    return family.numbers is None


def numbers_of(text: str) -> frozenset[int] | None:
    """Return the numbers that a cell lists; ``None`` for any.

    >>> sorted(numbers_of("7 16-18") or ())
    [7, 16, 17, 18]
    """
    if text in {"any", "none"}:
        return None
    numbers: set[int] = set()
    for part in text.split():
        first, _, last = part.partition("-")
        numbers.update(range(int(first), min(int(last or first), LARGEST_NUMBER) + 1))
    return frozenset(numbers)


@cache
def names() -> dict[str, tuple[Name, ...]]:
    """Return names by their first word in lower case, the longest first; plurals included."""
    found: dict[str, list[Name]] = defaultdict(list)
    for row in read_seed_rows(DESIGNATIONS):
        bare = row["numbers"] == "none" or (row["numbers"] == "any" and row["joint"] == "hyphen")
        if bare and row["certainty"] != "never":
            words = tuple(str(row["designation"]).replace("-", " ").replace("/", " / ").split())
            if row["numbers"] == "any" and not is_name(words[0]):
                continue
            for form in (words, (*words[:-1], words[-1] + "s")):
                name = Name(form, str(row["label"]), str(row["certainty"]))
                found[form[0].casefold()].append(name)
    return {first: tuple(sorted(of, key=fewer_words)) for first, of in found.items()}


def is_name(letters: str) -> bool:
    """Tell a word from letters that only a number makes a designation."""
    return len(letters) >= SHORTEST_NAME and not letters.isupper()


def fewer_words(name: Name) -> int:
    """Return a key that sorts names of more words first."""
    return -len(name.words)
