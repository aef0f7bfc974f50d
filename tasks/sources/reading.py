"""One file at a time from bytes to documents, whatever the file holds.

``scan_file`` hands each document on as soon as it is read, so that a JSONL file of any size needs
the memory of one line; ``read_file`` keeps them. Nothing that a file holds raises: it becomes a
``Problem``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from tasks.sources.html import read_page
from tasks.sources.jsonl import read_jsonl
from tasks.sources.names import file_kind
from tasks.sources.plain_text import EMPTY, read_plain_text, too_large
from tasks.sources.problems import Problem, UnreadableFile
from tasks.sources.readings import FileOutline, FileReading, RecordOutline, SourceRecord
from tasks.sources.sidecars import Sidecar, SidecarReader
from tasks.sources.streams import ReadLimits, hash_file, open_expanded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tasks.sources.finding import FoundFile
    from tasks.sources.names import FileKind

FILE_RULE: Final = "file_is_readable"


@dataclass(kw_only=True)
class _Scan:
    """What has been seen of a file so far."""

    found: FoundFile
    kind: FileKind
    limits: ReadLimits
    sidecar: Sidecar
    problems: list[Problem] = field(default_factory=list)
    is_unreachable: bool = False


def read_file(
    found: FoundFile, limits: ReadLimits, sidecars: SidecarReader | None = None
) -> FileReading:
    """Read a whole file into memory.

    Args:
        found: File to read.
        limits: Sizes beyond which nothing is read.
        sidecars: Reader that keeps metadata tables between files; a fresh one by default.

    Returns:
        Its documents in order of their lines, and all problems.
    """
    records: list[SourceRecord] = []
    outline = scan_file(found, limits=limits, sidecars=sidecars, take=records.append)
    return FileReading(
        source=outline.source,
        path=outline.path,
        byte_count=outline.byte_count,
        file_sha256=outline.file_sha256,
        sidecar_sha256=outline.sidecar_sha256,
        is_unreachable=outline.is_unreachable,
        # a file that failed halfway has handed out records that do not count
        records=tuple(records) if outline.records else (),
        problems=outline.problems,
    )


def scan_file(
    found: FoundFile,
    *,
    limits: ReadLimits,
    take: Callable[[SourceRecord], object],
    sidecars: SidecarReader | None = None,
    unchanged: Mapping[tuple[str, str], tuple[str, str | None]] | None = None,
) -> FileOutline:
    """Read a file and hand out its documents one by one.

    Args:
        found: File to read; one that was found with a problem is not opened.
        limits: Sizes beyond which nothing is read.
        take: Gets each document; those of a file whose outline has no records do not count.
        sidecars: Reader that keeps metadata tables between files; a fresh one by default.
        unchanged: File and sidecar hash by source and path (``unchanged_files``); a file with
            these hashes is not decoded.

    Returns:
        Outline of the file; an error of ``take`` passes through.
    """
    kind = file_kind(found.location.name)
    if found.problem is not None or kind is None:
        outcome = "failed" if found.is_input else "skipped"
        reason = found.problem or "its suffix is not read"
        return _failed_outline(found, reason, outcome, is_unreachable=found.is_unreachable)
    reader = sidecars or SidecarReader(limits.max_sidecar_bytes)
    try:
        _check_size(found, kind, limits)
        sha256, byte_count = hash_file(found.location)
    except UnreadableFile as error:
        return _failed_outline(
            found, str(error), error.outcome, is_unreachable=error.is_unreachable
        )
    scan = _Scan(found=found, kind=kind, limits=limits, sidecar=reader.read(found))
    is_unchanged = (unchanged or {}).get((found.source, found.path)) == (
        sha256,
        scan.sidecar.sha256,
    )
    outlines = () if is_unchanged else _take_records(scan, sha256, take)
    return FileOutline(
        source=found.source,
        path=found.path,
        byte_count=byte_count,
        file_sha256=sha256,
        sidecar_sha256=scan.sidecar.sha256,
        is_unchanged=is_unchanged,
        is_unreachable=scan.is_unreachable,
        records=outlines,
        problems=(*scan.sidecar.problems, *scan.problems),
    )


def _failed_outline(
    found: FoundFile, reason: str, outcome: str, *, is_unreachable: bool
) -> FileOutline:
    return FileOutline(
        source=found.source,
        path=found.path,
        byte_count=found.byte_count,
        is_unreachable=is_unreachable,
        problems=(_file_problem(found, reason, outcome),),
    )


def _file_problem(found: FoundFile, reason: str, outcome: str) -> Problem:
    return Problem(path=found.path, record_index=0, rule=FILE_RULE, reason=reason, outcome=outcome)


def _check_size(found: FoundFile, kind: FileKind, limits: ReadLimits) -> None:
    """Refuse a file by its size alone; records are limited line by line."""
    if kind.has_records or found.byte_count is None:
        return
    if found.byte_count > limits.max_document_bytes:
        raise too_large(found.byte_count, "bytes", limits)


def _take_records(
    scan: _Scan, sha256: str, take: Callable[[SourceRecord], object]
) -> tuple[RecordOutline, ...]:
    """Hand out all records; a failure of the whole file takes back what it gave."""
    outlines = []
    try:
        for record in _read_records(scan, sha256):
            take(record)
            outlines.append(record.outline())
    except UnreadableFile as error:
        scan.problems[:] = [_file_problem(scan.found, str(error), error.outcome)]
        scan.is_unreachable = error.is_unreachable
        return ()
    if not outlines and not scan.problems:
        scan.problems.append(_file_problem(scan.found, EMPTY, "skipped"))
    return tuple(outlines)


def _read_records(scan: _Scan, sha256: str) -> Iterator[SourceRecord]:
    # errors of the consumer never pass through here: a full disk is not the file's fault
    with open_expanded(
        scan.found.location,
        is_compressed=scan.kind.is_compressed,
        sha256=sha256,
        max_ratio=scan.limits.max_expanded_ratio,
    ) as stream:
        match scan.kind.form:
            case "records":
                yield from read_jsonl(stream, scan.found.path, scan.limits, scan.problems)
            case "page":
                yield read_page(stream, scan.sidecar.stated_metadata, scan.limits)
            case "text":
                yield read_plain_text(stream, scan.sidecar.stated_metadata, scan.limits)
