"""Carries a new resolution into the rows of documents that a run does not read again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from warehouse.connections import registered
from warehouse.ddl import quote_name, quote_table
from warehouse.entity_links import LINKED_TABLES, entity_links
from warehouse.tables.entities import DOCUMENT_ENTITIES

if TYPE_CHECKING:
    import polars as pl
    from duckdb import DuckDBPyConnection

RESOLVED: Final = ("entity_id", "resolution_rule")


def relink_documents(connection: DuckDBPyConnection, resolved: pl.DataFrame) -> None:
    """Set the entities of all rows as resolution has them now.

    Args:
        connection: Writable connection, inside the transaction of a load.
        resolved: document_id, entity_index, entity_id and resolution_rule of the things that
            changed, one row each.
    """
    if resolved.is_empty():
        return
    with registered(connection, "resolved", resolved):
        _update(connection, quote_table(DOCUMENT_ENTITIES), ("entity_index", "entity_id"), RESOLVED)
        for table in LINKED_TABLES:
            for pair in entity_links(table):
                _update(connection, quote_table(table), pair, ("entity_id",))


def _update(
    connection: DuckDBPyConnection, table: str, pair: tuple[str, str], values: tuple[str, ...]
) -> None:
    index, target = map(quote_name, pair)
    sets = ", ".join(
        f"{target if value == 'entity_id' else value} = resolved.{value}" for value in values
    )
    match = f"linked.{index} = resolved.entity_index"
    connection.execute(
        f"UPDATE {table} AS linked SET {sets} FROM resolved "  # noqa: S608 - our names
        f"WHERE linked.document_id = resolved.document_id AND {match}"
    )
