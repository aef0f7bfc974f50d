"""Draws the view Document: a part of the text with its marks, and what is in focus beside it."""

from __future__ import annotations

from typing import Final

import streamlit as st

from dashboard import safe_html
from dashboard.document.focus import draw_focus
from dashboard.document.marks import FOCUS_ID, KINDS, Mark, render, segments
from dashboard.document.query import (
    Passage,
    Place,
    find_documents,
    find_place,
    part_bounds,
    read_facts,
    read_files,
    read_marks,
    read_passages,
    read_text,
)
from dashboard.shell import empty_state

SCROLL: Final = f"""
<script>
  document.getElementById("{FOCUS_ID}")?.scrollIntoView({{ block: "center" }});
</script>
"""
"""Constant: nothing of a document ever stands in a script. It declares nothing: Streamlit runs it
again in the same page."""


LEGEND: Final = (
    '<p class="tb-legend"><span class="tb-figure">figure</span>'
    '<span class="tb-entity">entity</span><span class="tb-quote">quotation</span>'
    '<span class="tb-date">date</span><span class="tb-unread">outside the article</span></p>'
)


def draw_document() -> None:
    """Draw the view at the figure, quotation, characters or document that the address names."""
    place = asked_place()
    document_id = ask_document(place.document_id if place else st.query_params.get("id", ""))
    if document_id is None:
        return
    facts = read_facts(document_id)
    if facts is None:
        empty_state("The warehouse has no document of this id any more. Choose another one above.")
        return
    focus = place if place and place.document_id == document_id else None
    passages = read_passages(document_id)
    bounds = part_bounds(passages, int(str(facts["char_count"])))
    start, end = ask_part(bounds, focus)
    kinds = ask_kinds()
    text_column, side = st.columns([2, 1], gap="large")
    with side, st.container(key="document-side"):
        draw_focus(focus)
        draw_facts(facts, document_id)
    with text_column:
        marks = [mark for mark in read_marks(document_id, start, end) if mark.kind in kinds]
        draw_text(
            read_text(document_id, start, end),
            start,
            marks,
            passages,
            document_id=document_id,
            focus=focus,
        )
    if focus is not None:
        st.html(SCROLL, unsafe_allow_javascript=True)


def asked_place() -> Place | None:
    """Return the characters that the address names, by figure, by quotation or as ``at=5-12``."""
    asked = st.query_params
    if asked.get("figure") or asked.get("quote"):
        return find_place(figure_id=asked.get("figure", ""), quote_id=asked.get("quote", ""))
    start, _, end = asked.get("at", "").partition("-")
    if start.isdecimal() and end.isdecimal() and "id" in asked:
        return Place(document_id=asked["id"], start_char=int(start), end_char=int(end))
    return None


def ask_document(document_id: str) -> str | None:
    """Draw the choice of the document and return its id; None where none is found."""
    words = st.text_input(
        "Words in the title or in the file's name", key="find", bind="query-params"
    )
    choices = find_documents(words.strip(), document_id)
    if not choices:
        empty_state("No document is named so. Write fewer letters.")
        return None
    ids = [choice.document_id for choice in choices]
    names = {choice.document_id: choice.words() for choice in choices}
    return st.selectbox(
        "Document",
        ids,
        index=ids.index(document_id) if document_id in ids else 0,
        format_func=names.__getitem__,
    )


def ask_part(bounds: list[tuple[int, int]], focus: Place | None) -> tuple[int, int]:
    """Draw the choice of the part of a long text, and return its bounds."""
    if len(bounds) == 1:
        return bounds[0]
    start = focus.start_char if focus else 0
    at = next(
        number for number, (_, end) in enumerate(bounds) if start < end or end == bounds[-1][1]
    )
    number = st.number_input(f"Part (of {len(bounds)})", 1, len(bounds), at + 1, width=160)
    return bounds[int(number) - 1]


def ask_kinds() -> list[str]:
    """Draw the choice of what is marked, and return the kinds."""
    return st.pills(
        "Marked",
        list(KINDS),
        default=list(KINDS),
        selection_mode="multi",
        format_func=KINDS.__getitem__,
        key="marked",
        bind="query-params",
    )


def draw_facts(facts: dict[str, object], document_id: str) -> None:
    """Draw what is known of the document."""
    st.subheader("Document", anchor=False)
    shown = {
        "Title": facts["title"],
        "Published": facts["published_on"],
        "Publisher": facts["publisher_name"],
        "Authors": facts["author_names"],
        "Language": facts["language_code"],
        "Address": facts["url"],
        "Files": "; ".join(read_files(document_id)) or None,
        "Document id": document_id,
    }
    st.html(safe_html.facts(shown, label="Document"))


def draw_text(
    text: str,
    start: int,
    marks: list[Mark],
    passages: list[Passage],
    *,
    document_id: str,
    focus: Place | None,
) -> None:
    """Draw a part of a text; passages that are not read are grey."""
    end = start + len(text)
    unread = [
        Mark(
            kind="unread",
            mark_id=None,
            start_char=passage.start_char,
            end_char=passage.end_char,
            label=passage.kind,
        )
        for passage in passages
        if passage.is_furniture and passage.start_char < end and passage.end_char > start
    ]
    target = (focus.start_char, focus.end_char) if focus else None
    parts = segments(start, end, [*unread, *marks])
    body = render(text, parts, document_id=document_id, offset=start, focus=target)
    st.html(LEGEND)
    st.html(f'<article class="tb-text" aria-label="Text of the document">{body}</article>')
