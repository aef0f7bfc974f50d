"""Rows are named the same way everywhere."""

from __future__ import annotations

from datetime import date

from tests.sample_rows import file_row
from warehouse.row_keys import row_key
from warehouse.tables.raw import DOCUMENT_FILES


def test_row_key_has_the_key_in_order() -> None:
    """Key columns only, in the order of the table, as JSON that people can read."""
    row = file_row("text", "zürich.txt")

    assert row_key(DOCUMENT_FILES, row) == (
        '{"source": "/articles", "path": "zürich.txt", "record_index": 0}'
    )


def test_row_key_writes_any_value() -> None:
    """A key value that JSON does not know becomes text."""
    row = file_row("text", "a.txt") | {"path": date(2026, 1, 2)}

    assert '"path": "2026-01-02"' in row_key(DOCUMENT_FILES, row)
