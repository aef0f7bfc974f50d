"""Names of types: Kornet, Storm Shadow, Pantsir-S1."""

import re
from collections.abc import Iterator
from typing import Final

from tasks.nlp.entities.armaments.codes import Unit
from tasks.nlp.entities.armaments.families import SHORTEST_NAME, Name, names
from tasks.nlp.entities.armaments.reading import Reading

VARIANT: Final = re.compile(
    r"[-‐‑–](?:[A-Z]{1,4}\d{0,3}[A-Z]?|\d{1,4}[A-Z]{0,4}s?)(?:-[A-Z])?(?!\w)"
    r"|(?:[ ](?:I{1,3}|IV|VI{0,2}|Mk\.?[ ]?(?:\d{1,2}[A-Z]?|I{1,3})|Block[ ]\d{1,2}"
    r"|[A-Z]{1,3}\d{1,3}[A-Z]?)(?![\w-])){1,2}"
    r"|[ ][B-HJ-Z](?![\w.'’-])"
)
WEAKER: Final = {"alone": "around", "around": "noun", "noun": "noun", "joined": "joined"}


def find_names(reading: Reading) -> Iterator[Unit]:
    """Yield the names of a text, in order, the longest of each place."""
    known = names()
    for start, first in enumerate(reading.lowers):
        for name in known.get(first, ()):
            unit = unit_of(reading, name, start)
            if unit is not None:
                yield unit
                break


def unit_of(reading: Reading, name: Name, start: int) -> Unit | None:
    """Return a name that stands at a word, with its variant, or ``None``."""
    end = start + len(name.words)
    written = tuple(reading.texts[start:end])
    certainty = certainty_of(reading, name, written, start)
    if certainty is None:
        return None
    last = behind_variant(reading, end)
    if last > end and end in reading.hyphened and certainty == "around":
        certainty = "alone"
    return Unit(start, last, name.label, certainty, name.words[0])


def certainty_of(reading: Reading, name: Name, written: tuple[str, ...], start: int) -> str | None:
    """Return what a name as written proves; ``None`` if it is another word."""
    if written == name.words:
        return name.certainty
    if tuple(map(str.casefold, written)) != tuple(map(str.casefold, name.words)):
        return None
    if sum(map(len, written)) < SHORTEST_NAME:
        return None
    if reading.in_capitals(start) or all(map(str.islower, written)):
        return WEAKER[name.certainty]
    return None


def behind_variant(reading: Reading, end: int) -> int:
    """Return the word behind a name and its variant."""
    match = VARIANT.match(reading.text, reading.end_char(end - 1))
    last = reading.word_to(match.end()) if match else None
    return end if last is None else last + 1
