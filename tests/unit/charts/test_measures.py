"""The band of what was allowed, behind a measure over runs."""

from __future__ import annotations

from datetime import datetime

import polars as pl
import pytest

from charts.measures import measure_chart, with_band

MEASURE = "figures_per_1000_words"


def history(*rows: tuple[float, float | None, float | None, bool]) -> pl.DataFrame:
    """Return runs with value, expected_low, expected_high and is_success."""
    schema = {
        "value": pl.Float64,
        "expected_low": pl.Float64,
        "expected_high": pl.Float64,
        "is_success": pl.Boolean,
    }
    frame = pl.DataFrame(list(rows), schema=schema, orient="row")
    days = [datetime(2026, 1, 1 + number) for number in range(frame.height)]  # noqa: DTZ001
    return frame.with_columns(
        pl.Series("started_at", days, dtype=pl.Datetime("us")),
        measure=pl.lit(MEASURE),
        unit=pl.lit("figures per 1,000 words"),
    )


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (40.0, 80.0, (40.0, 80.0)),
        (None, 0.2, (0.1, 0.2)),
        (40.0, None, (40.0, 90.0)),
        (None, None, (None, None)),
    ],
    ids=["both", "no least", "no most", "none"],
)
def test_band_reaches_over_what_is_shown_where_it_is_open(
    low: float | None, high: float | None, expected: tuple[float | None, float | None]
) -> None:
    """An open side lets everything through that the chart shows; no bound means no band."""
    values = (0.1, 0.15) if high == 0.2 else (50.0, 90.0)
    taken = history(*((value, low, high, True) for value in values))

    band = with_band(taken).select("band_low", "band_high").row(0)

    assert band == expected


def test_measure_chart_says_how_many_runs_were_not_allowed() -> None:
    """Who cannot see the points hears how many lie outside."""
    taken = history((60.0, 40.0, 80.0, True), (20.0, 40.0, 80.0, False))

    assert "2 runs, 20 now; 1 not allowed" in measure_chart(taken, MEASURE).to_dict()["description"]


@pytest.mark.parametrize(("is_success", "has_legend"), [(True, False), (False, True)])
def test_measure_chart_explains_its_marks_where_they_differ(
    *, is_success: bool, has_legend: bool
) -> None:
    """Where all values are allowed there is nothing to tell apart."""
    spec = measure_chart(history((60.0, 40.0, 80.0, is_success)), MEASURE).to_dict()

    colours = [
        layer["encoding"]["color"] for layer in spec["layer"] if "color" in layer["encoding"]
    ]
    assert [colour["legend"] is not None for colour in colours] == [has_legend]


def test_measure_chart_without_limits_says_so() -> None:
    """A first run has nothing to be held against."""
    spec = measure_chart(history((60.0, None, None, True)), MEASURE).to_dict()

    assert spec["title"]["subtitle"] == "figures per 1,000 words; no limit yet"
