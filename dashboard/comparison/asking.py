"""The choices of a comparison: what is compared, and what it is narrowed to."""

from __future__ import annotations

from typing import Final

import streamlit as st

from dashboard.comparison.choices import ask_counted, counted_words
from dashboard.comparison.filters import Comparison
from dashboard.comparison.query import offered_values
from dashboard.comparison.subject import (
    Scale,
    Subject,
    has_series,
    offered_categories,
    offered_heads,
    offered_scales,
    offered_series,
)
from dashboard.ledger.page import NOTHING_YET, ask_day, ask_values
from dashboard.shell import empty_state
from warehouse.vocabularies import MODALITIES

NO_MATCH: Final = "No figure counts that. Choose another category, or any, or another word."
ANY: Final = "*"
"""In the address: no choice. Without anything there, the first option holds."""


def ask_comparison() -> Comparison | None:
    """Draw all choices and return what they say; None where nothing can be compared."""
    left, middle, right = st.columns(3)
    series_id = ask_series() if has_series() else ""
    if series_id:
        subject = Subject(series_id=series_id)
    else:
        with left:
            category = ask_category()
        with middle:
            subject = Subject(category=category, head=ask_head(category))
    with right:
        scale = ask_scale(subject)
    if scale is None:
        empty_state(NOTHING_YET if subject == Subject() else NO_MATCH)
        return None
    return ask_filters(subject, scale)


def ask_series() -> str:
    """Draw the choice of a series of figures about one thing and return its id, or nothing."""
    series = offered_series()
    words = {key: f"{name} · {count:,}" for key, (name, count) in series.items()}
    chosen = ask_counted("Series", "series", {**words, ANY: "None: compare by category"})
    return "" if chosen == ANY else chosen


def ask_category() -> str:
    """Draw the choice of a category and return it, or nothing for any."""
    words = counted_words(offered_categories())
    anything = {ANY: "Any"}
    has_head_only = "counted" in st.query_params and "category" not in st.query_params
    ordered = {**anything, **words} if has_head_only else {**words, **anything}
    chosen = ask_counted(
        "Category",
        "category",
        ordered,
        scope=str(has_head_only),
        resets=("counted", "unit", "figure"),
    )
    return "" if chosen == ANY else chosen


def ask_head(category: str) -> str:
    """Draw the choice of what is counted within a category and return it, or nothing for any."""
    words = counted_words(offered_heads(Subject(category=category)))
    chosen = ask_counted(
        "What is counted (one word, may be typed)",
        "counted",
        {ANY: "Any", **words},
        scope=category,
        resets=("unit", "figure"),
        keeps={"category": category or ANY},
        free=True,
    )
    return "" if chosen == ANY else chosen


def ask_scale(subject: Subject) -> Scale | None:
    """Draw the choice of kind and unit and return it; None where the subject has no figure."""
    scales = {scale.words(): (scale, count) for scale, count in offered_scales(subject).items()}
    if not scales:
        return None
    words = counted_words({name: count for name, (_, count) in scales.items()})
    return scales[ask_counted("Kind and unit", "unit", words, scope=str(subject))][0]


def ask_filters(subject: Subject, scale: Scale) -> Comparison:
    """Draw the filters and return the comparison that they narrow."""
    with st.expander("Filters", icon=":material/filter_alt:", key="filters"):
        left, middle, right = st.columns(3)
        with left:
            words = st.text_input(
                "Words in the figure or in what is counted", key="find", bind="query-params"
            )
            modalities = ask_values("Modality", "modality", list(MODALITIES))
        with middle:
            claimants = ask_values(
                "Claimant", "claimant", offered_values(subject, scale, "claimant"), free=True
            )
            places = ask_values(
                "Place", "place", offered_values(subject, scale, "place"), free=True
            )
        with right:
            published_from = ask_day("Published from", "from")
            published_to = ask_day("Published to", "to")
        has_differences = st.toggle(
            "Also by how much something rose or fell", key="differences", bind="query-params"
        )
    return Comparison(
        subject=subject,
        scale=scale,
        words=words.strip(),
        claimants=claimants,
        places=places,
        modalities=modalities,
        published_from=published_from,
        published_to=published_to,
        has_differences=has_differences,
    )
