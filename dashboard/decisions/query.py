"""Decisions that the published warehouse was made with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dashboard.published import read

if TYPE_CHECKING:
    import polars as pl

ABOUT: Final = """
    select
        subject, action, status, column_name, old_value, new_value, reason, decided_by, decided_on
    from mart.corrections
    where coalesce(row_id, row_key) = ?
    order by decided_on, correction_id
"""
EVERY: Final = """
    select
        status, subject, action, name, column_name, old_value, new_value, detail, reason,
        decided_by, decided_on, path, document_id, anchor_start_char, anchor_end_char,
    from mart.corrections
    order by status = 'applied', decided_on desc, correction_id
    limit 1000
"""


def decisions_about(row_id: str) -> pl.DataFrame:
    """Return the decisions on one row, oldest first.

    Args:
        row_id: Its id; its key as JSON where it has none.
    """
    return read(ABOUT, [row_id])


def all_decisions() -> pl.DataFrame:
    """Return at most 1,000 decisions, those first that do not hold as they were meant."""
    return read(EVERY)
