"""Whose file is it, and which contract does it follow: checked before anything else is read."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import duckdb

from warehouse.ddl import contract_fingerprint
from warehouse.errors import EnvironmentFault
from warehouse.tables import SCHEMA_VERSION

if TYPE_CHECKING:
    from pathlib import Path


class SchemaState(StrEnum):
    """How the contract of a file relates to that of the running code."""

    CURRENT = "current"
    OLDER = "older"


def schema_state(connection: duckdb.DuckDBPyConnection, path: Path) -> SchemaState:
    """Return whether a warehouse follows the running contract or an older one.

    The same version with other table definitions counts as older: it is rebuilt, never misread.

    Args:
        connection: Connection to the file.
        path: The file, for the message.

    Raises:
        EnvironmentFault: If the file is no warehouse of ours or belongs to a newer tallybook.
    """
    version = _read_version(connection)
    if version is None:
        msg = f"{path} is a DuckDB file but no tallybook warehouse; choose another path."
        raise EnvironmentFault(msg)
    if version > SCHEMA_VERSION:
        msg = (
            f"{path} was written by a newer tallybook (schema {version}, this one knows "
            f"{SCHEMA_VERSION}); update tallybook or choose another path."
        )
        raise EnvironmentFault(msg)
    if version < SCHEMA_VERSION or not _has_our_fingerprint(connection):
        return SchemaState.OLDER
    return SchemaState.CURRENT


def require_current(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Refuse a warehouse that does not follow the running contract.

    Args:
        connection: Connection to the file.
        path: The file, for the message.

    Raises:
        EnvironmentFault: If the file is foreign, newer or older.
    """
    if schema_state(connection, path) is SchemaState.OLDER:
        msg = f"{path} was written by an older tallybook; `tallybook run` rebuilds it."
        raise EnvironmentFault(msg)


def _read_version(connection: duckdb.DuckDBPyConnection) -> int | None:
    query = "select max(schema_version) from ops.schema_versions"
    try:
        row = connection.execute(query).fetchone()
    except (duckdb.CatalogException, duckdb.BinderException):
        return None
    return int(row[0]) if row and row[0] is not None else None


def _has_our_fingerprint(connection: duckdb.DuckDBPyConnection) -> bool:
    query = "select contract_fingerprint from ops.schema_versions"
    return connection.execute(query).fetchall() == [(contract_fingerprint(),)]
