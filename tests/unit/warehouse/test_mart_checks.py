"""The marts keep their stated keys, and a join that repeats rows is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.sample_rows import document_rows, file_row, load_plan
from warehouse.load import load_run
from warehouse.mart_checks import MartOutcome, check_marts
from warehouse.marts import read_marts
from warehouse.tables import TABLES_BY_NAME

if TYPE_CHECKING:
    from pathlib import Path

    from duckdb import DuckDBPyConnection

TEXT = "Police stopped 5 boats."
TWICE = """
    create or replace view mart.figure_ledger as
    select figures.* from core.figures as figures cross join range(2)
"""


def outcomes(connection: DuckDBPyConnection) -> dict[str, MartOutcome]:
    """Return what is counted in each mart, by its name."""
    return {outcome.mart.name: outcome for outcome in check_marts(connection)}


@pytest.fixture
def loaded(warehouse: DuckDBPyConnection, tmp_path: Path) -> DuckDBPyConnection:
    """Give a warehouse with one document and one figure."""
    load_run(warehouse, load_plan(tmp_path, [document_rows(TEXT, "5")], [file_row(TEXT, "a.txt")]))
    return warehouse


def test_marts_keep_their_keys(loaded: DuckDBPyConnection) -> None:
    """No mart of the package repeats a key or has rows beyond its base table."""
    found = outcomes(loaded)

    assert set(found) == {mart.name for mart in read_marts()}
    assert {name for name, outcome in found.items() if outcome.repeated_count} == set()
    assert {name for name, outcome in found.items() if outcome.surplus_count} == set()
    assert (found["figure_ledger"].row_count, found["figure_ledger"].base_count) == (1, 1)


def test_marts_of_an_empty_warehouse_are_sound(warehouse: DuckDBPyConnection) -> None:
    """Without rows there is nothing to repeat."""
    assert {outcome.repeated_count for outcome in check_marts(warehouse)} == {0}


def test_join_that_repeats_rows_is_found(loaded: DuckDBPyConnection) -> None:
    """A mart that shows a figure twice repeats its key and has more rows than figures."""
    loaded.execute(TWICE)
    figure_ids = loaded.execute("select figure_id from core.figures").fetchall()

    found = outcomes(loaded)["figure_ledger"]

    assert (found.repeated_count, found.surplus_count) == (1, 1)
    assert list(found.repeated_keys) == figure_ids


@pytest.mark.parametrize("mart", read_marts(), ids=lambda mart: mart.name)
def test_mart_states_key_and_base(warehouse: DuckDBPyConnection, mart: object) -> None:
    """The header of every mart names columns that it has, and a table of the contract."""
    (stated,) = [one for one in read_marts() if one == mart]
    columns = warehouse.sql(f"from mart.{stated.name}").columns

    assert stated.key
    assert set(stated.key) <= set(columns)
    assert stated.base is None or stated.base in TABLES_BY_NAME
