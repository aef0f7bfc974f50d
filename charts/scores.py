"""Scores of the extraction on the project's gold, each beside the floor that it must keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from charts.inline import inline_data, shortened
from charts.layout import finished, row_axis, row_labels, rows_height

if TYPE_CHECKING:
    import altair as alt

DROP = 6
"""Pixels by which a mark lies below the middle of its row, as its label lies above it."""


def scores_chart(scores: pl.DataFrame) -> alt.LayerChart:
    """Show each score as a dot, its floor as a stroke, and a line between them.

    Args:
        scores: set_name, part, metric, gold_count, score, floor (points, 0 to 100; floor may be
            null), is_success; one row per score, in the order to show.
    """
    import altair as alt  # noqa: PLC0415 - takes a second to import

    data = inline_data(_rows(scores))
    points = alt.Scale(domain=[_least(scores), 100], nice=False, zero=False)
    axis = alt.Axis(tickCount=4, format="d")
    score = alt.X("score:Q", title=None, scale=points, axis=axis)
    floor = alt.X("floor:Q", title=None, scale=points, axis=axis)
    verdict = alt.Scale(domain=["at or above its floor", "below its floor"])
    base = alt.Chart(data).encode(y=alt.Y(**row_axis()))
    dots = base.mark_point(filled=True, size=110, opacity=1, yOffset=DROP).encode(
        x=score,
        color=alt.Color("verdict:N", title=None, scale=verdict),
        shape=alt.Shape("verdict:N", title=None, scale=verdict),
        tooltip=[
            alt.Tooltip("label:N", title="score of"),
            alt.Tooltip("score:Q", title="points", format=".2f"),
            alt.Tooltip("floor:Q", title="floor", format=".2f"),
            alt.Tooltip("gold_count:Q", title="gold items", format=","),
        ],
    )
    between = base.mark_rule(style="limit", yOffset=DROP, y2Offset=DROP)
    below = scores.filter(~pl.col("is_success")).height
    return finished(
        [
            between.encode(x=floor, x2="score:Q"),
            base.mark_tick(style="floor", thickness=3, height=16, yOffset=DROP).encode(x=floor),
            dots,
            row_labels(data),
        ],
        title="Scores and floors",
        subtitle="points of 100; the stroke is the floor",
        description=f"{scores.height} scores on the gold; {below} lie below their floors.",
        height=rows_height(scores.height),
    )


def _rows(scores: pl.DataFrame) -> pl.DataFrame:
    names = pl.concat_str("set_name", pl.lit(" · "), "metric", pl.lit(" · "), "part")
    verdict = pl.when("is_success").then(pl.lit("at or above its floor"))
    return scores.select(
        pl.int_range(pl.len()).alias("position"),
        names.str.replace_all("_", " ", literal=True).alias("label"),
        "score",
        "floor",
        "gold_count",
        verdict.otherwise(pl.lit("below its floor")).alias("verdict"),
    ).with_columns(shortened("label"))


def _least(scores: pl.DataFrame) -> float:
    """Return where the axis begins: ten points below the smallest score or floor."""
    least = scores.select(pl.min_horizontal("score", "floor").min()).item()
    return max(0.0, 10.0 * (float(100 if least is None else least) // 10 - 1))
