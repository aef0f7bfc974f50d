"""The warehouse against other processes, missing permissions and a full disk.

Each fault happens in a process of its own, because limits and users hold for a whole process.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.sample_rows import RUN_ID, Row, frame_of
from warehouse.connections import open_for_writing
from warehouse.load import append_ops
from warehouse.queries import open_published, query_published
from warehouse.snapshots import SnapshotStore

if TYPE_CHECKING:
    from collections.abc import Iterator

COUNT_ISSUES = "select count(*) as issue_count from ops.issues"
PROJECT = Path(__file__).parents[2]
NOBODY = 65534
ISSUE: Row = {
    "run_id": RUN_ID,
    "table_name": "core.figures",
    "row_key": "{}",
    "rule": "one",
    "detail": "odd",
}


def publish_issue(store: SnapshotStore, rule: str) -> Path:
    """Run a whole cycle that adds one row to the ledger."""
    with store.writer():
        snapshot = store.begin()
        with open_for_writing(snapshot) as connection:
            rows = frame_of("ops.issues", [ISSUE | {"rule": rule}])
            append_ops(connection, {"ops.issues": rows})
        return store.publish(snapshot, 5)


def start_python(code: str, *arguments: object) -> subprocess.Popen[str]:
    """Start another process of the project that runs the code."""
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), *map(str, arguments)],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def run_python(code: str, *arguments: object) -> str:
    """Return what another process of the project prints."""
    process = start_python(code, *arguments)
    output, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    return output.strip()


def line_of(process: subprocess.Popen[str]) -> str:
    """Return the next line that a process prints."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


@pytest.fixture
def store(tmp_path: Path) -> SnapshotStore:
    """Give a warehouse with one published snapshot."""
    store = SnapshotStore(tmp_path / "data" / "w.duckdb")
    publish_issue(store, "one")
    return store


HOLD_OPEN = """
    import sys
    import duckdb
    connection = duckdb.connect(sys.argv[1], read_only=True)
    count = "select count(*) from ops.issues"
    print(connection.execute(count).fetchone()[0], flush=True)
    sys.stdin.readline()
    print(connection.execute(count).fetchone()[0], flush=True)
"""


def test_reader_is_never_blocked_and_never_blocks(store: SnapshotStore) -> None:
    """A process that keeps the warehouse open sees its snapshot to the end; the run goes on."""
    reader = start_python(HOLD_OPEN, store.path)
    assert line_of(reader) == "1"

    publish_issue(store, "two")

    assert query_published(store.path, COUNT_ISSUES).item() == 2
    output, _ = reader.communicate("\n", timeout=60)
    assert output.strip() == "1"


def test_reader_opens_while_a_run_writes(store: SnapshotStore) -> None:
    """A process that comes in the middle of a run reads what was published before it."""
    with store.writer():
        snapshot = store.begin()
        with open_for_writing(snapshot) as connection:
            rows = frame_of("ops.issues", [ISSUE | {"rule": "two"}])
            append_ops(connection, {"ops.issues": rows})
            reader = start_python(HOLD_OPEN, store.path)
            reader_count = line_of(reader)
            reader.communicate("\n", timeout=60)

    assert reader_count == "1"


def test_reader_keeps_its_snapshot_when_it_is_deleted(store: SnapshotStore) -> None:
    """An old snapshot may be deleted under a reader, who does not notice."""
    with open_published(store.path) as connection:
        with store.writer():
            store.publish(store.begin(), keep=1)

        assert connection.execute(COUNT_ISSUES).fetchone() == (1,)
    assert [snapshot.number for snapshot in store.snapshots()] == [2]


