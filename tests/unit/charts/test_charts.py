"""Laws that hold for every chart: titles, texts for screen readers, tooltips, and texts as data."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from typing import Any

import polars as pl
import pytest

from charts.bars import MOST_BARS, categories_chart, failing_rules_chart
from charts.history import (
    failures_by_severity,
    failures_chart,
    rejected_share_chart,
    volume_chart,
)
from charts.intervals import intervals_chart
from charts.measures import measure_chart
from charts.places_map import places_map
from charts.runs import runs_chart
from charts.scores import scores_chart
from charts.theme import LIGHT, with_theme

HOSTILE = "\"><img src=x onerror=alert(1)> datum['x']; signal + 'a'.b[0]"
RUNS = pl.DataFrame(
    {
        "started_at": [datetime(2026, 1, 1), datetime(2026, 1, 9)],  # noqa: DTZ001
        "run_id": ["r1", HOSTILE],
        "status": ["published", "failed_gate"],
        "rejected_share": [0.001, 0.3],
        "rejected_row_count": [4, 1200],
        "document_count": [40, 40],
        "figure_count": [980, 980],
        "expectation_count": [400, 400],
        "measure_count": [12, 0],
        "failed_critical_count": [0, 3],
        "failed_warning_count": [2, 2],
        "failed_critical_measure_count": [0, 1],
        "failed_warning_measure_count": [1, 0],
    }
)
HISTORY = pl.DataFrame(
    {
        "started_at": RUNS["started_at"],
        "measure": ["figures_per_1000_words"] * 2,
        "unit": [HOSTILE[:40]] * 2,
        "value": [60.0, 20.0],
        "expected_low": [40.0, 40.0],
        "expected_high": [80.0, 80.0],
        "is_success": [True, False],
    }
)
RULES = pl.DataFrame(
    {
        "table_name": ["core.figures", HOSTILE],
        "column_name": ["low,high", HOSTILE],
        "expectation": ["low_not_above_high", HOSTILE],
        "severity": ["critical", "warning"],
        "unexpected_count": [30, 1],
    }
)
CATEGORIES = pl.DataFrame(
    {"category": ["people_killed", HOSTILE], "figures": [9, 2], "documents": [3, 1]}
)
SCORES = pl.DataFrame(
    {
        "set_name": ["figures", HOSTILE],
        "part": ["dev", "test"],
        "metric": ["value_f1", "head_f1"],
        "gold_count": [700, 200],
        "score": [96.0, 80.0],
        "floor": [94.0, None],
        "is_success": [True, True],
    }
)
PLACES = pl.DataFrame(
    {
        "entity_id": ["e1", "e2"],
        "entity_name": ["Kabul", HOSTILE],
        "country_code": ["AF", None],
        "latitude": [34.5, -1.3],
        "longitude": [69.2, 36.8],
        "mention_count": [9, 1],
        "document_count": [3, 1],
        "figure_count": [4, 0],
    }
)
AMOUNTS = pl.DataFrame(
    {
        "figure_id": ["f1", "f2"],
        "label": ["5 men", HOSTILE],
        "is_claimed": [True, False],
        "is_vague": [False, True],
        "figure_text": ["5", HOSTILE],
        "claimant": ["Police", HOSTILE],
        "document": ["Raid", HOSTILE],
        "sentence": ["Police held 5 men.", HOSTILE],
        "low": [5.0, 200.0],
        "high": [5.0, None],
    }
)
OUTLINE = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"country_code": code},
            "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [0, 5], [5, 5], [0, 0]]]},
        }
        for code in ("AF", "AQ")
    ],
}
CHARTS: dict[str, tuple[Callable[[pl.DataFrame], Any], pl.DataFrame]] = {
    "rejected_share": (rejected_share_chart, RUNS),
    "failures": (failures_chart, RUNS),
    "volume": (volume_chart, RUNS),
    "measure": (partial(measure_chart, measure="figures_per_1000_words"), HISTORY),
    "failing_rules": (failing_rules_chart, RULES),
    "categories": (categories_chart, CATEGORIES),
    "scores": (scores_chart, SCORES),
    "places": (partial(places_map, outline=OUTLINE), PLACES),
    "intervals": (partial(intervals_chart, unit="count"), AMOUNTS),
    "runs": (partial(runs_chart, column="figure_count", words="Figures after the run"), RUNS),
    "near_places": (partial(places_map, outline=OUTLINE, is_close=True), PLACES),
}


@pytest.fixture(params=list(CHARTS))
def drawn(request: pytest.FixtureRequest) -> tuple[Callable[[pl.DataFrame], Any], pl.DataFrame]:
    """Give a function that draws, and rows for it."""
    return CHARTS[request.param]


def members(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Yield every plain value of a specification but its data, with its path."""
    if isinstance(value, dict):
        for name, item in value.items():
            if name not in {"data", "datasets"}:
                yield from members(item, f"{path}.{name}")
    elif isinstance(value, list):
        for item in value:
            yield from members(item, path)
    else:
        yield path, value


