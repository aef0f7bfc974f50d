"""What follows from a corrected amount: the other bounds, the point, and the SI value."""

from typing import Any, Final

from tasks.corrections.decisions import Row
from tasks.nlp.figures.conversion import WIDE, round_amount
from tasks.nlp.figures.vocabulary import conversions

STATED: Final[dict[str, tuple[str, ...]]] = {
    "exact": ("low", "high"),
    "about": ("low", "high"),
    "more_than": ("low",),
    "at_least": ("low",),
    "less_than": ("high",),
    "at_most": ("high",),
}
"""Bounds that the point of a figure is, by qualifier; ranges and vague words have no point."""
BOUNDS: Final = ("low", "high")


def settle_amount(row: Row, given: dict[str, Any]) -> None:
    """Make bounds, point and SI value agree with those that decisions give.

    A point that is given sets the bounds that its qualifier states; bounds that are given set the
    point; another qualifier keeps the point that there was.

    Args:
        row: Row of core.figures with the given values, to change.
        given: Values by column that decisions give.
    """
    if not {"value", "qualifier", *BOUNDS} & given.keys():
        if {"unit", "kind"} & given.keys():
            settle_si(row)
        return
    stated = STATED.get(row["qualifier"], ())
    if stated and row["value"] is not None and not set(BOUNDS) & given.keys():
        row |= {bound: row["value"] if bound in stated else None for bound in BOUNDS}
    elif "value" not in given:
        row["value"] = row[stated[0]] if stated else None
    settle_si(row)


def settle_si(row: Row) -> None:
    """Set the value of a row in SI units by the factor of its unit."""
    word = conversions().get(row["unit"] or "")
    value = row["value"]
    if word is None or word.si_factor is None or value is None:
        row |= {"value_si": None, "unit_si": None}
    else:
        row["value_si"] = round_amount(WIDE.multiply(value, word.si_factor))
        row["unit_si"] = word.unit_si
