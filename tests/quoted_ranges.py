"""The quoted ranges of a text as lines that a test can state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tasks.nlp.quotes.pairing import pair_marks
from tests.broken_marks import paragraphs_of

if TYPE_CHECKING:
    from tasks.nlp.quotes.pairing import QuotedRange


def quoted(text: str) -> list[str]:
    """Return what stands between marks in order.

    ``< `` before it says that its opening mark is missing, ``+ `` that it goes on with the
    paragraph before, ``- `` that it stands inside another one; `` >`` behind it says that its
    closing mark is missing. Paragraphs have a blank line between them.
    """
    return [line_of(text, found) for found in pair_marks(text, paragraphs_of(text))]


def line_of(text: str, found: QuotedRange) -> str:
    """Return a range as a line."""
    before = "" if found.is_opened else "< "
    before += "+ " if found.continues else ""
    before += "- " if found.is_inner else ""
    words = text[found.start_char : found.end_char].strip()
    return before + words + ("" if found.is_closed else " >")
