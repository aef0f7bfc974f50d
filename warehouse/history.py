"""What a rebuilt warehouse keeps of one with an older schema: the ledger and the list of files.

Everything else is derived from the texts, so the run that rebuilds extracts it anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import duckdb

from warehouse.contract import SQL_TYPES
from warehouse.ddl import quote_name, quote_table, quote_text
from warehouse.tables.ops import OPS_TABLES, SCHEMA_VERSIONS
from warehouse.tables.raw import DOCUMENT_FILES, DOCUMENTS

if TYPE_CHECKING:
    from pathlib import Path

    from warehouse.contract import Table

LEDGER_TABLES: Final = tuple(table for table in OPS_TABLES if table is not SCHEMA_VERSIONS)
STATE_COLUMNS: Final = {
    DOCUMENT_FILES: DOCUMENT_FILES.column_names,
    DOCUMENTS: ("document_id", "text", "byte_count", "encoding", "stated_metadata"),
}
"""What a run must read of an older warehouse to extract its documents anew."""
COLUMN_TYPES: Final = """
    select column_name, data_type
    from duckdb_columns()
    where database_name = $1 and schema_name = $2 and table_name = $3
"""


def tells_documents(connection: duckdb.DuckDBPyConnection, database: str) -> bool:
    """Return whether the files and texts of an older warehouse can be read as those of today.

    Otherwise neither is used: a list of files without their documents would point to nothing.

    Args:
        connection: Connection that has the older warehouse open.
        database: Its name in this connection.
    """
    return all(
        {(name, SQL_TYPES[table.column(name).dtype]) for name in names}
        <= set(connection.execute(COLUMN_TYPES, [database, table.schema, table.name]).fetchall())
        for table, names in STATE_COLUMNS.items()
    )


def carry_history(connection: duckdb.DuckDBPyConnection, previous: Path) -> list[str]:
    """Copy the ledger and the list of files from an older warehouse into a fresh one.

    A table is copied where the older one still has all its required columns and its rows pass
    the checks; columns that the older one lacks become null. The list of files goes only with texts
    that a run can read (``tells_documents``).

    Args:
        connection: Writable connection to a fresh warehouse.
        previous: File of the older warehouse.

    Returns:
        Qualified names of the tables whose rows were copied.
    """
    connection.execute(f"ATTACH {quote_text(str(previous))} AS previous (READ_ONLY)")
    try:
        has_files = tells_documents(connection, "previous")
        tables = (*LEDGER_TABLES, DOCUMENT_FILES) if has_files else LEDGER_TABLES
        return [t.qualified_name for t in tables if _carry_table(connection, t)]
    finally:
        connection.execute("DETACH previous")


def _carry_table(connection: duckdb.DuckDBPyConnection, table: Table) -> bool:
    rows = connection.execute(COLUMN_TYPES, ["previous", table.schema, table.name]).fetchall()
    present = {name for name, _ in rows}
    shared = [column for column in table.columns if column.name in present]
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
