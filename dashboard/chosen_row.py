"""A table of which one row is chosen; the choice stands in the address, so it can be shared."""

from __future__ import annotations

from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard.tables import bounded_cells

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import polars as pl


def draw_choosable_rows(
    rows: pl.DataFrame,
    ids: Sequence[str],
    *,
    parameter: str,
    columns: Mapping[str, Any],
    height: int,
    alt: str,
    has_default: bool = True,
) -> str | None:
    """Draw a table and return the id in the address, else that of the first row, if any.

    A click on a row puts its id into the address; the id there may be one that this page of the
    table does not show.

    Args:
        rows: What is shown; long texts are cut off.
        ids: Id of each row.
        parameter: Name of the id in the address.
        columns: Settings of the columns.
        height: Height of the table in pixels.
        alt: What the table holds, for screen readers.
        has_default: Whether the first row is chosen without an id in the address.
    """
    default = next(iter(ids), None) if has_default else None
    asked = st.query_params.get(parameter) or default
    key = table_key(parameter, ids)
    st.dataframe(
        bounded_cells(rows),
        key=key,
        on_select=partial(keep_choice, key, parameter, tuple(ids)),
        selection_mode="single-row",
        selection_default={"selection": {"rows": [ids.index(asked)] if asked in ids else []}},
        hide_index=True,
        height=height,
        placeholder="",
        column_config=dict(columns),
        alt=alt,
    )
    return asked


def table_key(parameter: str, ids: Sequence[str]) -> str:
    """Return a key that changes with the rows: a choice among others says nothing about these."""
    return f"{parameter}-{sha256(' '.join(ids).encode()).hexdigest()[:12]}"


def keep_choice(key: str, parameter: str, ids: Sequence[str]) -> None:
    """Put the id of the row that was clicked into the address; take it away with the choice."""
    chosen = st.session_state[key].selection.rows
    if chosen and chosen[0] < len(ids):
        st.query_params[parameter] = ids[chosen[0]]
    else:
        st.query_params.pop(parameter, None)
