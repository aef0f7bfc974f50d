"""The status of a run in words, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tasks.quality_report.advice import CRITICAL, GOOD, WARNING, advise, headline, level
from tests.quality_ledgers import REFUSED, STOPPED, runs, write_ledger
from tests.sample_rows import frame_of
from warehouse.connections import open_for_writing
from warehouse.load import append_ops
from warehouse.quality import read_quality

if TYPE_CHECKING:
    from pathlib import Path


def told(path: Path, run_id: str | None = None) -> dict[str, str]:
    """Return the advice about a run: level by words."""
    return {item.words: item.level for item in advise(read_quality(path, run_id))}


def test_sound_run_needs_nothing(warehouse_template: Path, tmp_path: Path) -> None:
    """Where all held, the page says so in one sentence."""
    path = write_ledger(warehouse_template, tmp_path / "w.duckdb")
    sound = runs()[2] | {"run_id": "20260108T060000Z-00000008", "status": "published"}
    with open_for_writing(path) as connection:
        connection.execute("delete from ops.model_scores")
        append_ops(connection, {"ops.runs": frame_of("ops.runs", [sound])})
        connection.execute(
            "update ops.runs set started_at = '2026-01-08' where run_id = $1", [sound["run_id"]]
        )

    quality = read_quality(path, str(sound["run_id"]))

    assert level(advise(quality)) == GOOD
    assert [item.words for item in advise(quality)] == [
        "All that was judged held. Nothing is to be done."
    ]


def test_refused_rows_are_critical_and_lead_to_their_section(
    warehouse_template: Path, tmp_path: Path
) -> None:
    """Rows are missing until somebody corrects the cause and replays them."""
    path = write_ledger(warehouse_template, tmp_path / "w.duckdb")

    first = advise(read_quality(path, REFUSED))[0]

    assert (first.level, first.anchor) == (CRITICAL, "refused")
    assert "2 rows were refused" in first.words


def test_stopped_run_says_why_and_that_the_data_are_as_before(
    warehouse_template: Path, tmp_path: Path
) -> None:
    """Who reads the page after a refused run learns that nothing was published."""
    path = write_ledger(warehouse_template, tmp_path / "w.duckdb")
    quality = read_quality(path, STOPPED)

    words = advise(quality)[0].words

    assert headline(quality) == "Refused by a gate"
    assert "data are those before the run" in words
    assert "Too many rows were refused." in words


@pytest.mark.parametrize(
    ("last", "words", "expected"),
    [
        ({"failed_file_count": 3}, "3 files could not be read", CRITICAL),
        ({"failed_file_count": 1}, "1 file could not be read", CRITICAL),
        ({"forced_reason": "known drop"}, "Published by force", WARNING),
        ({"status": "failed", "error_text": "KeyError: 'x'"}, "KeyError: 'x'", CRITICAL),
    ],
    ids=["files", "file", "forced", "crashed"],
)
def test_state_of_a_run_has_its_advice(
    warehouse_template: Path, tmp_path: Path, last: dict[str, Any], words: str, expected: str
) -> None:
    """Each thing that is wrong is told with its level."""
    path = write_ledger(warehouse_template, tmp_path / "w.duckdb", **last)

    assert [level for said, level in told(path).items() if words in said] == [expected]


def test_measures_and_scores_outside_their_limits_are_told(
    warehouse_template: Path, tmp_path: Path
) -> None:
    """A warning of a measure stays a warning, a score below its floor does not."""
    advice = told(write_ledger(warehouse_template, tmp_path / "w.duckdb"))

    assert advice["2 measures lie outside the limits."] == WARNING
    assert advice["1 score lies below the floor."] == CRITICAL


def test_most_urgent_advice_comes_first(warehouse_template: Path, tmp_path: Path) -> None:
    """Whoever reads one line reads the right one."""
    levels = list(told(write_ledger(warehouse_template, tmp_path / "w.duckdb")).values())

    assert levels == sorted(levels)
    assert set(levels) == {CRITICAL, WARNING}
