"""Runs the cases of the marts and questions: ``<name>/<case>/inputs.yml`` and ``expected.yml``.

Inputs give the columns that matter to the case; the others are null, or the zero of their type.
Keys may be readable words (``d1``), so the input tables have no checks. Expected rows give the
columns that matter; rows of a mart are in any order, those of a question in its own.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import polars as pl
import pytest
import yaml

from warehouse.contract import DType
from warehouse.ddl import quote_name, quote_table
from warehouse.marts import create_marts, read_marts
from warehouse.questions import question_names, read_question
from warehouse.tables import ALL_TABLES

if TYPE_CHECKING:
    from warehouse.contract import Column, Table

CASES = sorted(path.parent for path in Path(__file__).parent.glob("*/*/inputs.yml"))
ZEROS = {
    DType.TEXT: "",
    DType.INTEGER: 0,
    DType.DECIMAL: Decimal(0),
    DType.FLOAT: 0.0,
    DType.BOOLEAN: False,
    DType.DATE: date(2000, 1, 1),
    DType.TIMESTAMP: datetime(2000, 1, 1),  # noqa: DTZ001 - stored as naive UTC
}


def input_frame(table: Table, rows: list[dict[str, Any]]) -> pl.DataFrame:
    """Return the rows of a case as a frame with all columns of the table."""
    unknown = {name for row in rows for name in row} - set(table.column_names)
    assert not unknown, f"{table.qualified_name} has no column {unknown}"
    complete = [{c.name: input_value(c, row) for c in table.columns} for row in rows]
    return pl.DataFrame(complete, schema=table.polars_schema, orient="row")


def input_value(column: Column, row: dict[str, Any]) -> object:
    """Return the value of a case, or null, or the zero of the type."""
    value = row.get(column.name, None if column.nullable else ZEROS[column.dtype])
    return Decimal(str(value)) if column.dtype is DType.DECIMAL and value is not None else value


def load_inputs(connection: duckdb.DuckDBPyConnection, inputs: dict[str, Any]) -> None:
    """Create all tables with the rows of a case, and the marts over them."""
    assert set(inputs) <= {table.qualified_name for table in ALL_TABLES}
    for table in ALL_TABLES:
        connection.execute(f"create schema if not exists {quote_name(table.schema)}")
        connection.register("rows", input_frame(table, inputs.get(table.qualified_name, [])))
        connection.execute(f"create table {quote_table(table)} as from rows")
        connection.unregister("rows")
    create_marts(connection)


def actual_rows(connection: duckdb.DuckDBPyConnection, name: str) -> list[dict[str, Any]]:
    """Return what a mart or question answers, decimals as plain numbers."""
    sql = read_question(name).sql if name in question_names() else f"from mart.{name}"
    rows = connection.sql(sql).pl().to_dicts()
    return [
        {key: float(value) if isinstance(value, Decimal) else value for key, value in row.items()}
        for row in rows
    ]


def is_expected(row: dict[str, Any], expected: dict[str, Any]) -> bool:
    """Return True when a row has all values that the case names."""
    assert set(expected) <= set(row), f"no column {set(expected) - set(row)}"
    return all(row[name] == value for name, value in expected.items())


def in_order_of(expected: list[dict[str, Any]], rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return rows in the order of the expected ones that they match; the others come last."""
    left, matched = list(rows), []
    for wanted in expected:
        index = next((n for n, row in enumerate(left) if is_expected(row, wanted)), None)
        if index is not None:
            matched.append(left.pop(index))
    return matched + left


@pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_sql_answers_as_the_case_says(case: Path) -> None:
    """Rows in, rows out, as a reviewer reads them."""
    inputs = yaml.safe_load((case / "inputs.yml").read_text(encoding="utf-8"))
    expected = yaml.safe_load((case / "expected.yml").read_text(encoding="utf-8"))

    with duckdb.connect() as connection:
        load_inputs(connection, inputs)
        rows = actual_rows(connection, case.parent.name)

    if case.parent.name not in question_names():
        rows = in_order_of(expected, rows)
    assert len(rows) == len(expected), rows
    for row, wanted in zip(rows, expected, strict=True):
        assert {name: row[name] for name in wanted} == wanted


def test_every_mart_and_question_has_cases() -> None:
    """No SQL file goes without a case with rows and one without."""
    names = {mart.name for mart in read_marts()} | set(question_names())
    cases = {name: {case.name for case in CASES if case.parent.name == name} for name in names}

    assert {name for name, found in cases.items() if len(found) < 2} == set()
    assert {name for name, found in cases.items() if "empty_input" not in found} == set()
