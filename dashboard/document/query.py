"""One document of the published warehouse, with what was found in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dashboard.document.marks import Mark
from dashboard.published import read
from warehouse.passage_kinds import FURNITURE_KINDS

if TYPE_CHECKING:
    from datetime import date

PART_CHARS: Final = 20_000
"""Longest part of a text that is drawn at once, in code points."""
DOCUMENT: Final = """
    select
        document_id,
        char_count,
        title,
        published_on,
        publisher_name,
        author_names,
        language_code,
        url,
    from raw.documents
    where document_id = ?
"""
FILES: Final = """
    select source, path, record_index from raw.document_files where document_id = ? order by all
"""
LONGEST_NAME: Final = 200
"""Characters of a title or path that the choice of a document shows."""
CHOICES: Final = """
    with found as (
        select
            documents.document_id,
            left(documents.title, {longest}) as title,
            left(
                arg_min(files.path, (files.source, files.path, files.record_index)),
                {longest}
            ) as path,
            documents.published_on,
        from raw.documents as documents
        left join raw.document_files as files on files.document_id = documents.document_id
        where
            contains(
                lower(coalesce(documents.title, '') || ' ' || coalesce(files.path, '')), lower($1)
            )
            or documents.document_id = $2
        group by documents.document_id, documents.title, documents.published_on
    )

    select *
    from found
    -- The document that the address names is offered, however many are newer.
    qualify row_number() over (
        order by document_id = $2 desc, published_on desc nulls last, path, document_id
    ) <= 200
    order by published_on desc nulls last, path, document_id
"""
PASSAGES: Final = """
    select start_char, end_char, kind
    from raw.passages
    where document_id = ?
    order by passage_index
"""
TEXT: Final = """
    select substring(text, ?::bigint + 1, ?::bigint) from raw.documents where document_id = ?
"""
MARKS: Final = """
    select *
    from (
        select
            'figure' as kind,
            figure_id as mark_id,
            start_char,
            end_char,
            concat_ws(
                ' · ', category, counted_text, coalesce(claimant_name, claimant_text)
            ) as label
        from mart.corrected_figures where document_id = $1
        union all
        select
            'entity',
            mentions.entity_id,
            mentions.start_char,
            mentions.end_char,
            concat_ws(' · ', mentions.label, entities.entity_name)
        from core.entity_mentions as mentions
        left join core.entities as entities on entities.entity_id = mentions.entity_id
        where mentions.document_id = $1 and not coalesce(entities.is_hidden, false)
        union all
        select
            'quote', quote_id, start_char, end_char,
            concat_ws(' · ', kind, coalesce(speaker_name, speaker_text))
        from mart.corrected_quotes where document_id = $1
        union all
        select 'date', null, start_char, end_char, value
        from mart.dates where document_id = $1
    )
    where start_char < $3 and end_char > $2
    order by start_char, end_char desc, kind, mark_id
"""
PLACE_OF_FIGURE: Final = """
    select document_id, start_char, end_char from core.figures where figure_id = ?
"""
PLACE_OF_QUOTE: Final = """
    select document_id, start_char, end_char from core.quotes where quote_id = ?
"""


@dataclass(frozen=True, kw_only=True)
class Passage:
    """A passage of a text; no figures are read from the furniture of a page."""

    start_char: int
    end_char: int
    kind: str

    @property
    def is_furniture(self) -> bool:
        """True for bylines, captions' credits, page chrome and the like."""
        return self.kind in FURNITURE_KINDS


@dataclass(frozen=True, kw_only=True)
class Place:
    """Characters of one document; end exclusive."""

    document_id: str
    start_char: int
    end_char: int


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A document as it is offered."""

    document_id: str
    title: str | None
    path: str | None
    published_on: date | None

    def words(self) -> str:
        """Return what tells it from others."""
        named = [self.title or self.path or self.document_id[:12], str(self.published_on or "")]
        return " · ".join(filter(None, named))


def find_place(*, figure_id: str = "", quote_id: str = "") -> Place | None:
    """Return where a figure or a quotation stands; None if the warehouse has none of this id."""
    sql, key = (PLACE_OF_FIGURE, figure_id) if figure_id else (PLACE_OF_QUOTE, quote_id)
    rows = read(sql, [key])
    return None if rows.is_empty() else Place(**rows.row(0, named=True))


def find_documents(words: str, document_id: str = "") -> list[Choice]:
    """Return at most 200 documents with these words in title or path, and the one of the id."""
    found = read(CHOICES.format(longest=LONGEST_NAME), [words, document_id])
    return [Choice(**row) for row in found.to_dicts()]


def read_facts(document_id: str) -> dict[str, object] | None:
    """Return what is known of a document; None where there is none of this id."""
    rows = read(DOCUMENT, [document_id])
    return None if rows.is_empty() else rows.row(0, named=True)


def read_files(document_id: str) -> list[str]:
    """Return the paths of the files that hold a document."""
    return [str(path) for path in read(FILES, [document_id])["path"]]


def read_passages(document_id: str) -> list[Passage]:
    """Return the passages of a document, in order."""
    return [Passage(**row) for row in read(PASSAGES, [document_id]).to_dicts()]


def read_text(document_id: str, start_char: int, end_char: int) -> str:
    """Return the characters of a part; end exclusive."""
    return str(read(TEXT, [start_char, end_char - start_char, document_id]).item())


def read_marks(document_id: str, start_char: int, end_char: int) -> list[Mark]:
    """Return what was found in a part, also what only reaches into it."""
    rows = read(MARKS, [document_id, start_char, end_char])
    return [Mark(**row) for row in rows.to_dicts()]


def part_bounds(passages: list[Passage], char_count: int) -> list[tuple[int, int]]:
    """Return start and end of the parts in which a text is drawn.

    Args:
        passages: Passages of the text, in order.
        char_count: Its length in code points.

    Returns:
        At least one part; together they are the whole text. A part ends where a passage does,
        unless that passage alone is longer than a part.

    >>> part_bounds([], 45_000)
    [(0, 20000), (20000, 40000), (40000, 45000)]
    """
    ends = [passage.end_char for passage in passages]
    bounds, start = [], 0
    while char_count - start > PART_CHARS:
        fitting = [end for end in ends if start < end <= start + PART_CHARS]
        end = max(fitting, default=start + PART_CHARS)
        bounds.append((start, end))
        start = end
    return [*bounds, (start, char_count)]
