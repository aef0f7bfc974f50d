"""Pairs the quotation marks of a document, also where they are broken, and never loses a text.

Marks are paired inside a paragraph. A mark that is never closed ends with its paragraph, unless the
next paragraph goes on with it; one that is never opened begins with its paragraph. So a broken mark
changes nothing beyond its paragraph and the one behind it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from tasks.nlp.quotes.marks import OPENING, PARTNERS, SENTENCE_ENDS, STRAIGHT, Mark, find_marks
from tasks.nlp.quotes.single_marks import single_pairs

MAX_QUOTE_CHARS: Final = 5_000
"""A longer stretch between two marks is no quotation, but two marks without a partner."""
MAX_INNER: Final = 12
"""Marks behind one that opens a quotation inside another, in which both must be closed."""
SURELY: Final = {"“": "”", "„": "”", "«": "»"}
"""What closes a quotation wherever it stands, by the mark that opened it."""
TURNED: Final = "„”»"
"""Marks whose quotations the marks of ``OPENING`` may close."""
AGAIN: Final = {"«": "»"}
"""What begins the next paragraph of a quotation beside the mark that opened it."""


@dataclass(frozen=True, slots=True)
class QuotedRange:
    """Characters between two marks, the marks left out.

    Attributes:
        start_char: First character behind the opening mark.
        end_char: The closing mark, or the end of the paragraph without one; exclusive.
        is_opened: False when the opening mark is missing.
        is_closed: False when the closing mark is missing.
        continues: Whether it goes on with the quotation of the paragraph before.
        is_inner: Whether it stands inside another one.
    """

    start_char: int
    end_char: int
    is_opened: bool = True
    is_closed: bool = True
    continues: bool = False
    is_inner: bool = False

    def holds(self, start: int, end: int) -> bool:
        """Tell whether a range lies inside."""
        return self.start_char <= start and end <= self.end_char


@dataclass(slots=True)
class Pairing:
    """The state of reading one paragraph."""

    text: str
    start: int
    end: int
    marks: list[Mark]
    current: Mark | None = None
    opened: int = 0
    continues: bool = False
    ranges: list[QuotedRange] = field(default_factory=list)
    skipped: int = -1

    def open(self, mark: Mark) -> None:
        """Begin a quotation behind a mark."""
        self.current, self.opened, self.continues = mark, mark.end, False

    def close(self, end: int, *, is_closed: bool = True) -> None:
        """End the running quotation."""
        self.ranges.append(
            QuotedRange(self.opened, end, is_closed=is_closed, continues=self.continues)
        )
        self.current = None


def pair_marks(text: str, paragraphs: Sequence[tuple[int, int]]) -> Iterator[QuotedRange]:
    """Yield the quoted ranges of the given paragraphs (start and end), in order.

    A range inside another one follows it, with ``is_inner``.
    """
    pending: Mark | None = None
    marks = list(find_marks(text, *paragraphs[0])) if paragraphs else []
    for number, (start, end) in enumerate(paragraphs):
        is_last = number + 1 == len(paragraphs)
        following = [] if is_last else list(find_marks(text, *paragraphs[number + 1]))
        state = Pairing(text, start, end, marks)
        if pending is not None:
            take_over(state, pending)
        read_marks(state)
        pending = state.current
        if pending is not None:
            state.close(end, is_closed=False)
            if is_last or not goes_on(pending, following, paragraphs[number + 1][0]):
                pending = None
        yield from nested(text, state)
        marks = following


def take_over(state: Pairing, pending: Mark) -> None:
    """Go on with the quotation of the paragraph before; a mark that repeats it is skipped."""
    state.current, state.opened, state.continues = pending, state.start, True
    if state.marks and state.marks[0].start == state.start and state.marks[0].may_open:
        state.opened, state.skipped = state.marks[0].end, 0


def read_marks(state: Pairing) -> None:
    """Pair the marks of a paragraph; one that stays open is the state's current one."""
    for number, mark in enumerate(state.marks):
        if number <= state.skipped:
            continue
        if state.current is None:
            read_outside(state, number, mark)
        else:
            read_inside(state, number, mark)


def read_outside(state: Pairing, number: int, mark: Mark) -> None:
    """Read a mark outside of any quotation."""
    if mark.may_open:
        state.open(mark)
    elif number == 0 and mark.may_close and is_behind_sentence(state, mark):
        state.ranges.append(QuotedRange(state.start, mark.start, is_opened=False))


