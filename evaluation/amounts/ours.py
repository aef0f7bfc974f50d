"""What the figure component reads, as statements."""

from functools import partial

from evaluation.amounts.statements import Range, Statement
from tasks.nlp.document import DocumentInput, extract_document
from tasks.nlp.pipeline import RULES, load_pipeline
from tasks.nlp.spans import Figure, Span


def read_with_tallybook(text: str) -> list[Statement]:
    """Return the figures of a text with the pipeline of rules."""
    found = extract_document(load_pipeline(RULES), DocumentInput("input", text))
    return list(map(partial(statement, text), found.figures))


def statement(text: str, figure: Figure) -> Statement:
    """Return a figure; its span may also hold what we keep in fields of its own."""
    return Statement(
        low=figure.low,
        high=figure.high,
        units=(figure.unit,),
        kind=figure.kind,
        spans=tuple(possible_spans(text, figure)),
        point=figure.value,
    )


def possible_spans(text: str, figure: Figure) -> set[Range]:
    """Return the figure alone, with its qualifier, denominator and what it counts."""
    start, end = figure.span.start_char, figure.span.end_char
    starts, ends = {start}, {end}
    for part in (figure.qualifier_span, figure.per, figure.counted):
        if part is not None:
            (starts if part.start_char < start else ends).add(outer_edge(part, start))
    closing = {end + 1 for end in ends if text[end : end + 1] == "."}
    return {(first, last) for first in starts for last in ends | closing}


def outer_edge(part: Span, start: int) -> int:
    """Return the edge of a part that looks away from the figure."""
    return part.start_char if part.start_char < start else part.end_char
