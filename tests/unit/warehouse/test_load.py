"""A load changes what its plan says, all of it or nothing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import duckdb
import pytest
from polars.testing import assert_frame_equal

from tests.sample_rows import RUN_ID, Row, document_rows, file_row, frame_of, load_plan, sha256
from warehouse.errors import GateError
from warehouse.load import append_ops, count_rows, load_run
from warehouse.seeds import read_seed
from warehouse.tables.ref import UNITS

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl

ONE = "The court fined 5 of them."
TWO = "On Monday 5 boats sank."
ISSUE: Row = {
    "run_id": RUN_ID,
    "table_name": "core.figures",
    "row_key": "{}",
    "rule": "test",
    "detail": "odd",
}


def core_figures(connection: duckdb.DuckDBPyConnection) -> pl.DataFrame:
    """Return core.figures in the order of its key."""
    figures: pl.DataFrame = connection.sql("from core.figures order by figure_id").pl()
    return figures


def test_load_run_writes_documents_files_and_seeds(
    warehouse: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    """All tables of the plan are filled, and ref from the seeds."""
    load_run(warehouse, load_plan(tmp_path, [document_rows(ONE, "5")], [file_row(ONE, "a.txt")]))

    counts = count_rows(warehouse)
    assert (counts["raw.documents"], counts["core.figures"]) == (1, 1)
    assert counts["raw.document_files"] == 1
    assert counts["ref.units"] == read_seed(UNITS).height


def test_load_run_replaces_a_document(warehouse: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    """The rows of a replaced document go before its new ones come; others stay."""
    files = [file_row(ONE, "a.txt"), file_row(TWO, "b.txt")]
    plan = load_plan(tmp_path / "1", [document_rows(ONE, "5"), document_rows(TWO, "5")], files)
    load_run(warehouse, plan)
    changed = document_rows(ONE, "5")
    changed["core.figures"][0]["value"] = Decimal("5.5")

    load_run(warehouse, load_plan(tmp_path / "2", [changed], files, replaced=[ONE]))

    values = dict(warehouse.sql("select document_id, value from core.figures").fetchall())
    assert values == {sha256(ONE): Decimal("5.5"), sha256(TWO): Decimal(5)}


def test_load_run_removes_a_document_from_all_tables(
    warehouse: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    """Nothing of a removed document stays."""
    plan = load_plan(tmp_path, [document_rows(ONE, "5")], [file_row(ONE, "a.txt")])
    load_run(warehouse, plan)

    load_run(warehouse, load_plan(tmp_path, [], [], removed=[ONE]))

    left = {n: c for n, c in count_rows(warehouse).items() if n.startswith(("raw.", "core."))}
    assert set(left.values()) == {0}


def test_load_run_keeps_files_of_other_sources(
    warehouse: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    """A source that the run was not given is left alone."""
    plan = load_plan(tmp_path / "1", [document_rows(ONE, "5")], [file_row(ONE, "a.txt", "/other")])
    load_run(warehouse, plan)

    load_run(
        warehouse,
        load_plan(tmp_path / "2", [document_rows(TWO, "5")], [file_row(TWO, "b.txt")]),
    )

    assert count_rows(warehouse)["raw.document_files"] == 2


def test_load_run_twice_equals_once(warehouse: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    """Loading the same documents again changes nothing."""
    plan = load_plan(tmp_path, [document_rows(ONE, "5")], [file_row(ONE, "a.txt")], replaced=[ONE])
    load_run(warehouse, plan)
    before = core_figures(warehouse)

    load_run(warehouse, plan)

    assert_frame_equal(core_figures(warehouse), before)


def test_load_run_refuses_a_missing_reference_and_writes_nothing(
    warehouse: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    """A figure without its sentence stops the run; the message names table, rule and key."""
    rows = document_rows(ONE, "5")
    rows["core.sentences"] = []
    figure_id = rows["core.figures"][0]["figure_id"]
    plan = load_plan(tmp_path, [rows], [file_row(ONE, "a.txt")])

    with pytest.raises(GateError) as caught:
        load_run(warehouse, plan)

    assert (
        f'core.figures breaks reference_exists in 1 rows, first {{"figure_id": "{figure_id}"'
        in str(caught.value)
    )
    assert count_rows(warehouse)["raw.documents"] == 0


def test_load_run_refuses_a_shifted_span(
    warehouse: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    """A span that does not re-slice to its text stops the run."""
    rows = document_rows(ONE, "5")
    rows["core.figures"][0] |= {"start_char": 0, "end_char": 1}

    with pytest.raises(GateError, match=r"span_equals_text .* the text has 'T' at 0-1"):
        load_run(warehouse, load_plan(tmp_path, [rows], [file_row(ONE, "a.txt")]))


def test_load_run_refuses_a_repeated_document(
    warehouse: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    """A document that is there already and not replaced breaks the key."""
    plan = load_plan(tmp_path, [document_rows(ONE, "5")], [file_row(ONE, "a.txt")])
    load_run(warehouse, plan)

    with pytest.raises(GateError, match=r"A row breaks its table, nothing was published"):
        load_run(warehouse, plan)


def test_load_run_refuses_a_document_without_file(
    warehouse: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    """A document that no file leads to would never be removed again."""
    with pytest.raises(GateError, match="document_has_a_file"):
        load_run(warehouse, load_plan(tmp_path, [document_rows(ONE, "5")], []))


def test_load_run_appends_to_the_ledger(
    warehouse: duckdb.DuckDBPyConnection, tmp_path: Path
) -> None:
    """Rows of ops are added in the same transaction, never replaced."""
    append_ops(warehouse, {"ops.issues": frame_of("ops.issues", [ISSUE])})
    plan = replace(
        load_plan(tmp_path, [], []),
        ops_frames={"ops.issues": frame_of("ops.issues", [ISSUE | {"rule": "other"}])},
    )

    load_run(warehouse, plan)

    assert count_rows(warehouse)["ops.issues"] == 2


def test_append_ops_refuses_a_repeated_row(warehouse: duckdb.DuckDBPyConnection) -> None:
    """A run is recorded once."""
    issues = {"ops.issues": frame_of("ops.issues", [ISSUE])}
    append_ops(warehouse, issues)

    with pytest.raises(GateError, match="A row breaks the ledger"):
        append_ops(warehouse, issues)


def test_load_run_refuses_a_frame_without_a_column(
    warehouse: duckdb.DuckDBPyConnection,
) -> None:
    """A column that is missing is no null."""
    issues = frame_of("ops.issues", [ISSUE]).drop("detail")

    with pytest.raises(duckdb.BinderException, match="detail"):
        append_ops(warehouse, {"ops.issues": issues})
