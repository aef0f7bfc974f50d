"""What the components hand on: spans of a document's text, and the rows built on them.

All offsets are Unicode code points of the text that was given, ``start_char`` inclusive and
``end_char`` exclusive; ``text[start_char:end_char]`` is always the stored surface.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final, Self

SHARED_UNIT: Final = "/shared"
"""End of the rule path of a figure whose unit another figure gives."""


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a text together with its characters."""

    start_char: int
    end_char: int
    text: str

    @classmethod
    def cut(cls, text: str, start_char: int, end_char: int) -> Self:
        """Return the span of ``text`` between two offsets."""
        return cls(start_char, end_char, text[start_char:end_char])

    def moved(self, distance: int) -> Self:
        """Return the span shifted to the right by ``distance`` characters."""
        return replace(
            self, start_char=self.start_char + distance, end_char=self.end_char + distance
        )

    def overlaps(self, start_char: int, end_char: int) -> bool:
        """Tell whether the span shares a character with the given range."""
        return self.start_char < end_char and start_char < self.end_char


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of the page: where it is, what it is, and the rule that says so."""

    start_char: int
    end_char: int
    kind: str
    rule: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and the position of its passage."""

    start_char: int
    end_char: int
    passage_index: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text; ``known_key`` is the key of the seeds' thing that it always means."""

    span: Span
    label: str
    known_key: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class DateMention:
    """A calendar expression; ``value`` is ISO 8601, null when it cannot be known.

    ``time_text`` is the clock time beside it, as written.
    """

    span: Span
    value: str | None
    precision: str
    start_on: date | None
    end_on: date | None
    rule: str
    time_text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who says something.

    Attributes:
        span: Where the text says who: a name, a phrase or a pronoun.
        name: Who that is: the name of the thing, or the phrase that a pronoun stands for.
        entity_index: Position of the thing among those of the document; None of unnamed ones.
        kind: One of ``warehouse.vocabularies.SPEAKER_KINDS``.
        rule: How the phrase led to who it is.
    """

    span: Span
    name: str
    entity_index: int | None
    kind: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """What is quoted or reported, a quotation without its marks.

    Attributes:
        span: The content.
        kind: direct, mixed or indirect.
        speaker: Who says it; None where the text does not tell.
        via: Who passes it on, None for most.
        cue: The word that reports it, None of floating quotations.
        stance: How the speaker stands to it; None without a cue.
        rule: What was recognised.
    """

    span: Span
    kind: str
    rule: str
    speaker: Speaker | None = None
    via: Speaker | None = None
    cue: Span | None = None
    stance: str | None = None


@dataclass(frozen=True, slots=True)
class RejectedNumber:
    """A numeric expression that states no amount, with the reason."""

    span: Span
    reason: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """An amount as the figures component sees it; bounds inclusive, in ``unit``.

    The last seven fields need a parse and are None or false without one; ``total_span`` is the span
    of the figure of which this one is a part, ``place`` the name of its own place; ``is_present``
    says that its clause is in the present tense.
    """

    span: Span
    kind: str
    low: Decimal | None
    high: Decimal | None
    value: Decimal | None
    qualifier: str
    qualifier_span: Span | None
    unit: str | None
    counted: Span | None
    counted_head: str | None
    counted_rule: str | None
    per: Span | None
    category: str
    household_unit: bool
    rule: str
    share: Span | None = None
    change: str | None = None
    temporal_type: str | None = None
    modality: str | None = None
    total_span: Span | None = None
    place: Span | None = None
    is_present: bool = False
