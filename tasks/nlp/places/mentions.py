"""What goes into the resolution of places, and what comes out."""

from dataclasses import dataclass
from typing import Final

from tasks.nlp.places.table import Place

PLACE_LABELS: Final = frozenset(("GPE", "LOC", "FAC"))


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A name in a text, by code points; ``entity_key`` is the known thing that it is, or none."""

    start_char: int
    end_char: int
    text: str
    label: str
    entity_key: str | None = None


@dataclass(frozen=True, slots=True)
class ResolvedPlace:
    """The place that a mention means, how exactly it locates, and the rule that decided."""

    place: Place
    precision_code: str
    rule: str
