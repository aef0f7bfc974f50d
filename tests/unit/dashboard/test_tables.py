"""Cells of tables: bounded texts, and amounts that are never rounded to nothing."""

from __future__ import annotations

from decimal import Decimal

import polars as pl
import pytest

from dashboard.tables import LONGEST_CELL, amount_column, bounded_cells


def test_cells_are_bounded_and_amounts_are_numbers() -> None:
    """A title as long as a text does not reach the browser."""
    rows = pl.DataFrame({"title": ["T" * 10**6, None], "low": [Decimal("0.5"), None], "n": [1, 2]})

    cells = bounded_cells(rows)

    assert cells.to_dicts() == [
        {"title": "T" * LONGEST_CELL, "low": 0.5, "n": 1},
        {"title": None, "low": None, "n": 2},
    ]


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        (["5000", None], "localized"),
        (["0", "0.001"], "localized"),
        (["0.0005", "5000"], "%g"),
        (["-0.000000001"], "%g"),
        (["1000000000000000000"], "localized"),
        ([], "localized"),
    ],
)
def test_tiny_amount_is_not_shown_as_zero(amounts: list[str | None], expected: str) -> None:
    """A browser's own format has three decimals; where one needs more, groups are given up."""
    numbers = [None if amount is None else Decimal(amount) for amount in amounts]
    column = amount_column("Low", pl.Series(numbers, dtype=pl.Decimal(38, 9)), 80)

    assert column["type_config"]["format"] == expected
