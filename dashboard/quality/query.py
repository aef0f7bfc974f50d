"""Quality of one run, and where a row of the ledger leads."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import polars as pl
import streamlit as st

from dashboard.links import DOCUMENT, link_to
from dashboard.published import read, snapshot_token, warehouse_path
from warehouse.quality import RunQuality, read_quality

if TYPE_CHECKING:
    from pathlib import Path

LATEST_RUNS: Final = """
    select run_id
    from ops.runs
    qualify row_number() over (order by started_at desc, run_id desc) <= 200 or run_id = ?
    order by started_at desc, run_id desc
"""
LINKS: Final = {"figure_id": "figure", "quote_id": "quote", "document_id": "id"}
"""Parameter of the view Document by the column of a row's key; the first that is there counts."""


def run_ids(asked: str = "") -> list[str]:
    """Return the ids of the latest 200 runs, and the one that is asked for, latest first."""
    return [str(run_id) for run_id in read(LATEST_RUNS, [asked])["run_id"]]


def quality_of(run_id: str) -> RunQuality:
    """Return everything about the quality of a run."""
    return _kept_quality(warehouse_path(), snapshot_token(), run_id)


@st.cache_data(show_spinner=False, max_entries=16)
def _kept_quality(
    path: Path,
    token: str,  # noqa: ARG001 - a part of the key
    run_id: str,
) -> RunQuality:
    return read_quality(path, run_id)


def with_links(rows: pl.DataFrame) -> pl.DataFrame:
    """Return rows with ``link``: the characters that each leads to, null without any.

    Args:
        rows: Rows with ``row_key``, a JSON object, and, where they were refused, ``row_json``.
    """
    if "row_json" in rows.columns:
        links = [link_of_refused(row) for row in rows["row_json"]]
    else:
        links = [link_of_key(key) for key in rows["row_key"]]
    return rows.with_columns(pl.Series("link", links, dtype=pl.String))


def link_of_refused(row_json: str) -> str | None:
    """Return the address of the characters of a refused row, None where it names no document.

    The row itself is nowhere: only its document can show it.

    >>> link_of_refused('{"figure_id": "0a", "document_id": "ff", "start_char": 3, "end_char": 9}')
    'document?id=ff&at=3-9'
    """
    try:
        row = json.loads(row_json)
    except ValueError:
        return None
    if not isinstance(row, dict) or not isinstance(row.get("document_id"), str):
        return None
    return link_to(DOCUMENT, id=row["document_id"], **_place(row))


def link_of_key(row_key: str) -> str | None:
    """Return the address of the row that a key names, None where no document shows it.

    >>> link_of_key('{"figure_id": "0123456789abcdef"}')
    'document?figure=0123456789abcdef'
    """
    try:
        key = json.loads(row_key)
    except ValueError:
        return None
    for column, parameter in LINKS.items():
        if isinstance(key, dict) and isinstance(key.get(column), str):
            return link_to(DOCUMENT, **{parameter: key[column], **_place(key)})
    return None


def _place(key: dict[str, object]) -> dict[str, str]:
    start, end = key.get("start_char"), key.get("end_char")
    return {"at": f"{start}-{end}"} if isinstance(start, int) and isinstance(end, int) else {}
