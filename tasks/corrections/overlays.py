"""Which table each decision is about, and where its corrected rows stand."""

from dataclasses import dataclass
from typing import Final

from tasks.corrections.decisions import Row
from warehouse.contract import Table
from warehouse.row_keys import row_key
from warehouse.tables.core import (
    CORRECTED_DATES,
    CORRECTED_FIGURES,
    CORRECTED_QUOTES,
    DATES,
    QUOTES,
)
from warehouse.tables.figures import FIGURES


@dataclass(frozen=True, kw_only=True)
class Overlay:
    """A table that decisions are about.

    Attributes:
        subjects: Subjects of its decisions; hiding the first hides the row.
        noun: What a row is, for messages.
        table: Table that keeps what was read.
        corrected: Table of its rows as they read after decisions.
        source: First part of the columns of who says it; None where nobody does.
    """

    subjects: tuple[str, ...]
    noun: str
    table: Table
    corrected: Table
    source: str | None = None

    @property
    def text(self) -> str:
        """Column with the characters of a row."""
        return self.table.spans[0].text

    def key_of(self, row: Row) -> str:
        """Return the key of a row as JSON."""
        return row_key(self.table, row)

    def id_of(self, row: Row) -> str | None:
        """Return the id of a row; None where it has none."""
        return row[self.table.key[0]] if len(self.table.key) == 1 else None


OVERLAYS: Final = (
    Overlay(
        subjects=("figure", "claimant"),
        noun="figure",
        table=FIGURES,
        corrected=CORRECTED_FIGURES,
        source="claimant",
    ),
    Overlay(
        subjects=("quote",),
        noun="quotation",
        table=QUOTES,
        corrected=CORRECTED_QUOTES,
        source="speaker",
    ),
    Overlay(subjects=("date",), noun="date", table=DATES, corrected=CORRECTED_DATES),
)
