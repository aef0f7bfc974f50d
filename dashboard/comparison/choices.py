"""Choices whose options are counted: the address holds the option, its words tell the count."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import streamlit as st

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ANY: Final = ""


def ask_counted(
    label: str,
    parameter: str,
    words: Mapping[str, str],
    *,
    scope: str = "",
    resets: Iterable[str] = (),
    keeps: Mapping[str, str] | None = None,
    free: bool = False,
) -> str:
    """Draw a choice of one option and return it; the option stands in the address.

    Streamlit's own binding would put the words into the address, and the counts in them change
    with every run.

    Args:
        label: What is chosen.
        parameter: Its name in the address.
        words: What each option is called; the first one is the default.
        scope: What the options depend on: other options are another choice.
        resets: Names in the address that no longer hold when another option is chosen.
        keeps: What the options belong to: it goes into the address with the option.
        free: Whether an option may be typed.
    """
    options, asked = list(words), st.query_params.get(parameter, "")
    if free and asked and asked not in words:
        options.append(asked)
    key = f"{parameter} of {scope}"
    chosen = st.selectbox(
        label,
        options,
        index=options.index(asked) if asked in options else 0,
        format_func=lambda option: words.get(option, option),
        key=key,
        on_change=partial(keep_option, key, parameter, tuple(resets), dict(keeps or {})),
        accept_new_options=free,
    )
    return chosen or ANY


def keep_option(key: str, parameter: str, resets: Iterable[str], keeps: Mapping[str, str]) -> None:
    """Put the option that was chosen into the address."""
    chosen = st.session_state[key]
    for name in (parameter, *resets):
        st.query_params.pop(name, None)
    if chosen:
        st.query_params.update({**keeps, parameter: chosen})


def counted_words(counts: Mapping[str, int]) -> dict[str, str]:
    """Return options with their number of figures.

    >>> counted_words({"people_killed": 1_073})
    {'people_killed': 'people_killed · 1,073'}
    """
    return {option: f"{option} · {count:,}" for option, count in counts.items()}
