"""Tables as all views draw them: bounded height, bounded cells, words for screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import polars as pl
import streamlit as st

if TYPE_CHECKING:
    from collections.abc import Mapping

ROW_PIXELS: Final = 35
MOST_ROWS_SEEN: Final = 10
LEAST_GROUPED: Final = 0.001
"""Smallest amount that a browser's own format of numbers does not round to 0."""
TINY_WIDTH: Final = 120
"""Pixels of a column with an amount of nine decimals, which the contract allows at most."""
LONGEST_CELL: Final = 2_000
"""Characters of a cell that reach the browser."""


def bounded_cells(rows: pl.DataFrame) -> pl.DataFrame:
    """Return rows as a table takes them: decimals as floats, texts of ``LONGEST_CELL`` at most."""
    return rows.with_columns(
        pl.selectors.decimal().cast(pl.Float64), pl.selectors.string().str.head(LONGEST_CELL)
    )


def amount_column(heading: str, amounts: pl.Series, width: int) -> Any:  # noqa: ANN401 - no public type
    """Return the settings of a column of amounts, with its width in pixels.

    Thousands are grouped, which goes with three decimals at most; a page with an amount so small
    that it would read as 0 has all decimals, and no groups.

    Args:
        heading: Its heading.
        amounts: The amounts of the page.
        width: Pixels.
    """
    sizes = amounts.cast(pl.Float64).abs()
    is_tiny = bool(((sizes > 0) & (sizes < LEAST_GROUPED)).any())
    if is_tiny:
        return st.column_config.NumberColumn(heading, width=max(width, TINY_WIDTH), format="%g")
    return st.column_config.NumberColumn(heading, width=width, format="localized")


def draw_table(
    rows: pl.DataFrame,
    headings: Mapping[str, str],
    *,
    alt: str,
    key: str,
    settings: Mapping[str, Any] | None = None,
) -> None:
    """Draw rows as a table of bounded height; cells are values, never markup.

    Args:
        rows: Any frame of bounded length.
        headings: Heading of each shown column, in order.
        alt: What the table is, for screen readers.
        key: Name of the element, unique in its view.
        settings: Kinds of columns that are no plain values.
    """
    shown = bounded_cells(rows.select(*headings))
    plain = {name: st.column_config.Column(heading) for name, heading in headings.items()}
    st.dataframe(
        shown,
        key=key,
        hide_index=True,
        height=ROW_PIXELS * (min(rows.height, MOST_ROWS_SEEN) + 1) + 3,
        placeholder="",
        column_config={**plain, **(settings or {})},
        alt=alt,
    )
