"""Small, sound contents of a warehouse, made by hand: a document with one sentence and one figure.

Ids are hashes of the text, so the same text has the same rows in every test.
"""

from __future__ import annotations

import hashlib
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import polars as pl

from warehouse.load import LoadPlan
from warehouse.seeds import read_seed
from warehouse.tables import DOCUMENT_TABLES, TABLES_BY_NAME
from warehouse.tables.core import WHOLE_TABLES
from warehouse.tables.ref import CORRECTIONS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from warehouse.contract import Table

Row = dict[str, object]
SOURCE = "/articles"
FINGERPRINT = "0123456789abcdef"
RUN_ID = "20260102T030405Z-0123abcd"


def sha256(text: str) -> str:
    """Return the SHA-256 of a text in hex digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def complete_row(table: Table, values: Row) -> Row:
    """Return a row with all columns; nullable ones that are not given are null."""
    nulls: Row = {column.name: None for column in table.columns if column.nullable}
    row = nulls | values
    assert set(row) == set(table.column_names), set(table.column_names) ^ set(row)
    return row


def frame_of(name: str, rows: Sequence[Row]) -> pl.DataFrame:
    """Return rows as a frame that obeys the table of that name."""
    table = TABLES_BY_NAME[name]
    complete = [complete_row(table, row) for row in rows]
    return pl.DataFrame(complete, schema=table.polars_schema, orient="row")


def document_row(text: str) -> Row:
    """Return the row of raw.documents of a text."""
    return {
        "document_id": sha256(text),
        "text": text,
        "char_count": len(text),
        "byte_count": len(text.encode()),
        "encoding": "utf-8",
        "title": "A title",
        "extraction_fingerprint": FINGERPRINT,
    }


def figure_row(text: str, figure_text: str) -> Row:
    """Return a figure that stands at the first place of ``figure_text`` in the text."""
    start = text.index(figure_text)
    return {
        "figure_id": sha256(f"{text}{start}")[:16],
        "document_id": sha256(text),
        "start_char": start,
        "end_char": start + len(figure_text),
        "figure_text": figure_text,
        "kind": "count",
        "low": Decimal(5),
        "high": Decimal(5),
        "value": Decimal(5),
        "qualifier": "exact",
        "category": "other",
        "household_unit": False,
        "sentence_index": 0,
        "rule": "test",
    }


def document_rows(text: str, figure_text: str) -> dict[str, list[Row]]:
    """Return the rows of a document with one passage, one sentence and one figure, by table."""
    own: Row = {"document_id": sha256(text)}
    whole: Row = own | {"start_char": 0, "end_char": len(text), "passage_index": 0}
    return {
        "raw.documents": [document_row(text)],
        "raw.passages": [whole | {"kind": "body", "rule": "test"}],
        "core.sentences": [whole | {"sentence_index": 0}],
        "core.figures": [figure_row(text, figure_text)],
    }


def file_row(text: str, path: str, source: str = SOURCE) -> Row:
    """Return the row of raw.document_files of a plain file."""
    return {
        "source": source,
        "path": path,
        "record_index": 0,
        "document_id": sha256(text),
        "file_sha256": sha256(text),
    }


def run_row(run_id: str, status: str = "published") -> Row:
    """Return the row of ops.runs of a run that counted nothing."""
    counts = [name for name in TABLES_BY_NAME["ops.runs"].column_names if name.endswith("_count")]
    return dict.fromkeys(counts, 0) | {
        "run_id": run_id,
        "started_at": datetime(2026, 1, 2),  # noqa: DTZ001 - as the column holds it
        "ended_at": datetime(2026, 1, 2),  # noqa: DTZ001 - as above
        "duration_s": 1.0,
        "status": status,
        "code_version": "0.0.0",
        "model_name": "rules",
        "extraction_fingerprint": FINGERPRINT,
        "rules_version": FINGERPRINT,
        "settings_json": "{}",
        "sources_json": "[]",
    }


def load_plan(
    folder: Path,
    documents: Sequence[Mapping[str, Sequence[Row]]],
    files: Sequence[Row],
    removed: Sequence[str] = (),
    replaced: Sequence[str] = (),
) -> LoadPlan:
    """Write the rows of documents as Parquet, one file per table and document, and plan them.

    Args:
        folder: Folder for the Parquet files.
        documents: Rows by table, one mapping per document.
        files: All rows of raw.document_files of ``SOURCE`` after the run.
        removed: Texts whose documents go.
        replaced: Texts whose documents are replaced.
    """
    folder.mkdir(parents=True, exist_ok=True)
    frames: dict[str, list[Path]] = {table.qualified_name: [] for table in DOCUMENT_TABLES}
    frames["raw.documents"] = []
    for index, rows_by_table in enumerate(documents):
        for name, rows in rows_by_table.items():
            file = folder / f"{index}-{name}.parquet"
            frame_of(name, rows).write_parquet(file)
            frames[name].append(file)
    return LoadPlan(
        removed_document_ids=[sha256(text) for text in removed],
        replaced_document_ids=[sha256(text) for text in replaced],
        replaced_sources=[SOURCE],
        document_files=frame_of("raw.document_files", files),
        document_frames=frames,
        whole_frames={
            table.qualified_name: frame_of(table.qualified_name, []) for table in WHOLE_TABLES
        },
        corrections=read_seed(CORRECTIONS),
        resolved=resolved_frame([]),
    )


def resolved_frame(things: Sequence[tuple[str, int, str, str]]) -> pl.DataFrame:
    """Return what resolution says anew of the things of documents that stay.

    Args:
        things: document_id, entity_index, entity_id and resolution_rule of each.
    """
    schema = TABLES_BY_NAME["core.document_entities"].polars_schema
    names = ("document_id", "entity_index", "entity_id", "resolution_rule")
    return pl.DataFrame(list(things), schema={name: schema[name] for name in names}, orient="row")
