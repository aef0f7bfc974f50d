"""One figure in full: its sentence, its fields, and the ways on."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from dashboard import safe_html
from dashboard.decisions.form import draw_absent, draw_decisions
from dashboard.ledger.query import FIGURE, read_sentence
from dashboard.links import DOCUMENT, link_to
from dashboard.published import read

if TYPE_CHECKING:
    from collections.abc import Mapping

SHOWN: Final = {
    "Kind": "kind",
    "Unit": "unit",
    "Qualifier": "qualifier",
    "Counted": "counted_text",
    "Category": "category",
    "Share of": "share_text",
    "Per": "per_text",
    "Change": "change",
    "Modality": "modality",
    "Stance": "stance",
    "Passed on by": "via_name",
    "Place": "place_name",
    "Publisher": "publisher_name",
    "Published": "published_on",
    "Title": "title",
    "File": "path",
    "Rule": "rule",
    "Figure id": "figure_id",
}


def draw_figure_card(figure_id: str) -> None:
    """Draw all that the ledger says of one figure, or that it does not show it."""
    rows = read(FIGURE, [figure_id])
    if rows.is_empty():
        draw_absent(figure_id, "figure")
        return
    row = rows.row(0, named=True)
    st.subheader("Chosen figure", anchor=False)
    st.html(sentence_html(figure_id))
    st.html(safe_html.facts(facts_of(row), label="Chosen figure"))
    st.html(safe_html.link(link_to(DOCUMENT, figure=figure_id), "Show it in its document"))
    draw_decisions(row, ("figure", "claimant"), row_id=figure_id)


def facts_of(row: Mapping[str, Any]) -> dict[str, object]:
    """Return the fields of a figure as a reader wants them."""
    claimant = row["claimant_name"] or row["claimant_text"]
    return {
        "Amount": amount_of(row),
        "Claimed by": claimant or "the article itself",
        "As of": days_of(row["as_of_start"], row["as_of_end"]),
        **{name: row[column] for name, column in SHOWN.items()},
    }


def amount_of(row: Mapping[str, Any]) -> str:
    """Return the bounds of a figure as words.

    >>> amount_of({"low": 5, "high": None, "unit": None})
    'at least 5'
    """
    low, high = (None if row[name] is None else plain(row[name]) for name in ("low", "high"))
    unit = f" {row['unit']}" if row["unit"] else ""
    if low == high:
        return f"{low}{unit}" if low is not None else "not stated"
    if high is None:
        return f"at least {low}{unit}"
    return f"at most {high}{unit}" if low is None else f"{low} to {high}{unit}"


def plain(value: object) -> str:
    """Return a number with groups of thousands and without trailing zeros.

    >>> plain(40000000000), plain("2.500")
    ('40,000,000,000', '2.5')
    """
    digits = f"{Decimal(str(value)):,f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def days_of(first: object, last: object) -> str | None:
    """Return the first and last day of a span; one of them if they are equal."""
    if first is None:
        return None
    return str(first) if first == last else f"{first} to {last}"


def sentence_html(figure_id: str) -> str:
    """Return the sentence of a figure with the figure marked."""
    rows = read_sentence(figure_id)
    if rows.is_empty():
        return safe_html.note("The sentence of this figure is not there any more.")
    row = rows.row(0, named=True)
    sentence, start, end = row["sentence_text"], row["start_in_sentence"], row["end_in_sentence"]
    before = sentence[max(0, start - safe_html.LONGEST_VALUE) : start]
    after = sentence[end : end + safe_html.LONGEST_VALUE]
    marked = f'<mark class="tb-figure">{safe_html.text(sentence[start:end])}</mark>'
    return (
        f'<blockquote class="tb-sentence">{safe_html.text(before)}{marked}'
        f"{safe_html.text(after)}</blockquote>"
    )
