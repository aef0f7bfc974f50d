"""A run judges the tables of every layer; a broken seed stops it before anything is published."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from expectations.rules import RULES
from tests.flow_runs import build, exported_facts, last_run, write_texts
from tests.gate_rows import change_row
from warehouse import load
from warehouse.errors import GateError
from warehouse.queries import query_published
from warehouse.seeds import read_seed
from warehouse.tables.ref import UNITS

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl

    from warehouse.contract import Table

pytestmark = [
    pytest.mark.flow,
    pytest.mark.usefixtures("prefect_engine"),
    pytest.mark.filterwarnings("default"),
]
LAYERS = {"core", "mart", "ops", "raw", "ref"}
IN_EVERY_RUN = ("raw.", "core.")


def read_broken_seed(table: Table) -> pl.DataFrame:
    """Return a seed; of the units one row leads to no unit."""
    rows = read_seed(table)
    if table is not UNITS:
        return rows
    row = rows["unit_si"].is_not_null().arg_true()[0]
    return change_row(rows, row, {"unit_si": None})


def test_run_judges_every_layer_and_stops_over_a_broken_seed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rules of whole tables are judged with what they count; data stay when a seed is broken."""
    source, warehouse = write_texts(tmp_path / "in"), tmp_path / "w.duckdb"
    build(source, warehouse)
    judged = query_published(warehouse, "select table_name, expectation from ops.validations")
    before = exported_facts(warehouse, tmp_path / "before")

    write_texts(source, {"more.txt": "Some 12 trucks left.\n"})
    monkeypatch.setattr(load, "read_seed", read_broken_seed)
    with pytest.raises(GateError, match=r"ref\.units breaks factor_has_unit .*correct units\.csv"):
        build(source, warehouse)

    rules = {(rule.table, rule.name) for rule in RULES if rule.table.startswith(IN_EVERY_RUN)}
    assert rules - set(judged.iter_rows()) == set()
    assert {name.partition(".")[0] for name in judged["table_name"]} == LAYERS
    assert last_run(warehouse)["status"] == "failed_gate"
    assert exported_facts(warehouse, tmp_path / "after") == before
    failed = "select expectation from ops.validations where not is_success and table_name = $1"
    found = query_published(warehouse, failed, ["ref.units"])["expectation"]
    assert set(found) == {"factor_has_unit", "seed_row_unchanged"}
