"""The gate on new versions: what is scored, refused, forced, and told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from expectations.floors import Metric, Score, judge_scores
from flows.accuracy import judge_version, score_on_gold, version_of
from flows.launch import begin_run
from tasks.model_scores import record_scores, score_rows
from tasks.nlp.pipeline import RULES
from tasks.runs import RefusedVersion, RunContext, naive_utc
from tests.floor_files import KIND, VALUE, score, use_floors

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from warehouse.snapshots import SnapshotStore

FLOORS = {KIND: 80.0, VALUE: 90.0}
GOOD = [score(KIND, 85), score(VALUE, 95)]
BAD = [score(KIND, 85), score(VALUE, 60)]


class Scorer:
    """Gives fixed scores and remembers what it was asked for."""

    def __init__(self, scores: list[Score]) -> None:
        """Give these scores."""
        self.scores = scores
        self.asked: list[set[Metric]] = []

    def __call__(self, _model: str, metrics: Collection[Metric]) -> list[Score]:
        """Return the scores of the metrics that are asked for."""
        self.asked.append(set(metrics))
        return [one for one in self.scores if one.metric in metrics]


@pytest.fixture(autouse=True)
def _floors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use_floors(tmp_path / "gate", monkeypatch, FLOORS, model=RULES)


def new_run(store: SnapshotStore, **options: object) -> RunContext:
    """Return a run on a published warehouse, with a pipeline that has floors."""
    given = {"model": RULES, "score_versions": True, **options}
    return begin_run(["/articles"], str(store.path), given)


def details(run: RunContext, scorer: Scorer) -> list[tuple[str, str]]:
    """Return rule and detail of the issues of a version that is let pass."""
    return judge_version(run, scorer).issues.select("rule", "detail").rows()


def test_version_above_its_floors_passes_with_its_scores(published_store: SnapshotStore) -> None:
    """The scores stand beside their floors, ready for the ledger, and there is nothing to tell."""
    accuracy = judge_version(new_run(published_store), Scorer(GOOD))

    rows = accuracy.scores.select("set_name", "score", "floor", "is_success").rows()
    assert rows == [("passages", 85.0, 80.0, True), ("figures", 95.0, 90.0, True)]
    assert accuracy.issues.is_empty()
    assert accuracy.forced_reason is None


def test_version_below_a_floor_is_refused(published_store: SnapshotStore) -> None:
    """The message tells set, metric, score, floor and what to do; the error keeps the scores."""
    with pytest.raises(
        RefusedVersion, match=r"figures test value_f1 60\.00 \(floor 90\.00\)\..*--force-reason"
    ) as raised:
        judge_version(new_run(published_store), Scorer(BAD))

    assert raised.value.accuracy.scores["is_success"].to_list() == [True, False]
    assert raised.value.exit_code == 1


@pytest.mark.parametrize("reason", [None, "  "])
def test_empty_reason_forces_nothing(published_store: SnapshotStore, reason: str | None) -> None:
    """Blanks are no reason."""
    with pytest.raises(RefusedVersion):
        judge_version(new_run(published_store, force_reason=reason), Scorer(BAD))


def test_reason_lets_a_version_pass_and_is_told(published_store: SnapshotStore) -> None:
    """Each score below its floor has its row of ops.issues with the reason."""
    run = new_run(published_store, force_reason="gold is being mended")

    accuracy = judge_version(run, Scorer(BAD))

    assert accuracy.forced_reason == "gold is being mended"
    (issue,) = accuracy.issues.to_dicts()
    assert issue["rule"] == "score_keeps_floor"
    assert '"metric": "value_f1"' in issue["row_key"]
    assert "60.00 (floor 90.00); published all the same: gold is being mended" in issue["detail"]


def test_reason_that_was_not_needed_is_not_recorded(published_store: SnapshotStore) -> None:
    """A version above its floors was not forced, whatever stands in the settings."""
    run = new_run(published_store, force_reason="in case")

    assert judge_version(run, Scorer(GOOD)).forced_reason is None


def test_scores_that_the_ledger_has_are_not_taken_again(published_store: SnapshotStore) -> None:
    """Only what is missing is scored; a stored score below its floor still refuses."""
    run = new_run(published_store)
    rows = score_rows(judge_scores(BAD[1:], FLOORS), version_of(run), naive_utc(run.started_at))
    record_scores(published_store, 5, rows)
    scorer = Scorer(GOOD)

    with pytest.raises(RefusedVersion, match=r"value_f1 60\.00"):
        judge_version(run, scorer)

    assert scorer.asked == [{KIND}]


def test_version_with_all_scores_in_the_ledger_is_not_scored(
    published_store: SnapshotStore,
) -> None:
    """After `tallybook evaluate` a run does not wait."""
    run = new_run(published_store)
    rows = score_rows(judge_scores(GOOD, FLOORS), version_of(run), naive_utc(run.started_at))
    record_scores(published_store, 5, rows)
    scorer = Scorer([])

    assert judge_version(run, scorer).issues.is_empty()
    assert scorer.asked == []


def test_absent_gold_is_told(published_store: SnapshotStore) -> None:
    """A floor that could not be judged has an issue, and the others are held all the same."""
    run = new_run(published_store)

    ((rule, detail),) = details(run, Scorer(GOOD[:1]))

    assert rule == "version_is_scored"
    assert "not scored on figures" in detail
    with pytest.raises(RefusedVersion):
        judge_version(run, Scorer(BAD[1:]))


def test_pipeline_without_floors_is_told(
    published_store: SnapshotStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody has said how well it must read, so it is neither scored nor passed in silence."""
    use_floors(tmp_path / "gate2", monkeypatch, FLOORS, model="en_other")
    scorer = Scorer(BAD)

    assert details(new_run(published_store), scorer) == [
        ("version_is_scored", "not scored: expectations/floors.csv has no floor for rules")
    ]
    assert scorer.asked == []


def test_switch_is_told(published_store: SnapshotStore) -> None:
    """Who switches the gate off finds that in the ledger."""
    scorer = Scorer(BAD)

    ((rule, detail),) = details(new_run(published_store, score_versions=False), scorer)

    assert (rule, scorer.asked) == ("version_is_scored", [])
    assert "score_versions is off" in detail


def test_scorer_reads_only_the_parts_that_have_floors() -> None:
    """One part of a set gives its metrics; no other set is read."""
    scores = score_on_gold(RULES, {KIND})

    assert {(one.metric.set_name, one.metric.part) for one in scores} == {("passages", "dev")}
    assert KIND in {one.metric for one in scores}
    assert score_on_gold(RULES, set()) == []
