"""Readers and a writer, in processes of their own, stay out of each other's way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.processes import line_of, run_python, start_python
from tests.sample_rows import frame_of
from tests.snapshot_cycles import COUNT_ISSUES, issue, issue_count, publish_issue
from warehouse.connections import open_for_writing
from warehouse.load import append_ops
from warehouse.queries import open_published

if TYPE_CHECKING:
    from warehouse.snapshots import SnapshotStore

HOLD_OPEN = """
    import sys
    import duckdb
    connection = duckdb.connect(sys.argv[1], read_only=True)
    count = "select count(*) from ops.issues"
    print(connection.execute(count).fetchone()[0], flush=True)
    sys.stdin.readline()
    print(connection.execute(count).fetchone()[0], flush=True)
"""


def test_reader_is_never_blocked_and_never_blocks(published_store: SnapshotStore) -> None:
    """A process that keeps the warehouse open sees its snapshot to the end; the run goes on."""
    reader = start_python(HOLD_OPEN, published_store.path)
    assert line_of(reader) == "1"

    publish_issue(published_store, "two")

    assert issue_count(published_store.path) == 2
    output, _ = reader.communicate("\n", timeout=60)
    assert output.strip() == "1"


def test_reader_opens_while_a_run_writes(published_store: SnapshotStore) -> None:
    """A process that comes in the middle of a run reads what was published before it."""
    with published_store.writer():
        snapshot = published_store.begin()
        with open_for_writing(snapshot) as connection:
            rows = frame_of("ops.issues", [issue("two")])
            append_ops(connection, {"ops.issues": rows})
            reader = start_python(HOLD_OPEN, published_store.path)
            reader_count = line_of(reader)
            reader.communicate("\n", timeout=60)

    assert reader_count == "1"


def test_reader_keeps_its_snapshot_when_it_is_deleted(published_store: SnapshotStore) -> None:
    """An old snapshot may be deleted under a reader, who does not notice."""
    with open_published(published_store.path) as connection:
        with published_store.writer():
            published_store.publish(published_store.begin(), keep=1)

        assert connection.execute(COUNT_ISSUES).fetchone() == (1,)
    assert [snapshot.number for snapshot in published_store.snapshots()] == [2]


def test_reader_names_a_foreign_writer(published_store: SnapshotStore) -> None:
    """Somebody who opened the published file for writing is named, with what to do."""
    holder = start_python(
        """
        import sys
        import duckdb
        connection = duckdb.connect(sys.argv[1])
        print("open", flush=True)
        sys.stdin.readline()
        """,
        published_store.published(),
    )
    assert line_of(holder) == "open"

    message = run_python(
        """
        import sys
        from pathlib import Path
        from warehouse.errors import EnvironmentFault
        from warehouse.queries import query_published
        try:
            query_published(Path(sys.argv[1]), "select 1")
        except EnvironmentFault as error:
            print(error)
        """,
        published_store.path,
    )
    holder.communicate("\n", timeout=60)

    assert f"is open for writing in process {holder.pid}; close it there" in message
