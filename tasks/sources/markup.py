"""Mark-up that is made to be slow is refused before a parser sees it."""

from __future__ import annotations

import re
from typing import Final

MAX_ATTRIBUTES: Final = 1_000
"""Attributes of one tag; the parser compares each with all others."""
MAX_TAGS: Final = 40_000
"""Tags of a page; the extractor walks up from some of them to the root."""
MARK: Final = re.compile(
    r"<!--|<(?:(script|style|textarea|title)\b|[a-z])|>|=\s*[\"']|[\"']|[\s/][^\s>=/\"'<]",
    re.IGNORECASE,
)
ENDS_NAME: Final = frozenset(" \t\r\n\f/>")


def check_markup(markup: str) -> None:
    """Refuse a page with more than ``MAX_TAGS`` tags, or ``MAX_ATTRIBUTES`` in one of them.

    Reads each character once; comments, scripts and other raw text are passed over.

    Raises:
        ValueError: Saying so.

    >>> check_markup("<p class='a b' id=c>Five rifles, six men</p>")
    """
    position, quote, count, tags = 0, "", -1, 0
    while match := MARK.search(markup, position):
        position = match.end()
        mark = match.group()
        if quote:
            if mark[-1] == quote:
                quote = ""
                count += markup[position : position + 1] not in ENDS_NAME
        elif mark == "<!--":
            position = end_of(markup, "-->", position)
        elif mark[0] == "<":
            count, tags = 0, tags + 1
            if match[1]:
                position, count = end_of(markup, f"</{match[1]}", position), -1
        elif mark == ">":
            count = -1
        elif count >= 0 and mark[0] == "=":
            quote = mark[-1]
        elif count >= 0 and mark[0] not in "\"'":
            count += 1
        check_counts(count, tags)


def check_counts(attributes: int, tags: int) -> None:
    """Refuse too many attributes or tags.

    Raises:
        ValueError: Saying which.
    """
    if attributes > MAX_ATTRIBUTES:
        msg = f"has a tag with over {MAX_ATTRIBUTES} attributes, as no page has: save it as .txt"
        raise ValueError(msg)
    if tags > MAX_TAGS:
        msg = f"has over {MAX_TAGS} tags, which would take too long: save its text as .txt"
        raise ValueError(msg)


def end_of(markup: str, end: str, position: int) -> int:
    """Return the position behind the next ``end`` in any case, or the end of the mark-up."""
    found = re.compile(re.escape(end), re.IGNORECASE).search(markup, position)
    return found.end() if found else len(markup)
