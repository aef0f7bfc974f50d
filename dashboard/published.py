"""The only access of the dashboard to the warehouse: one statement on what is published now.

The file is open for as long as a statement takes. Answers are kept by the snapshot that gave them,
so a new run shows with the next click.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

import streamlit as st

from warehouse.queries import query_published
from warehouse.snapshots import SnapshotStore

if TYPE_CHECKING:
    from collections.abc import Sequence

    import polars as pl

WAREHOUSE_VARIABLE: Final = "TALLYBOOK_WAREHOUSE"
DEFAULT_WAREHOUSE: Final = Path("data/tallybook.duckdb")
KEPT_ANSWERS: Final = 256


def warehouse_path() -> Path:
    """Return the path of the warehouse that the dashboard shows."""
    return Path(os.environ.get(WAREHOUSE_VARIABLE) or DEFAULT_WAREHOUSE).absolute()


def snapshot_token() -> str:
    """Return what changes whenever another snapshot is published; empty without any.

    Raises:
        EnvironmentFault: If the path is no warehouse.
    """
    file = SnapshotStore(warehouse_path()).published()
    return "" if file is None else f"{file.name} {file.stat().st_mtime_ns}"


def read(sql: str, parameters: Sequence[object] = ()) -> pl.DataFrame:
    """Return the answer of the published warehouse to one statement.

    Args:
        sql: One statement that only reads.
        parameters: Values of ``?`` in order, or of ``$1, $2, ...``.

    Raises:
        UsageError: If the statement is faulty.
        EnvironmentFault: If there is no readable warehouse.
    """
    return _answer(str(warehouse_path()), snapshot_token(), sql, tuple(parameters))


@st.cache_data(show_spinner=False, max_entries=KEPT_ANSWERS)
def _answer(
    path: str,
    token: str,  # noqa: ARG001 - a part of the key
    sql: str,
    parameters: tuple[object, ...],
) -> pl.DataFrame:
    return query_published(Path(path), sql, parameters)
