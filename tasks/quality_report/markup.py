"""Markup of our own around texts that are hostile: whatever comes in as text is escaped.

Only the functions of this module make an ``Html``; the type checker finds text that would get into
a page in another way.
"""

from __future__ import annotations

from datetime import datetime
from html import escape
from typing import TYPE_CHECKING, Final, NewType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Html = NewType("Html", str)
TEXT, NUMBER, PROSE = "", "number", "prose"
"""Kinds of columns."""
LONGEST_TEXT: Final = 400
"""Characters of a value that the page shows."""
ALL_DIGITS: Final = 10_000
"""From here on, numbers show their whole part; below, four digits."""


def text(value: object, length: int = LONGEST_TEXT) -> Html:
    """Return a value as readers see it: null is empty, long texts are cut off.

    >>> text('<script>"x"'), text(0.5), text(1234)
    ('&lt;script&gt;&quot;x&quot;', '0.5', '1,234')
    """
    return Html(escape(shortened(_plain(value), length), quote=True))


def shortened(value: str, length: int) -> str:
    """Return a text of at most ``length`` characters; an ellipsis stands for the rest."""
    return value if len(value) <= length else value[: length - 1] + "…"


def _plain(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case int() | float():
            return _number(value)
        case datetime():
            return f"{value:%Y-%m-%d %H:%M} UTC"
        case _:
            return str(value)


def _number(value: float) -> str:
    is_whole = isinstance(value, int) or abs(value) >= ALL_DIGITS
    return f"{value:,.0f}" if is_whole else f"{value:,.4g}"


def join(parts: Iterable[Html]) -> Html:
    """Return markup one after the other."""
    return Html("".join(parts))


def element(name: str, *children: Html, **attributes: str) -> Html:
    """Return an element; its attributes are escaped.

    Args:
        name: Name of the element, ours.
        children: What stands in it.
        attributes: By name; ``_`` at the end is dropped and others become ``-``.
    """
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value, quote=True)}"'
        for key, value in attributes.items()
    )
    return Html(f"<{name}{given}>{''.join(children)}</{name}>")


def code(value: object, length: int = LONGEST_TEXT) -> Html:
    """Return a value as code, kept apart from the direction of the text around it."""
    return element("code", text(value, length))


def paragraph(words: str, **attributes: str) -> Html:
    """Return a sentence."""
    return element("p", text(words, 2 * LONGEST_TEXT), **attributes)


def items(entries: Iterable[Html]) -> Html:
    """Return markup as a list; without entries, nothing."""
    listed = [element("li", entry) for entry in entries]
    return element("ul", *listed) if listed else Html("")


def facts(values: Mapping[str, object]) -> Html:
    """Return names and values as a description list, without those that are null."""
    rows = (
        element("div", element("dt", text(name)), element("dd", text(value)))
        for name, value in values.items()
        if value is not None
    )
    return element("dl", *rows, class_="facts")


def table(caption: str, columns: Mapping[str, str], rows: Iterable[Sequence[Html]]) -> Html:
    """Return a table; where it is too wide, it scrolls within its place.

    With a column of prose, its rows become blocks on a phone; the roles tell screen readers that it
    is a table all the same.

    Args:
        caption: What it shows.
        columns: Kind of each column, ``TEXT``, ``NUMBER`` or ``PROSE``, by its head.
        rows: Cells of each row; the first one names the row.
    """
    heads = [
        element("th", text(head), scope="col", role="columnheader", **_class(kind))
        for head, kind in columns.items()
    ]
    body = (element("tr", *_row(columns, row), role="row") for row in rows)
    inner = element(
        "table",
        element("caption", text(caption)),
        element("thead", element("tr", *heads, role="row"), role="rowgroup"),
        element("tbody", *body, role="rowgroup"),
        role="table",
        **_class("stacked" if PROSE in columns.values() else ""),
    )
    return element("div", inner, class_="scroll", tabindex="0", role="region", aria_label=caption)


def _row(columns: Mapping[str, str], cells: Sequence[Html]) -> Iterator[Html]:
    places = zip(columns.items(), cells, strict=True)
    for number, ((head, kind), cell) in enumerate(places):
        if number == 0:
            yield element("th", cell, scope="row", role="rowheader", **_class(kind))
        else:
            yield element("td", cell, data_head=head, role="cell", **_class(kind))


def _class(name: str) -> dict[str, str]:
    return {"class_": name} if name else {}


def folded(summary: str, *content: Html, is_open: bool = False) -> Html:
    """Return content that unfolds with a click, also without scripts."""
    head = element("summary", text(summary))
    return element("details", head, *content, **({"open": ""} if is_open else {}))


def section(anchor: str, heading: str, *content: Html) -> Html:
    """Return a section with its heading, to which the contents lead."""
    head = element("h2", text(heading), id=f"{anchor}-heading")
    return element("section", head, *content, id=anchor, aria_labelledby=f"{anchor}-heading")


def severity(name: str, words: str | None = None) -> Html:
    """Return a severity as a label that its sign tells, too.

    Args:
        name: ``critical`` or ``warning``.
        words: What it says in place of the name.
    """
    sign = "✕" if name == "critical" else "!"
    mark = element("span", text(sign), aria_hidden="true")
    return element("span", mark, text(f" {words or name}"), class_=name)
