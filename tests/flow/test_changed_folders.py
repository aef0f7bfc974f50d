"""The main flow on a folder that it knows: what it replaces, removes and leaves alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.flow_runs import TEXTS, build, exported, paths, write_texts
from warehouse.queries import query_published

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.flow,
    pytest.mark.usefixtures("prefect_engine"),
    pytest.mark.filterwarnings("default"),
]


def test_second_run_on_the_same_files_changes_no_data(tmp_path: Path) -> None:
    """A run that finds nothing new is recorded as unchanged, and every table stays as it was."""
    source, warehouse = write_texts(tmp_path / "in"), tmp_path / "w.duckdb"
    build(source, warehouse)
    before = exported(warehouse, tmp_path / "before")

    summary = build(source, warehouse)

    assert summary.status == "unchanged"
    assert exported(warehouse, tmp_path / "after") == before
    assert query_published(warehouse, "from ops.runs").height == 2


def test_run_replaces_exactly_the_edited_document(tmp_path: Path) -> None:
    """An edited file gives a new document; the others are not read again."""
    source, warehouse = write_texts(tmp_path / "in"), tmp_path / "w.duckdb"
    build(source, warehouse)

    write_texts(source, {"school.txt": "Some 310 pupils returned to the school.\n"})
    summary = build(source, warehouse)

    found = query_published(warehouse, "from mart.figure_ledger where path = 'school.txt'")
    assert (summary.extracted_document_count, summary.removed_document_count) == (1, 1)
    assert found["figure_text"].to_list() == ["310"]
    assert paths(warehouse) == sorted(TEXTS)


def test_run_removes_the_rows_of_a_removed_file(tmp_path: Path) -> None:
    """The rows of a file that is gone go with it; what earlier runs met stays recorded."""
    source, warehouse = write_texts(tmp_path / "in"), tmp_path / "w.duckdb"
    build(source, warehouse)

    (source / "prices.txt").unlink()
    summary = build(source, warehouse)

    outcomes = query_published(
        warehouse, "select outcome from ops.file_outcomes where path = 'prices.txt' order by run_id"
    )
    assert summary.document_count == 2
    assert paths(warehouse) == ["convoy.txt", "school.txt"]
    assert sorted(outcomes["outcome"]) == ["new", "removed"]


def test_emptied_source_gives_an_empty_warehouse(tmp_path: Path) -> None:
    """A known folder may run empty: its documents go, and the run is no error."""
    source, warehouse = write_texts(tmp_path / "in"), tmp_path / "w.duckdb"
    build(source, warehouse)

    for file in source.iterdir():
        file.unlink()
    summaries = [build(source, warehouse), build(source, warehouse)]

    assert [summary.document_count for summary in summaries] == [0, 0]
