"""Metadata of a document, only as far as the file, its record or its sidecar states it."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from tasks.nlp.dates.calendar import Period
from tasks.nlp.dates.expressions import find_expressions
from tasks.nlp.passages.marking import PUBLISHER
from tasks.nlp.reading import ReadText
from tasks.nlp.spans import Passage
from tasks.sources.records import parse_published as read_stated_date

FILE_DATE: Final = re.compile(r"(?<!\d)((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)")
AUTHOR_LABEL: Final = re.compile(
    r"(?:Authors?|Byline|Reporter|Written by|Reporting by|By|BY)[: ]\s*", re.IGNORECASE
)
AUTHOR_SPLIT: Final = re.compile(r",\s*(?:and\s+)?|\s+and\s+|;\s*")
FIELD_BREAK: Final = re.compile(r"\s+[-–—|•]\s+")
HAS_DIGIT: Final = re.compile(r"\d")
HEADER_RULES: Final = frozenset({"published_header", "published_sentence"})
DATED_KINDS: Final = frozenset({"dateline", "byline"})
STATED_PRECISIONS: Final = frozenset({"day", "month", "year"})
MAX_BODY_BEFORE: Final = 3
"""Paragraphs that may stand above a date line: a standfirst, and what comes with it."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is stated about a document; every field may be missing."""

    title: str | None = None
    published_on: date | None = None
    published_precision: str | None = None
    published_rule: str | None = None
    author_names: tuple[str, ...] = ()
    publisher_name: str | None = None
    language_code: str | None = None
    url: str | None = None

    @property
    def published(self) -> str | None:
        """Publication date in ISO 8601 at its own precision."""
        if self.published_on is None:
            return None
        digits = {"year": 4, "month": 7}.get(self.published_precision or "day", 10)
        return self.published_on.isoformat()[:digits]


def read_metadata(read: ReadText, stated: str | None, path: str = "") -> Metadata:
    """Return the metadata of a document.

    Args:
        read: Text of the document with its passages and its language.
        stated: Canonical JSON of record, sidecar or page; wins over what the text says.
        path: File name, the last place to look for a date.
    """
    text, passages = read.text, read.passages
    given = json.loads(stated) if stated else {}
    period, rule = find_published(text, passages, given, path)
    return Metadata(
        title=given.get("title") or passage_text(text, passages, "title"),
        published_on=period.start_on if period else None,
        published_precision=period.precision if period else None,
        published_rule=rule if period else None,
        author_names=tuple(given.get("authors") or find_authors(text, passages)),
        publisher_name=given.get("publisher") or find_publisher(text, passages),
        language_code=given.get("language") or read.language,
        url=given.get("url"),
    )


def passage_text(text: str, passages: Sequence[Passage], kind: str) -> str | None:
    """Return the first passage of a kind as text."""
    for passage in passages:
        if passage.kind == kind:
            return text[passage.start_char : passage.end_char]
    return None


def find_published(
    text: str, passages: Sequence[Passage], given: dict[str, str], path: str
) -> tuple[Period | None, str]:
    """Return the publication date and where it was found: record, header, dateline, file name."""
    if given.get("published"):
        return parse_published(str(given["published"])), str(given.get("origin", "sidecar"))
    for passage in dated_passages(passages):
        for expression in find_expressions(text, passage.start_char, passage.end_char):
            if expression.period is not None and expression.period.precision in STATED_PRECISIONS:
                rule = "header" if passage.rule in HEADER_RULES else "dateline"
                return expression.period, rule
    match = FILE_DATE.search(path)
    return (parse_published("-".join(match.groups())) if match else None), "file_name"


def dated_passages(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Yield the passages that may state the day of publication.

    Those that say so, wherever they stand; date lines and bylines only around the beginning of the
    article, because further down they belong to something else.
    """
    body_count = 0
    for passage in passages:
        is_near = passage.kind in DATED_KINDS and body_count < MAX_BODY_BEFORE
        if passage.rule in HEADER_RULES or is_near:
            yield passage
        body_count += passage.kind == "body"


def parse_published(value: str) -> Period | None:
    """Read an ISO date, month or year; a date that no calendar has gives None."""
    try:
        first, precision = read_stated_date(value)
    except ValueError:
        return None
    if precision == "year":
        return Period.of_year(first.year)
    if precision == "month":
        return Period.of_month(first.year, first.month)
    return Period.of_day(first.year, first.month, first.day)


def find_authors(text: str, passages: Sequence[Passage]) -> list[str]:
    """Return the names in the bylines."""
    names: list[str] = []
    for passage in passages:
        if passage.kind == "byline":
            line = text[passage.start_char : passage.end_char]
            stated = FIELD_BREAK.split(AUTHOR_LABEL.sub("", line, count=1), maxsplit=1)[0]
            names += persons_of(AUTHOR_SPLIT.split(stated))
    return names


def persons_of(parts: Sequence[str]) -> list[str]:
    """Return the parts of a byline that name persons: not the date, not the place behind them."""
    names = [part.strip() for part in parts if part.strip() and not HAS_DIGIT.search(part)]
    full = [name for name in names if " " in name]
    return full or names


def find_publisher(text: str, passages: Sequence[Passage]) -> str | None:
    """Return the publication that a line below the title names, or None."""
    for passage in passages:
        if passage.rule == PUBLISHER:
            return text[passage.start_char : passage.end_char]
    return None
