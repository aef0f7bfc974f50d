"""The mentions of a document on their way to places."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tasks.nlp.places.beside import Beside, words_beside
from tasks.nlp.places.candidates import Candidate, Reading, of_group, read_name
from tasks.nlp.places.containers import tokens_of
from tasks.nlp.places.mentions import PLACE_LABELS, PlaceMention

LIST_SIGNS: Final = ([","], ["and"], [",", "and"], ["or"])


@dataclass(slots=True)
class Case:
    """One mention on its way to a place."""

    mention: PlaceMention
    reading: Reading
    beside: Beside
    candidates: list[Candidate]
    chosen: Candidate | None = None
    rule: str = ""


def read_case(text: str, mention: PlaceMention) -> Case:
    """Return a mention with what it may mean; one that is no place has no candidates."""
    if mention.label not in PLACE_LABELS:
        return Case(mention, Reading(""), Beside(), [])
    reading = read_name(mention.text, mention.label, mention.entity_key)
    beside = words_beside(text, mention.start_char, mention.end_char)
    group = reading.group or beside.group
    return Case(mention, reading, beside, of_group(reading.candidates, group) or reading.candidates)


def share_plural_types(text: str, cases: Sequence[Case]) -> None:
    """Give the type of "Idlib and Hama provinces" to Idlib, too."""
    for first, second in zip(reversed(cases[:-1]), reversed(cases[1:]), strict=True):
        gap = text[first.mention.end_char : second.mention.start_char]
        if second.beside.is_plural and first.candidates and tokens_of(gap) in LIST_SIGNS:
            first.beside = second.beside
            allowed = of_group(first.reading.candidates, second.beside.group)
            first.candidates = allowed or first.candidates


def rank(candidate: Candidate) -> tuple[float, str]:
    """Return what candidates are compared by before anything is known; no two are equal."""
    return candidate.prior, candidate.place.place_key
