"""The quotation marks of a text, and what their neighbours let each one do."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

MARKS: Final = re.compile("['’]{2}|``|[\"“”„‟«»]+")
STRAIGHT: Final = '"'
SAME: Final = {"'": STRAIGHT, "’": STRAIGHT, "`": "“", "‟": "“"}
"""Marks that are typed for others: two single ones, two grave accents."""
OPENING: Final = "“„«"
CLOSING: Final = "”»"
GUILLEMETS: Final = "«»"
PARTNERS: Final = {
    STRAIGHT: f"{STRAIGHT}”“",
    "“": f"”{STRAIGHT}",
    "”": f"”{STRAIGHT}",
    "„": f"“”{STRAIGHT}",
    "«": "»",
    "»": "«",
}
"""What closes a quotation, by the mark that opened it."""
SPACES: Final = " \t\r\n\u00a0\u2009\u202f"
OPENERS: Final = "([{—–-:'‘/"
"""Characters that may stand right before an opening mark."""
SENTENCE_ENDS: Final = ".!?,…"


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark; doubled marks are one.

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
        pieces = [(match.start(), match.end())]
        if len(set(match.group())) > 1 or (match.start() > start and match.group()[0] in '"“”'):
            pieces = [(place, place + 1) for place in range(*match.span())]
        if is_doubled(text, match, start, end):
            pieces = [match.span()]
        for first, behind in pieces:
            yield make_mark(text, (first, behind), (start, end), match.span())


def is_doubled(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Tell whether a run of equal marks is one: it stands at one end of a word only."""
    if len(set(match.group())) > 1:
        return False
    before = text[match.start() - 1] if match.start() > start else " "
    after = text[match.end()] if match.end() < end else " "
    return (before in SPACES) != (after in SPACES)


def make_mark(
    text: str, place: tuple[int, int], paragraph: tuple[int, int], run: tuple[int, int]
) -> Mark:
    """Return a mark with what the characters around its run let it do."""
    first, behind = place
    sign = SAME.get(text[first], text[first])
    before = text[run[0] - 1] if run[0] > paragraph[0] else " "
    after = text[run[1]] if run[1] < paragraph[1] else " "
    is_spaced_before, is_spaced_behind = before in SPACES, after in SPACES
    if behind < run[1]:
        after, is_spaced_behind = text[behind], False
    if sign in GUILLEMETS:
        return make_guillemet(sign, place, is_spaced_before=is_spaced_before, after=after)
    if sign in OPENING:
        return Mark(first, behind, sign, not is_spaced_behind, may_close=sign == "“")
    if sign in CLOSING:
        may_open = is_spaced_before and not is_spaced_behind
        return Mark(first, behind, sign, may_open, may_close=True)
    is_glued = not is_spaced_before and not is_spaced_behind
    opens = is_spaced_before or before in OPENERS or (is_glued and before in SENTENCE_ENDS)
    return Mark(first, behind, sign, opens and not is_spaced_behind, not is_spaced_before)


def make_guillemet(
    sign: str, place: tuple[int, int], *, is_spaced_before: bool, after: str
) -> Mark:
    """Return a guillemet: « opens also before a space, » opens only where « would close."""
    if sign == "«":
        return Mark(*place, sign, may_open=True, may_close=False)
    is_turned = is_spaced_before and after.isalnum()
    return Mark(*place, sign, may_open=is_turned, may_close=True)
