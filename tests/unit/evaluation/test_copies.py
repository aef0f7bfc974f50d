"""Copies of documents are sound documents of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest

from evaluation.copies import copied_id, copy_documents
from tests.gate_frames import document_frames
from tests.gate_rows import sha256
from warehouse.identifiers import ROW_IDS

if TYPE_CHECKING:
    from tests.gate_rows import Frames

COLUMNS_OF_IDS = {"document_id", "figure_id", "total_figure_id", "quote_id"}


@pytest.fixture(scope="module")
def copies() -> Frames:
    """Give two copies of the sample document."""
    return copy_documents(document_frames(), [7, 8])


def test_copy_documents_keeps_all_but_identifiers(copies: Frames) -> None:
    """Columns, types, order of rows and every other value are those of the document."""
    for name, frame in document_frames().items():
        ids = {*COLUMNS_OF_IDS, *(one.column for one in ROW_IDS.values())} - {"entity_id"}
        plain = [column for column in frame.columns if column not in ids]

        assert copies[name].schema == frame.schema
        assert copies[name].select(plain).rows() == 2 * frame.select(plain).rows()


def test_copy_documents_names_each_copy_anew(copies: Frames) -> None:
    """No two copies share a document or a figure."""
    documents = copies["raw.documents"]["document_id"].to_list()

    assert documents == [copied_id(sha256("a"), 7), copied_id(sha256("a"), 8)]
    assert copies["core.figures"]["figure_id"].is_unique().all()


def test_copy_documents_keeps_references_within_a_copy(copies: Frames) -> None:
    """The whole of a figure is the figure of the same copy."""
    figures = copies["core.figures"].select("figure_id", "document_id", "total_figure_id")
    parts = figures.filter(pl.col("total_figure_id").is_not_null())
    joined = parts.join(figures, left_on="total_figure_id", right_on="figure_id")

    assert (parts.height, joined.height) == (2, 2)
    assert (joined["document_id"] == joined["document_id_right"]).all()


def test_copy_documents_makes_identifiers_of_the_rows(copies: Frames) -> None:
    """An identifier is made of the columns of its row, as the extraction makes it."""
    for name, row_id in ROW_IDS.items():
        rows = copies[name].iter_rows(named=True) if name in copies else ()

        assert all(row_id.make(row) == row[row_id.column] for row in rows)
