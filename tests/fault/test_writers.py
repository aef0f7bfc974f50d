"""One process writes at a time, and one that is killed leaves nothing behind."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tests.processes import line_of, run_python, start_python
from tests.snapshot_cycles import issue_count, publish_issue

if TYPE_CHECKING:
    from warehouse.snapshots import SnapshotStore


def test_second_writer_in_another_process_is_told_who_holds_the_lock(
    published_store: SnapshotStore,
) -> None:
    """Two runs never write at once, and a writer that dies leaves no lock behind."""
    holder = start_python(
        """
        import sys
        from pathlib import Path
        from warehouse.snapshots import SnapshotStore
        with SnapshotStore(Path(sys.argv[1])).writer():
            print("locked", flush=True)
            sys.stdin.readline()
        """,
        published_store.path,
    )
    assert line_of(holder) == "locked"
    attempt = """
        import sys
        from pathlib import Path
        from warehouse.errors import EnvironmentFault
        from warehouse.snapshots import SnapshotStore
        try:
            with SnapshotStore(Path(sys.argv[1])).writer():
                print("written")
        except EnvironmentFault as error:
            print(error)
    """

    refused = run_python(attempt, published_store.path)
    holder.kill()
    holder.communicate(timeout=60)

    assert refused == (
        f"Another run (process {holder.pid}) is writing {published_store.path}; "
        "wait until it ends and try again."
    )
    assert run_python(attempt, published_store.path) == "written"


def test_killed_run_leaves_the_published_warehouse_and_the_next_run_works(
    published_store: SnapshotStore,
) -> None:
    """A run that is killed in the middle of its transaction is as if it had never been."""
    victim = start_python(
        """
        import sys
        from pathlib import Path
        import duckdb
        from warehouse.snapshots import SnapshotStore
        store = SnapshotStore(Path(sys.argv[1]))
        with store.writer():
            connection = duckdb.connect(store.begin())
            connection.execute("begin")
            connection.execute("delete from ops.issues")
            print("writing", flush=True)
            sys.stdin.readline()
        """,
        published_store.path,
    )
    assert line_of(victim) == "writing"
    victim.kill()
    victim.communicate(timeout=60)
    assert issue_count(published_store.path) == 1

    publish_issue(published_store, "two")

    assert issue_count(published_store.path) == 2
    assert not list(published_store.folder.glob("next-*"))
    assert os.path.lexists(published_store.path)
