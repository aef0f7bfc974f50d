"""What a run takes over from a warehouse of another contract, and what it refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.sample_rows import frame_of
from tests.snapshot_cycles import (
    age_file,
    change_file,
    issue,
    issue_count,
    publish_issue,
    publish_text,
)
from warehouse.errors import EnvironmentFault
from warehouse.known_state import read_known_state
from warehouse.queries import query_published

if TYPE_CHECKING:
    from pathlib import Path

    from warehouse.snapshots import SnapshotStore

TEXT = "The court fined 5 of them."


def publish_text_and_issue(store: SnapshotStore) -> Path:
    """Run a whole cycle that loads a text and adds one row to the ledger."""
    issues = frame_of("ops.issues", [issue("one")])
    return publish_text(store, TEXT, ledgers=[{"ops.issues": issues}])


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


def test_older_contract_is_rebuilt_with_its_ledger(store: SnapshotStore) -> None:
    """The next run starts afresh; the ledger and the list of files are carried over."""
    age_file(publish_text_and_issue(store), "create or replace table ops.runs (run_id varchar)")
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
def test_too_old_warehouse_is_left_whole(store: SnapshotStore, lacking: str) -> None:
    """Without readable texts the list of files is not carried over: it would point to nothing."""
    age_file(
        publish_text_and_issue(store),
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