def test_second_writer_in_another_process_is_told_who_holds_the_lock(
    store: SnapshotStore,
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
        store.path,
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

    refused = run_python(attempt, store.path)
    holder.kill()
    holder.communicate(timeout=60)

    assert refused == (
        f"Another run (process {holder.pid}) is writing {store.path}; "
        "wait until it ends and try again."
    )
    assert run_python(attempt, store.path) == "written"


def test_reader_names_a_foreign_writer(store: SnapshotStore) -> None:
    """Somebody who opened the published file for writing is named, with what to do."""
    holder = start_python(
        """
        import sys
        import duckdb
        connection = duckdb.connect(sys.argv[1])
        print("open", flush=True)
        sys.stdin.readline()
        """,
        store.published(),
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
        store.path,
    )
    holder.communicate("\n", timeout=60)

    assert f"is open for writing in process {holder.pid}; close it there" in message


FULL_DISK = """
    import resource, sys
    from pathlib import Path
    import polars as pl
    from tests.sample_rows import RUN_ID, frame_of
    from warehouse.connections import open_for_writing
    from warehouse.errors import EnvironmentFault
    from warehouse.load import append_ops
    from warehouse.snapshots import SnapshotStore

    store = SnapshotStore(Path(sys.argv[1]))
    size = store.published().stat().st_size
    limit = int(size * float(sys.argv[2]))
    issue = {"run_id": RUN_ID, "table_name": "t", "row_key": "{}", "detail": "d"}
    rows = [issue | {"rule": f"{n * 7919 % 1000003}-{n}" * 20} for n in range(20000)]
    issues = frame_of("ops.issues", rows)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        with store.writer():
            snapshot = store.begin()
            with open_for_writing(snapshot) as connection:
                append_ops(connection, {"ops.issues": issues})
            store.publish(snapshot, 5)
        print("published")
    except EnvironmentFault as error:
        print(error)
"""


@pytest.mark.parametrize("share", [0.5, 1.1], ids=["while_copying", "while_loading"])
def test_full_disk_leaves_the_published_warehouse_untouched(
    store: SnapshotStore, share: float
) -> None:
    """The run ends with one sentence, its snapshot is gone, and readers see what they saw."""
    before = sorted(file.name for file in store.folder.rglob("*"))

    message = run_python(FULL_DISK, store.path, share)

    assert message.startswith("The disk is full while writing ")
    assert message.endswith("free some space and try again.")
    assert query_published(store.path, COUNT_ISSUES).item() == 1
    assert sorted(file.name for file in store.folder.rglob("*")) == before


AS_NOBODY = """
    import os, sys
    from pathlib import Path
    from warehouse.errors import EnvironmentFault
    from warehouse.export import export_tables
    from warehouse.queries import query_published
    from warehouse.snapshots import SnapshotStore

    path = Path(sys.argv[1])
    query_published(path, "select 1")  # loads all modules while they can be read
    if os.getuid() == 0:
        os.setgid(int(sys.argv[2]))
        os.setuid(int(sys.argv[2]))
    print(query_published(path, "select count(*) as n from ops.issues").item())
    try:
        with SnapshotStore(path).writer():
            print("written")
    except EnvironmentFault as error:
        print(error)
    try:
        export_tables(path, path.parent / "export", "csv")
    except EnvironmentFault as error:
        print(error)
"""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Give a folder that an unprivileged user can reach; pytest's own ones are private."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def test_read_only_folder_can_be_read_and_is_refused_for_writing(open_folder: Path) -> None:
    """Without permission to write, queries still answer and a run says what is wrong."""
    store = SnapshotStore(open_folder / "data" / "w.duckdb")
    publish_issue(store, "one")
    (store.folder / "lock").unlink()
    for folder in (store.staging_folder, store.folder, store.path.parent):
        folder.chmod(0o555)

    try:
        count, refused, export = run_python(AS_NOBODY, store.path, NOBODY).splitlines()
    finally:
        for folder in (store.path.parent, store.folder, store.staging_folder):
            folder.chmod(0o755)

    assert count == "1"
    assert refused == (
        f"No permission for {store.folder / 'lock'}; "
        "change its owner or mode, or choose another path."
    )
    assert export.startswith(f"No permission for {store.path.parent / 'export'}; ")


def test_unreadable_warehouse_is_named(open_folder: Path) -> None:
    """A published file without permission to read is named, not taken for a missing one."""
    store = SnapshotStore(open_folder / "data" / "w.duckdb")
    published = publish_issue(store, "one")
    published.chmod(0)

    message = run_python(
        """
        import os, sys
        from pathlib import Path
        from warehouse.errors import EnvironmentFault
        from warehouse.queries import query_published
        if os.getuid() == 0:
            os.setuid(int(sys.argv[2]))
        try:
            query_published(Path(sys.argv[1]), "select 1")
        except EnvironmentFault as error:
            print(error)
        """,
        store.path,
        NOBODY,
    )

    assert message.startswith("No permission for ")


def test_killed_run_leaves_the_published_warehouse_and_the_next_run_works(
    store: SnapshotStore,
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
        store.path,
    )
    assert line_of(victim) == "writing"
    victim.kill()
    victim.communicate(timeout=60)
    assert query_published(store.path, COUNT_ISSUES).item() == 1

    publish_issue(store, "two")

    assert query_published(store.path, COUNT_ISSUES).item() == 2
    assert not list(store.folder.glob("next-*"))
    assert os.path.lexists(store.path)
