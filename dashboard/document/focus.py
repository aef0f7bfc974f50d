"""What the address leads to: a figure, a quotation or a date, in full."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from dashboard import safe_html
from dashboard.decisions.form import draw_absent, draw_decisions
from dashboard.ledger.card import draw_figure_card
from dashboard.published import read
from warehouse.row_keys import row_key
from warehouse.tables.core import DATES

if TYPE_CHECKING:
    from dashboard.document.query import Place

QUOTE: Final = "select * from mart.quotations where quote_id = ?"
DATE: Final = """
    select * from mart.dates where document_id = ? and start_char = ? and end_char = ?
"""
QUOTE_FACTS: Final = {
    "Speaker": "speaker_name",
    "As written": "speaker_text",
    "Kind of speaker": "speaker_type",
    "Cue": "cue_text",
    "Stance": "stance",
    "Passed on by": "via_name",
    "Kind": "kind",
    "Rule": "rule",
    "Quote id": "quote_id",
}
DATE_FACTS: Final = {
    "Value": "value",
    "First day": "start_on",
    "Last day": "end_on",
    "Precision": "precision",
    "Time": "time_text",
    "Rule": "rule",
}


def draw_focus(place: Place | None) -> None:
    """Draw what the address names, by id or by its characters; nothing where it names nothing."""
    if place is None:
        return
    if figure_id := st.query_params.get("figure"):
        draw_figure_card(figure_id)
    elif quote_id := st.query_params.get("quote"):
        draw_quote(quote_id)
    else:
        draw_date(place)


def draw_quote(quote_id: str) -> None:
    """Draw a quotation and the decisions on it."""
    rows = read(QUOTE, [quote_id])
    if rows.is_empty():
        draw_absent(quote_id, "quotation")
        return
    row = rows.row(0, named=True)
    draw_card("Quotation", row, "quote_text", QUOTE_FACTS)
    draw_decisions(row, ("quote",), row_id=quote_id)


def draw_date(place: Place) -> None:
    """Draw the date at some characters and the decisions on it."""
    rows = read(DATE, [place.document_id, place.start_char, place.end_char])
    if not rows.is_empty():
        row = rows.row(0, named=True)
        draw_card("Date", row, "date_text", DATE_FACTS)
        draw_decisions(row, ("date",), row_id=row_key(DATES, row))


def draw_card(title: str, row: dict[str, Any], text: str, facts: dict[str, str]) -> None:
    """Draw the words and the fields of something that was found."""
    st.subheader(title, anchor=False)
    words = safe_html.shortened(str(row[text]), safe_html.LONGEST_VALUE)
    st.html(f'<blockquote class="tb-sentence">{safe_html.text(words)}</blockquote>')
    shown = {name: row[column] for name, column in facts.items()}
    st.html(safe_html.facts(shown, label=title))
