"""The frame around every view: style, title, which snapshot is shown, what to do without one."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Final

import streamlit as st

from dashboard import safe_html
from dashboard.decisions.kept import draw_kept
from dashboard.published import read, snapshot_token, warehouse_path
from warehouse.errors import TallybookError

STYLE: Final = Path(__file__).with_name("style.css")
LATEST: Final = """
    select run_id, status, ended_at
    from ops.runs
    order by started_at desc, run_id desc
    limit 1
"""


def draw_frame(title: str) -> None:
    """Draw what stands above every view; stop where there is nothing to show.

    Args:
        title: Title of the view.
    """
    st.html(STYLE)
    st.title(title, anchor=False)
    try:
        token = snapshot_token()
        if not token:
            stop_with_hint(f"There is no warehouse at {warehouse_path()} yet.")
        latest = read(LATEST)
    except TallybookError as error:
        st.html(safe_html.note(str(error), kind="error"))
        st.stop()
    if latest.is_empty():
        stop_with_hint("The warehouse holds no run yet.")
    run = latest.row(0, named=True)
    ended_at = f"{run['ended_at']:%Y-%m-%d %H:%M} UTC"
    words = (warehouse_path().name, f"run {run['run_id']}", run["status"], ended_at)
    st.html(f'<p class="tb-source">{safe_html.text(" · ".join(words))}</p>')
    draw_kept()


def stop_with_hint(words: str) -> None:
    """Say what is missing and how to get it, and draw no more."""
    st.html(safe_html.note(words, kind="warning"))
    path = shlex.quote(str(warehouse_path()))
    st.code(f"tallybook run FOLDER --warehouse {path}", language="sh")
    st.stop()


def empty_state(words: str) -> None:
    """Say why a view shows nothing and what to do."""
    st.html(safe_html.note(words))
