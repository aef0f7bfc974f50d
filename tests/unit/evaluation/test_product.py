"""The extraction on our gold: sets, parts, metrics, and the floors that name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from evaluation.product.floors import UNGATED
from evaluation.product.gold_set import PARTS, Measured
from evaluation.product.inventory import GOLD_SETS, SET_NAMES
from evaluation.product.scoring import (
    Portion,
    Wanted,
    absent_parts,
    expected_seconds,
    read_portions,
    reported,
    score_portions,
)
from expectations.floors import judge_scores, read_floors
from tasks.nlp.packaged import PACKAGED
from tasks.nlp.pipeline import RULES, load_pipeline

if TYPE_CHECKING:
    from pathlib import Path

    from evaluation.product.gold_set import GoldSet

QUICK = {Wanted(name, part) for name in ("passages", "roles", "relations") for part in PARTS}
"""Sets that take seconds."""


@pytest.fixture(scope="module")
def portions() -> list[Portion]:
    """Give all texts of the gold."""
    return read_portions()


def metrics_of(gold_set: GoldSet) -> list[Measured]:
    """Return the metrics of a set; over no text, they have no points."""
    return list(gold_set.measure(load_pipeline(RULES), []))


@pytest.mark.parametrize("gold_set", GOLD_SETS, ids=lambda gold_set: gold_set.names[0])
@pytest.mark.parametrize("part", PARTS)
def test_gold_of_each_set_has_both_parts(
    gold_set: GoldSet, part: str, portions: list[Portion]
) -> None:
    """Dev and test are both there, and each text has a size."""
    (items,) = (one.items for one in portions if (one.gold_set, one.part) == (gold_set, part))

    assert items
    assert all(gold_set.size(item) > 0 for item in items)


@pytest.mark.parametrize("gold_set", GOLD_SETS, ids=lambda gold_set: gold_set.names[0])
def test_parts_share_no_text(gold_set: GoldSet, portions: list[Portion]) -> None:
    """What rules are tuned on never tells how good they are."""
    dev, test = (one.items for one in portions if one.gold_set is gold_set)

    assert not {item.key for item in dev} & {item.key for item in test}


@pytest.mark.parametrize("gold_set", GOLD_SETS, ids=lambda gold_set: gold_set.names[0])
def test_metrics_belong_to_the_sets_that_are_declared(gold_set: GoldSet) -> None:
    """Each declared set has metrics, none twice, and no other set gets one."""
    names = [(measured.set_name, measured.metric) for measured in metrics_of(gold_set)]

    assert {set_name for set_name, _ in names} == set(gold_set.names)
    assert len(set(names)) == len(names)


def test_scores_are_points_over_gold_items() -> None:
    """The rules alone tell passages apart as well as any pipeline."""
    portions = read_portions({Wanted("passages", "dev")})

    scores = list(score_portions(load_pipeline(RULES), portions))

    assert [score.metric.part for score in scores] == ["dev"] * 3
    assert all(50 < score.points <= 100 and score.gold_count > 100 for score in scores)
    assert expected_seconds(portions) > 0


def test_progress_is_told_once_a_text_is_read() -> None:
    """A bar that is full means that the last text was read."""
    events: list[str] = []

    for item in reported("ab", lambda: events.append("told")):
        events.append(item)  # noqa: PERF402 - what is told in between must stand in between

    assert events == ["a", "told", "b", "told"]


def test_metric_that_nothing_was_asked_for_has_no_score() -> None:
    """Without a parse no event is found, so nothing can be said of its subject."""
    portions = read_portions({Wanted("relations", "test")})

    scores = {score.metric.metric for score in score_portions(load_pipeline(RULES), portions)}

    assert scores == {"event_f1"}


def test_set_whose_gold_is_not_there_is_absent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a clone of the project there is no tests/golden: nothing is scored, nothing fails."""
    monkeypatch.setattr("evaluation.product.statements.GOLD", tmp_path)
    portions = read_portions({Wanted("quotes", "dev")})

    assert absent_parts(portions) == [Wanted("quotes", "dev"), Wanted("claimants", "dev")]
    assert list(score_portions(load_pipeline(RULES), portions)) == []


def test_floors_name_metrics_that_exist() -> None:
    """A floor of a set or metric that is gone would never be held."""
    declared = {
        (measured.set_name, measured.metric)
        for gold_set in GOLD_SETS
        for measured in metrics_of(gold_set)
    }

    floors = read_floors(PACKAGED)

    assert {(metric.set_name, metric.metric) for metric in floors} <= declared


def test_each_part_has_floors_but_those_left_out() -> None:
    """The packaged pipeline has a floor for every set, in dev and test."""
    places = {Wanted(metric.set_name, metric.part) for metric in read_floors(PACKAGED)}

    assert places == {Wanted(name, part) for name in SET_NAMES for part in PARTS} - UNGATED


@pytest.mark.slow
def test_packaged_pipeline_keeps_its_floors() -> None:
    """What is stored lies below what is reached; only sets that take seconds are scored here."""
    floors = {
        metric: floor
        for metric, floor in read_floors(PACKAGED).items()
        if Wanted(metric.set_name, metric.part) in QUICK
    }

    judged = judge_scores(score_portions(load_pipeline(PACKAGED), read_portions(QUICK)), floors)

    assert {one.score.metric for one in judged} >= set(floors)
    assert [str(one) for one in judged if not one.is_success] == []
