"""Marts cut the evidence sentence exactly, also out of texts that span several blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.sample_rows import document_row, figure_row, frame_of, sha256
from warehouse.load import insert_frame
from warehouse.tables import TABLES_BY_NAME

if TYPE_CHECKING:
    import duckdb

TEXT = "".join(f"{number} é😀 " for number in range(8000))
QUOTE = {
    "quote_id": sha256("quote")[:16],
    "document_id": sha256(TEXT),
    "start_char": 0,
    "end_char": 1,
    "quote_text": TEXT[0],
    "kind": "direct",
    "sentence_index": 0,
    "rule": "test",
}


@pytest.mark.parametrize("mart", ["figure_ledger", "quotations"])
@pytest.mark.parametrize(
    ("start_char", "end_char"),
    [
        (0, 10),
        (0, 20000),
        (0, 20001),
        (19990, 20010),
        (19999, 39999),
        (20000, 20001),
        (39999, 40001),
        (5, len(TEXT)),
        (len(TEXT) - 3, len(TEXT)),
    ],
)
def test_mart_cuts_the_sentence_exactly(
    warehouse: duckdb.DuckDBPyConnection, start_char: int, end_char: int, mart: str
) -> None:
    """Whatever block a sentence starts or ends in, its text is the slice of the document."""
    rows: dict[str, dict[str, object]] = {
        "raw.documents": document_row(TEXT),
        "core.figures": figure_row(TEXT, "5"),
        "core.quotes": QUOTE,
        "core.sentences": {
            "document_id": sha256(TEXT),
            "sentence_index": 0,
            "start_char": start_char,
            "end_char": end_char,
            "passage_index": 0,
        },
    }
    for name, row in rows.items():
        insert_frame(warehouse, TABLES_BY_NAME[name], frame_of(name, [row]))

    answer = warehouse.sql(f"select sentence_text from mart.{mart}").fetchall()

    assert answer == [(TEXT[start_char:end_char],)]
