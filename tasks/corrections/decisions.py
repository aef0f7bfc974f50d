"""One decision of an analyst, and which of several on one matter counts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Final

from warehouse.tables.ref.corrections import NO_VALUE

CLAIMANT: Final = "claimant"
QUOTE: Final = "quote"
NAMES: Final = ("claimant_name", "claimant_text", "speaker_name", "speaker_text")
"""Columns that say who it is; without one of them it is nobody."""
Row = dict[str, Any]
Anchor = tuple[str, int, int]
"""Document, first character, character after the last one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One row of ref.corrections."""

    correction_id: str
    subject: str
    action: str
    label: str | None
    name: str
    document_id: str | None
    path: str | None
    anchor_start_char: int | None
    anchor_end_char: int | None
    column_name: str | None
    read_value: str | None
    new_value: str | None
    target_label: str | None
    target_name: str | None
    decided_on: date

    @property
    def anchor(self) -> Anchor:
        """The place that it is about; of decisions that are not about entities."""
        return (self.document_id or "", self.anchor_start_char or 0, self.anchor_end_char or 0)

    @property
    def matter(self) -> tuple[str, ...]:
        """What of a row it decides: a column's value, whether a column is right, or the whole."""
        if self.column_name is None:
            return (self.subject, "whole")
        return (self.subject, self.action, self.column_name)

    @property
    def is_about_source(self) -> bool:
        """Whether it says who claims a figure or says a quotation, or that nobody does."""
        if self.subject == CLAIMANT:
            return True
        return self.subject == QUOTE and self.column_name not in {None, "kind"}

    @property
    def is_nobody(self) -> bool:
        """Whether it says that nobody claims or says it."""
        if self.action == "hide":
            return self.subject == CLAIMANT
        return self.column_name in NAMES and self.new_value == NO_VALUE

    @property
    def is_somebody(self) -> bool:
        """Whether it gives a value to who claims or says it, or how."""
        return self.action == "correct" and self.new_value != NO_VALUE


def decisions_of(rows: Iterable[Row], subjects: Sequence[str]) -> list[Decision]:
    """Return the decisions about some subjects, those that were taken first before the others."""
    names = [field.name for field in fields(Decision)]
    found = [Decision(**{n: row[n] for n in names}) for row in rows if row["subject"] in subjects]
    return sorted(found, key=lambda decision: (decision.decided_on, decision.correction_id))


def superseded(decisions: Sequence[Decision]) -> dict[str, str]:
    """Return the decisions about one row that a later one replaces, each with that one.

    Args:
        decisions: Decisions about one row, those that were taken first before the others.
    """
    last = {decision.matter: decision.correction_id for decision in decisions}
    replaced = {
        decision.correction_id: last[decision.matter]
        for decision in decisions
        if decision.correction_id != last[decision.matter]
    }
    standing = [d for d in decisions if d.correction_id not in replaced]
    return replaced | nobody_or_somebody([d for d in standing if d.is_about_source])


def nobody_or_somebody(decisions: Sequence[Decision]) -> dict[str, str]:
    """Return which decisions that nobody says something, or who does, a later one replaces.

    Args:
        decisions: Decisions about who claims one figure or says one quotation, in order.
    """
    changes = [decision for decision in decisions if decision.is_nobody or decision.is_somebody]
    return {
        decision.correction_id: changes[-1].correction_id
        for decision in changes
        if decision.is_nobody != changes[-1].is_nobody
    }
