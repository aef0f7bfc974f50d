"""Decisions that were taken in this window and are not in any file yet."""

from __future__ import annotations

from typing import Any, Final

import streamlit as st

from dashboard import safe_html
from warehouse.corrections_csv import correction_csv

KEPT: Final = "decisions"
NEXT_STEP: Final = (
    "Put these rows into a file of corrections, name it with TALLYBOOK_CORRECTIONS, and run "
    "`tallybook run` again: they hold in this and every later run."
)


def kept_decisions() -> dict[str, dict[str, Any]]:
    """Return the decisions of this window by their names, in the order they were taken."""
    kept: dict[str, dict[str, Any]] = st.session_state.setdefault(KEPT, {})
    return kept


def keep(decision: dict[str, Any]) -> None:
    """Keep a decision, in place of an earlier one on the same matter."""
    kept_decisions()[str(decision["correction_id"])] = decision


def draw_kept() -> None:
    """Offer the decisions of this window as a file; nothing without any."""
    kept = list(kept_decisions().values())
    if not kept:
        return
    words = f"{len(kept)} decision{'s' if len(kept) > 1 else ''} in this window, in no file yet"
    with st.expander(words, icon=":material/rule:", expanded=True, key="kept-decisions"):
        said = [f"{row['action']} {row['subject']}: {row['name']}" for row in kept]
        st.html(
            safe_html.bullet_list(safe_html.text(safe_html.shortened(one, 120)) for one in said)
        )
        st.html(safe_html.note(NEXT_STEP))
        with st.container(horizontal=True):
            st.download_button(
                "Download corrections.csv",
                data=correction_csv(kept),
                file_name="corrections.csv",
                mime="text/csv",
                on_click="ignore",
            )
            st.button("Forget them", on_click=kept_decisions().clear)
