"""The quotation marks of a text, and what their neighbours let each one do."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

MARKS: Final = re.compile("''|’’|‘‘|``|[\"“”„‟«»]+")
TYPED: Final = "'’‘`"
"""Characters of which two are typed for one mark."""
STRAIGHT: Final = '"'
SAME: Final = {"'": STRAIGHT, "’": STRAIGHT, "‘": "“", "`": "“", "‟": "“"}
"""Marks that are typed for others: two single ones, two grave accents."""
OPENING: Final = "“„«"
PARTNERS: Final = {
    STRAIGHT: f"{STRAIGHT}”“",
    "“": f"”{STRAIGHT}“",
    "”": f"”{STRAIGHT}“",
    "„": f"“”{STRAIGHT}",
    "«": "»",
    "»": "«»",
}
"""What closes a quotation, by the mark that opened it."""
OPENERS: Final = "([{—–-:'‘/"
"""Characters that may stand right before an opening mark."""
SENTENCE_ENDS: Final = ".!?,…"
NEVER_FIRST: Final = ",;:)]}"
"""Characters that stand behind a closing mark and never at the head of a quotation."""
HEADS: Final = "“„\"'‘[…$€£"
"""Characters that stand at the head of a quotation beside letters and digits."""
INVISIBLE: Final = (
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
)
"""Marks of direction and joins, which are no neighbours."""
MAX_INVISIBLE: Final = 8


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark; doubled ones that open are one.

    Attributes:
        start: Its first character.
        end: The character behind it.
        sign: Which mark it is; what is typed for another is that other.
        may_open: Whether a quotation may begin behind it.
        may_close: Whether a quotation may end before it.
    """

    start: int
    end: int
    sign: str
    may_open: bool
    may_close: bool


def find_marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """Yield the double quotation marks of a paragraph in order.

    Args:
        text: Text of the document.
        start: First character of the paragraph.
        end: Character behind the paragraph.
    """
    for match in MARKS.finditer(text, start, end):
        before = visible_before(text, match.start(), start)
        after = visible_behind(text, match.end(), end)
        is_opening = before.isspace() and not after.isspace() and len(set(match.group())) == 1
        if match.group()[0] in TYPED or is_opening:
            yield make_mark(text, match.span(), before, after)
            continue
        for place in range(*match.span()):
            yield make_mark(
                text,
                (place, place + 1),
                text[place - 1] if place > match.start() else before,
                text[place + 1] if place + 1 < match.end() else after,
            )


def visible_before(text: str, place: int, start: int) -> str:
    """Return the character before a place that is seen; a space at the start of the paragraph."""
    lowest = max(start, place - MAX_INVISIBLE)
    while place > lowest and text[place - 1] in INVISIBLE:
        place -= 1
    return text[place - 1] if place > start else " "


def visible_behind(text: str, place: int, end: int) -> str:
    """Return the character from a place on that is seen; a space at the end of the paragraph."""
    highest = min(end, place + MAX_INVISIBLE)
    while place < highest and text[place] in INVISIBLE:
        place += 1
    return text[place] if place < end else " "


def make_mark(text: str, place: tuple[int, int], before: str, after: str) -> Mark:
    """Return a mark with what the characters beside it let it do."""
    sign = SAME.get(text[place[0]], text[place[0]])
    if sign == STRAIGHT:
        return Mark(*place, sign, straight_opens(before, after), not before.isspace())
    if sign in OPENING:
        is_behind = not before.isspace() and before not in OPENERS
        is_last = is_behind and (after.isspace() or after in NEVER_FIRST + SENTENCE_ENDS)
        return Mark(*place, sign, may_open=not is_last, may_close=is_behind)
    return Mark(*place, sign, turned_opens(sign, before, after), may_close=True)


def straight_opens(before: str, after: str) -> bool:
    """Tell whether a mark that has no direction may open: behind a space, or glued to an end."""
    if after.isspace() or after in NEVER_FIRST:
        return False
    if before.isspace() or before in OPENERS:
        return True
    return before in f"{SENTENCE_ENDS}{STRAIGHT}" and (after.isalnum() or after in "“‘'[")


def turned_opens(sign: str, before: str, after: str) -> bool:
    """Tell whether a mark that closes in English opens: Swedish ”, German »."""
    is_head = after.isalnum() or after in HEADS
    return is_head and (before.isspace() or (sign == "»" and before in OPENERS))
