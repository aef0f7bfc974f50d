"""A disk that fills up while a run writes costs the run, not the warehouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.processes import run_python
from tests.snapshot_cycles import issue_count

if TYPE_CHECKING:
    from warehouse.snapshots import SnapshotStore

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
    published_store: SnapshotStore, share: float
) -> None:
    """The run ends with one sentence, its snapshot is gone, and readers see what they saw."""
    before = sorted(file.name for file in published_store.folder.rglob("*"))

    message = run_python(FULL_DISK, published_store.path, share)

    assert message.startswith("The disk is full while writing ")
    assert message.endswith("free some space and try again.")
    assert issue_count(published_store.path) == 1
    assert sorted(file.name for file in published_store.folder.rglob("*")) == before