Drawn = tuple[Callable[[pl.DataFrame], Any], pl.DataFrame]


def test_chart_has_title_text_and_tooltips(drawn: Drawn) -> None:
    """Every chart can be named, read aloud and asked for its numbers."""
    draw, rows = drawn
    spec = with_theme(draw(rows), LIGHT)
    title = spec["title"] if isinstance(spec["title"], str) else spec["title"]["text"]

    assert 0 < len(title) <= 40
    assert spec["description"].endswith(".")
    assert any("tooltip" in layer.get("encoding", {}) for layer in spec["layer"])


def test_chart_takes_the_width_of_its_place(drawn: Drawn) -> None:
    """A chart fits a phone as well as a screen."""
    draw, rows = drawn
    spec = draw(rows).to_dict()

    assert spec["width"] == "container"
    assert spec["autosize"]["type"] == "fit-x"


def test_texts_are_data_only(drawn: Drawn) -> None:
    """No text of a row gets into a field, an expression, a title or a text for screen readers."""
    draw, rows = drawn
    spec = draw(rows).to_dict()
    unit = ".title.subtitle"

    found = {path for path, value in members(spec) if isinstance(value, str) and "onerror" in value}
    assert found <= {unit}


def test_fields_are_plain_names(drawn: Drawn) -> None:
    """A field with dots or brackets would be a path into the row."""
    draw, rows = drawn
    fields = {value for path, value in members(draw(rows).to_dict()) if path.endswith(".field")}

    assert fields
    assert all(str(name).replace("_", "").isalpha() for name in fields)


def test_chart_of_no_rows_is_drawn(drawn: Drawn) -> None:
    """An empty history is no error."""
    draw, rows = drawn
    spec = draw(rows.clear()).to_dict()

    assert spec["description"]


def test_chart_is_the_same_for_the_same_rows(drawn: Drawn) -> None:
    """No clock and no chance decides a chart."""
    draw, rows = drawn

    assert json.dumps(draw(rows).to_dict()) == json.dumps(draw(rows).to_dict())


def test_failing_rules_chart_bounds_its_bars() -> None:
    """A hundred failed rules do not make a chart of a hundred bars."""
    many = pl.concat([RULES] * 50)
    spec = failing_rules_chart(many).to_dict()

    assert [len(rows) for rows in spec["datasets"].values()] == [MOST_BARS]


def test_failures_by_severity_adds_expectations_and_measures() -> None:
    """A broken limit counts as much as a broken rule."""
    failed = failures_by_severity(RUNS).select("severity", "failed").rows()

    assert failed == [("critical", 0), ("critical", 4), ("warning", 3), ("warning", 2)]


def test_rejected_share_chart_tells_the_last_and_the_largest_share() -> None:
    """Who cannot see the line hears its end and its peak."""
    description = rejected_share_chart(RUNS.reverse()).to_dict()["description"]

    assert description == "Share of refused rows in 2 runs: 0.10% in the last one, 30.00% at most."


def test_places_map_leaves_antarctica_out() -> None:
    """A fifth of the height is not spent on a place without news."""
    outlines = json.dumps(places_map(PLACES, OUTLINE).to_dict())

    assert "AF" in outlines
    assert "AQ" not in outlines


def test_places_map_shows_smaller_dots_before_larger_ones() -> None:
    """A village beside a capital can still be seen and clicked."""
    spec = places_map(PLACES.reverse(), OUTLINE).to_dict()
    dots = spec["datasets"][spec["layer"][1]["data"]["name"]]

    assert [row["mention_count"] for row in json.loads(dots)] == [9, 1]


def test_scores_axis_begins_below_the_smallest_score() -> None:
    """Scores between 80 and 96 are not squeezed into a fifth of the axis."""
    spec = scores_chart(SCORES).to_dict()
    scales = [
        layer["encoding"]["x"]["scale"]["domain"]
        for layer in spec["layer"]
        if "scale" in layer["encoding"].get("x", {})
    ]

    assert scales[0] == [70, 100]
