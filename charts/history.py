"""Charts over runs: refused rows, warnings, volume, and measures with what was allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import polars as pl

from charts.inline import inline_data, moment_text
from charts.layout import finished
from charts.time_axis import time_axis

if TYPE_CHECKING:
    import altair as alt

ENDS: Final = {"published": "published", "failed_gate": "refused", "failed": "stopped"}
"""How a run that judged rows ended, in words; the colours of a category are in this order."""
LEAST_SHARE: Final = 0.01
"""Share up to which the axis always reaches: a flat line of zeros shall lie at its foot."""
FEW: Final = 5
"""Counts up to this one each have a mark on the axis."""
SEVERITIES: Final = ("critical", "warning")


def rejected_share_chart(runs: pl.DataFrame) -> alt.LayerChart:
    """Show the share of refused rows over the runs that judged any.

    Args:
        runs: Rows of mart.quality_by_run.
    """
    import altair as alt  # noqa: PLC0415 - takes a second to import

    judged = runs.filter(pl.col("rejected_share").is_not_null())
    rows = judged.select(
        "started_at",
        "rejected_share",
        "rejected_row_count",
        moment_text("started_at").alias("moment"),
        pl.col("status").replace_strict(ENDS, default="published").alias("end"),
    )
    place = alt.Y(
        "rejected_share:Q",
        title=None,
        axis=alt.Axis(format=".1%", tickCount=4),
        scale=alt.Scale(domain=[0, max([LEAST_SHARE, *judged["rejected_share"]])], nice=True),
    )
    base = alt.Chart(inline_data(rows)).encode(x=time_axis(judged["started_at"]), y=place)
    ends = alt.Scale(domain=list(ENDS.values()))
    shown = alt.Legend(values=[end for end in ENDS.values() if end in set(rows["end"])])
    points = base.mark_point(filled=True, size=70, opacity=1).encode(
        color=alt.Color("end:N", title=None, scale=ends, legend=shown),
        shape=alt.Shape("end:N", title=None, scale=ends, legend=shown),
        tooltip=[
            alt.Tooltip("moment:N", title="run"),
            alt.Tooltip("end:N", title="ended"),
            alt.Tooltip("rejected_row_count:Q", title="refused rows"),
            alt.Tooltip("rejected_share:Q", title="share", format=".2%"),
        ],
    )
    return finished(
        [base.mark_line(), points],
        title="Refused rows",
        subtitle="share of the rows that each run judged",
        description=_describe_share(judged),
    )


def _describe_share(judged: pl.DataFrame) -> str:
    if judged.is_empty():
        return "No run has judged rows yet."
    shares: list[float] = judged["rejected_share"].to_list()
    return (
        f"Share of refused rows in {judged.height} runs: {shares[-1]:.2%} in the last one, "
        f"{max(shares):.2%} at most."
    )


def failures_chart(runs: pl.DataFrame) -> alt.LayerChart:
    """Show how many expectations and measures failed in each run that judged any.

    Args:
        runs: Rows of mart.quality_by_run.
    """
    import altair as alt  # noqa: PLC0415 - takes a second to import

    judged = runs.filter(pl.col("expectation_count") + pl.col("measure_count") > 0)
    domain = list(SEVERITIES)
    failures = failures_by_severity(judged)
    base = alt.Chart(inline_data(failures)).encode(
        x=time_axis(judged["started_at"]),
        y=_count_axis("failed", failures["failed"]),
        color=alt.Color("severity:N", title=None, scale=alt.Scale(domain=domain, range="ordinal")),
    )
    points = base.mark_point(filled=True, size=60, opacity=1).encode(
        shape=alt.Shape("severity:N", title=None, scale=alt.Scale(domain=domain)),
        tooltip=[
            alt.Tooltip("moment:N", title="run"),
            alt.Tooltip("severity:N", title="severity"),
            alt.Tooltip("expectations:Q", title="expectations"),
            alt.Tooltip("measures:Q", title="measures"),
        ],
    )
    return finished(
        [base.mark_line(), points],
        title="What did not hold",
        subtitle="failed expectations and measures",
        description=f"Failed expectations and measures in {judged.height} runs, by severity.",
    )


def failures_by_severity(runs: pl.DataFrame) -> pl.DataFrame:
    """Return how much failed: one row per run and severity, runs in their order.

    Args:
        runs: Rows of mart.quality_by_run.
    """
    parts = [
        runs.select(
            "started_at",
            moment_text("started_at").alias("moment"),
            pl.lit(severity).alias("severity"),
            pl.col(f"failed_{severity}_count").alias("expectations"),
            pl.col(f"failed_{severity}_measure_count").alias("measures"),
        )
        for severity in SEVERITIES
    ]
    return pl.concat(parts).with_columns(failed=pl.col("expectations") + pl.col("measures"))


def volume_chart(runs: pl.DataFrame) -> alt.LayerChart:
    """Show how many documents the warehouse held after each run.

    Args:
        runs: Rows of mart.quality_by_run.
    """
    import altair as alt  # noqa: PLC0415 - takes a second to import

    data = inline_data(
        runs.select(
            "started_at",
            "document_count",
            "figure_count",
            "status",
            moment_text("started_at").alias("moment"),
        )
    )
    base = alt.Chart(data).encode(
        x=time_axis(runs["started_at"]),
        y=_count_axis("document_count", runs["document_count"]),
    )
    points = base.mark_point(filled=True, size=60, opacity=1).encode(
        tooltip=[
            alt.Tooltip("moment:N", title="run"),
            alt.Tooltip("status:N", title="ended"),
            alt.Tooltip("document_count:Q", title="documents", format=","),
            alt.Tooltip("figure_count:Q", title="figures", format=","),
        ],
    )
    last = runs["document_count"][-1] if runs.height else 0
    return finished(
        [base.mark_line(interpolate="step-after"), points],
        title="Documents",
        subtitle="in the warehouse after each run",
        description=f"Documents in the warehouse after each of {runs.height} runs; {last} now.",
    )


def _count_axis(field: str, counts: pl.Series) -> alt.Y:
    """Return the vertical channel of counts: from zero, at least to one, in whole numbers."""
    import altair as alt  # noqa: PLC0415 - takes a second to import

    most = max([1, *counts])
    marks: dict[str, Any] = {"tickCount": 4} if most > FEW else {"values": list(range(most + 1))}
    return alt.Y(
        f"{field}:Q",
        title=None,
        axis=alt.Axis(format="~s", **marks),
        scale=alt.Scale(domain=[0, most], nice=most > FEW),
    )
