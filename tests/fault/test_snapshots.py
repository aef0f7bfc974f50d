"""Snapshots are switched whole, kept, and written by one run at a time."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from tests.snapshot_cycles import COUNT_ISSUES, issue_count, numbers, publish_issue
from warehouse.errors import EnvironmentFault
from warehouse.snapshots import SnapshotStore


def test_publish_makes_a_relative_link_to_the_first_snapshot(store: SnapshotStore) -> None:
    """The path of the user is a link into its own folder, so both can be moved together."""
    final = publish_issue(store, "one")

    assert store.path.readlink() == Path("w.duckdb.d/snapshot-000001.duckdb")
    assert store.published() == final.resolve()
    assert issue_count(store.path) == 1


def test_published_file_opens_in_plain_duckdb(store: SnapshotStore) -> None:
    """Any DuckDB of the version opens the link and the file, with the marts."""
    final = publish_issue(store, "one")

    for path in (store.path, final):
        with duckdb.connect(path, read_only=True) as connection:
            assert connection.execute(COUNT_ISSUES).fetchone() == (1,)
            assert connection.execute("from mart.figure_ledger").fetchall() == []


def test_begin_copies_the_published_snapshot(store: SnapshotStore) -> None:
    """A run adds to what the one before published, which itself does not change."""
    first = publish_issue(store, "one")
    before = first.read_bytes()

    publish_issue(store, "two")

    assert issue_count(store.path) == 2
    assert first.read_bytes() == before


def test_publish_keeps_the_newest_snapshots(store: SnapshotStore) -> None:
    """Older ones than asked for are deleted."""
    for rule in ("one", "two", "three", "four"):
        publish_issue(store, rule, keep=2)

    assert numbers(store) == [3, 4]


def test_writer_leaves_nothing_unpublished(store: SnapshotStore) -> None:
    """A run that fails deletes its snapshot; readers see what they saw."""
    publish_issue(store, "one")

    def fail() -> None:
        with store.writer():
            store.begin()
            msg = "stop"
            raise RuntimeError(msg)

    with pytest.raises(RuntimeError, match="stop"):
        fail()
    assert sorted(file.name for file in store.folder.iterdir()) == [
        "lock",
        "snapshot-000001.duckdb",
        "staging",
    ]
    assert issue_count(store.path) == 1


def test_writer_deletes_what_a_killed_run_left(store: SnapshotStore) -> None:
    """The next run clears the leftovers of one that could not."""
    publish_issue(store, "one")
    leftover = store.folder / "next-000002.duckdb"
    leftover.write_bytes(b"half")

    with store.writer():
        assert not leftover.exists()


def test_begin_outside_writer_is_refused(store: SnapshotStore) -> None:
    """Nobody changes snapshots without the lock."""
    with pytest.raises(RuntimeError, match=r"inside the block of SnapshotStore\.writer"):
        store.begin()


def test_writer_refuses_a_second_one(store: SnapshotStore) -> None:
    """The second run is told who holds the lock."""
    with (
        store.writer(),
        pytest.raises(EnvironmentFault, match=r"Another run \(process \d+\) is writing"),
        SnapshotStore(store.path).writer(),
    ):
        pass


def test_writer_can_be_taken_again(store: SnapshotStore) -> None:
    """The lock is free after the block, also after an error."""
    with pytest.raises(KeyError), store.writer():
        raise KeyError

    with store.writer():
        assert store.staging_folder.is_dir()


def test_publish_refuses_an_open_snapshot(store: SnapshotStore) -> None:
    """A file with unwritten changes never becomes the published one."""
    with store.writer():
        snapshot = store.begin()
        connection = duckdb.connect(snapshot)
        connection.execute("create table core.extra (a integer)")

        with pytest.raises(EnvironmentFault, match="unwritten changes"):
            store.publish(snapshot, 5)

        connection.close()
    assert store.published() is None
