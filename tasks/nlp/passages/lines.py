"""Lines of a text with their offsets; the only place that knows what a line break is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

LINE: Final = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its break and outer white space; never empty.

    ``follows_blank`` is true when an empty line or the start of the text stands before it.
    """

    start_char: int
    end_char: int
    text: str
    follows_blank: bool


def split_lines(text: str) -> Iterator[Line]:
    r"""Yield the lines of a text that hold more than white space.

    >>> [line.text for line in split_lines("A b\r\n\r\n  c ")]
    ['A b', 'c']
    """
    previous_end = -1
    for match in LINE.finditer(text):
        content = match.group().strip()
        if not content:
            continue
        start_char = match.start() + match.group().index(content[0])
        breaks = text.count("\n", previous_end, start_char) if previous_end >= 0 else 2
        breaks = breaks or text.count("\r", max(previous_end, 0), start_char)
        yield Line(start_char, start_char + len(content), content, breaks > 1)
        previous_end = start_char + len(content)
