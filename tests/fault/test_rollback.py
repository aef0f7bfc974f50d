"""An earlier snapshot can be published again, and nothing is lost by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.snapshot_cycles import issue_count, numbers, publish_issue
from warehouse.errors import EnvironmentFault, UsageError

if TYPE_CHECKING:
    from warehouse.snapshots import SnapshotStore


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
