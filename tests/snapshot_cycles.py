"""Whole cycles of a writer that add one row to the ledger, and what readers see of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

from tests.sample_rows import RUN_ID, frame_of, run_row, sha256
from warehouse.connections import open_for_writing
from warehouse.load import append_ops
from warehouse.queries import query_published

if TYPE_CHECKING:
    from pathlib import Path

    from warehouse.snapshots import SnapshotStore


def issue(rule: str) -> dict[str, object]:
    """Return a row of ops.issues."""
    return {
        "run_id": RUN_ID,
        "table_name": "core.figures",
        "row_key": "{}",
        "rule": rule,
        "detail": "odd",
    }


def add_issue(snapshot: Path, rule: str, status: str = "published") -> None:
    """Record a run with one issue in a snapshot; its id follows from the rule."""
    run_id = f"20260102T030405Z-{sha256(rule)[:8]}"
    with open_for_writing(snapshot) as connection:
        frames = {
            "ops.issues": frame_of("ops.issues", [issue(rule)]),
            "ops.runs": frame_of("ops.runs", [run_row(run_id, status)]),
        }
        append_ops(connection, frames)


def publish_issue(
    store: SnapshotStore, rule: str, keep: int = 5, status: str = "published"
) -> Path:
    """Run a whole cycle; the data count as other data when the status is ``published``."""
    with store.writer():
        snapshot = store.begin()
        add_issue(snapshot, rule, status)
        return store.publish(snapshot, keep, has_same_data=status != "published")


def numbers(store: SnapshotStore) -> list[int]:
    """Return the numbers of the kept snapshots."""
    return [snapshot.number for snapshot in store.snapshots()]


def rules(store: SnapshotStore) -> list[str]:
    """Return the rules of the issues that a reader sees, sorted."""
    return query_published(store.path, "select rule from ops.issues order by rule")[
        "rule"
    ].to_list()


def change_file(path: Path, *statements: str) -> None:
    """Change a published file behind the back of the store."""
    with duckdb.connect(path) as connection:
        for statement in statements:
            connection.execute(statement)
