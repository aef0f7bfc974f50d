"""Snapshots are switched whole, kept, rolled back, and never misread."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest

from tests.sample_rows import document_rows, file_row, frame_of, load_plan
from tests.snapshot_cycles import change_file, issue, numbers, publish_issue
from warehouse.connections import open_for_writing
from warehouse.errors import EnvironmentFault, UsageError
from warehouse.known_state import read_known_state
from warehouse.load import append_ops, load_run
from warehouse.queries import query_published
from warehouse.snapshots import SnapshotStore

TEXT = "The court fined 5 of them."
COUNT_ISSUES = "select count(*) as issue_count from ops.issues"


def issue_count(path: Path) -> int:
    """Return the rows of the ledger that a reader sees."""
    count: int = query_published(path, COUNT_ISSUES).item()
    return count


@pytest.fixture
def store(tmp_path: Path) -> SnapshotStore:
    """Give the store of a warehouse that does not exist yet, in a folder that does not either."""
    return SnapshotStore(tmp_path / "data" / "w.duckdb")


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


def test_rollback_publishes_the_snapshot_before(store: SnapshotStore) -> None:
    """Readers see the earlier state, and the later one can be had back."""
    publish_issue(store, "one")
    publish_issue(store, "two")

    store.rollback()
    assert issue_count(store.path) == 1

    store.rollback(2)
    assert issue_count(store.path) == 2


def test_begin_after_rollback_does_not_reuse_a_number(store: SnapshotStore) -> None:
    """A snapshot that was rolled back over is kept as it was."""
    publish_issue(store, "one")
    publish_issue(store, "two")
    store.rollback()

    publish_issue(store, "three")

    assert [(s.number, s.is_published) for s in store.snapshots()] == [
        (1, False),
        (2, False),
        (3, True),
    ]


def test_publish_after_rollback_never_deletes_the_published(store: SnapshotStore) -> None:
    """The published snapshot stays, however old it is."""
    for rule in ("one", "two", "three"):
        publish_issue(store, rule)
    store.rollback(1)

    with store.writer():
        store.publish(store.begin(), keep=1)

    assert numbers(store) == [4]


@pytest.mark.parametrize("number", [None, 7], ids=["before", "unknown"])
def test_rollback_lists_the_kept_snapshots(store: SnapshotStore, number: int | None) -> None:
    """A wrong number is answered with the right ones."""
    publish_issue(store, "one")

    with pytest.raises(UsageError, match=r"to roll back to; kept: 1\."):
        store.rollback(number)


def test_rollback_repairs_a_link_to_a_missing_file(store: SnapshotStore) -> None:
    """When the published file was deleted by hand, an earlier one can take its place."""
    publish_issue(store, "one")
    publish_issue(store, "two").unlink()
    with pytest.raises(EnvironmentFault, match="leads to a missing file; roll back"):
        store.published()

    store.rollback()

    assert issue_count(store.path) == 1


def test_published_refuses_a_folder(tmp_path: Path) -> None:
    """A folder is no warehouse."""
    with pytest.raises(EnvironmentFault, match="is a folder; give the path of a warehouse file"):
        SnapshotStore(tmp_path).published()


def test_store_refuses_a_circle_of_links(tmp_path: Path) -> None:
    """A link that leads to itself is named."""
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")

    with pytest.raises(EnvironmentFault, match="is a link that leads to itself"):
        SnapshotStore(tmp_path / "a")


def test_store_follows_the_links_of_users(store: SnapshotStore, tmp_path: Path) -> None:
    """A link to the warehouse stays a link; the snapshots stand beside the warehouse."""
    publish_issue(store, "one")
    link = tmp_path / "short.duckdb"
    link.symlink_to(store.path)

    publish_issue(SnapshotStore(link), "two")

    assert link.readlink() == store.path
    assert issue_count(store.path) == 2


def test_begin_adopts_a_copied_warehouse(store: SnapshotStore, tmp_path: Path) -> None:
    """A copy made with cp is a warehouse too; its state is kept as the first snapshot."""
    publish_issue(store, "one")
    copy = SnapshotStore(tmp_path / "copy.duckdb")
    shutil.copyfile(store.path, copy.path)

    publish_issue(copy, "two")

    assert (numbers(copy), issue_count(copy.path)) == ([1, 2], 2)
    copy.rollback()
    assert issue_count(copy.path) == 1


def test_begin_refuses_a_foreign_duckdb_file(tmp_path: Path) -> None:
    """A database of somebody else is neither read nor replaced."""
    path = tmp_path / "theirs.duckdb"
    change_file(path, "create table sales (a integer)")
    before = path.read_bytes()
    store = SnapshotStore(path)

    with store.writer(), pytest.raises(EnvironmentFault, match="no tallybook warehouse"):
        store.begin()
    with pytest.raises(EnvironmentFault, match="no tallybook warehouse"):
        query_published(path, "select 1")

    assert path.read_bytes() == before


def test_begin_refuses_a_damaged_file(tmp_path: Path) -> None:
    """Bytes that are no database are named as such and stay."""
    path = tmp_path / "junk.duckdb"
    path.write_bytes(b"junk" * 5000)
    store = SnapshotStore(path)

    with store.writer(), pytest.raises(EnvironmentFault, match="is no readable DuckDB file"):
        store.begin()
    with pytest.raises(EnvironmentFault, match="is no readable DuckDB file"):
        query_published(path, "select 1")

    assert path.read_bytes() == b"junk" * 5000


def test_query_refuses_a_file_with_a_damaged_block(store: SnapshotStore) -> None:
    """A flipped byte inside a good file is noticed, not answered around."""
    final = publish_issue(store, "one")
    data = bytearray(final.read_bytes())
    data[12288 + 64 : 12288 + 512] = b"\xff" * 448
    final.write_bytes(data)

    with pytest.raises(EnvironmentFault, match="is no readable DuckDB file"):
        query_published(store.path, COUNT_ISSUES)


def test_newer_schema_version_is_refused(store: SnapshotStore) -> None:
    """What a newer tallybook wrote is neither read nor rebuilt."""
    change_file(publish_issue(store, "one"), "update ops.schema_versions set schema_version = 99")

    with store.writer(), pytest.raises(EnvironmentFault, match=r"newer tallybook \(schema 99"):
        store.begin()
    with pytest.raises(EnvironmentFault, match="update tallybook"):
        query_published(store.path, "select 1")


def test_newer_schema_version_is_refused_whatever_its_columns(store: SnapshotStore) -> None:
    """The version is all that is read of a file from the future."""
    change_file(
        publish_issue(store, "one"),
        "create or replace table ops.schema_versions as select 99 as schema_version",
    )

    with pytest.raises(EnvironmentFault, match=r"newer tallybook \(schema 99"):
        query_published(store.path, "select 1")


def test_older_contract_is_rebuilt_with_its_ledger(store: SnapshotStore, tmp_path: Path) -> None:
    """The next run starts afresh; the ledger and the list of files are carried over."""
    with store.writer():
        snapshot = store.begin()
        with open_for_writing(snapshot) as connection:
            files = [file_row(TEXT, "a.txt")]
            load_run(connection, load_plan(tmp_path, [document_rows(TEXT, "5")], files))
            append_ops(connection, {"ops.issues": frame_of("ops.issues", [issue("one")])})
        final = store.publish(snapshot, 5)
    change_file(
        final,
        "update ops.schema_versions set contract_fingerprint = 'ffffffffffffffff'",
        "create or replace table ops.runs (run_id varchar)",
    )
    with pytest.raises(EnvironmentFault, match="`tallybook run` rebuilds it"):
        query_published(store.path, "select 1")
    known = read_known_state(store.path)

    with store.writer():
        assert store.needs_rebuild()
        store.publish(store.begin(), 5)

    counts = query_published(
        store.path,
        "select (select count(*) from raw.documents) as documents, "
        "(select count(*) from raw.document_files) as files, "
        "(select count(*) from ops.issues) as issues",
    )
    assert counts.rows() == [(0, 1, 1)]
    assert known.documents["extraction_fingerprint"].to_list() == [""]
    assert known.document_files["path"].to_list() == ["a.txt"]


@pytest.mark.parametrize("lacking", ["encoding", "byte_count", "text"])
def test_too_old_warehouse_is_left_whole(
    store: SnapshotStore, tmp_path: Path, lacking: str
) -> None:
    """Without readable texts the list of files is not carried over: it would point to nothing."""
    with store.writer():
        snapshot = store.begin()
        with open_for_writing(snapshot) as connection:
            files = [file_row(TEXT, "a.txt")]
            load_run(connection, load_plan(tmp_path, [document_rows(TEXT, "5")], files))
            append_ops(connection, {"ops.issues": frame_of("ops.issues", [issue("one")])})
        final = store.publish(snapshot, 5)
    change_file(
        final,
        "update ops.schema_versions set contract_fingerprint = 'ffffffffffffffff'",
        f"create table raw.kept as select * exclude ({lacking}) from raw.documents",
        "drop table raw.documents cascade",
        "alter table raw.kept rename to documents",
    )

    known = read_known_state(store.path)
    with store.writer():
        store.publish(store.begin(), 5)

    assert (known.document_files.height, known.documents.height) == (0, 0)
    assert query_published(store.path, "from raw.document_files").is_empty()
    assert issue_count(store.path) == 1


def test_read_known_state_is_empty_without_warehouse(store: SnapshotStore) -> None:
    """A first run knows nothing, and the frames have their columns all the same."""
    known = read_known_state(store.path)

    assert (known.document_files.height, known.documents.height) == (0, 0)
    assert known.documents.columns == ["document_id", "stated_metadata", "extraction_fingerprint"]


def test_read_known_state_reads_files_and_documents(store: SnapshotStore, tmp_path: Path) -> None:
    """A later run knows every file and what its document was extracted with."""
    with store.writer():
        snapshot = store.begin()
        with open_for_writing(snapshot) as connection:
            files = [file_row(TEXT, "b.txt"), file_row(TEXT, "a.txt")]
            load_run(connection, load_plan(tmp_path, [document_rows(TEXT, "5")], files))
        store.publish(snapshot, 5)

    known = read_known_state(store.path)

    assert known.document_files["path"].to_list() == ["a.txt", "b.txt"]
    assert known.documents["extraction_fingerprint"].to_list() == ["0123456789abcdef"]
