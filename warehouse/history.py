"""What a rebuilt warehouse keeps of one with an older schema: the ledger and the list of files.

Everything else is derived from the texts, so the run that rebuilds extracts it anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import duckdb

from warehouse.ddl import quote_name, quote_table, quote_text
from warehouse.tables.ops import OPS_TABLES, SCHEMA_VERSIONS
from warehouse.tables.raw import DOCUMENT_FILES

if TYPE_CHECKING:
    from pathlib import Path

    from warehouse.contract import Table

CARRIED_TABLES: Final = (*(t for t in OPS_TABLES if t is not SCHEMA_VERSIONS), DOCUMENT_FILES)


def carry_history(connection: duckdb.DuckDBPyConnection, previous: Path) -> list[str]:
    """Copy the ledger and the list of files from an older warehouse into a fresh one.

    A table is copied where the older one still has all its required columns and its rows pass
    the checks; columns that the older one lacks become null.

    Args:
        connection: Writable connection to a fresh warehouse.
        previous: File of the older warehouse.

    Returns:
        Qualified names of the tables whose rows were copied.
    """
    connection.execute(f"ATTACH {quote_text(str(previous))} AS previous (READ_ONLY)")
    try:
        return [t.qualified_name for t in CARRIED_TABLES if _carry_table(connection, t)]
    finally:
        connection.execute("DETACH previous")


def _carry_table(connection: duckdb.DuckDBPyConnection, table: Table) -> bool:
    query = (
        "select column_name from duckdb_columns() where database_name = 'previous' "
        "and schema_name = $1 and table_name = $2"
    )
    rows = connection.execute(query, [table.schema, table.name]).fetchall()
    shared = [column for column in table.columns if (column.name,) in rows]
    if not rows or any(c not in shared and not c.nullable for c in table.columns):
        return False
    names = ", ".join(quote_name(column.name) for column in shared)
    target = quote_table(table)
    try:
        connection.execute(
            f"INSERT INTO {target} ({names}) SELECT {names} FROM previous.{target}"  # noqa: S608
        )
    except (duckdb.ConstraintException, duckdb.ConversionException):
        return False
    return True
