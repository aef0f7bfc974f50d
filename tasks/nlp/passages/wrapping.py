"""Joins the lines of a text that a fixed line width has broken.

A line was broken where the first word of the next one had no room left in it. A text is wrapped
when that holds for most of its lines, none of which is longer than a screen.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from tasks.nlp.passages.lines import Line
from tasks.nlp.passages.patterns import match_line
from tasks.nlp.passages.shapes import LIST_ITEM

WIDTHS: Final = range(40, 111)
"""Longest lines, in characters, of texts that may be wrapped."""
MIN_FULL_SHARE: Final = 0.5
"""Share of the lines with another one right below that must be full."""
MIN_PAIRS: Final = 3
MIN_OPEN_SHARE: Final = 0.4
"""Share of the full lines behind which the sentence goes on; below it, lines are lines."""
SHORT_BY: Final = 10
"""A sentence that ends so many characters before the width ends its paragraph."""
SLACK: Final = 2
"""Characters that a full line may still have had room for."""
BREAK: Final = re.compile(r"[\r\n\u2028\u2029\x0b\x0c\x85]")


def join_wrapped_lines(lines: Sequence[Line], text: str) -> Iterator[Line]:
    """Yield the lines of a text, broken ones joined, with a space for each character of a break.

    Args:
        lines: Lines of the text, in order.
        text: The text.
    """
    width = wrap_width(lines)
    first: Line | None = None
    last: Line | None = None
    for line in lines:
        if first and last and width and is_broken(last, line, width):
            last = line
            continue
        if first and last:
            yield spanning(first, last, text)
        first = last = line
    if first and last:
        yield spanning(first, last, text)


def wrap_width(lines: Sequence[Line]) -> int:
    """Return the width that a text is wrapped at, 0 when it is not."""
    width = max((len(line.text) for line in lines), default=0)
    if width not in WIDTHS:
        return 0
    pairs = [(one, two) for one, two in pairwise(lines) if not two.follows_blank]
    full = [(one, two) for one, two in pairs if is_full(one, two, width)]
    goes_on = sum(not two.text[0].isupper() or one.text.isupper() for one, two in full)
    is_wrapped = (
        len(pairs) >= MIN_PAIRS
        and len(full) >= MIN_FULL_SHARE * len(pairs)
        and goes_on >= MIN_OPEN_SHARE * len(full)
    )
    return width if is_wrapped else 0


def is_broken(line: Line, following: Line, width: int) -> bool:
    """Tell whether a line of a wrapped text goes on in the next one."""
    ends = line.text[-1] in ".!?" and following.text[0].isupper()
    return (
        not following.follows_blank
        and not LIST_ITEM.match(following.text)
        and match_line(following.text) is None
        and not (ends and len(line.text) < width - SHORT_BY)
        and is_full(line, following, width)
    )


def is_full(line: Line, following: Line, width: int) -> bool:
    """Tell whether the first word of the next line had no room in a line."""
    word = following.text.split(maxsplit=1)[0]
    return len(line.text) + 1 + len(word) > width - SLACK


def spanning(first: Line, last: Line, text: str) -> Line:
    """Return the line from the start of one to the end of another."""
    if first is last:
        return first
    words = BREAK.sub(" ", text[first.start_char : last.end_char])
    return Line(first.start_char, last.end_char, words, first.follows_blank)
