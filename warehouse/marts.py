"""Views of the schema ``mart``: one file per view in ``marts/``, made for a question.

A view takes its name from its file and its comment from the file's header. It may read others.
"""

from __future__ import annotations

import re
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING, Final

from warehouse.sql_files import SqlFile, read_sql_file, sql_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duckdb import DuckDBPyConnection

READ_MART: Final = re.compile(r"^(?!--).*\b(?:from|join) mart\.(\w+)", re.MULTILINE)


def read_marts() -> list[SqlFile]:
    """Return all marts, sorted by name."""
    return [read_sql_file(path) for path in sorted(sql_folder("marts").glob("*.sql"))]


def mart_names() -> list[str]:
    """Return the names of all marts, sorted."""
    return sorted(path.stem for path in sql_folder("marts").glob("*.sql"))


def in_reading_order(marts: Sequence[SqlFile]) -> list[SqlFile]:
    """Return marts so that each stands behind those that it reads.

    Args:
        marts: All marts, sorted by name.

    Raises:
        graphlib.CycleError: If marts read each other.
    """
    by_name = {mart.name: mart for mart in marts}
    read = {name: by_name.keys() & READ_MART.findall(mart.sql) for name, mart in by_name.items()}
    # sets have no order of their own; equal code must create the views in one order
    sorter = TopologicalSorter({name: sorted(names) for name, names in read.items()})
    return [by_name[name] for name in sorter.static_order()]


def create_marts(connection: DuckDBPyConnection) -> None:
    """Create the views of the schema ``mart`` anew, so that they match the running code.

    Args:
        connection: Writable connection to a database that has the tables of the contract.

    Raises:
        duckdb.BinderException: If a view names a column that is not there.
    """
    connection.execute("DROP SCHEMA IF EXISTS mart CASCADE; CREATE SCHEMA mart")
    for mart in in_reading_order(read_marts()):
        connection.execute(f'CREATE VIEW mart."{mart.name}" AS {mart.sql}')
        comment = f"{mart.question} Grain: {mart.grain}".replace("'", "''")
        connection.execute(f"COMMENT ON VIEW mart.\"{mart.name}\" IS '{comment}'")
