"""Cuts a page into segments: its lines, and the parts of lines that are glued together.

A seam is only offered here: where both sides turn out to be of one kind, they are one passage.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tasks.nlp.passages.lines import Line, split_lines
from tasks.nlp.passages.patterns import LinePattern, find_ending, match_line
from tasks.nlp.passages.shapes import LIST_ITEM
from tasks.nlp.passages.wrapping import join_wrapped_lines

MAX_SEAMS: Final = 5
"""Parts that a line is cut into from its start; more are no page but an attack."""
LISTED: Final = "related"
"""Kind of a list whose items share the kind of the line above them."""
CAPTION: Final = "caption"
"""Kind that the words in front of a credit speak for."""
LABEL_KIND: Final = "metadata"
"""Kind of the words in front of what they name (``Title:``)."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A line, or a part of one.

    Attributes:
        line: Its text and offsets.
        is_glued: True when no line break stands before it.
        pattern_name: The pattern of the seeds that fits it, empty without one.
        hint: The kind that this pattern speaks for.
        is_certain: True when the pattern decides, not the page.
    """

    line: Line
    is_glued: bool = False
    pattern_name: str = ""
    hint: str = ""
    is_certain: bool = False


def cut_segments(text: str) -> Iterator[Segment]:
    """Yield the segments of a text in order; together they hold every visible character.

    The items right below a line that announces other stories belong to it.
    """
    opener = ""
    for line in join_wrapped_lines(list(split_lines(text)), text):
        if opener and LIST_ITEM.match(line.text) and not line.follows_blank:
            yield Segment(line, pattern_name=opener, hint=LISTED, is_certain=True)
            continue
        opener = ""
        for segment in cut_line(line, is_glued=False):
            yield segment
            if segment.hint == LISTED and segment.is_certain:
                opener = segment.pattern_name


def cut_line(line: Line, *, is_glued: bool, seams: int = MAX_SEAMS) -> Iterator[Segment]:
    """Yield the segments of one line, cut at most ``seams`` times."""
    found = match_line(line.text) if seams else None
    if found is None:
        yield from cut_ending(line, is_glued=is_glued)
        return
    pattern, length = found
    if length == len(line.text) or pattern.scope in {"line", "furniture"}:
        is_certain = pattern.scope == "line"
        yield Segment(line, is_glued, pattern.name, pattern.kind, is_certain=is_certain)
        return
    first, rest = parted(line, length)
    if pattern.scope == "label":
        yield Segment(first, is_glued, pattern.name, LABEL_KIND, is_certain=True)
        is_title = pattern.kind == "title"
        yield Segment(rest, True, pattern.name, pattern.kind, is_certain=is_title)  # noqa: FBT003
    else:
        yield Segment(first, is_glued, pattern.name, pattern.kind, is_certain=True)
        yield from cut_line(rest, is_glued=True, seams=seams - 1)


def cut_ending(line: Line, *, is_glued: bool) -> Iterator[Segment]:
    """Yield a line that no pattern begins, without and with the credit at its end."""
    found: tuple[LinePattern, int] | None = find_ending(line.text)
    if found is None:
        yield Segment(line, is_glued)
        return
    pattern, start = found
    first, rest = parted(line, start)
    yield Segment(first, is_glued, hint=CAPTION)
    yield Segment(rest, True, pattern.name, pattern.kind, is_certain=True)  # noqa: FBT003 - is_glued


def parted(line: Line, length: int) -> tuple[Line, Line]:
    """Return the two lines that a line becomes when it is cut behind ``length`` characters."""
    head, tail = line.text[:length].rstrip(), line.text[length:].lstrip()
    first = Line(line.start_char, line.start_char + len(head), head, line.follows_blank)
    return first, Line(line.end_char - len(tail), line.end_char, tail, follows_blank=False)
