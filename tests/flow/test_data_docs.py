"""Great Expectations' own pages, by option: judged anew, with an index that needs no network."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from expectations.data_docs import JudgedTable, build_data_docs
from expectations.rules import Context
from expectations.runner import judge_table
from tasks.data_docs import read_frames, write_data_docs, write_index
from tests.sample_rows import document_rows, frame_of
from warehouse.errors import UsageError
from warehouse.queries import open_published
from warehouse.tables import DOCUMENT_TABLES, TABLES_BY_NAME

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("default")]

TODAY = date(2026, 1, 2)


def frames_of_a_text() -> dict[str, pl.DataFrame]:
    """Return a document and a passage that ends before it begins."""
    rows = document_rows("Police stopped 5 trucks at the border.", "5")
    passage = rows["raw.passages"][0] | {"start_char": 9, "end_char": 3}
    return {
        "raw.documents": frame_of("raw.documents", rows["raw.documents"]),
        "raw.passages": frame_of("raw.passages", [passage]),
    }


def failed_at_the_gate() -> dict[str, int]:
    """Return how many expectations of each table fail in a run."""
    frames = frames_of_a_text()
    context = Context(frames=frames, run_on=TODAY)
    judged = {name: judge_table(TABLES_BY_NAME[name], frames[name], context) for name in frames}
    return {name: sum(not seen.is_success for seen in found) for name, found in judged.items()}


def test_data_docs_have_a_page_for_every_table(tmp_path: Path) -> None:
    """What fails at the gate fails there, rule by rule, also when the pages are written again."""
    seen: list[str] = []
    build_data_docs(frames_of_a_text(), run_on=TODAY, folder=tmp_path)
    tables = build_data_docs(
        frames_of_a_text(), run_on=TODAY, folder=tmp_path, on_table=seen.append
    )

    assert [table.name for table in tables] == seen == ["raw.documents", "raw.passages"]
    assert {table.name: table.failed_count for table in tables} == failed_at_the_gate()
    assert "end_char_follows_start_char" in tables[1].page.read_text(encoding="utf-8")


def test_data_docs_leave_a_folder_of_something_else_alone(tmp_path: Path) -> None:
    """A folder with other files is not filled with a hundred more."""
    (tmp_path / "letters.txt").write_text("Dear all", encoding="utf-8")

    with pytest.raises(UsageError, match=r"holds other files \(letters\.txt \.\.\.\)"):
        build_data_docs(frames_of_a_text(), run_on=TODAY, folder=tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["letters.txt"]


def test_data_docs_need_a_document(warehouse_template: Path, tmp_path: Path) -> None:
    """Of nothing there is nothing to judge."""
    with pytest.raises(UsageError, match="holds no document to judge"):
        write_data_docs(warehouse_template, tmp_path / "docs", 10)


def test_frames_are_complete_for_their_documents(published: Path) -> None:
    """Every table of documents is judged, and of the documents asked for all rows."""
    with open_published(published) as connection:
        ids = connection.sql("select document_id from raw.documents").pl()
        frames = read_frames(connection, ids)
        none = read_frames(connection, ids.clear())

    assert set(frames) >= {table.qualified_name for table in DOCUMENT_TABLES}
    assert frames["core.figures"].height == 1
    assert all(frame.is_empty() for frame in none.values())


def test_index_leads_to_the_pages(tmp_path: Path) -> None:
    """The index of the project's own is empty without a network; ours is a page of links."""
    page = tmp_path / "gx" / "a page.html"
    table = JudgedTable(name="core.figures", expectation_count=80, failed_count=2, page=page)

    index = write_index(tmp_path, [table]).read_text(encoding="utf-8")

    assert '<a href="gx/a%20page.html">core.figures</a>' in index
    assert "<script" not in index
