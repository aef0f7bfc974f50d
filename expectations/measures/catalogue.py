"""What is measured of a run: each measure once, with its table, its scale and its direction.

What a measure may be is data: ``expectations/limits.csv`` has a row for each of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from expectations.measures.scales import DAYS, RATE, SHARE, Scale

UNKNOWN_LANGUAGE: Final = "und"
"""Subject of texts whose language cannot be told: ISO 639-2 for undetermined."""


@dataclass(frozen=True, kw_only=True)
class Measure:
    """One number that is taken of a run, as a whole or of each subject.

    Attributes:
        name: Name in ``ops.measures``.
        table: Table that it tells about; None where the subject is the table.
        scale: How it is compared with earlier ones.
        is_two_sided: Whether less than usual is odd, too, and not only more.
        is_mix: Whether the subjects share one whole, so that an absent one counts as zero.
    """

    name: str
    table: str | None
    scale: Scale = SHARE
    is_two_sided: bool = False
    is_mix: bool = False


REJECTED_ROWS: Final = Measure(name="rejected_share", table=None)
FAILED_DOCUMENTS: Final = Measure(name="failed_document_share", table="raw.documents")
FAILED_FILES: Final = Measure(name="failed_file_share", table="ops.file_outcomes")
UNKNOWN_UNITS: Final = Measure(name="unknown_unit_share", table="core.figures")
UNREAD_TEXTS: Final = Measure(name="unread_language_share", table="raw.documents")
LANGUAGES: Final = Measure(name="language_share", table="raw.documents", is_mix=True)
UNRESOLVED: Final = Measure(name="unresolved_entity_share", table="core.document_entities")
UNATTRIBUTED: Final = Measure(name="unattributed_quote_share", table="core.quotes")
CLAIMED: Final = Measure(
    name="figures_with_claimant_share", table="core.figures", is_two_sided=True
)
LOCATED: Final = Measure(name="figures_with_place_share", table="core.figures", is_two_sided=True)
DATED: Final = Measure(name="figures_with_date_share", table="core.figures", is_two_sided=True)
FIGURES: Final = Measure(
    name="figures_per_1000_words", table="core.figures", scale=RATE, is_two_sided=True
)
MENTIONS: Final = Measure(
    name="mentions_per_1000_words", table="core.entity_mentions", scale=RATE, is_two_sided=True
)
DOCUMENT_FIGURES: Final = Measure(
    name="document_figures_per_1000_words", table="raw.documents", scale=RATE, is_two_sided=True
)
"""Judged of each document; ``ops.measures`` has the share of those that deviate."""
DEVIATING: Final = Measure(name="deviating_document_share", table="raw.documents")
SILENCE: Final = Measure(name="days_since_new_document", table="ops.file_outcomes", scale=DAYS)
FRESHNESS: Final = Measure(name="days_since_published", table="raw.documents", scale=DAYS)

MEASURES: Final = {
    measure.name: measure
    for measure in (
        REJECTED_ROWS,
        FAILED_DOCUMENTS,
        FAILED_FILES,
        UNKNOWN_UNITS,
        UNREAD_TEXTS,
        LANGUAGES,
        UNRESOLVED,
        UNATTRIBUTED,
        CLAIMED,
        LOCATED,
        DATED,
        FIGURES,
        MENTIONS,
        DOCUMENT_FIGURES,
        DEVIATING,
        SILENCE,
        FRESHNESS,
    )
}
