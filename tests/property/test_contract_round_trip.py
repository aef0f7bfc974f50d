"""Whatever the contract allows goes into DuckDB and comes back the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from tests.strategies import frames_of
from warehouse.ddl import quote_name, quote_table, render_table
from warehouse.load import insert_frame
from warehouse.tables import ALL_TABLES

if TYPE_CHECKING:
    import polars as pl

    from warehouse.contract import Table


@pytest.mark.parametrize("table", ALL_TABLES, ids=lambda table: table.qualified_name)
@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(data=st.data())
def test_contract_round_trip_keeps_every_value(table: Table, data: st.DataObject) -> None:
    """A frame that obeys the contract passes all checks of DuckDB and is read back equal."""
    frame = data.draw(frames_of(table))

    # A database of its own: no example can meet what an earlier one has left.
    with duckdb.connect() as connection:
        connection.execute(f"create schema {quote_name(table.schema)}")
        connection.execute(render_table(table))
        insert_frame(connection, table, frame)
        read_back: pl.DataFrame = connection.sql(f"from {quote_table(table)}").pl()

    assert_frame_equal(read_back.sort(table.key), frame.sort(table.key), check_exact=True)
