"""Marks every line of a text as a passage; nothing is cut away and nothing is edited."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from tasks.nlp.passages.lines import Line, split_lines
from tasks.nlp.passages.patterns import match_line
from tasks.nlp.passages.shapes import (
    LIST_ITEM,
    SENTENCE_END,
    is_bio,
    is_heading,
    is_list_item,
    is_name_line,
    is_short_label,
    is_title,
    names_publisher,
)
from tasks.nlp.spans import Passage

FIGURE_KINDS: Final = frozenset({"title", "heading", "body", "caption"})
"""Passages that figures and quotations come from."""
NAME_KINDS: Final = FIGURE_KINDS | {
    "byline",
    "dateline",
    "metadata",
    "credit",
    "bio",
    "disclaimer",
}
"""Passages that entities and dates come from."""
SILENT_RULES: Final = frozenset({"keyword_line"})
"""Metadata lines that give nothing at all (keyword lists)."""
PUBLISHER: Final = "publisher_after_title"
"""Rule of a line below the title that names the publication."""
STANDFIRST: Final = "standfirst"
"""Rule of the summary line below a title; bylines may still follow it."""
WRAPPED_LINE_CHARS: Final = 50
MAX_RELATED_CHARS: Final = 200


@dataclass
class PageState:
    """What has been seen of the page so far."""

    passages: list[Passage] = field(default_factory=list)
    has_title: bool = False
    has_body: bool = False
    related_rule: str | None = None
    bylines: list[str] = field(default_factory=list)

    def add(self, start_char: int, end_char: int, kind: str, rule: str) -> None:
        """Append a passage."""
        self.passages.append(Passage(start_char, end_char, kind, rule))
        self.has_title |= kind == "title"
        self.has_body |= kind == "body" and rule != STANDFIRST


def mark_passages(text: str) -> list[Passage]:
    """Return the passages of a text in order; together they hold every visible character."""
    lines = list(split_lines(text))
    state = PageState()
    for index, line in enumerate(lines):
        mark_line(state, line, lines[index + 1 : index + 3])
    return join_wrapped(mark_repeated_names(state.passages, text), text)


def mark_line(state: PageState, line: Line, following: Sequence[Line]) -> None:
    """Add the passage or passages of one line."""
    if state.related_rule and continues_list(line, following):
        state.add(line.start_char, line.end_char, "related", state.related_rule)
        return
    state.related_rule = None
    found = match_line(line.text)
    if found is None:
        kind, rule = shape_of(state, line, following)
        if kind == "byline":
            state.bylines.append(line.text)
        state.add(line.start_char, line.end_char, kind, rule)
        return
    pattern, length = found
    seam = line.start_char + length
    if pattern.scope == "list":
        state.related_rule = pattern.name
    if pattern.scope in {"line", "list"} or length == len(line.text):
        state.add(line.start_char, line.end_char, pattern.kind, pattern.name)
    elif pattern.scope == "label":
        state.add(line.start_char, seam, "metadata", pattern.name)
        rest_start = line.end_char - len(line.text[length:].lstrip())
        state.add(rest_start, line.end_char, pattern.kind, pattern.name)
    else:
        state.add(line.start_char, seam, pattern.kind, pattern.name)
        rest = line.text[length:].lstrip()
        start = line.end_char - len(rest)
        mark_line(state, Line(start, line.end_char, rest, follows_blank=False), following)


def continues_list(line: Line, following: Sequence[Line]) -> bool:
    """Tell whether a line still belongs to the list of related stories above it."""
    headline = is_short_label(line, MAX_RELATED_CHARS) and not line.follows_blank
    return (is_list_item(line) and len(line.text) <= MAX_RELATED_CHARS) or (
        headline and not (following and len(following[0].text) > MAX_RELATED_CHARS)
    )


def shape_of(state: PageState, line: Line, following: Sequence[Line]) -> tuple[str, str]:
    """Return kind and rule of a line that no pattern knows."""
    if not state.has_title and not state.has_body and is_title(line, following):
        return "title", "first_short_line"
    if state.has_title and not state.has_body and is_name_line(line):
        return ("metadata", PUBLISHER) if names_publisher(line) else ("byline", "name_after_title")
    if state.has_title and not state.has_body and is_short_label(line, MAX_RELATED_CHARS):
        return "body", STANDFIRST
    if state.has_body and is_bio(line, state.bylines):
        return "bio", "author_introduced"
    if state.has_body and is_heading(line, following):
        return "heading", "short_line_apart"
    return "body", "running_text"


def mark_repeated_names(passages: list[Passage], text: str) -> list[Passage]:
    """Turn a name line into a caption when the caption below starts with the same words."""
    marked = list(passages)
    for index, (first, second) in enumerate(pairwise(passages)):
        words = text[first.start_char : first.end_char]
        caption = text[second.start_char : second.end_char]
        if second.kind == "caption" and caption.startswith(words):
            marked[index] = Passage(
                first.start_char, first.end_char, "caption", "repeated_in_caption"
            )
    return marked


def join_wrapped(passages: list[Passage], text: str) -> list[Passage]:
    """Join body lines that a fixed line width has broken in the middle of a sentence."""
    joined: list[Passage] = []
    for passage in passages:
        if joined and is_continuation(joined[-1], passage, text):
            first = joined.pop()
            joined.append(Passage(first.start_char, passage.end_char, "body", "wrapped_lines"))
        else:
            joined.append(passage)
    return joined


def is_continuation(first: Passage, second: Passage, text: str) -> bool:
    """Tell whether the second body line goes on with the sentence of the first."""
    if first.kind != "body" or second.kind != "body":
        return False
    between = text[first.end_char : second.start_char]
    last_line = text[max(first.start_char, first.end_char - 400) : first.end_char]
    last_line = last_line.splitlines()[-1]
    next_line = text[second.start_char : second.start_char + 40]
    return (
        between.count("\n") <= 1
        and not SENTENCE_END.search(last_line)
        and not LIST_ITEM.match(next_line)
        and (next_line[0].islower() or len(last_line) >= WRAPPED_LINE_CHARS)
    )
