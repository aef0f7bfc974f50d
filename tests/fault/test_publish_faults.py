"""What goes wrong between the load and the switch leaves no trace that could be taken for data."""

from __future__ import annotations

import resource
from typing import TYPE_CHECKING

import pytest

from tests.snapshot_cycles import add_issue, numbers, publish_issue, rules
from warehouse.errors import EnvironmentFault, GateError
from warehouse.snapshots import SnapshotStore

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LONG_NAME = "w" * 250
"""A file and its folder can have this name, the temporary link of the switch cannot."""


@pytest.fixture
def store(tmp_path: Path) -> SnapshotStore:
    """Give the store of a warehouse that does not exist yet."""
    return SnapshotStore(tmp_path / "w.duckdb")


@pytest.fixture
def unswitchable(tmp_path: Path) -> SnapshotStore:
    """Give a store whose link can never be switched."""
    return SnapshotStore(tmp_path / LONG_NAME)


@pytest.fixture
def size_limit() -> Iterator[tuple[int, int]]:
    """Restore the largest size of a file that this process may write; it stands for a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield before
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def names(store: SnapshotStore) -> list[str]:
    """Return the names of all files of a warehouse, sorted."""
    return sorted(file.name for file in store.folder.iterdir())


def test_begin_never_continues_a_refused_snapshot(store: SnapshotStore) -> None:
    """What an earlier attempt wrote before it was refused is not published with the next."""
    with store.writer():
        add_issue(store.begin(), "refused")
        snapshot = store.begin()
        add_issue(snapshot, "good")
        store.publish(snapshot, 5)

    assert rules(store) == ["good"]


def test_snapshot_of_a_failed_block_is_deleted(store: SnapshotStore) -> None:
    """A run that is refused after its load leaves no file behind."""
    msg = "refused"
    with store.writer():
        snapshot = store.begin()

        with pytest.raises(GateError, match=msg), store.discarded_on_error(snapshot):
            raise GateError(msg)

        assert not snapshot.exists()


def test_failed_switch_leaves_no_snapshot_to_roll_back_to(unswitchable: SnapshotStore) -> None:
    """The run's file goes with the run, and the message names the warehouse."""
    with pytest.raises(EnvironmentFault) as caught:
        publish_issue(unswitchable, "a")

    assert str(caught.value).startswith(f"{unswitchable.path} cannot be used: ")
    assert names(unswitchable) == ["lock", "staging"]


def test_failed_switch_leaves_a_copied_warehouse_alone(
    unswitchable: SnapshotStore, store: SnapshotStore
) -> None:
    """A plain file that was to be replaced stays, without a second copy of it."""
    publish_issue(store, "a").rename(unswitchable.path)

    with pytest.raises(EnvironmentFault):
        publish_issue(unswitchable, "b")

    assert rules(unswitchable) == ["a"]
    assert numbers(unswitchable) == []


def test_copied_warehouse_is_adopted_whole_or_not_at_all(
    store: SnapshotStore, size_limit: tuple[int, int]
) -> None:
    """A disk that fills up while the plain file is copied leaves no half snapshot."""
    publish_issue(store, "a").rename(store.path)

    def fill_disk_before_the_switch() -> None:
        with store.writer():
            snapshot = store.begin()
            resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, size_limit[1]))
            try:
                store.publish(snapshot, 5)
            finally:
                assert numbers(store) == []
                resource.setrlimit(resource.RLIMIT_FSIZE, size_limit)

    with pytest.raises(EnvironmentFault, match="The disk is full"):
        fill_disk_before_the_switch()
    assert names(store) == ["lock", "staging"]
    assert rules(store) == ["a"]


def test_writer_removes_the_links_of_killed_switches(store: SnapshotStore) -> None:
    """A process that died before its switch left a hidden link; files of others stay."""
    publish_issue(store, "a")
    stale, other = store.path.parent / ".w.duckdb.4711.link", store.path.parent / ".x.4711.link"
    for link in (stale, other):
        link.symlink_to("nowhere")

    with store.writer():
        pass

    assert not stale.is_symlink()
    assert other.is_symlink()
