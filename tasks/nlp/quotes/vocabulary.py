"""The words that report speech: ``seeds/cues.csv`` by the forms in which they are written."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from warehouse.seeds import SeedRow, read_seed_rows
from warehouse.tables.ref import CUES

SPEECH: Final = "speech"
CLAUSE: Final = "clause"
INFINITIVE: Final = "infinitive"
ADDRESSEE: Final = "addressee"
GERUND: Final = "gerund"
OBJECT: Final = "object"
AMOUNT: Final = "amount"
NAMING: Final = "naming"
DOCUMENT: Final = "document"
"""Frames: what may be the reported content of a cue; a document is a source by itself."""


WEAK: Final = frozenset({AMOUNT, OBJECT, NAMING})
"""Frames of verbs that are a deed as well: anything may be their subject."""
STATED: Final = "stated"
DENIED: Final = "denied"
"""Stances that rules ask for, of ``warehouse.vocabularies.STANCES``."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb, noun or phrase that reports speech.

    Attributes:
        text: The dictionary form with its particle: ``point out``, ``according to``.
        particle: Adverb or preposition that must stand with a verb; empty for most.
        stance: How the speaker stands to the content, one of ``warehouse.vocabularies.STANCES``.
        frames: What may be the reported content.
    """

    text: str
    particle: str
    stance: str
    frames: frozenset[str]


@cache
def cue_forms(part_of_speech: str) -> Mapping[str, tuple[Cue, ...]]:
    """Return the cues of a word class by each written form, those with a particle first.

    Args:
        part_of_speech: ``verb`` or ``noun``.
    """
    found: dict[str, set[Cue]] = {}
    for row in read_seed_rows(CUES):
        if row["part_of_speech"] == part_of_speech:
            cue = read_row(row)
            lemma = cue.text.removesuffix(cue.particle).strip()
            for form in (lemma, *str(row["forms"] or "").split()):
                found.setdefault(form, set()).add(cue)
    return {form: tuple(sorted(cues, key=specific_first)) for form, cues in found.items()}


@cache
def source_phrases() -> Mapping[str, Mapping[tuple[str, ...], Cue]]:
    """Return the phrases with a source behind them, as words, by their first word."""
    found: dict[str, dict[tuple[str, ...], Cue]] = {}
    for row in read_seed_rows(CUES):
        if row["part_of_speech"] == "phrase":
            cue = read_row(row)
            for variant in (cue.text, *filter(None, str(row["forms"] or "").split(";"))):
                words = tuple(variant.split())
                found.setdefault(words[0], {})[words] = cue
    return found


@cache
def document_nouns() -> frozenset[str]:
    """Return the forms of nouns that are a source by themselves: report, figures, records."""
    forms = cue_forms("noun").items()
    return frozenset(form for form, cues in forms if any(DOCUMENT in cue.frames for cue in cues))


def read_row(row: SeedRow) -> Cue:
    """Return a row of the seed."""
    text = str(row["cue"])
    particle = "" if row["part_of_speech"] == "phrase" else text.partition(" ")[2]
    return Cue(text, particle, str(row["stance"]), frozenset(str(row["frames"]).split()))


def specific_first(cue: Cue) -> tuple[bool, str]:
    """Return a sort key: cues with a particle come first."""
    return not cue.particle, cue.text
