"""The chart of runs: how each ended, in words and shapes, and what the numbers come to."""

from __future__ import annotations

from datetime import datetime, timedelta

import polars as pl

from charts.runs import ENDS, runs_chart

RUNS = pl.DataFrame(
    {
        "run_id": ["a", "b", "c", "d"],
        "started_at": [datetime(2026, 1, 1) + timedelta(days=day) for day in range(4)],  # noqa: DTZ001
        "status": list(ENDS),
        "duration_s": [10.0, 40.5, 2.0, 3.25],
    }
)


def test_how_a_run_ended_shows_by_colour_and_shape() -> None:
    """Each status has words of its own in the legend, also where no run ended so."""
    spec = runs_chart(RUNS.head(1), "duration_s", "Seconds").to_dict()
    points = spec["layer"][1]["encoding"]

    assert points["color"]["field"] == points["shape"]["field"] == "end"
    assert points["shape"]["scale"]["domain"] == list(ENDS.values())
    assert points["color"]["scale"]["domain"] == list(ENDS.values())


def test_chart_of_runs_is_told_to_those_who_cannot_see_it() -> None:
    """The last number, and the least and the most."""
    description = runs_chart(RUNS, "duration_s", "Seconds that a run took").to_dict()["description"]

    assert (
        description == "Seconds that a run took of 4 runs: 3.25 in the last one, 2 to 40.5 in all."
    )


def test_rows_of_the_chart_are_those_of_the_runs() -> None:
    """Each with its id, its status in words and its number."""
    spec = runs_chart(RUNS, "duration_s", "Seconds").to_dict()
    rows = next(iter(spec["datasets"].values()))

    assert [(row["run_id"], row["end"], row["number"]) for row in rows] == [
        ("a", "published", 10.0),
        ("b", "refused by the gate", 40.5),
        ("c", "stopped", 2.0),
        ("d", "nothing new", 3.25),
    ]
