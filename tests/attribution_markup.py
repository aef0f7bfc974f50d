"""Inline mark-up of who says what: every quotation of a text and the claimant of every figure.

``[We fled.|direct "Ada Korr" person said stated]`` is a quotation: kind, name and type of the
speaker, cue, stance, ``-`` for what is missing, and ``via=`` where somebody passes it on.
``[nine|claim "Ada Korr" stated]`` is a figure with its claimant and stance, ``[nine|claim - -]``
one in the article's own voice. Marks may stand in each other; ``¶`` is the end of a paragraph.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tasks.nlp.document import Extraction
    from tasks.nlp.quotes.claimants import Claim
    from tasks.nlp.spans import Quote, Speaker

PARAGRAPH: Final = "\n\n"
PIECE: Final = re.compile(r"(?P<words>[^\[\]|]+)|(?P<opening>\[)|\|(?P<what>[^\[\]|]*)\]|.")


@dataclass(frozen=True, slots=True, order=True)
class Said:
    """One expected row: its place and text, and everything else as text."""

    start_char: int
    text: str
    what: str


def parse_said(line: str) -> tuple[str, list[Said]]:
    """Return the plain text of a marked line and its expected rows in order.

    Raises:
        ValueError: If a mark is not closed, or closed without having been opened.
    """
    plain = ""
    opened: list[int] = []
    found: list[Said] = []
    for match in PIECE.finditer(line.replace(" ¶ ", PARAGRAPH)):
        if match["words"]:
            plain += match["words"]
        elif match["opening"]:
            opened.append(len(plain))
        elif match["what"] is None or not opened:
            msg = f"a mark is closed before it opens or says what it is in {line!r}"
            raise ValueError(msg)
        else:
            start = opened.pop()
            found.append(Said(start, plain[start:], " ".join(shlex.split(match["what"]))))
    if opened:
        msg = f"a mark is not closed in {line!r}"
        raise ValueError(msg)
    return plain, sorted(found)


def said_in(extraction: Extraction) -> list[Said]:
    """Return quotations and figures of an extraction in the form of the mark-up."""
    rows = [
        Said(quote.span.start_char, quote.span.text, describe_quote(quote))
        for quote in extraction.quotes
    ]
    rows += [
        Said(figure.span.start_char, figure.span.text, describe_claim(claim))
        for figure, claim in zip(extraction.figures, extraction.claims, strict=True)
    ]
    return sorted(rows)


def describe_quote(quote: Quote) -> str:
    """Return a quotation as the words of its mark-up."""
    speaker = quote.speaker
    cue = quote.cue.text if quote.cue else None
    words = [quote.kind, name_of(speaker), speaker.kind if speaker else "-", cue, quote.stance]
    return " ".join([*(word or "-" for word in words), *via_of(quote.via)])


def describe_claim(claim: Claim) -> str:
    """Return the claim of a figure as the words of its mark-up."""
    words = ["claim", name_of(claim.claimant), claim.stance or "-"]
    return " ".join([*words, *via_of(claim.via)])


def name_of(speaker: Speaker | None) -> str:
    """Return who somebody is, ``-`` for nobody."""
    return speaker.name if speaker else "-"


def via_of(via: Speaker | None) -> list[str]:
    """Return who passes something on as a word of the mark-up, none where nobody does."""
    return [f"via={via.name}"] if via else []
