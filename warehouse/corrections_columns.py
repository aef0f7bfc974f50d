"""What an analyst may correct, by the subject of the decision, and how its values read as text.

The columns are those of the contract, so a value is parsed and checked as the contract says.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from warehouse.columns import text_column
from warehouse.seeds import parse_cell, read_seed_rows
from warehouse.tables.core import DATES, QUOTES
from warehouse.tables.entities import ENTITIES
from warehouse.tables.figures import FIGURES
from warehouse.tables.ref import FIGURE_CATEGORIES
from warehouse.tables.ref.corrections import NO_VALUE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from warehouse.contract import Column, Table
    from warehouse.seeds import SeedValue

ENTITY: Final = "entity"
PLACE_NAME: Final = text_column(
    "place_name", "Where the amount is true: any name of a place that the document names."
)
NAME_CHARS: Final = 200
"""Characters of a long text that its decision states."""


def _columns(table: Table, *names: str) -> dict[str, Column]:
    return {name: table.column(name) for name in names}


CORRECTABLE: Final[dict[str, dict[str, Column]]] = {
    "figure": {
        **_columns(
            FIGURES,
            *("kind", "low", "high", "value", "qualifier", "unit"),
            *("counted_text", "counted_head", "share_text", "per_text", "category"),
            *("change", "temporal_type", "household_unit", "modality", "total_figure_id"),
            *("as_of_start", "as_of_end", "as_of_precision"),
        ),
        PLACE_NAME.name: PLACE_NAME,
    },
    "claimant": _columns(
        FIGURES,
        *("claimant_name", "claimant_text", "claimant_type", "stance", "via_name", "via_text"),
    ),
    "date": _columns(DATES, "value", "precision", "time_text"),
    "quote": _columns(
        QUOTES,
        *("kind", "speaker_name", "speaker_text", "speaker_type", "stance", "via_name", "via_text"),
    ),
    ENTITY: _columns(
        ENTITIES,
        *("entity_name", "wikidata_id", "country_code", "admin_area", "latitude", "longitude"),
    ),
}
"""Columns that a decision may give a value, by subject; what follows from them follows."""

SHOWN: Final[dict[str, tuple[str, ...]]] = {
    "figure": ("kind", "low", "high", "qualifier", "unit", "category"),
    "claimant": ("claimant_text", "claimant_type", "stance"),
    "date": ("value",),
    "quote": ("kind", "speaker_text", "stance"),
    ENTITY: (),
}
"""Columns that together are what an analyst accepts, by subject; an entity is its name."""

_AMOUNT: Final = ("low", "high", "value", "value_si", "unit_si")
_SOURCE: Final = ("via_", "cue_", "stance")
FOLLOWING: Final[dict[str, tuple[str, ...]]] = {
    **dict.fromkeys(("kind", "unit"), ("value_si", "unit_si")),
    **dict.fromkeys(("low", "high", "qualifier"), _AMOUNT),
    "value": (*_AMOUNT, "precision", "start_on", "end_on"),
    **{f"{prefix}_text": (f"{prefix}_",) for prefix in ("counted", "share", "per")},
    **dict.fromkeys(("as_of_start", "as_of_end", "as_of_precision"), ("as_of_",)),
    PLACE_NAME.name: ("place_",),
    **dict.fromkeys(("claimant_name", "claimant_text"), ("claimant_", *_SOURCE)),
    **dict.fromkeys(("speaker_name", "speaker_text"), ("speaker_", *_SOURCE)),
    **dict.fromkeys(("via_name", "via_text"), ("via_",)),
}
"""Columns, or first parts of their names, that may change with a column that is corrected."""

SPAN_TEXTS: Final = {
    "figure": "figure_text",
    "claimant": "figure_text",
    "date": "date_text",
    "quote": "quote_text",
}
"""Column with the characters that a decision is about, by subject."""


def choices_of(subject: str, column_name: str) -> tuple[str, ...] | None:
    """Return the words that a column can hold: its vocabulary, or the categories of the seeds.

    Args:
        subject: Subject of the decision.
        column_name: One of the columns that can be corrected of it.

    Returns:
        None where it can hold other values, too.
    """
    if (subject, column_name) == ("figure", "category"):
        return tuple(str(row["category"]) for row in read_seed_rows(FIGURE_CATEGORIES))
    return CORRECTABLE[subject][column_name].vocabulary


def parse_new_value(subject: str, column_name: str, new_value: str) -> SeedValue:
    """Return the value that a decision gives a column, checked by the contract.

    Args:
        subject: Subject of the decision.
        column_name: One of the columns that can be corrected of it.
        new_value: Value as text; ``NO_VALUE`` for null.

    Raises:
        ValueError: If the column may not hold it; the message says why.

    >>> parse_new_value("figure", "low", "5000")
    Decimal('5000')
    """
    cell = "" if new_value == NO_VALUE else new_value
    value = parse_cell(CORRECTABLE[subject][column_name], cell)
    choices = choices_of(subject, column_name)
    if choices is not None and value is not None and value not in choices:
        msg = f"{new_value!r} is none of {', '.join(choices)}"
        raise ValueError(msg)
    return value


def value_text(value: object) -> str:
    """Return a value as ``new_value`` and ``read_value`` state it.

    >>> [value_text(value) for value in (Decimal("40.500000000"), None, True, date(2026, 1, 2))]
    ['40.5', '(none)', 'true', '2026-01-02']
    """
    match value:
        case None:
            return NO_VALUE
        case bool():
            return str(value).lower()
        case Decimal():
            digits = f"{value:f}"
            return digits.rstrip("0").rstrip(".") if "." in digits else digits
        case date():
            return value.isoformat()
        case _:
            return str(value)


def reading_of(subject: str, row: Mapping[str, object], column_name: str | None) -> str | None:
    """Return what a row shows of a subject as text: one column, or what its kind is accepted by.

    Args:
        subject: Subject of the decision.
        row: Row with the columns of its mart.
        column_name: The only column that it is about.

    Returns:
        None when the row has not the columns, or an entity is meant as a whole.

    >>> reading_of("claimant", {"claimant_text": "He", "claimant_type": None, "stance": None}, None)
    'claimant_text=He; claimant_type=(none); stance=(none)'
    """
    if column_name is not None:
        return value_text(row[column_name]) if column_name in row else None
    names = SHOWN[subject]
    if not names or not set(names) <= set(row):
        return None
    return "; ".join(f"{name}={value_text(row[name])}" for name in names)
