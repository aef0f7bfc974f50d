"""A warehouse whose user may not write, or not read, says so."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.processes import run_python
from tests.snapshot_cycles import publish_issue
from warehouse.snapshots import SnapshotStore

if TYPE_CHECKING:
    from collections.abc import Iterator

NOBODY = 65534
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
