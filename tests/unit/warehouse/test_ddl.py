"""The rendered DDL holds what the contract declares."""

from __future__ import annotations

import duckdb
import pytest

from tests.sample_rows import RUN_ID, document_row, figure_row, frame_of
from warehouse.ddl import contract_fingerprint, render_column
from warehouse.load import insert_frame
from warehouse.marts import read_marts
from warehouse.tables import ALL_TABLES, SCHEMA_VERSION, TABLES_BY_NAME
from warehouse.tables.core import ENTITIES

TEXT = "The court fined 5 of them."


def test_create_warehouse_makes_every_table_with_its_columns(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    """All tables of the contract exist with their columns in order."""
    for table in ALL_TABLES:
        described = warehouse.sql(f"describe {table.qualified_name}").fetchall()

        assert tuple(row[0] for row in described) == table.column_names


def test_create_warehouse_comments_tables_and_columns(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    """Nobody who opens the file needs the data dictionary: no comment is missing."""
    count = sum(len(table.columns) for table in ALL_TABLES)
    commented = warehouse.execute(
        "select count(*) from duckdb_columns() where comment is not null and not internal"
    ).fetchone()

    assert commented == (count,)


def test_create_warehouse_makes_every_mart(warehouse: duckdb.DuckDBPyConnection) -> None:
    """Each file in marts/ is a view of the schema mart that can be read when it is empty."""
    for mart in read_marts():
        assert warehouse.sql(f"from mart.{mart.name}").fetchall() == []


def test_create_warehouse_marks_the_file_as_ours(warehouse: duckdb.DuckDBPyConnection) -> None:
    """The schema version and the fingerprint of the contract are written down."""
    query = "select schema_version, contract_fingerprint from ops.schema_versions"

    assert warehouse.execute(query).fetchall() == [(SCHEMA_VERSION, contract_fingerprint())]


def test_render_column_writes_bounds_once() -> None:
    """Bounds of the contract become CHECK conditions."""
    assert render_column(ENTITIES.column("latitude")) == (
        '"latitude" DOUBLE CHECK ("latitude" >= -90) CHECK ("latitude" <= 90)'
    )


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("kind", "amount"),
        ("start_char", -1),
        ("figure_id", "0123456789abcdeg"),
        ("figure_id", "0123456789abcdef\n"),
        ("rule", None),
    ],
    ids=["vocabulary", "minimum", "pattern", "pattern_matches_whole_value", "not_null"],
)
def test_tables_refuse_a_value_outside_the_contract(
    warehouse: duckdb.DuckDBPyConnection, column: str, value: object
) -> None:
    """DuckDB itself keeps a bad value out, whoever writes it."""
    bad = frame_of("core.figures", [figure_row(TEXT, "5") | {column: value}])

    with pytest.raises(duckdb.ConstraintException):
        insert_frame(warehouse, TABLES_BY_NAME["core.figures"], bad)


def test_tables_refuse_a_repeated_key(warehouse: duckdb.DuckDBPyConnection) -> None:
    """The primary key holds."""
    documents = frame_of("raw.documents", [document_row(TEXT), document_row(TEXT)])

    with pytest.raises(duckdb.ConstraintException):
        insert_frame(warehouse, TABLES_BY_NAME["raw.documents"], documents)


def test_run_id_matches_its_pattern(warehouse: duckdb.DuckDBPyConnection) -> None:
    """The pattern with digits means the same in DuckDB as in Python."""
    matches = warehouse.execute(
        "select regexp_full_match($1, $2)",
        [RUN_ID, TABLES_BY_NAME["ops.runs"].column("run_id").pattern],
    ).fetchone()

    assert matches == (True,)
