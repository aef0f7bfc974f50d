"""What may lie at the path of a warehouse: links, copies, folders, foreign and damaged files."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.snapshot_cycles import COUNT_ISSUES, change_file, issue_count, numbers, publish_issue
from warehouse.errors import EnvironmentFault
from warehouse.queries import query_published
from warehouse.snapshots import SnapshotStore

if TYPE_CHECKING:
    from pathlib import Path

FIRST_BLOCK = 12_288
BLOCK_BYTES = 262_144
"""Layout of a DuckDB file: three headers, then blocks."""


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
    """Flipped bytes inside a good file are noticed, not answered around."""
    final = publish_issue(store, "one")
    data = bytearray(final.read_bytes())
    # which block holds what depends on the tables of the contract: each one is damaged
    for start in range(FIRST_BLOCK, len(data), BLOCK_BYTES):
        data[start + 64 : start + 512] = b"\xff" * 448
    final.write_bytes(data)

    with pytest.raises(EnvironmentFault, match="is no readable DuckDB file"):
        query_published(store.path, COUNT_ISSUES)
