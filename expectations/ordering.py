"""A fixed order of rows with one key, so that no verdict depends on the order that they come in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

if TYPE_CHECKING:
    from warehouse.contract import Table

_GIVEN: Final = "given_position"


def in_fixed_order(table: Table, frame: pl.DataFrame) -> tuple[pl.DataFrame, pl.Series | None]:
    """Return rows in an order that follows from their values, where a key stands more than once.

    A rule that looks up a row by its key takes the first of several.

    Args:
        table: Declaration of the contract.
        frame: Rows of the table.

    Returns:
        The rows, and the position that each had; as they came, and None, where all keys differ.
    """
    if not frame.select(pl.struct(table.key).is_duplicated().any()).item():
        return frame, None
    ordered = frame.with_row_index(_GIVEN).sort(
        *table.column_names, nulls_last=True, maintain_order=True
    )
    return ordered.drop(_GIVEN), ordered[_GIVEN]
