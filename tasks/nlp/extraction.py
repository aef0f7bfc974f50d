"""Builds the polars frames of a batch of documents; each obeys its Table of the contract."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Final

import polars as pl
from spacy.language import Language

from tasks.nlp.document import DocumentInput, Extraction, extract_document
from tasks.nlp.rows import Row, document_rows
from warehouse.tables import DOCUMENT_TABLES, TABLES_BY_NAME

DOCUMENTS: Final = TABLES_BY_NAME["raw.documents"]


def extract_frames(
    nlp: Language, documents: pl.DataFrame, *, fingerprint: str
) -> dict[str, pl.DataFrame]:
    """Return what a batch of documents says, one frame per table.

    Args:
        nlp: Pipeline of ``load_pipeline``.
        documents: Staged documents, one row per document: document_id, text, char_count,
            byte_count, encoding, stated_metadata, path.
        fingerprint: Hash of everything that decides the extracted rows.

    Returns:
        Frames by qualified table name for raw.documents, raw.passages and the core tables.
    """
    rows: dict[str, list[Row]] = defaultdict(list)
    for staged in documents.sort("document_id").iter_rows(named=True):
        with nlp.memory_zone():
            extraction = extract_document(nlp, document_input(staged))
        rows[DOCUMENTS.qualified_name].append(document_row(staged, extraction, fingerprint))
        for name, document in document_rows(extraction).items():
            rows[name].extend(document)
    return dict(build_frames(rows))


def document_input(staged: dict[str, Any]) -> DocumentInput:
    """Return the input of one staged document."""
    return DocumentInput(
        staged["document_id"],
        staged["text"],
        staged.get("stated_metadata"),
        staged.get("path") or "",
    )


def document_row(staged: dict[str, Any], extraction: Extraction, fingerprint: str) -> Row:
    """Return the row of raw.documents."""
    metadata = extraction.metadata
    return {
        "document_id": staged["document_id"],
        "text": staged["text"],
        "char_count": staged["char_count"],
        "byte_count": staged["byte_count"],
        "encoding": staged["encoding"],
        "title": metadata.title,
        "published_on": metadata.published_on,
        "published_precision": metadata.published_precision,
        "published_rule": metadata.published_rule,
        "author_names": "; ".join(metadata.author_names) or None,
        "publisher_name": metadata.publisher_name,
        "language_code": metadata.language_code,
        "url": metadata.url,
        "stated_metadata": staged.get("stated_metadata"),
        "extraction_fingerprint": fingerprint,
    }


def build_frames(rows: dict[str, list[Row]]) -> Iterator[tuple[str, pl.DataFrame]]:
    """Yield name and frame of every document table, empty ones too, in contract order."""
    for table in (DOCUMENTS, *DOCUMENT_TABLES):
        schema = table.polars_schema
        table_rows = rows.get(table.qualified_name, [])
        columns = {name: [row[name] for row in table_rows] for name in schema}
        yield table.qualified_name, pl.DataFrame(columns, schema=schema, strict=True)


def concat_frames(frames: Iterable[dict[str, pl.DataFrame]]) -> dict[str, pl.DataFrame]:
    """Return the frames of several batches as one frame per table."""
    by_name: dict[str, list[pl.DataFrame]] = defaultdict(list)
    for batch in frames:
        for name, frame in batch.items():
            by_name[name].append(frame)
    return {name: pl.concat(parts) for name, parts in by_name.items()}
