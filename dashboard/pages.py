"""The views: name, address and what draws them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from dashboard.comparison.page import draw_comparison
from dashboard.document.page import draw_document
from dashboard.entities.page import draw_entities
from dashboard.ledger.page import draw_ledger
from dashboard.quality.page import draw_quality
from dashboard.runs.page import draw_runs

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.navigation.page import StreamlitPage

VIEWS: Final[dict[str, tuple[str, str, Callable[[], None]]]] = {
    "quality": ("Quality", ":material/verified:", draw_quality),
    "ledger": ("Ledger", ":material/table_rows:", draw_ledger),
    "comparison": ("Comparison", ":material/compare_arrows:", draw_comparison),
    "document": ("Document", ":material/article:", draw_document),
    "entities": ("Entities", ":material/public:", draw_entities),
    "runs": ("Runs", ":material/history:", draw_runs),
}
"""Title, icon and drawing function by address."""


def navigation() -> StreamlitPage:
    """Declare the views and return the one that the address names; the first one without any."""
    pages = [
        st.Page(draw, title=title, icon=icon, url_path=address)
        for address, (title, icon, draw) in VIEWS.items()
    ]
    title, icon, draw = next(iter(VIEWS.values()))
    # Streamlit takes its address away from the page that opens without any.
    start = st.Page(draw, title=title, icon=icon, default=True, visibility="hidden")
    return st.navigation([start, *pages], position="top")
