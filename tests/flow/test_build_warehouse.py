"""The main flow on small folders: what it loads and records, however it is split up."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.flow_runs import build, exported, write_texts
from warehouse.errors import UsageError
from warehouse.queries import query_published

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.flow,
    pytest.mark.usefixtures("prefect_engine"),
    pytest.mark.filterwarnings("default"),
]


def test_run_publishes_the_figures_of_a_folder(tmp_path: Path) -> None:
    """Every text becomes a document and its amounts become figures with their characters."""
    warehouse = tmp_path / "w.duckdb"

    summary = build(write_texts(tmp_path / "in"), warehouse)

    found = query_published(warehouse, "select figure_text from core.figures")
    assert (summary.status, summary.document_count) == ("published", 3)
    assert {"40", "12", "$40 million", "300"} <= set(found["figure_text"])


def test_run_records_itself_and_its_validations(tmp_path: Path) -> None:
    """The ledger of a run has its row, its file outcomes and what each expectation saw."""
    warehouse = tmp_path / "w.duckdb"

    summary = build(write_texts(tmp_path / "in"), warehouse)

    run = query_published(warehouse, "from ops.runs").to_dicts()[0]
    outcomes = query_published(warehouse, "from ops.file_outcomes")
    failed = query_published(warehouse, "from ops.validations where not is_success")
    assert run["run_id"] == summary.run_id
    assert run["figure_count"] == summary.figure_count > 0
    assert json.loads(run["sources_json"]) == [str(tmp_path / "in")]
    assert outcomes["outcome"].to_list() == ["new"] * 3
    assert failed.is_empty()


def test_run_refuses_an_empty_folder_that_it_never_met(tmp_path: Path) -> None:
    """A folder without texts is most likely a wrong path: nothing is created."""
    (tmp_path / "in").mkdir()

    with pytest.raises(UsageError, match="no readable texts in"):
        build(tmp_path / "in", tmp_path / "w.duckdb")

    assert not (tmp_path / "w.duckdb").exists()


def test_batches_and_workers_do_not_change_the_result(tmp_path: Path) -> None:
    """One document per batch in two processes gives the same bytes as one batch in one."""
    source = write_texts(tmp_path / "in")
    build(source, tmp_path / "one.duckdb")
    build(source, tmp_path / "two.duckdb", batch_size=1, workers=2)

    one = exported(tmp_path / "one.duckdb", tmp_path / "one")
    two = exported(tmp_path / "two.duckdb", tmp_path / "two")

    assert one == two


def test_dask_gives_the_same_bytes_as_one_process(tmp_path: Path) -> None:
    """Batches that a local dask cluster extracts are those of one process."""
    pytest.importorskip("prefect_dask")
    source = write_texts(tmp_path / "in")
    build(source, tmp_path / "one.duckdb")
    build(source, tmp_path / "dask.duckdb", batch_size=1, workers=2, runner="dask")

    one = exported(tmp_path / "one.duckdb", tmp_path / "one")
    dask = exported(tmp_path / "dask.duckdb", tmp_path / "dask")

    assert one == dask
