"""A measure over runs, before the band of what earlier runs and the limits allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import polars as pl

from charts.inline import inline_data, moment_text
from charts.layout import finished
from charts.time_axis import time_axis

if TYPE_CHECKING:
    import altair as alt

BOUNDS: Final = ("expected_low", "expected_high")
NUMBER: Final = ",.4~g"
"""Four digits, without zeros behind them."""


def measure_chart(history: pl.DataFrame, measure: str) -> alt.LayerChart:
    """Show one measure over the runs that took it, and the values that were allowed.

    Args:
        history: started_at, measure, unit, value, expected_low, expected_high (inclusive, null when
            open), is_success; one row per run and measure.
        measure: The measure to show, a name of ref.quality_limits (letters, digits, underscores).
    """
    import altair as alt  # noqa: PLC0415 - takes a second to import

    taken = history.filter(pl.col("measure") == measure)
    data = inline_data(with_band(taken))
    x = time_axis(taken["started_at"])
    axis = alt.Axis(tickCount=4, format=NUMBER)
    value = alt.Y("value:Q", title=None, axis=axis, scale=alt.Scale(zero=False))
    band = alt.Chart(data).mark_area(style="band", interpolate="step")
    line = alt.Chart(data).mark_line().encode(x=x, y=value)
    points = alt.Chart(data).mark_point(filled=True, size=70, opacity=1)
    return finished(
        [
            band.encode(x=x, y=alt.Y("band_low:Q", title=None), y2="band_high:Q"),
            line,
            points.encode(x=x, y=value, **_verdict(taken), tooltip=_tooltip()),
        ],
        title=measure.replace("_", " ").capitalize(),
        subtitle=_subtitle(taken),
        description=_describe(taken, measure),
    )


def with_band(taken: pl.DataFrame) -> pl.DataFrame:
    """Return the rows with ``band_low`` and ``band_high``: what was allowed, where it was bounded.

    An open side of the band reaches as far as the values and bounds that there are; where both
    sides are open there is no band.

    Args:
        taken: started_at, value, expected_low, expected_high, is_success of one measure.
    """
    extremes = taken.select(pl.concat_list("value", "expected_low", "expected_high").explode())
    least, most = extremes.to_series().min(), extremes.to_series().max()
    is_open = pl.col("expected_low").is_null() & pl.col("expected_high").is_null()
    low = pl.when(~is_open).then(pl.col("expected_low").fill_null(pl.lit(least, pl.Float64)))
    high = pl.when(~is_open).then(pl.col("expected_high").fill_null(pl.lit(most, pl.Float64)))
    verdict = pl.when("is_success").then(pl.lit("allowed")).otherwise(pl.lit("outside its limits"))
    return taken.select(
        "started_at",
        "value",
        "expected_low",
        "expected_high",
        low.alias("band_low"),
        high.alias("band_high"),
        verdict.alias("verdict"),
        moment_text("started_at").alias("moment"),
    )


def _verdict(taken: pl.DataFrame) -> dict[str, Any]:
    """Return colour and shape by verdict; the legend tells them apart where both occur."""
    import altair as alt  # noqa: PLC0415 - takes a second to import

    scale = alt.Scale(domain=["allowed", "outside its limits"])
    legend = None if taken["is_success"].all() else alt.Legend()
    return {
        "color": alt.Color("verdict:N", title=None, scale=scale, legend=legend),
        "shape": alt.Shape("verdict:N", title=None, scale=scale, legend=legend),
    }


def _tooltip() -> list[alt.Tooltip]:
    import altair as alt  # noqa: PLC0415 - takes a second to import

    return [
        alt.Tooltip("moment:N", title="run"),
        alt.Tooltip("value:Q", title="value", format=NUMBER),
        alt.Tooltip("expected_low:Q", title="at least", format=NUMBER),
        alt.Tooltip("expected_high:Q", title="at most", format=NUMBER),
        alt.Tooltip("verdict:N", title="verdict"),
    ]


def _subtitle(taken: pl.DataFrame) -> str:
    units = taken["unit"].drop_nulls()
    has_band = taken.select(pl.any_horizontal(pl.col(BOUNDS).is_not_null()).any()).item()
    notes = [*units[-1:], "shaded: allowed" if has_band else "no limit yet"]
    return "; ".join(notes)


def _describe(taken: pl.DataFrame, measure: str) -> str:
    name = measure.replace("_", " ")
    if taken.is_empty():
        return f"No run has measured {name} yet."
    failed = taken.filter(~pl.col("is_success")).height
    return f"{name} of {taken.height} runs, {taken['value'][-1]:.4g} now; {failed} not allowed."
