"""Draws the view Comparison: what is compared, the amounts on one axis, the same rows below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import polars as pl
import streamlit as st

from charts.intervals import OWN_VOICE, SELECTION, intervals_chart
from dashboard import safe_html
from dashboard.chosen_row import draw_choosable_rows
from dashboard.comparison.asking import ask_comparison
from dashboard.comparison.filters import ORDERS
from dashboard.comparison.pairs import count_pairs
from dashboard.comparison.query import ROWS_PER_PAGE, Extent, read_extent, read_page
from dashboard.ledger.card import draw_figure_card, plain
from dashboard.links import DOCUMENT
from dashboard.paging import ask_page, page_words
from dashboard.plots import Click, draw_chart
from dashboard.shell import empty_state
from dashboard.tables import amount_column
from dashboard.wording import counted

if TYPE_CHECKING:
    from dashboard.comparison.subject import Scale

PARAMETER: Final = "figure"
TABLE_HEIGHT: Final = 430
AXES: Final = ("automatic", "linear", "logarithmic")
WIDEST_LINEAR: Final = 100
"""Ratio of the largest to the smallest amount up to which an axis is linear by itself."""
COLUMNS: Final[dict[str, Any]] = {
    "link": st.column_config.LinkColumn("Text", display_text="open", width=65, pinned=True),
    "figure_text": st.column_config.TextColumn("Figure", width=130),
    "claimant": st.column_config.TextColumn("Stated by", width=180),
    "low": st.column_config.NumberColumn("Low", width=130),
    "high": st.column_config.NumberColumn("High", width=130),
    "qualifier": st.column_config.TextColumn("Qualifier", width=90),
    "counted_text": st.column_config.TextColumn("What is counted", width=180),
    "per_text": st.column_config.TextColumn("Per", width=90),
    "place_name": st.column_config.TextColumn("Place", width=110),
    "as_of_start": st.column_config.DateColumn("As of", format="YYYY-MM-DD", width=100),
    "published_on": st.column_config.DateColumn("Published", format="YYYY-MM-DD", width=100),
    "modality": st.column_config.TextColumn("Modality", width=95),
    "change": st.column_config.TextColumn("Change", width=95),
    "sentence_text": st.column_config.TextColumn("Sentence", width=420),
    "title": st.column_config.TextColumn("Document", width=320),
}


def draw_comparison() -> None:
    """Draw the view; what is compared and the chosen figure stand in the address."""
    comparison = ask_comparison()
    if comparison is None:
        return
    extent = read_extent(comparison)
    if not extent.figure_count:
        empty_state("No figure is like that. Take a filter away, or write fewer letters.")
        return
    order, is_log = ask_drawing(extent)
    total = extent.figure_count
    told, asked = st.columns([3, 2], vertical_alignment="center")
    with asked:
        page = ask_page(total, ROWS_PER_PAGE)
    told.caption(page_words(total, ROWS_PER_PAGE, page, "figures"))
    figures = read_page(comparison, order, page)
    st.html(safe_html.note(describe(figures, extent)))
    drawn, side = st.columns([2, 1], gap="medium")
    with side, st.container(key="comparison-side"):
        draw_chosen()
    with drawn:
        draw_axis(figures, comparison.scale, extent, is_log=is_log)
    draw_table(figures)


def ask_drawing(extent: Extent) -> tuple[str, bool]:
    """Draw the choices of order and axis; return the order, and whether the axis is logarithmic."""
    left, right = st.columns(2, vertical_alignment="bottom")
    order = left.selectbox("Order", list(ORDERS), key="order", bind="query-params")
    axis = right.segmented_control(
        "Axis", AXES, default=AXES[0], required=True, key="axis", bind="query-params"
    )
    return order, axis == "logarithmic" or (axis == "automatic" and spans_much(extent))


def spans_much(extent: Extent) -> bool:
    """Return whether a linear axis would press most of the amounts into a corner."""
    smallest, largest = extent.smallest, extent.largest
    if smallest is None or largest is None or smallest <= 0:
        return False
    return largest > WIDEST_LINEAR * smallest


def draw_axis(figures: pl.DataFrame, scale: Scale, extent: Extent, *, is_log: bool) -> None:
    """Draw a page of figures on the axis of all pages; a click on one chooses it."""
    claimant = pl.col("claimant").fill_null(OWN_VOICE)
    day = pl.col("published_on").cast(pl.String)
    amounts = figures.with_columns(
        pl.concat_str("as_written", claimant, day, separator=" · ", ignore_nulls=True).alias(
            "label"
        ),
        (pl.col("qualifier") == "vague").alias("is_vague"),
        claimant,
        pl.col("sentence_text").alias("sentence"),
        pl.concat_str("title", day, separator=", ", ignore_nulls=True).alias("document"),
    )
    smallest, largest = float(extent.smallest or 0), float(extent.largest or 0)
    chart = intervals_chart(amounts, unit=scale.words(), is_log=is_log, domain=(smallest, largest))
    click = Click(selection=SELECTION, field="figure_id", parameter=PARAMETER)
    draw_chart(chart, key="amounts", click=click)


def describe(figures: pl.DataFrame, extent: Extent) -> str:
    """Return what the axis shows in words, and what it does not say."""
    overlapping, excluding = count_pairs(figures.select("low", "high").iter_rows())
    own_count = extent.figure_count - extent.claimed_count
    words = (
        f"{counted(extent.figure_count, 'figure')} of "
        f"{counted(extent.document_count, 'document')}, from "
        f"{plain(extent.smallest)} to {plain(extent.largest)}: {extent.claimed_count:,} that "
        f"somebody states, {own_count:,} of the articles themselves."
    )
    if overlapping + excluding == 0:
        return words
    return (
        f"{words} Of the {counted(overlapping + excluding, 'pair')} drawn here, {overlapping:,} "
        f"have an amount in common and {excluding:,} have none; they may speak of different "
        "events, places or days."
    )


def draw_chosen() -> None:
    """Draw the figure in the address beside the axis, or how to choose one."""
    chosen = st.query_params.get(PARAMETER)
    if chosen:
        draw_figure_card(chosen)
    else:
        empty_state("Click a figure, or choose its row in the table, to see its sentence here.")


def draw_table(figures: pl.DataFrame) -> None:
    """Draw the figures of the axis as a table; a row that is chosen stands in the address."""
    to_characters = pl.concat_str(pl.lit(f"{DOCUMENT}?figure="), "figure_id").alias("link")
    rows = figures.with_columns(to_characters, pl.col("claimant").fill_null(OWN_VOICE))
    amounts = {name: amount_column(name.capitalize(), rows[name], 130) for name in ("low", "high")}
    draw_choosable_rows(
        rows.select(*COLUMNS),
        figures["figure_id"].to_list(),
        parameter=PARAMETER,
        columns={**COLUMNS, **amounts},
        height=TABLE_HEIGHT,
        has_default=False,
        alt="The same figures as on the axis; choose a row to see its sentence and source.",
    )
