"""Rows for tests of views: only the columns that matter, in tables of the contract."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

import duckdb

from warehouse.ddl import create_warehouse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import ModuleType

    import polars as pl
    import pytest

TABLES = (
    "raw.documents",
    "raw.document_files",
    "core.sentences",
    "core.entities",
    "core.entity_mentions",
    "core.figures",
    "core.relations",
    "core.roles",
    "ops.runs",
    "ops.file_outcomes",
    "ops.entity_changes",
)
"""What the views read, below their marts."""


@cache
def loose_warehouse() -> duckdb.DuckDBPyConnection:
    """Return a warehouse without rows in which every column may be null."""
    connection = duckdb.connect()
    create_warehouse(connection)
    for table in TABLES:
        connection.execute(f"create or replace table {table} as from {table}")
    return connection


@contextmanager
def changing_warehouse() -> Iterator[duckdb.DuckDBPyConnection]:
    """Give that warehouse; what is done to it is undone at the end."""
    connection = loose_warehouse()
    connection.execute("begin")
    yield connection
    connection.execute("rollback")


def add(connection: duckdb.DuckDBPyConnection, table: str, **values: object) -> None:
    """Add a row; the columns that are not given are null."""
    columns = ", ".join(f"? as {name}" for name in values)
    connection.execute(f"insert into {table} by name select {columns}", list(values.values()))


def add_entity(connection: duckdb.DuckDBPyConnection, entity_id: str, **values: object) -> None:
    """Add an entity that is not hidden and named once, unless the values say otherwise."""
    usual = {
        "entity_name": entity_id,
        "label": "ORG",
        "is_hidden": False,
        "mention_count": 1,
        "document_count": 1,
    }
    add(connection, "core.entities", entity_id=entity_id, **{**usual, **values})


def add_figure(connection: duckdb.DuckDBPyConnection, figure_id: str, **values: object) -> None:
    """Add a figure of document d1, exactly 5 people killed, unless the values say otherwise."""
    usual = {
        "document_id": "d1",
        "start_char": 0,
        "end_char": 1,
        "figure_text": "5",
        "kind": "count",
        "low": 5,
        "high": 5,
        "qualifier": "exact",
        "counted_text": "men",
        "counted_head": "man",
        "category": "people_killed",
        "modality": "asserted",
        "sentence_index": 0,
    }
    add(connection, "core.figures", figure_id=figure_id, **{**usual, **values})


def add_document(connection: duckdb.DuckDBPyConnection, document_id: str, text: str) -> None:
    """Add an untitled document of one sentence, which two files hold."""
    add(
        connection,
        "raw.documents",
        document_id=document_id,
        text=text,
        char_count=len(text),
    )
    for path in ("b.txt", "a.txt"):
        add(
            connection,
            "raw.document_files",
            source="s",
            path=f"{document_id}/{path}",
            record_index=0,
            document_id=document_id,
        )
    add(
        connection,
        "core.sentences",
        document_id=document_id,
        sentence_index=0,
        start_char=0,
        end_char=len(text),
    )


def read_from(
    connection: duckdb.DuckDBPyConnection, patch: pytest.MonkeyPatch, *modules: ModuleType
) -> None:
    """Let modules of the dashboard read from a connection instead of what is published."""

    def read(sql: str, parameters: Sequence[Any] = ()) -> pl.DataFrame:
        return connection.sql(sql, params=list(parameters) or None).pl()

    for module in modules:
        patch.setattr(module, "read", read)
