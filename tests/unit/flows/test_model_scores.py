"""Scores in the ledger of a warehouse."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from expectations.floors import judge_scores
from tasks.model_scores import (
    Version,
    published_versions,
    record_scores,
    score_rows,
    stored_scores,
)
from tests.floor_files import KIND, VALUE, score
from tests.sample_rows import FINGERPRINT, frame_of, run_row
from tests.snapshot_cycles import age_file, issue_count, numbers, publish_text
from warehouse.queries import query_published

if TYPE_CHECKING:
    import polars as pl

    from warehouse.snapshots import SnapshotStore

OLD, NEW = "0" * 16, "1" * 16
OTHER_CODE = "2" * 16
MOMENT = datetime(2026, 1, 2)  # noqa: DTZ001 - UTC without zone, as stored


def version(rules_version: str) -> Version:
    """Return a version of a small pipeline."""
    return Version(rules_version=rules_version, model_name="en_small", code_version="1")


def rows(rules_version: str, points: float, floor: float | None = None) -> pl.DataFrame:
    """Return the row of one score of a version."""
    floors = {} if floor is None else {KIND: floor}
    return score_rows(judge_scores([score(KIND, points)], floors), version(rules_version), MOMENT)


def runs(*versions: tuple[str, str]) -> dict[str, pl.DataFrame]:
    """Return rows of ops.runs from pairs of rules_version and fingerprint."""
    made = [
        run_row(f"2026010{day}T030405Z-0123abcd")
        | {"rules_version": rules_version, "extraction_fingerprint": fingerprint}
        for day, (rules_version, fingerprint) in enumerate(versions, 1)
    ]
    return {"ops.runs": frame_of("ops.runs", made)}


def test_recorded_scores_are_those_of_their_version(published_store: SnapshotStore) -> None:
    """Scores of other versions are not mixed in, and the data and snapshots stay as they were."""
    before = numbers(published_store)
    record_scores(published_store, 5, rows(OLD, 80.0))
    record_scores(published_store, 5, rows(NEW, 90.0))

    assert stored_scores(published_store.path, version(OLD)) == [score(KIND, 80.0)]
    assert stored_scores(published_store.path, version(NEW)) == [score(KIND, 90.0)]
    assert issue_count(published_store.path) == 1
    assert len(numbers(published_store)) == len(before)


def test_second_score_replaces_the_first(published_store: SnapshotStore) -> None:
    """A version has one score a metric; other metrics of it stay."""
    other = score_rows(judge_scores([score(VALUE, 70.0)], {}), version(NEW), MOMENT)
    for scored in (rows(NEW, 80.0, floor=75.0), other, rows(NEW, 80.0, floor=85.0)):
        record_scores(published_store, 5, scored)

    stored = query_published(
        published_store.path,
        "select metric, floor, is_success from ops.model_scores order by metric",
    )
    assert stored.rows() == [("kind_accuracy", 85.0, False), ("value_f1", None, True)]


def test_published_version_is_that_of_the_documents(store: SnapshotStore) -> None:
    """A later run that extracted nothing does not make the old rows those of its version."""
    publish_text(
        store,
        "Police stopped 5 trucks.",
        ledgers=[runs((OLD, FINGERPRINT), (NEW, OTHER_CODE))],
    )

    assert published_versions(store.path) == {OLD}


def test_older_warehouse_knows_no_scores(store: SnapshotStore) -> None:
    """Where the ledger has no such table or column, nothing is known, and nothing breaks."""
    publish_text(store, "Police stopped 5 trucks.", ledgers=[runs((OLD, FINGERPRINT))])
    age_file(
        store.path.resolve(),
        "drop table ops.model_scores",
        "alter table ops.runs drop rules_version",
    )

    assert stored_scores(store.path, version(OLD)) == []
    assert published_versions(store.path) == set()
