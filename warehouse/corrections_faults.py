"""What a decision must state, by its subject and action; whether its value holds is known later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from warehouse.corrections_columns import CORRECTABLE, ENTITY, NAME_CHARS, parse_new_value
from warehouse.tables.ref.corrections import NO_VALUE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Row = dict[str, Any]
    Statement = Callable[[Row], bool]

ENTITY_ACTIONS: Final = ("merge", "split", "relabel")
ANCHOR: Final = ("document_id", "anchor_start_char", "anchor_end_char")
OF_ALL: Final = ("accept", "correct", "hide", "merge")
"""Actions on an entity that hold in all documents."""


def find_faults(rows: Iterable[Row]) -> Iterator[tuple[str, str]]:
    """Yield the name of each decision that leaves out what it needs, and what that is.

    Args:
        rows: Rows of ref.corrections.

    Yields:
        Name and the first fault of each faulty decision, in the order of the rows.
    """
    for row in rows:
        fault = fault_of(row)
        if fault is not None:
            yield row["correction_id"], fault


def fault_of(row: Row) -> str | None:
    """Return what a decision leaves out or cannot use; None when it can be tried."""
    found = next((fault for fault, is_broken in FAULTS.items() if is_broken(row)), None)
    if found is not None:
        return found
    name, known = row["column_name"], CORRECTABLE[row["subject"]]
    if name is not None and name not in known:
        return f"a {row['subject']} has no column {name!r} to correct, only {', '.join(known)}"
    return None


def value_fault_of(row: Row) -> str | None:
    """Return why the contract refuses the value of a complete decision; None when it holds."""
    if row["action"] != "correct":
        return None
    try:
        parse_new_value(row["subject"], row["column_name"], row["new_value"])
    except ValueError as error:
        return f"column {row['column_name']}: {error}"
    return None


def _lacks(row: Row, *names: str) -> bool:
    return any(row[name] is None for name in names)


def _is_thing(row: Row) -> bool:
    return bool(row["subject"] == ENTITY)


def _has_place_beside_name(row: Row) -> bool:
    given = not all(row[name] is None for name in ANCHOR[1:])
    return _is_thing(row) and given


def _differs_in_length(row: Row) -> bool:
    length = row["anchor_end_char"] - row["anchor_start_char"]
    return bool(length < 1 or min(length, NAME_CHARS) != len(row["name"][:NAME_CHARS]))


FAULTS: Final[dict[str, Statement]] = {
    "a decision about an entity needs its label": lambda row: (
        _is_thing(row) and _lacks(row, "label")
    ),
    "a merge needs a target_name": lambda row: (
        row["action"] == "merge" and _lacks(row, "target_name")
    ),
    "a relabel needs a target_label": lambda row: (
        row["action"] == "relabel" and _lacks(row, "target_label")
    ),
    "a split needs the document_id in which the name means something else": lambda row: (
        row["action"] == "split" and _lacks(row, "document_id")
    ),
    "only an entity can be merged, split or relabelled": lambda row: (
        row["action"] in ENTITY_ACTIONS and not _is_thing(row)
    ),
    f"of entities, {', '.join(OF_ALL)} are about all documents: leave the document_id empty": (
        lambda row: _is_thing(row) and row["action"] in OF_ALL and row["document_id"] is not None
    ),
    "an entity is found by its name: leave the anchors empty": _has_place_beside_name,
    f"what is no entity is found by {', '.join(ANCHOR)}: give all three": lambda row: (
        not _is_thing(row) and _lacks(row, *ANCHOR)
    ),
    f"the name must be the characters between the anchors (of long ones the first {NAME_CHARS})": (
        lambda row: not _is_thing(row) and _differs_in_length(row)
    ),
    f"a correct needs a column_name and a new_value ({NO_VALUE} for no value)": lambda row: (
        row["action"] == "correct" and _lacks(row, "column_name", "new_value")
    ),
    "only a correct has a new_value": lambda row: (
        row["action"] != "correct" and row["new_value"] is not None
    ),
    "only a correct and an accept have a column_name": lambda row: (
        row["action"] not in {"correct", "accept"} and row["column_name"] is not None
    ),
    "an accept of a column needs the read_value that is accepted": lambda row: (
        row["action"] == "accept" and row["column_name"] is not None and row["read_value"] is None
    ),
}
"""Sentences, each with the decisions that it is said of; the first that holds is told."""
