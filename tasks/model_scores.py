"""Scores of versions of model and rules in the ledger: ``ops.model_scores``, read and written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import duckdb
import polars as pl

from expectations.floors import Metric, Score
from warehouse.connections import open_for_writing, registered
from warehouse.load import insert_frame
from warehouse.queries import open_published
from warehouse.row_keys import row_key
from warehouse.tables.ops import ISSUES, RUNS
from warehouse.tables.quality import MODEL_SCORES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from pathlib import Path

    from expectations.floors import JudgedScore
    from warehouse.snapshots import SnapshotStore

SCORES: Final = """
    select set_name, part, metric, gold_count, score
    from ops.model_scores
    where rules_version = $1 and model_name = $2
    order by set_name, part, metric
"""
VERSIONS: Final = """
    select distinct rules_version
    from ops.runs
    semi join raw.documents using (extraction_fingerprint)
"""
STORE: Final = "insert or replace into ops.model_scores by name from new_scores"
VERSION_IS_SCORED: Final = "version_is_scored"
SCORE_KEEPS_FLOOR: Final = "score_keeps_floor"


@dataclass(frozen=True, kw_only=True)
class Version:
    """What decides the extracted rows, and the code that scores it."""

    rules_version: str
    model_name: str
    code_version: str


@dataclass(frozen=True, kw_only=True)
class Accuracy:
    """What a run knows of how well its version extracts, for the ledger.

    ``scores`` obeys ops.model_scores and holds new scores only, ``issues`` obeys ops.issues;
    ``forced_reason`` is null unless the version was let pass below a floor.
    """

    scores: pl.DataFrame
    issues: pl.DataFrame
    forced_reason: str | None = None


def score_rows(
    judged: Iterable[JudgedScore], version: Version, scored_at: datetime
) -> pl.DataFrame:
    """Return rows of ops.model_scores.

    Args:
        judged: Scores with their floors.
        version: What was scored.
        scored_at: When, UTC without zone.
    """
    rows = [
        {
            "rules_version": version.rules_version,
            "model_name": version.model_name,
            **one.score.metric._asdict(),
            "gold_count": one.score.gold_count,
            "score": one.score.points,
            "floor": one.floor,
            "is_success": one.is_success,
            "code_version": version.code_version,
            "scored_at": scored_at,
        }
        for one in judged
    ]
    return pl.DataFrame(rows, schema=MODEL_SCORES.polars_schema)


def stored_scores(warehouse: Path, version: Version) -> list[Score]:
    """Return the scores of a version that a published warehouse knows, in a fixed order.

    Args:
        warehouse: The path that users name; one of an older contract may know none.
        version: Version that is asked for.
    """
    asked = [version.rules_version, version.model_name]
    return [
        Score(Metric(set_name, part, metric), gold_count, score)
        for set_name, part, metric, gold_count, score in _rows(warehouse, SCORES, asked)
    ]


def published_versions(warehouse: Path) -> set[str]:
    """Return the rules_versions that the documents of a published warehouse were extracted with.

    Args:
        warehouse: The path that users name; of an older contract it may be unknown.
    """
    return {str(version) for (version,) in _rows(warehouse, VERSIONS, [])}


def _rows(warehouse: Path, sql: str, parameters: Sequence[str]) -> list[tuple[Any, ...]]:
    """Return rows of the ledger, none where it has no such table or column yet."""
    with open_published(warehouse, allow_older=True) as connection:
        try:
            return connection.execute(sql, list(parameters)).fetchall()
        except (duckdb.CatalogException, duckdb.BinderException):
            return []


def write_accuracy(snapshot: Path, accuracy: Accuracy | None) -> None:
    """Write what a run knows of its version into the ledger of a snapshot; None writes nothing.

    Scores that the ledger has under the same key are replaced.
    """
    if accuracy is None:
        return
    with open_for_writing(snapshot) as connection:
        connection.execute("BEGIN")
        with registered(connection, "new_scores", accuracy.scores):
            connection.execute(STORE)
        insert_frame(connection, ISSUES, accuracy.issues)
        connection.execute("COMMIT")


def record_scores(store: SnapshotStore, keep_snapshots: int, scores: pl.DataFrame) -> None:
    """Publish scores in the ledger of a warehouse; its data are as they were.

    Args:
        store: The warehouse, published under the running contract.
        keep_snapshots: How many snapshots stay.
        scores: Rows of ops.model_scores.

    Raises:
        EnvironmentFault: If a run holds the lock or the disk refuses; all is as before.
    """
    accuracy = Accuracy(scores=scores, issues=ISSUES.polars_schema.to_frame())
    with store.writer():
        snapshot = store.begin()
        with store.discarded_on_error(snapshot):
            write_accuracy(snapshot, accuracy)
            store.publish(snapshot, keep_snapshots, has_same_data=True)


def unscored_issue(run_id: str, why: str) -> dict[str, str]:
    """Return the row of ops.issues of a run whose version is not scored, or not in full."""
    return {
        "run_id": run_id,
        "table_name": RUNS.qualified_name,
        "row_key": row_key(RUNS, {"run_id": run_id}),
        "rule": VERSION_IS_SCORED,
        "detail": why,
    }


def forced_issue(run_id: str, version: Version, low: JudgedScore, reason: str) -> dict[str, str]:
    """Return the row of ops.issues of a score below its floor that was let pass."""
    key = {
        "rules_version": version.rules_version,
        "model_name": version.model_name,
        **low.score.metric._asdict(),
    }
    return {
        "run_id": run_id,
        "table_name": MODEL_SCORES.qualified_name,
        "row_key": row_key(MODEL_SCORES, key),
        "rule": SCORE_KEEPS_FLOOR,
        "detail": f"{low}; published all the same: {reason}",
    }


def issue_frame(issues: Sequence[dict[str, str]]) -> pl.DataFrame:
    """Return rows of ops.issues as a frame."""
    return pl.DataFrame(issues, schema=ISSUES.polars_schema)
