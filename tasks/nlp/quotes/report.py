"""What the component hands on: a cue with its source and what it reports."""

from dataclasses import dataclass, replace
from typing import Self

from tasks.nlp.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The phrase that says who speaks, before anything is resolved.

    Attributes:
        span: The phrase without article, title clauses and appositions.
        head: Its noun, name or pronoun.
        named: A name in the phrase that says who it is: a person in apposition, the author of a
            report, or the name that the phrase itself is. None in a phrase without one.
        lemma: Dictionary form of the head in lower case.
        is_pronoun: Whether the head is a personal pronoun.
        is_plural: Whether the head is plural.
        is_definite: Whether the phrase points back: ``the minister``, ``his report``.
        is_document: Whether the head is a text or a set of data.
    """

    span: Span
    head: Span
    named: Span | None
    lemma: str
    is_pronoun: bool
    is_plural: bool
    is_definite: bool
    is_document: bool

    def moved(self, distance: int) -> Self:
        """Return the source shifted to the right by ``distance`` characters."""
        return replace(
            self,
            span=self.span.moved(distance),
            head=self.head.moved(distance),
            named=self.named.moved(distance) if self.named else None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Somebody says something.

    Attributes:
        cue: The verb, noun or phrase.
        stance: One of ``warehouse.vocabularies.STANCES``.
        source: Who says it; None where the text names nobody (``it is believed``).
        via: Who passes it on: the agency that the source talked to or is quoted by.
        contents: What is reported, in order; none where only words in quotation marks beside the
            cue can be the content.
        takes_speech: Whether words in quotation marks beside the cue are its content.
        rule: What has been recognised: ``verb/clause``, ``phrase/source`` ...
    """

    cue: Span
    stance: str
    source: Source | None
    via: Source | None
    contents: tuple[Span, ...]
    takes_speech: bool
    rule: str

    @property
    def span(self) -> Span:
        """Where the report is said: the span of the cue."""
        return self.cue

    def moved(self, distance: int) -> Self:
        """Return the report shifted to the right by ``distance`` characters."""
        return replace(
            self,
            cue=self.cue.moved(distance),
            source=self.source.moved(distance) if self.source else None,
            via=self.via.moved(distance) if self.via else None,
            contents=tuple(content.moved(distance) for content in self.contents),
        )
