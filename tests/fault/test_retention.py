"""Which snapshots stay, and to which of them a rollback goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.snapshot_cycles import change_file, numbers, publish_issue, rules
from warehouse.errors import UsageError
from warehouse.queries import open_published
from warehouse.snapshots import SnapshotStore

if TYPE_CHECKING:
    from pathlib import Path

AGE = "update ops.schema_versions set contract_fingerprint = 'ffffffffffffffff'"


@pytest.fixture
def store(tmp_path: Path) -> SnapshotStore:
    """Give the store of a warehouse that does not exist yet."""
    return SnapshotStore(tmp_path / "w.duckdb")


@pytest.mark.parametrize("status", ["unchanged", "failed_gate", "failed"])
def test_runs_without_new_data_never_push_out_other_data(store: SnapshotStore, status: str) -> None:
    """However many of them follow, the state before the last change can be had back."""
    publish_issue(store, "a", keep=2)
    publish_issue(store, "b", keep=2)
    for rule in ("c", "d", "e"):
        publish_issue(store, rule, keep=2, status=status)

    assert numbers(store) == [1, 5]
    assert rules(store) == ["a", "b", "c", "d", "e"]
    store.rollback()
    assert rules(store) == ["a"]


def test_reader_keeps_the_snapshot_that_an_unchanged_run_replaces(store: SnapshotStore) -> None:
    """The file goes under a reader, who does not notice."""
    publish_issue(store, "a")
    with open_published(store.path) as connection:
        publish_issue(store, "b", status="unchanged")

        assert connection.execute("select count(*) from ops.issues").fetchone() == (1,)
    assert numbers(store) == [2]


def test_rebuild_never_replaces_the_snapshot_of_an_older_contract(store: SnapshotStore) -> None:
    """Its data are not in the rebuilt one, whatever the run says."""
    change_file(publish_issue(store, "a"), AGE)

    publish_issue(store, "b", status="unchanged")

    assert numbers(store) == [1, 2]


def test_unchanged_run_on_a_copied_warehouse_keeps_one_file(store: SnapshotStore) -> None:
    """A plain file that the link replaces is no other state when the data are the same."""
    publish_issue(store, "a").rename(store.path)

    publish_issue(store, "b", status="unchanged")

    assert len(numbers(store)) == 1
    assert rules(store) == ["a", "b"]


def test_rollback_never_returns_to_what_was_just_left(store: SnapshotStore) -> None:
    """After a rollback and a new run, the state before that run comes back, not the refused one."""
    for rule in ("a", "bad"):
        publish_issue(store, rule)
    store.rollback()
    publish_issue(store, "c")
    assert rules(store) == ["a", "c"]

    store.rollback()

    assert rules(store) == ["a"]


def test_rollback_finds_its_state_under_a_later_number(store: SnapshotStore) -> None:
    """An unchanged run after a rollback gives the old state a new number; it is still found."""
    for rule in ("a", "b"):
        publish_issue(store, rule)
    store.rollback()
    publish_issue(store, "c", status="unchanged")
    assert numbers(store) == [2, 3]
    store.rollback(2)

    store.rollback()

    assert rules(store) == ["a", "c"]


def test_rollback_goes_to_the_nearest_kept_ancestor(store: SnapshotStore) -> None:
    """When the state before is not kept, the one before that is."""
    publish_issue(store, "a")
    second = publish_issue(store, "b")
    publish_issue(store, "c")
    second.unlink()

    store.rollback()

    assert rules(store) == ["a"]


def test_rollback_without_kept_ancestor_asks_for_a_number(store: SnapshotStore) -> None:
    """A state that the published one was not made from is never chosen for the user."""
    first = publish_issue(store, "a")
    publish_issue(store, "bad")
    store.rollback()
    publish_issue(store, "c")
    first.unlink()

    with pytest.raises(UsageError, match=r"no earlier snapshot to roll back to; kept: 2, 3\."):
        store.rollback()


def test_rollback_repairs_a_damaged_published_file(store: SnapshotStore) -> None:
    """A file that cannot tell what it was made from is left for the number before."""
    publish_issue(store, "a")
    publish_issue(store, "b").write_bytes(b"junk" * 5000)

    store.rollback()

    assert rules(store) == ["a"]
