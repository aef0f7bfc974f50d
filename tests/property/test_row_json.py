"""The law of the ledger of refused rows: what its JSON says is the row itself, in every type."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from expectations.ledger import JudgedRows
from warehouse.contract import (
    DECIMAL_PRECISION,
    DECIMAL_SCALE,
    NUMERIC_TYPES,
    Column,
    DType,
    Table,
)
from warehouse.row_json import parse_row, rows_frame
from warehouse.tables import DOCUMENT_TABLES
from warehouse.tables.raw import DOCUMENTS

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

LARGEST_DECIMAL = 10**DECIMAL_PRECISION - 1
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
HOSTILE = st.sampled_from([*"\"'“\\\0\u2028", "nan", "null", "{}", "a\u0301", "🇺🇦"])
VALUES: dict[DType, SearchStrategy[Any]] = {
    DType.TEXT: TEXTS | HOSTILE,
    DType.INTEGER: st.integers(-(2**63), 2**63 - 1),
    DType.DECIMAL: st.integers(-LARGEST_DECIMAL, LARGEST_DECIMAL).map(
        lambda number: Decimal(f"{number}E-{DECIMAL_SCALE}")
    ),
    DType.FLOAT: st.floats(),
    DType.BOOLEAN: st.booleans(),
    DType.DATE: st.dates(date(1, 1, 1), date(9999, 12, 31)),
    DType.TIMESTAMP: st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 31)),  # noqa: DTZ001 - as stored
}
"""Anything that a column of the type can hold: refused rows obey nothing but their types."""
EVERY_TYPE = Table(
    schema="core",
    name="every_type",
    grain="one row",
    description="One column of each type, also of those that no document table has.",
    columns=tuple(
        Column(
            name=f"{dtype}_value",
            dtype=dtype,
            unit="rows" if dtype in NUMERIC_TYPES else None,
            description="Any value.",
        )
        for dtype in DType
    ),
    key=("text_value",),
)


def refused_frames(table: Table) -> SearchStrategy[pl.DataFrame]:
    """Return a strategy for frames of the table's types, null anywhere."""
    row = st.tuples(*(st.none() | VALUES[column.dtype] for column in table.columns))
    return st.lists(row, min_size=1, max_size=3).map(
        lambda rows: pl.DataFrame(rows, schema=table.polars_schema, orient="row")
    )


TABLES = (EVERY_TYPE, DOCUMENTS, *DOCUMENT_TABLES)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.qualified_name)
@given(data=st.data())
@settings(max_examples=25)
def test_row_survives_its_json(table: Table, data: st.DataObject) -> None:
    """A refused row of any document table comes back from the ledger as it was."""
    frame = data.draw(refused_frames(table))
    rows = JudgedRows(table=table, frame=frame)

    texts = [rows.json_of(position) for position in range(frame.height)]
    parsed = rows_frame(table, [parse_row(table, text) for text in texts])

    assert_frame_equal(parsed, frame, check_exact=True)
