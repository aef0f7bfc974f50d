"""Designations of letters and a number: T-72B3, AK-47s, Leopard 2A6, 9M133."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Final

from tasks.nlp.entities.armaments.families import Family, families
from tasks.nlp.entities.armaments.reading import Reading

NUMBER: Final = (
    r"(?P<number>\d{1,4}+)"
    r"(?P<tail>[A-Za-z]{0,4}\d{0,3}[A-Za-z]{0,4}(?:[-‐‑–][A-Z]{0,2}\d{0,2}[A-Z]?(?!\w)|/\d{1,3}"
    r"|\.\d{1,2})?)(?!\w)"
    r"(?P<mark>[ ](?:I{1,3}|IV|VI{0,2}|(?:Mod|Mk|Block|Mark)\.?[ ]?\d{1,2}[A-Z]?)(?![\w-]))?"
)
CODE: Final = re.compile(
    r"(?<![\w/.])(?<!\w[-‐‑–])"
    r"(?P<letters>\d{1,2}[A-Z]{1,2}(?=\d)|[^\W\d_]{1,16}+(?:/[A-Z](?=[-‐‑–]))?)"
    r"(?P<joint>[-‐‑–])?" + NUMBER
)
SPACED: Final = re.compile(r"(?P<letters>[^\W\d_]{1,16}+)(?P<joint>\.? |\.)" + NUMBER)
"""Type 56, Vz. 58: only where the seeds know the word, or any number behind a word would do."""
ORDINAL: Final = re.compile(r"st|nd|rd|th|x\d*|km|mm|cm|pm")
CODE_LETTERS: Final = 5
"""Most letters of a designation that no family knows."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of a designation: words ``start`` to ``end`` (exclusive)."""

    start: int
    end: int
    label: str
    certainty: str
    family: str


def find_codes(reading: Reading) -> Iterator[Unit]:
    """Yield the codes of a text; those of no family have the certainty ``unknown``."""
    for match in chain(CODE.finditer(reading.text), find_spaced(reading)):
        family = family_of(match)
        if family is None or ORDINAL.fullmatch(match["tail"]):
            continue
        start, last = reading.word_at(match.start()), reading.word_to(match.end())
        if start is not None and last is not None:
            yield Unit(start, last + 1, family.label, certainty(match, family), family.letters)


def find_spaced(reading: Reading) -> Iterator[re.Match[str]]:
    """Yield known words with a space and a number behind."""
    known = spaced_letters()
    for word, lower in enumerate(reading.lowers):
        if lower.rstrip(".") in known:
            match = SPACED.match(reading.text, reading.starts[word])
            if match:
                yield match


@cache
def spaced_letters() -> frozenset[str]:
    """Return the words, in lower case, that a space parts from their number."""
    return frozenset(letters for joint, letters in families() if joint == "space")


def family_of(match: re.Match[str]) -> Family | None:
    """Return the family of a code; one without name for letters that none has."""
    joint, letters = joint_of(match["joint"]), match["letters"]
    number = int(match["number"])
    known = families().get((joint, letters.casefold()), ())
    for family in known:
        if family.numbers is None or number in family.numbers:
            return family
    if joint == "space" or len(letters) > CODE_LETTERS or not letters.isupper():
        return None
    return Family("", None, "", "unknown")


def joint_of(text: str | None) -> str:
    """Return the joint as the seeds name it."""
    if not text:
        return "glued"
    return "space" if text.endswith((" ", ".")) else "hyphen"


def certainty(match: re.Match[str], family: Family) -> str:
    """Return what a code proves; in another case than usual short letters prove less."""
    if match["letters"] == family.letters or family.certainty != "alone":
        return family.certainty
    return "alone" if len(match["letters"]) > 1 else "around"
