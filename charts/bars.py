"""Bars under their labels: failing rules, and figures by category."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from charts.inline import inline_data, shortened
from charts.layout import finished, row_axis, row_labels, rows_height

if TYPE_CHECKING:
    import altair as alt

MOST_BARS: Final = 15
BAR_HEIGHT: Final = 12
BAR_DROP: Final = 6
"""Pixels by which a bar lies below the middle of its row, as its label lies above it."""


def failing_rules_chart(failing_rules: pl.DataFrame) -> alt.LayerChart:
    """Show how many rows break each expectation that failed.

    Args:
        failing_rules: table_name, column_name, expectation, severity, unexpected_count; one row per
            failed expectation, in the order to show; the first ``MOST_BARS`` are shown.
    """
    import altair as alt  # noqa: PLC0415 - takes a second to import

    rows = failing_rules.head(MOST_BARS).select(
        pl.int_range(pl.len()).alias("position"),
        (pl.col("table_name") + " · " + pl.col("expectation")).alias("label"),
        "table_name",
        "column_name",
        "expectation",
        "severity",
        "unexpected_count",
    )
    severity = alt.Color(
        "severity:N",
        title=None,
        scale=alt.Scale(domain=["critical", "warning"], range="ordinal"),
    )
    return _bars(
        rows,
        value="unexpected_count",
        color=severity,
        tooltip=["table_name:N", "column_name:N", "expectation:N", "severity:N"],
        title="Rules that did not hold",
        subtitle="rows that break each of them",
        description=f"Rows that break each of {failing_rules.height} failed expectations.",
    )


def categories_chart(categories: pl.DataFrame) -> alt.LayerChart:
    """Show what the figures count.

    Args:
        categories: category, figures, documents (counts); one row per category, in the order to
            show; the first ``MOST_BARS`` are shown.
    """
    rows = categories.head(MOST_BARS).select(
        pl.int_range(pl.len()).alias("position"),
        pl.col("category").str.replace_all("_", " ", literal=True).alias("label"),
        "figures",
        "documents",
    )
    return _bars(
        rows,
        value="figures",
        color=None,
        tooltip=["label:N", "documents:Q"],
        title="Figures by category",
        subtitle=None,
        description=f"Figures in each of the {rows.height} most frequent categories.",
    )


def _bars(
    rows: pl.DataFrame,
    *,
    value: str,
    color: alt.Color | None,
    tooltip: list[str],
    title: str,
    subtitle: str | None,
    description: str,
) -> alt.LayerChart:
    import altair as alt  # noqa: PLC0415 - takes a second to import

    labelled = rows.with_columns(shortened("label"))
    data = inline_data(labelled)
    amount = alt.X(f"{value}:Q", title=None, axis=None, scale=alt.Scale(zero=True))
    base = alt.Chart(data).encode(x=amount, y=alt.Y(**row_axis()))
    texts = [alt.Tooltip(name, title=name.split(":")[0].replace("_", " ")) for name in tooltip]
    bars = base.mark_bar(height=BAR_HEIGHT, yOffset=BAR_DROP, cornerRadiusEnd=2).encode(
        tooltip=[*texts, alt.Tooltip(f"{value}:Q", title=value.replace("_", " "), format=",")],
    )
    numbers = alt.Chart(data).mark_text(
        style="quiet-label", align="right", baseline="middle", dy=-13
    )
    layers = [
        bars if color is None else bars.encode(color=color),
        row_labels(data),
        numbers.encode(
            x=alt.value(alt.expr("width")),
            y=alt.Y(**row_axis()),
            text=alt.Text(f"{value}:Q", format=","),
        ),
    ]
    return finished(
        layers,
        title=title,
        subtitle=subtitle,
        description=description,
        height=rows_height(rows.height),
    )
