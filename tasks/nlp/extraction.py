"""Builds the polars frames of a batch of documents; each obeys its Table of the contract."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Final

import polars as pl
from spacy.language import Language

from tasks.nlp.document import DocumentInput, Extraction, extract_document
from tasks.nlp.entity_rows import Row
from tasks.nlp.rows import document_rows
from warehouse.tables import DOCUMENT_TABLES, TABLES_BY_NAME

DOCUMENTS: Final = TABLES_BY_NAME["raw.documents"]
FAILURES: Final = "failures"
"""Key of the frame of documents that could not be read."""
FAILURE_SCHEMA: Final = pl.Schema({"document_id": pl.String(), "reason": pl.String()})


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
        Frames by qualified table name for raw.documents, raw.passages and the core tables, and
        under ``FAILURES`` the documents that could not be read (document_id, reason): one of them
        never stops the others.
    """
    rows: dict[str, list[Row]] = defaultdict(list)
    failures: list[Row] = []
    with nlp.memory_zone():
        for staged in documents.sort("document_id").iter_rows(named=True):
            try:
                found = staged_rows(nlp, staged, fingerprint)
            except Exception as error:  # noqa: BLE001 - whatever a hostile text brings about
                failures.append(failure_row(staged, error))
                continue
            for name, table_rows in found.items():
                rows[name].extend(table_rows)
    frames = dict(build_frames(rows))
    frames[FAILURES] = pl.DataFrame(failures, schema=FAILURE_SCHEMA)
    return frames


def staged_rows(nlp: Language, staged: dict[str, Any], fingerprint: str) -> dict[str, list[Row]]:
    """Return all rows of one staged document by qualified table name."""
    extraction = extract_document(nlp, document_input(staged))
    documents = [document_row(staged, extraction, fingerprint)]
    return {DOCUMENTS.qualified_name: documents, **document_rows(extraction)}


def failure_row(staged: dict[str, Any], error: Exception) -> Row:
    """Return why a document could not be read, as one sentence for its file's outcome."""
    reason = (
        f"could not be extracted ({type(error).__name__}: {error}); this is a fault of tallybook, "
        "please report it with the text"
    )
    return {"document_id": staged["document_id"], "reason": reason}


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
        frame = pl.DataFrame(columns, schema=schema, strict=True)
        check_complete(frame, columns, table.qualified_name)
        yield table.qualified_name, frame


def check_complete(frame: pl.DataFrame, columns: dict[str, list[Any]], table_name: str) -> None:
    """Check that building a frame has lost no value.

    Polars gives a column of Decimals one scale and turns what then does not fit into null.

    Raises:
        ValueError: Naming the column.
    """
    for name, values in columns.items():
        if frame[name].null_count() != sum(value is None for value in values):
            msg = f"{table_name}.{name}: a value does not fit its column and would be lost"
            raise ValueError(msg)
