"""What is known about a file once it was read: its documents, hashes and problems.

A reading holds texts, an outline does not: outlines of all files fit into memory, readings do not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tasks.sources.problems import Problem


@dataclass(frozen=True, kw_only=True)
class RecordOutline:
    """One document of a file without its text.

    ``record_index`` is the line in a JSONL file, from 0, and 0 for any other file;
    ``stated_metadata`` is canonical JSON, None when nothing is stated.
    """

    record_index: int
    document_id: str
    stated_metadata: str | None


@dataclass(frozen=True, kw_only=True)
class SourceRecord(RecordOutline):
    """One document of a file with its text; ``byte_count`` is that of the hashed bytes."""

    text: str
    encoding: str
    byte_count: int

    def outline(self) -> RecordOutline:
        """Return the same document without its text."""
        return RecordOutline(
            record_index=self.record_index,
            document_id=self.document_id,
            stated_metadata=self.stated_metadata,
        )


@dataclass(frozen=True, kw_only=True)
class FileOutline:
    """A file after reading: its hashes, documents and problems.

    ``byte_count`` and ``file_sha256`` are None when the file could not be read. With
    ``is_unchanged`` the file was not decoded and its documents are those of the warehouse. With
    ``is_unreachable`` the system stood in the way of the file, or of the folder and all below it:
    nothing is known of the content, so what the warehouse holds of it stays.
    """

    source: str
    path: str
    byte_count: int | None = None
    file_sha256: str | None = None
    sidecar_sha256: str | None = None
    is_unchanged: bool = False
    is_unreachable: bool = False
    records: tuple[RecordOutline, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FileReading(FileOutline):
    """A file after reading, whose records still hold their texts."""

    records: tuple[SourceRecord, ...] = ()
