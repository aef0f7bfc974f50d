"""Columns of the lists about one entity: headings, widths in pixels, formats."""

from __future__ import annotations

from typing import Any, Final

import streamlit as st


def text_column(heading: str, width: int) -> Any:  # noqa: ANN401 - Streamlit names no public type
    """Return the settings of a column of texts, with its width in pixels."""
    return st.column_config.TextColumn(heading, width=width)


def count_column(heading: str) -> Any:  # noqa: ANN401
    """Return the settings of a column of counts."""
    return st.column_config.NumberColumn(heading, format="localized", width=95)


def day_column(heading: str) -> Any:  # noqa: ANN401
    """Return the settings of a column of days."""
    return st.column_config.DateColumn(heading, format="YYYY-MM-DD", width=100)


def link_column(heading: str) -> Any:  # noqa: ANN401
    """Return the settings of a column of addresses within the dashboard."""
    return st.column_config.LinkColumn(heading, display_text="open", width=65, pinned=True)


PUBLISHED: Final = {"published_on": day_column("Published"), "title": text_column("Title", 320)}
NAME_COLUMNS: Final = {
    "mention_text": text_column("As written", 280),
    "mention_count": count_column("Mentions"),
    "document_count": count_column("Documents"),
}
ROLE_COLUMNS: Final = {
    "link": link_column("Person"),
    "person_name": text_column("Name", 190),
    "role_text": text_column("Role", 220),
    "organisation_name": text_column("Of", 190),
    "place_name": text_column("Place", 130),
    "is_former": st.column_config.CheckboxColumn("Former", width=75),
    "mention_count": count_column("Times"),
    "first_published_on": day_column("First"),
    "last_published_on": day_column("Last"),
}
OWN_ROLE_COLUMNS: Final = {
    name: column for name, column in ROLE_COLUMNS.items() if name not in {"link", "person_name"}
}
EVENT_COLUMNS: Final = {
    "link": link_column("Text"),
    "event": text_column("Event", 85),
    "subject": text_column("Who", 220),
    "verb_text": text_column("Did", 130),
    "object": text_column("To whom or what", 240),
    "modality": text_column("Modality", 105),
    **PUBLISHED,
}
COMPANION_COLUMNS: Final = {
    "link": link_column("Entity"),
    "entity_name": text_column("Name", 240),
    "label": text_column("Kind", 140),
    "sentence_count": count_column("Sentences"),
    "document_count": count_column("Documents"),
}
FIGURE_COLUMNS: Final = {
    "link": link_column("Text"),
    "figure_text": text_column("Figure", 130),
    "counted_text": text_column("What is counted", 180),
    "part": text_column("How it is named", 150),
    "low": st.column_config.NumberColumn("Low", width=130),
    "high": st.column_config.NumberColumn("High", width=130),
    "unit": text_column("Unit", 80),
    "qualifier": text_column("Qualifier", 95),
    "category": text_column("Category", 130),
    **PUBLISHED,
}
MENTION_COLUMNS: Final = {
    "link": link_column("Text"),
    "mention_text": text_column("As written", 150),
    "sentence_text": text_column("Sentence", 560),
    **PUBLISHED,
}
