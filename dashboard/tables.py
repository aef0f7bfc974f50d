"""Tables as all views draw them: bounded height, bounded cells, words for screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import polars as pl
import streamlit as st

if TYPE_CHECKING:
    from collections.abc import Mapping

ROW_PIXELS: Final = 35
MOST_ROWS_SEEN: Final = 10
LONGEST_CELL: Final = 2_000
"""Characters of a cell that reach the browser."""


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
    shown = rows.select(*headings).with_columns(
        pl.selectors.decimal().cast(pl.Float64), pl.selectors.string().str.head(LONGEST_CELL)
    )
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
