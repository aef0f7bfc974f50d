"""Markup of our own around hostile texts: everything that comes from outside is escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LONGEST_VALUE: Final = 2_000
"""Characters of one value that a card shows."""


def text(value: object) -> str:
    """Return any value as text of a page, never as its markup; null is empty.

    >>> text('<script>"x"')
    '&lt;script&gt;&quot;x&quot;'
    """
    return "" if value is None else escape(str(value), quote=True)


def shortened(value: str, length: int = LONGEST_VALUE) -> str:
    """Return a text of bounded length; what is left out shows as an ellipsis.

    >>> shortened("about 5,000", 6)
    'about…'
    """
    return value if len(value) <= length else value[: length - 1] + "…"


def facts(values: Mapping[str, object], *, label: str) -> str:
    """Return names and values as a description list; nulls are left out.

    Args:
        values: Value by name, both plain text.
        label: What the list is about, for screen readers.
    """
    rows = "".join(
        f"<dt>{text(name)}</dt><dd>{text(shortened(str(value)))}</dd>"
        for name, value in values.items()
        if value is not None
    )
    return f'<dl class="tb-facts" aria-label="{text(label)}">{rows}</dl>'


def link(address: str, words: str) -> str:
    """Return a link within the dashboard, in the same tab."""
    return f'<a href="{text(address)}" target="_self">{text(words)}</a>'


def note(words: str, *, kind: str = "note") -> str:
    """Return a sentence in a box; errors are announced to screen readers.

    Args:
        words: Plain text.
        kind: ``note``, ``good``, ``warning`` or ``error``.
    """
    role = "alert" if kind == "error" else "note"
    return f'<p class="tb-note tb-{text(kind)}" role="{role}">{text(words)}</p>'


def bullet_list(items: Iterable[str]) -> str:
    """Return items, each already markup of ours, as a list."""
    return f'<ul class="tb-list">{"".join(f"<li>{item}</li>" for item in items)}</ul>'
