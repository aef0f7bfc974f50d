"""Marks every line of a text as a passage; nothing is cut away and nothing is edited."""

from collections.abc import Iterator
from itertools import pairwise, takewhile
from typing import Final

from tasks.nlp.passages.line_model import name_kinds
from tasks.nlp.passages.segments import Segment, cut_segments
from tasks.nlp.passages.shapes import LIST_ITEM, SENTENCE_END, is_name_line, names_publisher
from tasks.nlp.spans import Passage
from warehouse.passage_kinds import FIGURE_KINDS

SILENT_RULES: Final = frozenset({"keyword_line"})
"""Metadata lines that give nothing at all (keyword lists)."""
PUBLISHER: Final = "publisher_name"
"""Rule of a metadata line that names the publication and nothing else."""
LEARNED: Final = "line_model"
"""Rule of a segment whose kind no pattern of the seeds speaks for."""
FIRST_LINE: Final = "first_short_line"
"""Rule of a title that only its place and its shape give away."""
UNDER_TITLE: Final = "name_under_title"
REPEATED: Final = "repeated_in_caption"
MAX_TITLE_CHARS: Final = 160
MIN_TITLE_WORDS: Final = 4
"""A line that looks like furniture needs so many words to be a title after all."""
JOINED: Final = "wrapped_lines"
"""Rule of lines that a fixed line width has broken in the middle of a sentence."""
JOINED_KINDS: Final = frozenset({"body", "title", "caption"})
WRAPPED_LINE_CHARS: Final = 50


def mark_passages(text: str) -> list[Passage]:
    """Return the passages of a text in order; together they hold every visible character."""
    segments = list(cut_segments(text))
    passages: list[Passage] = []
    for segment, kind in zip(segments, name_kinds(segments), strict=True):
        passage = as_passage(segment, kind)
        if passages and segment.is_glued and passages[-1].kind == kind:
            first = passages.pop()
            passage = Passage(first.start_char, passage.end_char, kind, first.rule)
        passages.append(passage)
    passages = list(join_wrapped(mark_repeated_names(passages, text), text))
    return with_byline(with_title(passages, text), text)


def mark_repeated_names(passages: list[Passage], text: str) -> list[Passage]:
    """Turn a line into a caption when the caption below it has the same words."""
    marked = list(passages)
    for index, (first, second) in enumerate(pairwise(passages)):
        words = text[first.start_char : first.end_char]
        caption = text[second.start_char : second.end_char]
        if second.kind == "caption" and first.kind != "title" and caption.startswith(words):
            marked[index] = Passage(first.start_char, first.end_char, "caption", REPEATED)
    return marked


def with_title(passages: list[Passage], text: str) -> list[Passage]:
    """Return the passages; where none is a title, the likeliest line above the body becomes one.

    That is the headline-like line with the most words among those that no pattern knows.
    """
    if any(passage.kind == "title" for passage in passages):
        return passages
    above = list(takewhile(lambda one: not is_paragraph(one, text), enumerate(passages)))
    likely = [
        (-len(text[passage.start_char : passage.end_char].split()), index)
        for index, passage in above
        if passage.rule == LEARNED and is_headline(passage, text)
    ]
    if not likely or len(above) == len(passages):
        return passages
    words, index = min(likely)
    if passages[index].kind not in FIGURE_KINDS and -words < MIN_TITLE_WORDS:
        return passages
    title = Passage(passages[index].start_char, passages[index].end_char, "title", FIRST_LINE)
    return [*passages[:index], title, *passages[index + 1 :]]


def is_paragraph(numbered: tuple[int, Passage], text: str) -> bool:
    """Tell whether a passage is of the body and no headline."""
    passage = numbered[1]
    return passage.kind == "body" and not is_headline(passage, text)


def with_byline(passages: list[Passage], text: str) -> list[Passage]:
    """Return the passages; a name alone between title and body is who wrote it, or the outlet."""
    marked = list(passages)
    for index, (first, second) in enumerate(pairwise(passages), start=1):
        words = text[second.start_char : second.end_char].split()
        if first.kind == "title" and second.kind == "body" and is_name_line(words):
            kind, rule = (
                ("metadata", PUBLISHER) if names_publisher(words) else ("byline", UNDER_TITLE)
            )
            marked[index] = Passage(second.start_char, second.end_char, kind, rule)
    return marked


def is_headline(passage: Passage, text: str) -> bool:
    """Tell whether a passage is as short as a headline and does not end as a sentence does."""
    line = text[passage.start_char : passage.end_char]
    return (
        len(line) <= MAX_TITLE_CHARS
        and line[0].isupper()
        and not SENTENCE_END.search(line)
        and not LIST_ITEM.match(line)
    )


def as_passage(segment: Segment, kind: str) -> Passage:
    """Return a segment as a passage with the rule that named its kind."""
    line = segment.line
    rule = segment.pattern_name if segment.hint == kind else ""
    words = line.text.split()
    if kind == "metadata" and is_name_line(words) and names_publisher(words):
        rule = PUBLISHER
    return Passage(line.start_char, line.end_char, kind, rule or LEARNED)


def join_wrapped(passages: list[Passage], text: str) -> Iterator[Passage]:
    """Yield the passages, lines joined that a fixed line width has broken."""
    last: Passage | None = None
    for passage in passages:
        if last and is_continuation(last, passage, text):
            last = Passage(last.start_char, passage.end_char, last.kind, JOINED)
            continue
        if last:
            yield last
        last = passage
    if last:
        yield last


def is_continuation(first: Passage, second: Passage, text: str) -> bool:
    """Tell whether the second line goes on with the sentence of the first."""
    if first.kind != second.kind or first.kind not in JOINED_KINDS:
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