def read_inside(state: Pairing, number: int, mark: Mark) -> None:
    """Read a mark inside a quotation: it closes it, opens another one inside, or starts anew."""
    opener = state.current
    if opener is None:
        return
    if closes(state, opener, mark):
        if not is_inch(state, number):
            state.close(mark.start)
    elif mark.may_open and mark.sign != "»":
        last = last_inner(state, number, opener)
        if last is None:
            state.close(end_of_sentence(state, mark), is_closed=False)
            state.open(mark)
        else:
            state.skipped = last


def closes(state: Pairing, opener: Mark, mark: Mark) -> bool:
    """Tell whether a mark closes a quotation; one that may open as well is told by its place."""
    if mark.sign not in PARTNERS[opener.sign] or not mark.may_close:
        return False
    if not mark.may_open or mark.sign == SURELY.get(opener.sign):
        return True
    is_glued = not state.text[mark.start - 1].isspace()
    return is_glued and (mark.sign not in OPENING or opener.sign in TURNED)


def last_inner(state: Pairing, number: int, opener: Mark) -> int | None:
    """Return the last of the marks inside a quotation, None where they do not close in turn."""
    opened = [opener, state.marks[number]]
    last = min(len(state.marks), number + 1 + MAX_INNER)
    for place in range(number + 1, last):
        mark = state.marks[place]
        if mark.may_open:
            opened.append(mark)
        elif mark.sign not in PARTNERS[opened.pop().sign]:
            return None
        if not opened:
            return place - 1
    return None


def is_inch(state: Pairing, number: int) -> bool:
    """Tell inches in a quotation: a mark behind a digit, and a better one to close it later."""
    mark = state.marks[number]
    if mark.sign != STRAIGHT or not state.text[mark.start - 1].isdigit():
        return False
    for later in state.marks[number + 1 : number + 1 + MAX_INNER]:
        if later.may_open or is_behind_sentence(state, later):
            return not later.may_open
    return False


def is_behind_sentence(state: Pairing, mark: Mark) -> bool:
    """Tell whether a mark stands right behind the end of a sentence or clause."""
    return mark.start > state.start and state.text[mark.start - 1] in SENTENCE_ENDS


def end_of_sentence(state: Pairing, mark: Mark) -> int:
    """Return where a quotation ends that another one follows without a mark between them."""
    stretch = state.text[state.opened : mark.start]
    ends = [place for place, sign in enumerate(stretch) if sign in SENTENCE_ENDS]
    return state.opened + ends[0] + 1 if ends else mark.start


def goes_on(pending: Mark, following: Sequence[Mark], start: int) -> bool:
    """Tell whether an open quotation goes on in the next paragraph.

    It does when the next paragraph begins with its mark again, or when the first mark there closes
    a quotation; a mark that opens one means that the closing mark was forgotten.
    """
    if not following:
        return False
    first = following[0]
    again = {pending.sign, AGAIN.get(pending.sign)}
    if first.start == start and first.may_open and first.sign in again:
        return True
    return first.sign in PARTNERS[pending.sign] and first.may_close and not first.may_open


def nested(text: str, state: Pairing) -> Iterator[QuotedRange]:
    """Yield the ranges of a paragraph with those in single marks between and inside them."""
    outer = [found for found in state.ranges if is_quoted(text, found)]
    starts, ends = [one.start_char for one in outer], [one.end_char for one in outer]
    singles: list[QuotedRange] = []
    for start, end in single_pairs(text, state.start, state.end):
        first, behind = bisect_right(ends, start), bisect_left(starts, end)
        touched = outer[first:behind]
        if all(start < one.start_char and one.end_char < end for one in touched):
            outer[first:behind] = [replace(one, is_inner=True) for one in touched]
            singles.append(QuotedRange(start, end))
        elif len(touched) == 1 and touched[0].holds(start, end):
            singles.append(QuotedRange(start, end, is_inner=True))
    yield from sorted([*outer, *singles], key=lambda one: (one.start_char, -one.end_char))


def is_quoted(text: str, found: QuotedRange) -> bool:
    """Tell whether a range has a letter or digit and is not endless."""
    if found.end_char - found.start_char > MAX_QUOTE_CHARS:
        return False
    return any(sign.isalnum() for sign in text[found.start_char : found.end_char])
