"""Draws the view Runs: a chart and a table of runs, the chosen one below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import polars as pl
import streamlit as st

from charts.runs import ENDS, SELECTION, runs_chart
from dashboard.chosen_row import draw_choosable_rows
from dashboard.paging import ask_page, page_words
from dashboard.plots import Click, draw_chart
from dashboard.runs.card import draw_run
from dashboard.runs.query import (
    DRAWN_RUNS,
    ROWS_PER_PAGE,
    count_runs,
    read_latest_runs,
    read_runs,
)
from dashboard.shell import empty_state

if TYPE_CHECKING:
    from collections.abc import Sequence

PARAMETER: Final = "run"
TABLE_HEIGHT: Final = 320
MEASURES: Final = {
    "Seconds that a run took": "duration_s",
    "Documents after the run": "document_count",
    "Figures after the run": "figure_count",
    "Documents read anew": "extracted_document_count",
    "Files that could not be read": "failed_file_count",
    "Rows that the gate refused": "rejected_row_count",
}
"""Column of ops.runs by what a chart of it is called."""


def count_column(heading: str, width: int = 90) -> Any:  # noqa: ANN401 - no public type
    """Return the settings of a column of counts, with its width in pixels."""
    return st.column_config.NumberColumn(heading, format="localized", width=width)


COLUMNS: Final[dict[str, Any]] = {
    "started_at": st.column_config.DatetimeColumn(
        "Started (UTC)", format="YYYY-MM-DD HH:mm", width=140
    ),
    "status": st.column_config.TextColumn("Ended", width=145),
    "duration_s": st.column_config.NumberColumn("Seconds", format="%.1f", width=80),
    "document_count": count_column("Documents"),
    "figure_count": count_column("Figures"),
    "rejected_row_count": count_column("Refused rows", 105),
    "found_file_count": count_column("Files"),
    "failed_file_count": count_column("Not read"),
    "extracted_document_count": count_column("Read anew"),
    "removed_document_count": count_column("Removed"),
    "error_text": st.column_config.TextColumn("Why it failed", width=340),
    "run_id": st.column_config.TextColumn("Run", width=210),
}


def draw_runs() -> None:
    """Draw the view; the chosen run stands in the address."""
    measure, statuses = ask_choices()
    total = count_runs(statuses)
    if not total:
        empty_state("No run ended so. Take the choice of how it ended away.")
    else:
        draw_history(measure, statuses, total)
    chosen = draw_list(statuses, total) if total else st.query_params.get(PARAMETER)
    if chosen:
        draw_run(chosen)


def ask_choices() -> tuple[str, tuple[str, ...]]:
    """Draw the choices and return the name of the number to draw, and the statuses to show."""
    left, right = st.columns(2)
    measure = left.selectbox("Chart", list(MEASURES), key="chart", bind="query-params")
    statuses = right.multiselect(
        "How the run ended",
        list(ENDS),
        format_func=ENDS.__getitem__,
        key="ended",
        bind="query-params",
        placeholder="Any",
    )
    return measure, tuple(statuses)


def draw_history(measure: str, statuses: Sequence[str], total: int) -> None:
    """Draw a number of the latest runs; a click on one chooses it."""
    chart = runs_chart(read_latest_runs(statuses), MEASURES[measure], measure)
    click = Click(selection=SELECTION, field="run_id", parameter=PARAMETER)
    draw_chart(chart, key="history", click=click)
    if total > DRAWN_RUNS:
        st.caption(f"The chart shows the latest {DRAWN_RUNS:,} of {total:,} runs.")


def draw_list(statuses: Sequence[str], total: int) -> str | None:
    """Draw a page of runs and return the id of the chosen one, else of the latest one."""
    told, asked = st.columns([3, 2], vertical_alignment="center")
    with asked:
        page = ask_page(total, ROWS_PER_PAGE)
    told.caption(page_words(total, ROWS_PER_PAGE, page, "runs"))
    runs = read_runs(statuses, page)
    return draw_choosable_rows(
        runs.select(*COLUMNS).with_columns(pl.col("status").replace(ENDS)),
        runs["run_id"].to_list(),
        parameter=PARAMETER,
        columns=COLUMNS,
        height=TABLE_HEIGHT,
        alt="Runs of this page, the latest first; choose a row to see below what it did.",
    )
