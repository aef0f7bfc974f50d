"""What a comparison is narrowed to, as a condition with parameters; no text becomes SQL."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from dashboard.comparison.subject import Scale, Subject

DIFFERENCES: Final = ("increase_by", "decrease_by")
"""A rise of 12 says nothing about how many there are."""
CLAIMED_BY: Final = """
    contains(lower(figures.claimant_text), lower(?))
    or (
        figures.claimant_entity_id is null
        and contains(lower(figures.claimant_name), lower(?))
    )
    or figures.claimant_entity_id in (
        select entities.entity_id
        from core.entities as entities
        where not entities.is_hidden and contains(lower(entities.entity_name), lower(?))
    )
"""
PLACED_IN: Final = """
    figures.place_entity_id in (
        select entities.entity_id
        from core.entities as entities
        where not entities.is_hidden and contains(lower(entities.entity_name), lower(?))
    )
"""
WITH_WORDS: Final = """
    contains(lower(figures.counted_text), lower(?))
    or contains(lower(figures.figure_text), lower(?))
"""
ORDERS: Final = {
    "Newest document first": (
        "documents.published_on desc nulls last, documents.document_id, start_char, figure_id"
    ),
    "Latest day that it is true of first": (
        "coalesce(as_of_start, documents.published_on) desc nulls last, documents.document_id, "
        "start_char, figure_id"
    ),
    "Largest amount first": "coalesce(high, low) desc nulls last, figure_id",
    "Smallest amount first": "coalesce(low, high) nulls last, figure_id",
}


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Figures on one axis, narrowed by conditions that all hold.

    Each of ``claimants``, ``places`` and ``words`` may stand anywhere in its texts, in any case;
    ``modalities`` are exact; days of publication are inclusive. Amounts by which something rose or
    fell are left out unless ``has_differences``.
    """

    subject: Subject
    scale: Scale
    words: str = ""
    claimants: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    modalities: tuple[str, ...] = ()
    published_from: date | None = None
    published_to: date | None = None
    has_differences: bool = False

    def condition(self) -> tuple[str, list[object]]:
        """Return an SQL condition on a row that may be compared, and the values of its ``?``."""
        about, asked = self.subject.condition()
        parts = [(about, asked), *self._of_scale(), *self._contained(), *self._within()]
        sql = " and ".join(f"({part})" for part, _ in parts)
        return sql, [value for _, values in parts for value in values]

    def _of_scale(self) -> Iterator[tuple[str, list[object]]]:
        yield "figures.kind = ?", [self.scale.kind]
        yield "figures.unit is not distinct from ?", [self.scale.unit]
        yield "coalesce(figures.low, figures.high) is not null", []
        if not self.has_differences:
            marks = ", ".join("?" * len(DIFFERENCES))
            yield f"coalesce(figures.change, '') not in ({marks})", list(DIFFERENCES)

    def _contained(self) -> Iterator[tuple[str, list[object]]]:
        words = (self.words,) if self.words else ()
        texts = {CLAIMED_BY: self.claimants, PLACED_IN: self.places, WITH_WORDS: words}
        for test, values in texts.items():
            if values:
                asked: list[object] = [v for v in values for _ in range(test.count("?"))]
                yield " or ".join([test] * len(values)), asked

    def _within(self) -> Iterator[tuple[str, list[object]]]:
        if self.modalities:
            marks = ", ".join("?" * len(self.modalities))
            yield f"figures.modality in ({marks})", list(self.modalities)
        if self.published_from is not None:
            yield "documents.published_on >= ?", [self.published_from]
        if self.published_to is not None:
            yield "documents.published_on <= ?", [self.published_to]
