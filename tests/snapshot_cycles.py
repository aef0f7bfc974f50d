"""Whole cycles of a writer that add a text or a row of the ledger, and what readers see of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

from tests.sample_rows import (
    RUN_ID,
    document_rows,
    file_row,
    frame_of,
    load_plan,
    run_row,
    sha256,
)
from warehouse.connections import open_for_writing
from warehouse.load import append_ops, load_run
from warehouse.queries import query_published

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    import polars as pl

    from warehouse.snapshots import SnapshotStore

COUNT_ISSUES = "select count(*) as issue_count from ops.issues"
AGED = "update ops.schema_versions set contract_fingerprint = 'ffffffffffffffff'"


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


def publish_text(
    store: SnapshotStore,
    text: str,
    paths: Sequence[str] = ("a.txt",),
    ledgers: Iterable[Mapping[str, pl.DataFrame]] = (),
) -> Path:
    """Run a whole cycle that loads a text with the figure ``5``.

    Args:
        store: Warehouse without documents.
        text: Text of the document.
        paths: Files that hold the text.
        ledgers: Rows of ``ops``, by table, that are added one after the other.
    """
    with store.writer():
        snapshot = store.begin()
        with open_for_writing(snapshot) as connection:
            files = [file_row(text, path) for path in paths]
            folder = store.path.with_name("rows")
            load_run(connection, load_plan(folder, [document_rows(text, "5")], files))
            for ledger in ledgers:
                append_ops(connection, ledger)
        return store.publish(snapshot, keep=5)


def numbers(store: SnapshotStore) -> list[int]:
    """Return the numbers of the kept snapshots."""
    return [snapshot.number for snapshot in store.snapshots()]


def rules(store: SnapshotStore) -> list[str]:
    """Return the rules of the issues that a reader sees, sorted."""
    return query_published(store.path, "select rule from ops.issues order by rule")[
        "rule"
    ].to_list()


def issue_count(path: Path) -> int:
    """Return the rows of the ledger that a reader sees."""
    count: int = query_published(path, COUNT_ISSUES).item()
    return count


def change_file(path: Path, *statements: str) -> None:
    """Change a published file behind the back of the store."""
    with duckdb.connect(path) as connection:
        for statement in statements:
            connection.execute(statement)


def age_file(path: Path, *statements: str) -> None:
    """Make a published file one of an older contract, then change it."""
    change_file(path, AGED, *statements)
