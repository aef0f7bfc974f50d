"""Long lists a page at a time; the number of the page stands in the address."""

from __future__ import annotations

from typing import Final, Literal

import streamlit as st

from dashboard.wording import counted

MOST_NUMBERS: Final = 5
"""Numbers of pages that are offered at once; more do not fit a phone."""


def ask_page(total: int, rows_per_page: int, *, key: str = "page", in_address: bool = True) -> int:
    """Draw the choice of the page, where there is more than one, and return its number, from 1.

    With another total the rows are others, so the first page is shown.

    Args:
        total: Rows of all pages.
        rows_per_page: Rows of one.
        key: Name of the number, also in the address.
        in_address: Whether it stands there.
    """
    seen = f"rows of {key}"
    is_other = st.session_state.get(seen, total) != total
    st.session_state[seen] = total
    pages = -(-total // rows_per_page)
    if pages <= 1:
        return 1
    if is_other:
        st.session_state[key] = 1
    bind: Literal["query-params"] | None = "query-params" if in_address else None
    asked = st.pagination(pages, max_visible_pages=MOST_NUMBERS, key=key, bind=bind)
    return min(asked, pages)


def page_words(total: int, rows_per_page: int, page: int, many: str, one: str = "") -> str:
    """Return which rows of how many are shown.

    Args:
        total: Rows of all pages.
        rows_per_page: Rows of one.
        page: Its number, from 1.
        many: What the rows are called.
        one: What a single one is called; ``many`` without its s where it is empty.

    >>> page_words(1_234, 100, 2, "entities", "entity")
    '1,234 entities; shown are 101 to 200'
    >>> page_words(1, 100, 1, "runs")
    '1 run'
    """
    words = counted(total, one or many.removesuffix("s"), many)
    if total <= rows_per_page:
        return words
    first = (page - 1) * rows_per_page + 1
    return f"{words}; shown are {first:,} to {min(total, page * rows_per_page):,}"
