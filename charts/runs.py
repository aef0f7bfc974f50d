"""One number of each run over time, with how the run ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from charts.inline import inline_data, moment_text
from charts.layout import finished
from charts.time_axis import time_axis

if TYPE_CHECKING:
    import altair as alt

ENDS: Final = {
    "published": "published",
    "failed_gate": "refused by the gate",
    "failed": "stopped",
    "unchanged": "nothing new",
}
"""Words of a status of ops.runs; the colours of a category are in this order."""
SELECTION: Final = "run"


def runs_chart(runs: pl.DataFrame, column: str, words: str) -> alt.LayerChart:
    """Show a number of each run; a click selects a run: the selection ``run`` holds its ``run_id``.

    Args:
        runs: Rows of ops.runs, oldest first: run_id, started_at, status and the number.
        column: Name of the number.
        words: What it is called, words of ours with the unit.
    """
    import altair as alt  # noqa: PLC0415 - takes a second to import

    data = inline_data(
        runs.select(
            "run_id",
            "started_at",
            moment_text("started_at").alias("moment"),
            pl.col("status").replace(ENDS).alias("end"),
            pl.col(column).alias("number"),
        )
    )
    scale = alt.Scale(zero=True, nice=True)
    axis = alt.Axis(tickCount=4, format="~s", tickMinStep=1)
    number = alt.Y("number:Q", title=None, axis=axis, scale=scale)
    base = alt.Chart(data).encode(x=time_axis(runs["started_at"]), y=number)
    ends = alt.Scale(domain=list(ENDS.values()))
    points = base.mark_point(filled=True, size=80, opacity=1).encode(
        color=alt.Color("end:N", title=None, scale=ends),
        shape=alt.Shape("end:N", title=None, scale=ends),
        tooltip=[
            alt.Tooltip("moment:N", title="started"),
            alt.Tooltip("end:N", title="ended"),
            alt.Tooltip("number:Q", title=words, format=",.6~g"),
        ],
    )
    click = alt.selection_point(name=SELECTION, fields=["run_id"])
    return finished(
        [base.mark_line(opacity=0.5), points.add_params(click)],
        title=words,
        description=_describe(runs, column, words),
    )


def _describe(runs: pl.DataFrame, column: str, words: str) -> str:
    if runs.is_empty():
        return "No run yet."
    numbers: list[float] = runs[column].to_list()
    return (
        f"{words} of {len(numbers)} runs: {numbers[-1]:,.6g} in the last one, "
        f"{min(numbers):,.6g} to {max(numbers):,.6g} in all."
    )
