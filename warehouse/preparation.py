"""What a snapshot needs before a run changes it: tables, the marts of this code, the old ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warehouse.connections import open_for_writing
from warehouse.ddl import create_warehouse
from warehouse.history import carry_history
from warehouse.marts import create_marts

if TYPE_CHECKING:
    from pathlib import Path


def prepare_snapshot(snapshot: Path, older: Path | None) -> None:
    """Make a file ready for a run.

    Args:
        snapshot: Copy of a warehouse of the running contract, or a path where there is no file.
        older: Warehouse of an older contract whose history the fresh file takes over.

    Raises:
        EnvironmentFault: If the disk is full, a file is damaged, or a permission is missing.
    """
    is_fresh = not snapshot.exists()
    with open_for_writing(snapshot) as connection:
        if is_fresh:
            create_warehouse(connection)
        else:
            connection.execute("BEGIN")
            create_marts(connection)
            connection.execute("COMMIT")
        if older is not None:
            carry_history(connection, older)
