"""How floors follow from scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from evaluation.product.floors import (
    LEAST_GOLD,
    LEAST_MARGIN,
    floor_row,
    margin_of,
    raised_floors,
    write_floors,
)
from expectations.floors import Metric, Score
from tests.floor_files import KIND, score
from warehouse.seeds import read_seed_rows
from warehouse.tables.ref import SCORE_FLOORS

if TYPE_CHECKING:
    from pathlib import Path


def test_margin_grows_as_the_gold_shrinks() -> None:
    """One error among few items costs many points, so they may fall by more."""
    margins = [margin_of(Score(KIND, count, 90.0)) for count in (10_000, 400, 40)]

    assert margins == [LEAST_MARGIN, 3.1, 10.4]


def test_metric_without_errors_has_a_margin_too() -> None:
    """A score of 100 over few items does not ask for 100 for ever."""
    assert margin_of(Score(KIND, 20, 100.0)) > 100 / 20


def test_floor_never_lies_below_zero() -> None:
    """The contract bounds floors by 0."""
    assert floor_row("m", Score(KIND, 20, 1.0))["floor"] == 0.0


def test_floors_only_rise() -> None:
    """A worse score leaves the floor and its reason alone, a better one raises it."""
    before = raised_floors([], "m", [score(KIND, 90)])

    assert raised_floors(before, "m", [score(KIND, 70)]) == before
    assert raised_floors(before, "m", [score(KIND, 99)])[0]["floor"] > before[0]["floor"]


def test_floors_of_another_pipeline_stay() -> None:
    """Scoring one pipeline says nothing of others."""
    before = raised_floors([], "a", [score(KIND, 90)])

    assert [row["model_name"] for row in raised_floors(before, "b", [score(KIND, 70)])] == [
        "a",
        "b",
    ]


@pytest.mark.parametrize(
    "left_out",
    [Score(KIND, LEAST_GOLD - 1, 90.0), score(Metric("names", "dev", "exact_f1"), 90)],
    ids=["few_items", "part_that_the_gate_does_not_read"],
)
def test_metric_that_is_not_gated_gets_no_floor(left_out: Score) -> None:
    """A handful of items decides nothing, and a run does not wait for two large sets of names."""
    assert raised_floors([], "m", [left_out]) == []


def test_written_floors_are_read_again(tmp_path: Path) -> None:
    """The file obeys the contract."""
    rows = raised_floors([], "m", [score(KIND, 90), score(Metric("dates", "dev", "value_f1"), 80)])

    write_floors(tmp_path / "floors.csv", rows)

    assert read_seed_rows(SCORE_FLOORS, tmp_path) == rows
    assert [row["set_name"] for row in rows] == ["dates", "passages"]
