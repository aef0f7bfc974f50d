"""Mark-up that is made to be slow is refused before a parser sees it."""

from __future__ import annotations

import re
from typing import Final

MAX_ATTRIBUTES: Final = 1_000
"""Attributes of one tag; the parser compares each with all others."""
MARK: Final = re.compile(
    r"<(?:(script|style)\b|[a-z])|>|=\s*[\"']|[\"']|\s[^\s>=/\"'<]", re.IGNORECASE
)


def check_markup(markup: str) -> None:
    """Refuse a page in which one tag has more than ``MAX_ATTRIBUTES`` attributes.

    Reads each character once; scripts and styles are passed over.

    Raises:
        ValueError: Saying so.

    >>> check_markup("<p class='a b' id=c>Five rifles, six men</p>")
    """
    position, quote, count = 0, "", -1
    while match := MARK.search(markup, position):
        position = match.end()
        mark = match.group()
        if quote:
            quote = "" if mark[-1] == quote else quote
        elif mark[0] == "<":
            count = 0
            if match[1]:
                position, count = end_of_raw(markup, match[1].lower(), position), -1
        elif mark == ">":
            count = -1
        elif count >= 0 and mark[0] == "=":
            quote = mark[-1]
        elif count >= 0 and mark[0].isspace():
            count += 1
        if count > MAX_ATTRIBUTES:
            msg = (
                f"has a tag with over {MAX_ATTRIBUTES} attributes, as no page has: save it as .txt"
            )
            raise ValueError(msg)


def end_of_raw(markup: str, name: str, position: int) -> int:
    """Return where a script or style ends, the end of the mark-up if it is never closed."""
    end = re.compile(f"</{name}", re.IGNORECASE).search(markup, position)
    return end.end() if end else len(markup)
