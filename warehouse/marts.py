"""Views of the schema ``mart``: one file per view in ``marts/``, made for a question.

A view takes its name from its file and its comment from the file's header.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from warehouse.sql_files import SqlFile, read_sql_file, sql_folder

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def read_marts() -> list[SqlFile]:
    """Return all marts, sorted by name."""
    return [read_sql_file(path) for path in sorted(sql_folder("marts").glob("*.sql"))]


def create_marts(connection: DuckDBPyConnection) -> None:
    """Create the views of the schema ``mart`` anew, so that they match the running code.

    Args:
        connection: Writable connection to a database that has the tables of the contract.

    Raises:
        duckdb.BinderException: If a view names a column that is not there.
    """
    connection.execute("DROP SCHEMA IF EXISTS mart CASCADE; CREATE SCHEMA mart")
    for mart in read_marts():
        connection.execute(f'CREATE VIEW mart."{mart.name}" AS {mart.sql}')
        comment = f"{mart.question} Grain: {mart.grain}".replace("'", "''")
        connection.execute(f"COMMENT ON VIEW mart.\"{mart.name}\" IS '{comment}'")
