"""Labels of the axis of time say enough and never the same twice."""

from __future__ import annotations

from datetime import datetime, timedelta

import polars as pl
import pytest

from charts.time_axis import CLOCK, label_format, label_places, time_axis

START = datetime(2026, 1, 5, 6, 0, 10)  # noqa: DTZ001 - as the column holds it


def moments(*hours: float) -> pl.Series:
    """Return moments some hours after the start."""
    found = [START + timedelta(hours=number) for number in hours]
    return pl.Series("started_at", found, dtype=pl.Datetime("us"))


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        ((), CLOCK),
        ((0,), CLOCK),
        ((0, 48), CLOCK),
        ((0, 49), "%d %b"),
        ((0, 24 * 301), "%b %Y"),
    ],
    ids=["none", "one", "two days", "more days", "a year"],
)
def test_label_format_is_as_exact_as_the_span_asks(hours: tuple[float, ...], expected: str) -> None:
    """Runs of one day have a time, those of a year a month."""
    assert label_format(moments(*hours)) == expected


def test_label_places_have_different_texts() -> None:
    """Two runs within a minute have one label."""
    shown = label_places(moments(0, 0.001, 5), CLOCK)

    assert len({place.strftime(CLOCK) for place in shown}) == len(shown) == 2


def test_label_places_are_few() -> None:
    """Twenty runs of a day have room for four labels on a phone."""
    assert len(label_places(moments(*range(20)), CLOCK)) == 4


def test_label_places_of_no_run_are_none() -> None:
    """An empty history has no labels."""
    assert label_places(moments(), CLOCK) == []


def test_time_axis_is_utc() -> None:
    """A reader's own zone does not move the runs."""
    axis = time_axis(moments(0, 5)).to_dict()

    assert axis["scale"] == {"type": "utc"}
    assert all(value["utc"] for value in axis["axis"]["values"])
