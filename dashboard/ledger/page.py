"""Draws the view Ledger: filters above, a page of figures, the chosen one below."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Final

import polars as pl
import streamlit as st

from dashboard.chosen_row import draw_choosable_rows
from dashboard.ledger.card import draw_figure_card
from dashboard.ledger.download import parquet, spreadsheet_csv
from dashboard.ledger.filters import ORDERS, LedgerFilter
from dashboard.ledger.query import (
    DOWNLOAD_ROWS,
    ROWS_PER_PAGE,
    count_figures,
    offered_values,
    read_download,
    read_page,
)
from dashboard.links import DOCUMENT
from dashboard.paging import ask_page, page_words
from dashboard.shell import empty_state
from dashboard.tables import amount_column
from warehouse.vocabularies import FIGURE_KINDS, QUALIFIERS

HEADINGS: Final = {
    "figure_text": "Figure",
    "counted_text": "What is counted",
    "low": "Low",
    "high": "High",
    "unit": "Unit",
    "qualifier": "Qualifier",
    "claimant_name": "Claimant",
    "place_name": "Place",
    "as_of_start": "As of",
    "published_on": "Published",
    "category": "Category",
    "title": "Title",
    "path": "File",
}
WIDTHS: Final = {
    "figure_text": 130,
    "counted_text": 150,
    "low": 80,
    "high": 80,
    "unit": 80,
    "qualifier": 75,
    "claimant_name": 140,
    "place_name": 110,
    "as_of_start": 95,
    "published_on": 95,
    "category": 140,
    "title": 320,
    "path": 220,
}
"""Pixels."""
NO_MATCH: Final = "No figure is like that. Take a filter away, or write fewer letters."
NOTHING_YET: Final = "The warehouse holds no figure yet. Run tallybook with texts that state some."
OLDEST: Final = date(1605, 1, 1)
TABLE_HEIGHT: Final = 430


def draw_ledger() -> None:
    """Draw the view; its filters stand in the address."""
    chosen, order = ask_filter()
    total = count_figures(chosen)
    if total == 0:
        empty_state(NOTHING_YET if chosen == LedgerFilter() else NO_MATCH)
        return
    told, asked = st.columns([2, 1], vertical_alignment="center")
    with asked:
        page = ask_page(total, ROWS_PER_PAGE)
    told.caption(page_words(total, ROWS_PER_PAGE, page, "figures"))
    figure_id = draw_table(read_page(chosen, order, page))
    if figure_id:
        draw_figure_card(figure_id)
    draw_downloads(chosen, order, total)


def ask_filter() -> tuple[LedgerFilter, str]:
    """Draw the filters and return what they say, with the order."""
    search, sort = st.columns([2, 1])
    words = search.text_input(
        "Words in the figure, in what is counted or in the category",
        key="words",
        bind="query-params",
    )
    order = sort.selectbox("Order", list(ORDERS), key="order", bind="query-params")
    with st.expander("Filters", icon=":material/filter_alt:", key="filters"):
        left, middle, right = st.columns(3)
        with left:
            categories = ask_values("Category", "category", offered_values("category"))
            kinds = ask_values("Kind", "kind", list(FIGURE_KINDS))
            qualifiers = ask_values("Qualifier", "qualifier", list(QUALIFIERS))
        with middle:
            claimants = ask_values(
                "Claimant", "claimant", offered_values("claimant_name"), free=True
            )
            places = ask_values("Place", "place", offered_values("place_name"), free=True)
            documents = ask_values("Document", "document", offered_values("path"), free=True)
        with right:
            published_from = ask_day("Published from", "from")
            published_to = ask_day("Published to", "to")
            at_least = ask_amount("Amount at least", "at_least")
            at_most = ask_amount("Amount at most", "at_most")
    return LedgerFilter(
        categories=categories,
        kinds=kinds,
        qualifiers=qualifiers,
        claimants=claimants,
        places=places,
        documents=documents,
        words=words.strip(),
        published_from=published_from,
        published_to=published_to,
        at_least=at_least,
        at_most=at_most,
    ), order


def ask_values(label: str, key: str, options: list[str], *, free: bool = False) -> tuple[str, ...]:
    """Draw a choice of several values; with ``free`` also of values that are typed."""
    chosen = st.multiselect(
        label, options, key=key, bind="query-params", accept_new_options=free, placeholder="Any"
    )
    return tuple(chosen)


def ask_day(label: str, key: str) -> date | None:
    """Draw the choice of a day; None when none is chosen."""
    return st.date_input(
        label, value=None, min_value=OLDEST, key=key, bind="query-params", format="YYYY-MM-DD"
    )


def ask_amount(label: str, key: str) -> Decimal | None:
    """Draw the entry of an amount; None when none is given."""
    # Two decimals, which are the default, would show a millionth as 0.
    amount = st.number_input(label, value=None, format="%g", key=key, bind="query-params")
    return None if amount is None else Decimal(str(amount))


def draw_table(rows: pl.DataFrame) -> str | None:
    """Draw a page of figures and return the id of the chosen one, else of the first one."""
    shown = rows.select(
        pl.concat_str(pl.lit(f"{DOCUMENT}?figure="), "figure_id").alias("link"),
        pl.selectors.by_name(*HEADINGS),
    )
    return draw_choosable_rows(
        shown,
        rows["figure_id"].to_list(),
        parameter="figure",
        columns=column_settings(rows),
        height=TABLE_HEIGHT,
        alt="Figures of this page; choose a row to see its sentence and its source below.",
    )


def column_settings(rows: pl.DataFrame) -> dict[str, Any]:
    """Return heading and kind of each column of the table, for the rows of a page."""
    plain = {
        name: st.column_config.Column(heading, width=WIDTHS[name])
        for name, heading in HEADINGS.items()
    }
    amounts = {
        name: amount_column(HEADINGS[name], rows[name], WIDTHS[name]) for name in ("low", "high")
    }
    days = {
        name: st.column_config.DateColumn(HEADINGS[name], width=WIDTHS[name], format="YYYY-MM-DD")
        for name in ("as_of_start", "published_on")
    }
    link = st.column_config.LinkColumn("Text", display_text="open", width="small", pinned=True)
    return {**plain, **amounts, **days, "link": link}


def draw_downloads(chosen: LedgerFilter, order: str, total: int) -> None:
    """Offer the figures that the filter leaves as files."""
    left, right = st.columns(2)
    count = min(total, DOWNLOAD_ROWS)
    left.download_button(
        f"{count:,} figures for a spreadsheet (CSV)",
        data=lambda: spreadsheet_csv(read_download(chosen, order)),
        file_name="figures.csv",
        mime="text/csv",
        on_click="ignore",
        help="Texts that a spreadsheet would run as formulas begin with an apostrophe.",
    )
    right.download_button(
        f"{count:,} figures for programs (Parquet)",
        data=lambda: parquet(read_download(chosen, order)),
        file_name="figures.parquet",
        mime="application/octet-stream",
        on_click="ignore",
    )
