"""Scores beside their floors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from expectations.floors import JudgedScore, below_floor, judge_scores, read_floors
from tests.floor_files import KIND, VALUE, score, use_floors

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("points", "floor", "is_success"),
    [(90.0, 90.0, True), (89.99, 90.0, False), (0.0, None, True)],
    ids=["at_floor", "below", "no_floor"],
)
def test_score_keeps_its_floor(points: float, floor: float | None, *, is_success: bool) -> None:
    """A floor is inclusive; a metric without one is never below."""
    assert JudgedScore(score(KIND, points), floor).is_success is is_success


def test_scores_meet_the_floors_of_their_own_metric() -> None:
    """A floor of another metric says nothing."""
    judged = judge_scores([score(KIND, 50), score(VALUE, 60)], {VALUE: 70.0})

    assert [one.floor for one in judged] == [None, 70.0]


def test_worst_score_comes_first() -> None:
    """Of the scores below their floors, the one that misses most leads the message."""
    judged = judge_scores([score(KIND, 89), score(VALUE, 60)], {KIND: 90.0, VALUE: 70.0})

    assert [str(one) for one in below_floor(judged)] == [
        "figures test value_f1 60.00 (floor 70.00)",
        "passages dev kind_accuracy 89.00 (floor 90.00)",
    ]


def test_floors_are_those_of_one_pipeline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipeline without rows in the file has no floors."""
    use_floors(tmp_path, monkeypatch, {KIND: 90.0}, model="en_small")

    assert read_floors("en_small") == {KIND: 90.0}
    assert read_floors("en_other") == {}
