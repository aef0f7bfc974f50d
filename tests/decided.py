"""Decisions of analysts as rows of ref.corrections, and files of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from warehouse.corrections_csv import correction_csv
from warehouse.tables.ref import CORRECTIONS

if TYPE_CHECKING:
    from pathlib import Path

Row = dict[str, Any]
DECIDED = {"reason": "A reason.", "decided_by": "Kim", "decided_on": date(2026, 1, 2)}


def decision(correction_id: str, action: str, subject: str = "entity", /, **values: object) -> Row:
    """Return a decision; columns that are not given are null."""
    given = {"correction_id": correction_id, "subject": subject, "action": action}
    row = dict.fromkeys(CORRECTIONS.column_names) | DECIDED | given | values
    assert set(row) == set(CORRECTIONS.column_names), set(row) - set(CORRECTIONS.column_names)
    return row


def about_thing(correction_id: str, action: str, label: str, name: str, /, **values: object) -> Row:
    """Return a decision about an entity."""
    return decision(correction_id, action, label=label, name=name, **values)


def write_decisions(file: Path, *rows: Row) -> Path:
    """Write a user's file of decisions."""
    file.write_text(correction_csv(rows), encoding="utf-8", newline="")
    return file
