"""Designations of neighbouring parts: maker, code and name are one mention (Mil Mi-24 Hind)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from tasks.nlp.entities.armaments.codes import Unit, find_codes
from tasks.nlp.entities.armaments.names import find_names
from tasks.nlp.entities.armaments.reading import Reading

STRENGTH: Final = ("never", "unknown", "joined", "noun", "around", "alone")
PROVING: Final = frozenset({"noun", "around", "alone"})
PART: Final = frozenset({"joined", "noun", "around"})


@dataclass(frozen=True, slots=True)
class Designation:
    """Words ``start`` to ``end`` (exclusive) with the part that proves most."""

    start: int
    end: int
    label: str
    certainty: str
    family: str


def find_designations(reading: Reading) -> list[Designation]:
    """Return the designations of a text, in order, without overlaps."""
    units = longest([*find_codes(reading), *find_names(reading)])
    return list(joined(units, reading))


def longest(units: Iterable[Unit]) -> Iterator[Unit]:
    """Yield the leftmost longest units."""
    end = 0
    for unit in sorted(units, key=lambda unit: (unit.start, -unit.end)):
        if unit.start >= end:
            end = unit.end
            yield unit


def joined(units: Iterable[Unit], reading: Reading) -> Iterator[Designation]:
    """Yield neighbouring units as one."""
    found: Designation | None = None
    for unit in units:
        if found is not None and unit.start == found.end and unit.start not in reading.hyphened:
            found = extended(found, unit)
            continue
        if found is not None:
            yield found
        found = Designation(unit.start, unit.end, unit.label, unit.certainty, unit.family)
    if found is not None:
        yield found


def extended(found: Designation, unit: Unit) -> Designation:
    """Return a designation with one unit more; a code and a name prove each other."""
    if found.certainty == "around" and unit.certainty in PART and found.label == unit.label:
        return Designation(found.start, unit.end, found.label, "alone", found.family)
    if STRENGTH.index(unit.certainty) > STRENGTH.index(found.certainty):
        return Designation(found.start, unit.end, unit.label, unit.certainty, unit.family)
    return Designation(found.start, unit.end, found.label, found.certainty, found.family)
