"""The words of events: ``seeds/event_words.csv`` by lemma."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from warehouse.seeds import SeedRow, read_seed_rows
from warehouse.tables.ref import EVENT_WORDS

OBJECT: Final = "object"
SUBJECT: Final = "subject"
COMPOUND: Final = "compound"
POSSESSOR: Final = "possessor"
OTHER_TARGETS: Final = frozenset({OBJECT, SUBJECT, COMPOUND, POSSESSOR})
"""Where a target may stand, beside prepositions."""


@dataclass(frozen=True, slots=True)
class EventWord:
    """One sense of a verb or noun.

    Attributes:
        expression: The dictionary form with all fixed parts.
        event: One of ``warehouse.vocabularies.EVENT_KINDS``.
        fixed_object: Lemma that the grammatical object must have, or None.
        particle: Words that must stand behind the verb, none for most.
        barred: Particles and prepositions beside the verb that give it another meaning.
        targets: Where the target stands, best first.
        needs: Classes of objects, one of which the target must have; none for most.
        excludes: Classes of objects that the target must not have.
    """

    expression: str
    event: str
    fixed_object: str | None
    particle: tuple[str, ...]
    barred: frozenset[str]
    targets: tuple[str, ...]
    needs: frozenset[str]
    excludes: frozenset[str]

    @property
    def prepositions(self) -> tuple[str, ...]:
        """Prepositions of the target, best first."""
        return tuple(target for target in self.targets if target not in OTHER_TARGETS)

    @property
    def must_have_target(self) -> bool:
        """Whether the words mean the event only where its target is said."""
        return bool(self.needs) or (OBJECT not in self.targets and self.fixed_object is None)


@cache
def event_words(part_of_speech: str) -> Mapping[str, tuple[EventWord, ...]]:
    """Return the senses by lemma, the most specific first.

    Args:
        part_of_speech: ``verb`` or ``noun``.
    """
    senses: dict[str, list[EventWord]] = {}
    for row in read_seed_rows(EVENT_WORDS):
        if row["part_of_speech"] == part_of_speech:
            senses.setdefault(str(row["lemma"]), []).append(read_row(row))
    return {lemma: tuple(sorted(found, key=generality)) for lemma, found in senses.items()}


def read_row(row: SeedRow) -> EventWord:
    """Return a row of the seed."""
    return EventWord(
        expression=str(row["event_word"]),
        event=str(row["event"]),
        fixed_object=str(row["fixed_object"]) if row["fixed_object"] else None,
        particle=tuple(str(row["particle"] or "").split()),
        barred=frozenset(str(row["barred"] or "").split()),
        targets=tuple(str(row["target"]).split()),
        needs=frozenset(str(row["needs"] or "").split()),
        excludes=frozenset(str(row["excludes"] or "").split()),
    )


def generality(word: EventWord) -> tuple[bool, bool, str]:
    """Return the place of a sense among those of its lemma."""
    return not (word.fixed_object or word.particle), not word.needs, word.expression + word.event
