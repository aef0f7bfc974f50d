"""Texts on their way to the extraction: Parquet files of bounded size, one row per document.

``stage_files`` writes what a run decodes, ``arrange_batches`` keeps what the plan wants of it, each
document once and with the metadata of its owner; ``stage_published`` does so for texts that no
file of this run holds.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

import polars as pl

from tasks.sources.reading import scan_file
from tasks.sources.sidecars import SidecarReader
from warehouse.tables.raw import DOCUMENT_FILES, DOCUMENTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from tasks.sources.changes import ChangePlan
    from tasks.sources.finding import FoundFile
    from tasks.sources.readings import FileOutline, FileReading, SourceRecord
    from tasks.sources.streams import ReadLimits

MAX_BATCH_CHARS: Final = 10_000_000
STAGED_COLUMNS: Final = (
    *("document_id", "text", "char_count", "byte_count", "encoding", "stated_metadata"),
    "path",
)
STAGED_SCHEMA: Final = pl.Schema(
    {
        name: {**DOCUMENT_FILES.polars_schema, **DOCUMENTS.polars_schema}[name]
        for name in STAGED_COLUMNS
    }
)
"""Columns of a staged batch; ``path`` is that of the owner, for dates in file names."""


@dataclass(frozen=True, kw_only=True)
class Staged:
    """What ``stage_files`` saw (outlines, in order of the files) and wrote (Parquet files)."""

    outlines: tuple[FileOutline, ...]
    batches: tuple[Path, ...]


@dataclass(kw_only=True)
class _Writer:
    """Collects rows until a batch is full; a document that was taken is not taken again."""

    folder: Path
    batch_size: int
    rows: list[dict[str, object]] = field(default_factory=list)
    char_count: int = 0
    taken: set[str] = field(default_factory=set)
    batches: list[Path] = field(default_factory=list)

    def take(self, path: str, record: SourceRecord) -> None:
        if record.document_id in self.taken:
            return
        self.taken.add(record.document_id)
        self.rows.append(_staged_row(path, record))
        self.char_count += len(record.text)
        if len(self.rows) >= self.batch_size or self.char_count >= MAX_BATCH_CHARS:
            self.flush()

    def flush(self) -> None:
        if self.rows:
            path = self.folder / f"documents-{len(self.batches) + 1:06d}.parquet"
            write_staged(pl.DataFrame(self.rows, schema=STAGED_SCHEMA), path)
            self.batches.append(path)
        self.rows.clear()
        self.char_count = 0


def owner_path(source: str, path: str) -> str:
    """Return the path that a document is known by: the file's name when the source is a file."""
    return path or source.rsplit("/", maxsplit=1)[-1]


def stage_files(
    files: Iterable[FoundFile],
    folder: Path,
    *,
    limits: ReadLimits,
    unchanged: Mapping[tuple[str, str], tuple[str, str | None]],
    batch_size: int,
    on_file: Callable[[FileOutline], object] | None = None,
) -> Staged:
    """Read files one by one and write their texts, at most one batch being in memory.

    Args:
        files: Files in the order of ``find_files``.
        folder: Existing folder for the Parquet files of this call.
        limits: Sizes beyond which nothing is read.
        unchanged: Hashes of files that need no decoding (``unchanged_files``).
        batch_size: Documents per Parquet file; long texts make a batch end earlier.
        on_file: Called after each file, for progress.

    Raises:
        OSError: If the folder cannot be written, for example because the disk is full.
    """
    writer = _Writer(folder=folder, batch_size=batch_size)
    sidecars = SidecarReader(limits.max_sidecar_bytes)
    outlines = []
    for found in files:
        path = owner_path(found.source, found.path)
        outline = scan_file(
            found,
            limits=limits,
            sidecars=sidecars,
            unchanged=unchanged,
            take=partial(writer.take, path),
        )
        outlines.append(outline)
        if on_file is not None:
            on_file(outline)
    writer.flush()
    return Staged(outlines=tuple(outlines), batches=tuple(writer.batches))


def stage_documents(readings: Sequence[FileReading], path: Path) -> None:
    """Write the documents of readings as one staged batch, each document once.

    Args:
        readings: Readings in any order; of several files with one document the smallest by
            source, path and line gives metadata and path.
        path: Parquet file to write (``STAGED_SCHEMA``, grain: one row per document).
    """
    rows: dict[str, dict[str, object]] = {}
    for reading in sorted(readings, key=lambda reading: (reading.source, reading.path)):
        for record in reading.records:
            row = _staged_row(owner_path(reading.source, reading.path), record)
            rows.setdefault(record.document_id, row)
    write_staged(pl.DataFrame(list(rows.values()), schema=STAGED_SCHEMA), path)


def arrange_batches(staged: Sequence[Path], plan: ChangePlan, folder: Path) -> list[Path]:
    """Write the documents that the plan extracts, each once, with the metadata of their owner.

    Args:
        staged: Parquet files of ``stage_files``; one is in memory at a time.
        plan: Plan of the run.
        folder: Existing folder for the batches.

    Returns:
        The batches (``STAGED_SCHEMA``, grain: one row per document); none is empty.
    """
    batches: list[Path] = []
    wanted = plan.owners
    for path in staged:
        documents = _with_owner(pl.read_parquet(path), wanted)
        wanted = wanted.join(documents, on="document_id", how="anti")
        if not documents.is_empty():
            batches.append(folder / f"batch-{len(batches) + 1:06d}.parquet")
            write_staged(documents, batches[-1])
    return batches


def find_unstaged(staged: Sequence[Path], plan: ChangePlan) -> list[str]:
    """Return the documents to extract whose text only the published warehouse has, sorted."""
    present: set[str] = set()
    for path in staged:
        present.update(pl.read_parquet(path, columns=["document_id"])["document_id"])
    return [name for name in plan.documents_to_extract if name not in present]


def stage_published(documents: pl.DataFrame, plan: ChangePlan, path: Path) -> None:
    """Write texts of the published warehouse as a staged batch.

    Args:
        documents: Rows of ``raw.documents`` (document_id, text, byte_count, encoding at least).
        plan: Plan of the run; documents that it does not extract are left out.
        path: Parquet file to write (``STAGED_SCHEMA``, grain: one row per document).
    """
    counted = documents.with_columns(pl.col("text").str.len_chars().alias("char_count"))
    write_staged(_with_owner(counted, plan.owners), path)


def write_staged(documents: pl.DataFrame, path: Path) -> None:
    """Write a staged batch whole or not at all."""
    temporary = path.with_suffix(".tmp")
    documents.write_parquet(temporary)
    temporary.replace(path)


def _staged_row(path: str, record: SourceRecord) -> dict[str, object]:
    return {
        "document_id": record.document_id,
        "text": record.text,
        "char_count": len(record.text),
        "byte_count": record.byte_count,
        "encoding": record.encoding,
        "stated_metadata": record.stated_metadata,
        "path": path,
    }


def _with_owner(documents: pl.DataFrame, owners: pl.DataFrame) -> pl.DataFrame:
    """Return the documents that have an owner, under its metadata and path, sorted by id."""
    texts = documents.drop("stated_metadata", "path", strict=False)
    joined = texts.join(owners, on="document_id", how="inner")
    return joined.select(STAGED_SCHEMA.names()).cast(STAGED_SCHEMA).sort("document_id")
