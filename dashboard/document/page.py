"""Draws the view Document: a part of the text with its marks, and what is in focus beside it."""

from __future__ import annotations

import re
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


LOST: Final = (
    "The warehouse has nothing of this id any more: it may be of an earlier run, or refused. "
    "Choose a document above."
)
NOTHING_YET: Final = "The warehouse holds no document yet. Run tallybook with some texts."
PLACE: Final = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")
"""Offsets as an address writes them; no text has a longer one."""
LEGEND: Final = (
    '<p class="tb-legend"><span class="tb-figure">figure</span>'
    '<span class="tb-entity">entity</span><span class="tb-quote">quotation</span>'
    '<span class="tb-date">date</span><span class="tb-unread">outside the article</span></p>'
)


def draw_document() -> None:
    """Draw the view at the figure, quotation, characters or document that the address names."""
    place = asked_place()
    document_id = ask_document(asked_document(place))
    facts = None if document_id is None else read_facts(document_id)
    if document_id is None or facts is None:
        return
    focus = place if place and place.document_id == document_id else None
    passages = read_passages(document_id)
    bounds = part_bounds(passages, int(str(facts["char_count"])))
    start, end = ask_part(bounds, focus, document_id)
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
    offsets = PLACE.fullmatch(asked.get("at", ""))
    if offsets and "id" in asked:
        start, end = map(int, offsets.groups())
        return Place(document_id=asked["id"], start_char=start, end_char=end)
    return None


def asked_document(place: Place | None) -> str | None:
    """Return the id of the document that the address names; None where it names nothing.

    What is named by a figure or a quotation that is not there has an empty id.
    """
    if place is not None:
        return place.document_id
    asked = st.query_params
    return "" if asked.get("figure") or asked.get("quote") else asked.get("id") or None


def ask_document(asked: str | None) -> str | None:
    """Draw the choice of the document and return its id; None where none is found.

    Args:
        asked: Id that the address names, None for the newest document; one that is not there is
            never answered with another document.
    """
    words = st.text_input(
        "Words in the title or in the file's name", key="find", bind="query-params"
    ).strip()
    choices = find_documents(words, asked or "")
    if not choices:
        empty_state("No document is named so. Write fewer letters." if words else NOTHING_YET)
        return None
    ids = [choice.document_id for choice in choices]
    names = {choice.document_id: choice.words() for choice in choices}
    is_lost = asked is not None and asked not in ids
    # The address is what holds, also where the browser goes back to an earlier one.
    st.session_state["document"] = None if is_lost else asked or ids[0]
    chosen = st.selectbox(
        "Document",
        ids,
        index=None if is_lost else 0,
        format_func=names.__getitem__,
        key="document",
        on_change=keep_document,
        placeholder="Choose a document",
    )
    if chosen is None:
        empty_state(LOST)
    return chosen


def keep_document() -> None:
    """Put the document that was chosen into the address, in place of what it led to before."""
    for name in ("id", "figure", "quote", "at", "part"):
        st.query_params.pop(name, None)
    if chosen := st.session_state["document"]:
        st.query_params["id"] = chosen


def ask_part(
    bounds: list[tuple[int, int]], focus: Place | None, document_id: str
) -> tuple[int, int]:
    """Draw the choice of the part of a long text, and return its bounds.

    The part in the address holds, else that of the focus, else the first one.
    """
    if len(bounds) == 1:
        return bounds[0]
    start = focus.start_char if focus else 0
    at = next(
        number for number, (_, end) in enumerate(bounds) if start < end or end == bounds[-1][1]
    )
    asked, key = st.query_params.get("part", ""), f"part of {document_id}"
    numbers = range(1, len(bounds) + 1)
    st.session_state[key] = next((n for n in numbers if str(n) == asked), at + 1)
    number = st.number_input(
        f"Part (of {len(bounds)})", 1, len(bounds), width=160, key=key,
        on_change=keep_part, args=(key,),
    )  # fmt: skip
    return bounds[int(number) - 1]


def keep_part(key: str) -> None:
    """Put the part that was chosen into the address."""
    st.query_params["part"] = str(st.session_state[key])


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
