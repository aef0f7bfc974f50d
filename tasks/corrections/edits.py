"""A row after the values that decisions give it, with all that follows from them."""

from collections.abc import Mapping
from typing import Any, Final

from tasks.corrections.amounts import settle_amount
from tasks.corrections.anchors import Place
from tasks.corrections.days import settle_as_of, settle_date
from tasks.corrections.decisions import Row
from tasks.corrections.overlays import Overlay
from tasks.corrections.parties import CORRECTION_RULE, settle_source
from tasks.corrections.places import PLACE_NAME, settle_place
from tasks.corrections.words import EditRefusedError, set_words
from warehouse.tables.core import DATES
from warehouse.tables.figures import FIGURES

WHOLE: Final = "total_figure_id"
WORDS: Final = ("counted", "share", "per")
"""Spans of a figure that an analyst may state as words of the text."""


def edit_row(row: Row, given: Mapping[str, Any], overlay: Overlay, place: Place) -> Row:
    """Return a row with the values that decisions give it.

    Args:
        row: Row of the overlay's table as it was read.
        given: Values by column, typed by the contract.
        overlay: Table of the row.
        place: Its document.

    Raises:
        EditRefusedError: If a value needs what the text has not.
    """
    values = dict(given)
    edited = row | {name: value for name, value in values.items() if name in row}
    if overlay.source is not None:
        settle_source(edited, values, overlay.source, place)
    if overlay.table is FIGURES:
        settle_figure(edited, values, place)
    if overlay.table is DATES:
        settle_date(edited, values)
    return edited


def settle_figure(row: Row, given: dict[str, Any], place: Place) -> None:
    """Make all that belongs to a figure itself agree with the values that decisions give.

    Raises:
        EditRefusedError: If a value needs what the text has not.
    """
    refuse_foreign_whole(given, place)
    settle_amount(row, given)
    settle_as_of(row, given, CORRECTION_RULE)
    for prefix in WORDS:
        if f"{prefix}_text" in given:
            sentence = place.sentences[row["sentence_index"]]
            set_words(row, prefix, given[f"{prefix}_text"], place.text, sentence)
    if "counted_text" in given:
        settle_head(row, given)
    if PLACE_NAME in given:
        settle_place(row, given[PLACE_NAME], place.things)


def refuse_foreign_whole(given: Mapping[str, Any], place: Place) -> None:
    """Refuse a whole that is no figure of the document.

    Raises:
        EditRefusedError: Saying what can be given.
    """
    whole = given.get(WHOLE)
    if whole is not None and whole not in place.figure_ids:
        msg = f"column {WHOLE}: the document has no figure {whole!r}; give the figure_id of one"
        raise EditRefusedError(WHOLE, msg)


def settle_head(row: Row, given: dict[str, Any]) -> None:
    """Keep the head noun of a corrected phrase only if the phrase still holds it."""
    words = row["counted_text"]
    row["counted_rule"] = None if words is None else CORRECTION_RULE
    head = row["counted_head"]
    if "counted_head" not in given and (head is None or head not in (words or "").lower()):
        row["counted_head"] = None
