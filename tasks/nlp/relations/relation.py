"""What the relations component hands on."""

from dataclasses import dataclass, replace
from typing import Self

from tasks.nlp.spans import Span


@dataclass(frozen=True, slots=True)
class Relation:
    """One event of a sentence; offsets count from the first character of the text that was read.

    Attributes:
        event: One of ``warehouse.vocabularies.EVENT_KINDS``.
        subject: The doer, also of a passive clause, or None where none is said.
        verb: The verb or noun that says the event, one word.
        object: What it is done to, or None; at least one of subject and object is there.
        modality: One of ``warehouse.vocabularies.MODALITIES``.
        rule: Word class and voice, then the expression: ``verb/passive/shoot dead``.
    """

    event: str
    subject: Span | None
    verb: Span
    object: Span | None
    modality: str
    rule: str

    @property
    def span(self) -> Span:
        """Where the event is said: the span of the verb."""
        return self.verb

    def moved(self, distance: int) -> Self:
        """Return the relation shifted to the right by ``distance`` characters."""
        return replace(
            self,
            subject=self.subject.moved(distance) if self.subject else None,
            verb=self.verb.moved(distance),
            object=self.object.moved(distance) if self.object else None,
        )
