"""Stored scores: what is compared, what fell, how they are written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from evaluation.comparison import fallen, headline_metrics, read_scores, write_scores
from warehouse.errors import EnvironmentFault, UsageError

if TYPE_CHECKING:
    from pathlib import Path


def report(f1: float, las: float | None = None) -> dict[str, Any]:
    """Return a report of one set."""
    names = {"exact": {"f1": f1, "gold": 10}, "overlap": {"f1": None, "gold": 0}, "labels": {}}
    arcs = {"arcs": {"las": {"score": las, "gold": 7}}} if las else {}
    return {
        "model": {"name": "m"},
        "absent": [],
        "sets": {"pud": {"kind": "test", "names": names, **arcs}},
    }


def test_metric_stands_beside_the_one_before() -> None:
    """What the stored scores lack has no change; what nothing was counted for is no metric."""
    metrics = headline_metrics(report(80.0, las=90.0), report(81.5))

    assert [(m.set_name, m.metric, m.gold, m.score, m.baseline, m.change) for m in metrics] == [
        ("pud", "LAS", 7, 90.0, None, None),
        ("pud", "names F1", 10, 80.0, 81.5, -1.5),
    ]


@pytest.mark.parametrize(("limit", "count"), [(1.4, 1), (1.5, 0), (0, 1)])
def test_metric_has_fallen_if_it_lost_more_than_the_limit(limit: float, count: int) -> None:
    """A fall of exactly the limit passes."""
    assert len(fallen(headline_metrics(report(80.0), report(81.5)), limit)) == count


def test_gain_is_no_fall() -> None:
    """Whatever the limit."""
    assert fallen(headline_metrics(report(82.0), report(81.5)), 0) == []


def test_scores_are_written_sorted_and_read_again(tmp_path: Path) -> None:
    """Equal scores give equal bytes; speed and absent sets are not stored."""
    scores = {**report(80.0), "speed": {"words_per_second": 3}}
    write_scores(tmp_path / "a.json", scores)
    write_scores(tmp_path / "b.json", dict(reversed(scores.items())))

    stored = (tmp_path / "a.json").read_text(encoding="utf-8")

    assert stored == (tmp_path / "b.json").read_text(encoding="utf-8")
    assert read_scores(tmp_path / "a.json") == {k: scores[k] for k in ("model", "sets")}
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["a.json", "b.json"]


@pytest.mark.parametrize("content", ["{", "[]", '{"sets": 3}', None])
def test_file_without_scores_is_wrong_usage(content: str | None, tmp_path: Path) -> None:
    """Broken, of another kind, or missing."""
    if content is not None:
        (tmp_path / "x.json").write_text(content)

    with pytest.raises(UsageError, match=r"x\.json"):
        read_scores(tmp_path / "x.json")


def test_folder_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    """The sentence names the file."""
    with pytest.raises(EnvironmentFault, match="cannot be written"):
        write_scores(tmp_path / "none" / "x.json", report(1.0))


def test_stored_json_is_indented(tmp_path: Path) -> None:
    """So that a change of one score is a change of one line."""
    write_scores(tmp_path / "a.json", report(80.0))

    text = (tmp_path / "a.json").read_text(encoding="utf-8")

    assert text == json.dumps(json.loads(text), indent=2, sort_keys=True) + "\n"
