"""What linking hands on: mentions that lead to an entity of their document, and those entities."""

from dataclasses import dataclass

from tasks.nlp.places.table import Place
from tasks.nlp.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedMention:
    """A name in the text; ``entity_index`` is the position of its entity in the document.

    ``rule`` says how the name was found, ``link_rule`` why it is this entity.
    """

    span: Span
    label: str
    entity_index: int
    precision_code: str | None
    rule: str
    link_rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentEntity:
    """A thing that a document names.

    Attributes:
        label: Label of the thing; that of a mention may differ (Russian is a mention of Russia).
        name: Seed's or place's name, else the fullest one of the document.
        key: Seed key or place key, else the normalised name.
        is_seeded: Whether the key is one of the seeds.
        other_names: Further names, normalised and sorted.
        context: What the text says of it, as ``org:``, ``country:`` and ``role:`` words, sorted.
        country_code: Country that a place lies in, or that the seeds give.
        place: What a place is and where; None of anything else, and of unknown places.
        place_rule: The rule that chose it among those of its name.
    """

    label: str
    name: str
    key: str
    is_seeded: bool
    other_names: tuple[str, ...]
    context: tuple[str, ...]
    country_code: str | None
    place: Place | None
    place_rule: str | None
