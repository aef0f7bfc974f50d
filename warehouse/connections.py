"""The only two ways in which a warehouse file is opened: read-only, or as the one writer.

No connection loads or installs extensions, so none ever reaches for the network.
"""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

import duckdb

from warehouse.faults import storage_faults

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import polars as pl

WRITE_CONFIG: Final[dict[str, str | bool | int | float | list[str]]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
READ_CONFIG: Final[dict[str, str | bool | int | float | list[str]]] = {
    **WRITE_CONFIG,
    "enable_external_access": False,
    "lock_configuration": True,
}


@contextmanager
def open_read_only(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a file for reading: no writing, no other files, no network, no change of settings.

    Args:
        path: Database file.

    Raises:
        EnvironmentFault: If it cannot be opened or is damaged.
    """
    with storage_faults(path):
        connection = duckdb.connect(path, read_only=True, config=READ_CONFIG)
        try:
            yield connection
        finally:
            connection.close()


@contextmanager
def open_for_writing(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a snapshot that is not published yet; on success everything is in the one file.

    Args:
        path: Snapshot from ``SnapshotStore.begin``, or a path where there is no file.

    Raises:
        EnvironmentFault: If the disk is full, the file is damaged, or a permission is missing.
    """
    with storage_faults(path):
        connection = duckdb.connect(path, config=WRITE_CONFIG)
        try:
            yield connection
            connection.execute("CHECKPOINT")
        finally:
            connection.close()


@contextmanager
def registered(
    connection: duckdb.DuckDBPyConnection, name: str, frame: pl.DataFrame
) -> Iterator[None]:
    """Let SQL inside the block read a frame by name.

    Args:
        connection: Any connection, also a read-only one.
        name: Name for SQL, unused so far.
        frame: What it stands for.
    """
    connection.register(name, frame)
    try:
        yield
    finally:
        # In a failed transaction nothing can be dropped; its own error must reach the caller.
        with suppress(duckdb.TransactionException):
            connection.unregister(name)
