"""The charts of the report: each as a specification, with its rows as a table for everyone else."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from charts.bars import MOST_BARS, categories_chart, failing_rules_chart
from charts.history import failures_chart, rejected_share_chart, volume_chart
from charts.measures import measure_chart
from charts.scores import scores_chart
from charts.theme import BY_VARIABLE, with_theme
from tasks.quality_report.markup import NUMBER, TEXT, Html, element, folded, paragraph, table, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import altair as alt

    from warehouse.quality import RunQuality

MOST_MEASURES: Final = 4
VOLUME: Final = "figures_per_1000_words"
AROUND_PLOT: Final = 116
"""Pixels that title, axis and legend take beside the plot, kept free so that nothing jumps."""
TITLE_ONLY: Final = 40
"""Pixels that a title alone takes."""
ESCAPES: Final = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""Signs that could end a script or a line of it; within JSON they only stand in texts."""


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A chart and the rows that it draws, under the heads that readers see."""

    name: str
    caption: str
    chart: alt.LayerChart
    heads: Mapping[str, str]
    rows: pl.DataFrame


def trends(quality: RunQuality) -> list[Figure]:
    """Return the charts over runs."""
    runs = quality.runs
    return [
        Figure(
            name="rejected-share",
            caption="Refused rows by run",
            chart=rejected_share_chart(runs),
            heads={"rejected_row_count": "Refused rows", "rejected_share": "Share"},
            rows=runs.filter(pl.col("rejected_share").is_not_null()),
        ),
        Figure(
            name="failures",
            caption="Failed expectations and measures by run",
            chart=failures_chart(runs),
            heads={
                "failed_critical_count": "Critical failed",
                "failed_warning_count": "Warnings",
                "failed_critical_measure_count": "Critical measures",
                "failed_warning_measure_count": "Other measures",
            },
            rows=runs.filter(pl.col("expectation_count") > 0),
        ),
        Figure(
            name="volume",
            caption="Documents and figures after each run",
            chart=volume_chart(runs),
            heads={"document_count": "Documents", "figure_count": "Figures"},
            rows=runs,
        ),
        *_measures(quality.measure_history),
    ]


def _measures(history: pl.DataFrame) -> Iterator[Figure]:
    """Yield the charts of the measures that say most: the volume, failed ones, those with a z."""
    ranked = (
        history.group_by("measure")
        .agg(
            (~pl.col("is_success")).any().alias("has_failed"),
            pl.col("robust_z").is_not_null().any().alias("has_z"),
        )
        .with_columns(is_volume=pl.col("measure") == VOLUME)
        .sort("is_volume", "has_failed", "has_z", "measure", descending=[True, True, True, False])
        .head(MOST_MEASURES)
    )
    heads = {"value": "Value", "expected_low": "At least", "expected_high": "At most"}
    for measure in ranked["measure"]:
        rows = history.filter(pl.col("measure") == measure)
        chart = measure_chart(history, measure)
        yield Figure(
            name=f"measure-{measure}",
            caption=f"{measure} by run",
            chart=chart,
            heads=heads,
            rows=rows,
        )


def failing_rules(quality: RunQuality) -> Html:
    """Return the chart of the failed expectations; its rows stand in the section's own table."""
    return plot("failing-rules", failing_rules_chart(quality.failing_rules))


def scores(quality: RunQuality) -> Html:
    """Return the chart of the scores; its rows stand in the section's own table."""
    return plot("scores-and-floors", scores_chart(quality.scores))


def categories(quality: RunQuality) -> Html:
    """Return what the figures count."""
    rows = quality.categories.head(MOST_BARS)
    cells = (tuple(map(text, row)) for row in rows.iter_rows())
    columns = {"Category": TEXT, "Figures": NUMBER, "Documents": NUMBER}
    shown = table("Figures by category", columns, cells)
    drawn = plot("figures-by-category", categories_chart(quality.categories), around=TITLE_ONLY)
    return element("div", drawn, folded("Rows of this chart", shown), class_="chart")


def draw(figure: Figure) -> Html:
    """Return a chart over runs with its rows, latest first, folded beneath."""
    shown = figure.rows.reverse().select("started_at", *figure.heads)
    cells = (tuple(map(text, row)) for row in shown.iter_rows())
    columns = {"Run": TEXT} | dict.fromkeys(figure.heads.values(), NUMBER)
    rows = table(figure.caption, columns, cells)
    drawn = plot(figure.name, figure.chart)
    return element("div", drawn, folded("Rows of this chart", rows), class_="chart")


def plot(name: str, chart: alt.LayerChart, *, around: int = AROUND_PLOT) -> Html:
    """Return the place of a chart and its specification, which ``report.js`` draws there.

    Args:
        name: Name of the chart, unique on the page.
        chart: The chart.
        around: Pixels of height that are kept free beside those of the plot.
    """
    spec = with_theme(chart, BY_VARIABLE)
    height = f"min-height:{int(spec['height']) + around}px"
    note = paragraph("This chart needs JavaScript; its rows stand beneath it.", class_="note")
    place = element("div", note, class_="plot", data_spec=f"spec-{name}", style=height)
    data = element("script", script_json(spec), type="application/json", id=f"spec-{name}")
    return element("figure", place, data)


def script_json(value: Mapping[str, Any]) -> Html:
    r"""Return JSON that can stand in a script element: no text in it can end the element.

    >>> script_json({"label": "</script><!--"})
    '{"label":"\\u003c/script\\u003e\\u003c!--"}'
    """
    return Html(json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES))
