"""Finds the weapons and military vehicles of a text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from tasks.nlp.entities.armaments.designations import Designation, find_designations
from tasks.nlp.entities.armaments.lexicon import lexicon
from tasks.nlp.entities.armaments.licence import is_item, other_senses
from tasks.nlp.entities.armaments.phrases import PhraseReader, find_head
from tasks.nlp.entities.armaments.reading import NAME_REACH, Reading, read_words
from tasks.nlp.entities.armaments.ships import behind_vessel, find_ships


@dataclass(frozen=True, slots=True)
class Armament:
    """A mention with the label WEAPON or VEHICLE, and the rule that found it."""

    span: Span
    rule: str


def find_armaments(doc: Doc) -> list[Armament]:
    """Return the weapons and military vehicles of a Doc, in order, without overlaps.

    Entities that the Doc has already bound the names of types: "Russian" stays outside of
    "Russian rockets". No parse is needed.
    """
    reading = read_words(doc)
    designations = find_designations(reading)
    certain = {found.start for found in designations if found.certainty == "alone"}
    if certain:
        reading = reading.with_evidence(certain)
    found = [
        *find_phrases(reading, designations),
        *find_alone(reading, designations),
        *(
            Armament(reading.span(*ship, "VEHICLE"), "armament:ship")
            for ship in find_ships(reading)
        ),
    ]
    return list(leftmost_longest(found))


def find_phrases(reading: Reading, designations: list[Designation]) -> Iterator[Armament]:
    """Yield the nouns with what belongs to them."""
    others = other_senses(reading)
    reader = PhraseReader(reading, designations)
    for word in range(len(reading.lowers)):
        head = find_head(reading, word)
        if head is None or others.issuperset(range(word + 1 - len(head[0]), word + 1)):
            continue
        phrase = reader.grow(word + 1 - len(head[0]), word + 1, head[1])
        if is_item(reading, phrase):
            end = behind_vessel(reading, phrase.start, phrase.end)
            yield Armament(reading.span(phrase.start, end, phrase.label), "armament:noun")


def find_alone(reading: Reading, designations: list[Designation]) -> Iterator[Armament]:
    """Yield the designations that mean an item without a noun."""
    for found in designations:
        if is_meant(reading, found):
            rule = f"armament:designation/{found.family}"
            yield Armament(reading.span(found.start, found.end, found.label), rule)


def is_meant(reading: Reading, found: Designation) -> bool:
    """Tell whether a designation means an item without a noun."""
    if is_other_thing(reading, found):
        return False
    if found.certainty == "around":
        return reading.has_evidence(found.start, found.end, NAME_REACH) and not is_surname(
            reading, found
        )
    return found.certainty == "alone"


def is_other_thing(reading: Reading, found: Designation) -> bool:
    """Tell the code of a road, a form, a flight: A-10 motorway, Flight MH17."""
    things = lexicon().words["other_thing"]
    before = reading.lowers[found.start - 1] if found.start else ""
    behind = reading.lowers[found.end] if found.end < len(reading.lowers) else ""
    return before in things or behind in things


def is_surname(reading: Reading, found: Designation) -> bool:
    """Tell a name behind a given name: Selçuk Bayraktar."""
    if found.end - found.start > 1 or not reading.texts[found.start].isalpha():
        return False
    return reading.is_capitalised_inside(found.start - 1) and not reading.in_title(found.start)


def leftmost_longest(found: Iterable[Armament]) -> Iterator[Armament]:
    """Yield mentions without overlaps: the first, and of those the longest."""
    end = 0
    for armament in sorted(found, key=lambda item: (item.span.start, -item.span.end)):
        if armament.span.start >= end:
            end = armament.span.end
            yield armament
