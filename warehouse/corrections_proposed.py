"""Writes a decision about a row that somebody looks at, with a name that follows from what it says.

The dashboard offers such rows for download; ``corrections_csv`` makes a file of them.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, Final

from warehouse.corrections_columns import ENTITY, NAME_CHARS, SPAN_TEXTS, reading_of
from warehouse.corrections_faults import fault_of, value_fault_of
from warehouse.errors import UsageError
from warehouse.tables.ref.corrections import CORRECTIONS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

ID_HASH_CHARS: Final = 10
DECIDES: Final = (
    *("subject", "action", "label", "document_id", "anchor_start_char", "anchor_end_char"),
    "column_name",
)
"""What two decisions on one matter share: they have one name, and a file can hold one of them."""


def propose_correction(
    subject: str,
    action: str,
    row: Mapping[str, object],
    *,
    reason: str,
    decided_by: str,
    decided_on: date,
    column_name: str | None = None,
    new_value: str | None = None,
    target_label: str | None = None,
    target_name: str | None = None,
) -> dict[str, Any]:
    """Return a decision about a row, as a row of ref.corrections.

    Args:
        subject: entity, figure, claimant, date or quote.
        action: What to do with it.
        row: The row as its mart shows it. Of an entity: label, entity_name and, for a split or the
            relabel of one document, document_id; of all else: document_id, start_char, end_char
            and its text; path where it is known.
        reason: Why, one sentence.
        decided_by: Who decides.
        decided_on: Day of the decision.
        column_name: Column to correct, or the only one to accept.
        new_value: Its value as text, ``(none)`` for null.
        target_label: Label of the target, of merge and relabel.
        target_name: Name of the target of a merge; what tells a split apart.

    Returns:
        All columns in the order of the contract. The same matter always has the same
        ``correction_id``, whatever is decided about it, by whom and when.

    Raises:
        UsageError: If the decision leaves out what it needs, or its value breaks the contract or
            is the one that the row shows.
    """
    given = {
        "subject": subject,
        "action": action,
        "path": row.get("path"),
        "column_name": column_name,
        "read_value": _read_value(subject, action, row, column_name),
        "new_value": new_value,
        "target_label": target_label,
        "target_name": target_name,
        "reason": reason.strip(),
        "decided_by": decided_by.strip(),
        "decided_on": decided_on,
        **(_thing(row, action) if subject == ENTITY else _anchor(subject, row)),
    }
    given["correction_id"] = _correction_id(given)
    proposed = {name: given.get(name) for name in CORRECTIONS.column_names}
    _refuse_faulty(proposed)
    return proposed


def _read_value(
    subject: str, action: str, row: Mapping[str, object], column_name: str | None
) -> str | None:
    is_reading = action in {"accept", "correct"}
    return reading_of(subject, row, column_name) if is_reading else None


def _thing(row: Mapping[str, object], action: str) -> dict[str, object]:
    is_of_one = action in {"split", "relabel"}
    return {
        "label": row["label"],
        "name": row["entity_name"],
        "document_id": row.get("document_id") if is_of_one else None,
        "path": row.get("path") if is_of_one else None,
    }


def _anchor(subject: str, row: Mapping[str, object]) -> dict[str, object]:
    return {
        "name": str(row[SPAN_TEXTS[subject]])[:NAME_CHARS],
        "document_id": row["document_id"],
        "anchor_start_char": row["start_char"],
        "anchor_end_char": row["end_char"],
    }


def _correction_id(given: Mapping[str, object]) -> str:
    """Return a slug: action, subject, column, and a hash of what tells the matter from others."""
    name = given["name"] if given["subject"] == ENTITY else None
    matter = "\n".join(str(part) for part in (*(given.get(key) for key in DECIDES), name))
    digits = hashlib.sha256(matter.encode("utf-8", "surrogatepass")).hexdigest()[:ID_HASH_CHARS]
    words = (given["action"], given["subject"], given["column_name"], digits)
    return "-".join(str(word).replace("_", "-") for word in words if word is not None)


def _refuse_faulty(proposed: dict[str, Any]) -> None:
    """Refuse a decision that no run could apply.

    Raises:
        UsageError: Saying why.
    """
    empty = next((name for name in ("reason", "decided_by") if not proposed[name]), None)
    fault = f"{empty} is empty" if empty else fault_of(proposed) or value_fault_of(proposed)
    fault = fault or _unchanged(proposed)
    if fault is not None:
        msg = f"this cannot be decided: {fault}."
        raise UsageError(msg)


def _unchanged(proposed: Mapping[str, Any]) -> str | None:
    """Return what is wrong with a correction to the value that the row shows."""
    new_value, column_name = proposed["new_value"], proposed["column_name"]
    if new_value is None or new_value != proposed["read_value"]:
        return None
    return f"{column_name} is {new_value} already; accept it, or give another value"
