"""Figures as files: for spreadsheets, in which no cell is a formula, and for programs."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from warehouse.export import render_csv

if TYPE_CHECKING:
    import polars as pl

BYTE_ORDER_MARK: Final = "\ufeff"
"""Tells spreadsheets that the file is UTF-8."""


def spreadsheet_csv(rows: pl.DataFrame) -> bytes:
    """Return rows as CSV; texts that would be run as formulas get an apostrophe before them."""
    return (BYTE_ORDER_MARK + render_csv(rows)).encode()


def parquet(rows: pl.DataFrame) -> bytes:
    """Return rows as a Parquet file, every value as it is."""
    buffer = io.BytesIO()
    rows.write_parquet(buffer)
    return buffer.getvalue()
