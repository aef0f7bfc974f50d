"""A text with marks over it, as segments and as safe markup."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from dashboard import safe_html
from dashboard.links import DOCUMENT, ENTITIES, link_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

FOCUS_ID: Final = "tb-focus-target"
KINDS: Final = {
    "figure": "Figures",
    "date": "Dates",
    "entity": "Entities",
    "quote": "Quotations",
}
"""Kinds of marks and what they are called, in the order in which a click chooses among them."""


@dataclass(frozen=True, kw_only=True)
class Mark:
    """Something found in a text: characters of the document (end exclusive), kind and label."""

    kind: str
    mark_id: str | None
    start_char: int
    end_char: int
    label: str | None


@dataclass(frozen=True, kw_only=True)
class Segment:
    """Characters over which the same marks lie; offsets are those of the document."""

    start_char: int
    end_char: int
    marks: tuple[Mark, ...]


def segments(start_char: int, end_char: int, marks: Sequence[Mark]) -> Iterator[Segment]:
    """Yield the segments of a part, in order; together they are the part.

    Args:
        start_char: First character of the part.
        end_char: Character after its last one.
        marks: Marks that lie in it or reach into it.
    """
    starts: dict[int, list[Mark]] = {}
    ends: dict[int, list[Mark]] = {}
    for mark in marks:
        starts.setdefault(max(mark.start_char, start_char), []).append(mark)
        ends.setdefault(min(mark.end_char, end_char), []).append(mark)
    borders = sorted({start_char, end_char, *starts, *ends})
    active: dict[int, Mark] = {}
    for left, right in pairwise(borders):
        for mark in ends.get(left, ()):
            active.pop(id(mark), None)
        for mark in starts.get(left, ()):
            active[id(mark)] = mark
        yield Segment(start_char=left, end_char=right, marks=tuple(active.values()))


def render(
    text: str,
    parts: Iterable[Segment],
    *,
    document_id: str,
    offset: int,
    focus: tuple[int, int] | None,
) -> str:
    """Return a part of a text as markup, every character of it escaped.

    Args:
        text: Characters of the part.
        parts: Its segments.
        document_id: The document, for links to its dates.
        offset: Offset of the part in the document.
        focus: Characters that are outlined, end exclusive; the first of them is where a browser
            scrolls to.
    """
    found, has_target = [], False
    for part in parts:
        words = text[part.start_char - offset : part.end_char - offset]
        is_focus = focus is not None and focus[0] < part.end_char and part.start_char < focus[1]
        body = _span(words, part, is_focus=is_focus, is_target=is_focus and not has_target)
        found.append(_linked(body, part, document_id))
        has_target = has_target or is_focus
    return "".join(found)


def _span(words: str, part: Segment, *, is_focus: bool, is_target: bool) -> str:
    body = safe_html.text(words)
    if not part.marks and not is_focus:
        return body
    classes = [f"tb-{mark.kind}" for mark in part.marks] + (["tb-focus"] if is_focus else [])
    labels = "; ".join(f"{mark.kind}: {mark.label}" for mark in part.marks if mark.label)
    attributes = f' class="{" ".join(dict.fromkeys(classes))}"'
    attributes += f' title="{safe_html.text(safe_html.shortened(labels, 300))}"' if labels else ""
    attributes += f' id="{FOCUS_ID}" tabindex="-1"' if is_target else ""
    return f"<span{attributes}>{body}</span>"


def _linked(body: str, part: Segment, document_id: str) -> str:
    """Return a segment as a link to what lies over it, the first kind of ``KINDS`` that does."""
    by_kind = {mark.kind: mark for mark in reversed(part.marks)}
    mark = next((by_kind[kind] for kind in KINDS if kind in by_kind), None)
    address = None if mark is None else address_of(mark, document_id)
    if address is None:
        return body
    return f'<a href="{safe_html.text(address)}" target="_self">{body}</a>'


def address_of(mark: Mark, document_id: str) -> str | None:
    """Return the address that shows a mark in full; None where nothing does.

    Args:
        mark: A mark.
        document_id: The document that it is in.
    """
    match mark.kind:
        case "figure" | "quote" if mark.mark_id:
            return link_to(DOCUMENT, **{mark.kind: mark.mark_id})
        case "entity" if mark.mark_id:
            return link_to(ENTITIES, entity=mark.mark_id)
        case "date":
            return link_to(DOCUMENT, id=document_id, at=f"{mark.start_char}-{mark.end_char}")
        case _:
            return None
