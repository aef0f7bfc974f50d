"""Whatever the contract allows goes into DuckDB and comes back the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from tests.strategies import frames_of
from warehouse.ddl import create_warehouse, quote_table
from warehouse.load import insert_frame
from warehouse.tables import ALL_TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    import polars as pl

    from warehouse.contract import Table


@pytest.fixture(scope="module")
def warehouse() -> Iterator[duckdb.DuckDBPyConnection]:
    """Give one empty warehouse in memory; each example undoes what it wrote."""
    with duckdb.connect() as connection:
        create_warehouse(connection)
        connection.execute("delete from ops.schema_versions")
        yield connection


@pytest.mark.parametrize("table", ALL_TABLES, ids=lambda table: table.qualified_name)
@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_contract_round_trip_keeps_every_value(
    table: Table, data: st.DataObject, warehouse: duckdb.DuckDBPyConnection
) -> None:
    """A frame that obeys the contract passes all checks of DuckDB and is read back equal."""
    frame = data.draw(frames_of(table))

    warehouse.execute("begin")
    try:
        insert_frame(warehouse, table, frame)
        read_back: pl.DataFrame = warehouse.sql(f"from {quote_table(table)}").pl()
    finally:
        warehouse.execute("rollback")

    assert_frame_equal(read_back.sort(table.key), frame.sort(table.key), check_exact=True)
