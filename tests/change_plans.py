"""Outlines of files, what a warehouse knows of them, and the plan of a run over them."""

from __future__ import annotations

import polars as pl

from tasks.sources.changes import ChangePlan, plan_changes
from tasks.sources.readings import FileOutline, RecordOutline
from warehouse.tables.raw import DOCUMENT_FILES

NOW, OLD = "f" * 16, "0" * 16
"""Fingerprints of the run that is planned, and of an earlier one."""
DOCUMENT_STATE = dict.fromkeys(
    ("document_id", "stated_metadata", "extraction_fingerprint"), pl.String
)


def document(letter: str) -> str:
    """Return a document id."""
    return letter * 64


def outline(
    path: str, *letters: str, source: str = "/in", metadata: str | None = None
) -> FileOutline:
    """Return the outline of a file with one record per letter, hashed by its letters."""
    return FileOutline(
        source=source,
        path=path,
        byte_count=4,
        file_sha256=("".join(letters) or "e").ljust(64, "0"),
        sidecar_sha256=metadata and metadata.ljust(64, "5"),
        records=tuple(
            RecordOutline(
                record_index=index, document_id=document(letter), stated_metadata=metadata
            )
            for index, letter in enumerate(letters)
        ),
    )


def files(*outlines: FileOutline) -> pl.DataFrame:
    """Return the rows that the warehouse has after a run over the outlines."""
    return plan(*outlines).document_files


def documents(known_files: pl.DataFrame, fingerprint: str = NOW) -> pl.DataFrame:
    """Return the documents that the warehouse has with these rows."""
    owners = known_files.sort("source", "path").unique("document_id", keep="first")
    return owners.select("document_id", "stated_metadata").with_columns(
        extraction_fingerprint=pl.lit(fingerprint)
    )


def plan(
    *outlines: FileOutline,
    sources: tuple[str, ...] = ("/in",),
    known_files: pl.DataFrame | None = None,
    known_documents: pl.DataFrame | None = None,
) -> ChangePlan:
    """Plan a run over the outlines."""
    before = DOCUMENT_FILES.polars_schema.to_frame() if known_files is None else known_files
    if known_documents is None:
        known_documents = documents(before) if len(before) else pl.DataFrame(schema=DOCUMENT_STATE)
    return plan_changes(
        sources=sources,
        outlines=outlines,
        known_files=before,
        known_documents=known_documents,
        fingerprint=NOW,
    )


def outcomes(changes: ChangePlan) -> list[tuple[str, int, str]]:
    """Return path, index and outcome of every row."""
    return list(changes.outcomes.select("path", "record_index", "outcome").iter_rows())
