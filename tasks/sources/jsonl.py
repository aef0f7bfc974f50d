"""A file of records, one JSON object a line: each good line is a document of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO, Final

from tasks.sources.plain_text import check_document, too_large
from tasks.sources.problems import Problem, UnreadableFile
from tasks.sources.readings import SourceRecord
from tasks.sources.records import ParsedRecord, parse_record
from tasks.sources.streams import ReadLimits, read_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

RECORD_RULE: Final = "record_is_readable"
UTF8_MARK: Final = b"\xef\xbb\xbf"
WIDE_MARKS: Final = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def read_jsonl(
    stream: BinaryIO, path: str, limits: ReadLimits, problems: list[Problem]
) -> Iterator[SourceRecord]:
    """Yield a document for each good line and list the bad ones; blank lines are passed over.

    Args:
        stream: Bytes of the file, UTF-8.
        path: File below its source, for the problems.
        limits: Sizes beyond which a line is refused.
        problems: Gets a problem for each bad line and each odd field, with the line as index.

    Raises:
        UnreadableFile: If the file as a whole is not UTF-8.
    """
    listing = _Listing(path=path, problems=problems, left=limits.max_listed_lines)
    for index, line in read_lines(stream, limits.max_line_bytes):
        if index == 0 and line is not None:
            _check_is_utf8(line)
        if line is not None and not line.removeprefix(UTF8_MARK).strip():
            continue
        try:
            parsed = _parse_line(index, line, limits)
        except UnreadableFile as error:
            reason = str(error) if error.outcome == "skipped" else f"line {index + 1} {error}"
            listing.add_bad_line(index, reason, error.outcome)
            continue
        listing.add_complaints(index, parsed)
        yield SourceRecord(
            record_index=index,
            document_id=parsed.document_id,
            stated_metadata=parsed.metadata.stated_metadata,
            text=parsed.text,
            encoding="utf-8",
            byte_count=parsed.byte_count,
        )
    listing.close()


def _check_is_utf8(line: bytes) -> None:
    if line.startswith(WIDE_MARKS):
        msg = "is JSON lines in UTF-16 or UTF-32: save it as UTF-8"
        raise UnreadableFile(msg)


def _parse_line(index: int, line: bytes | None, limits: ReadLimits) -> ParsedRecord:
    if line is None:
        raise too_large(limits.max_line_bytes, "bytes or more", limits)
    try:
        parsed = parse_record((line.removeprefix(UTF8_MARK) if index == 0 else line).decode())
    except UnicodeDecodeError as error:
        msg = f"is not UTF-8 (byte {error.start}): save it as UTF-8"
        raise UnreadableFile(msg) from error
    except ValueError as error:
        raise UnreadableFile(str(error)) from error
    check_document(parsed.text, limits)
    return parsed


@dataclass(kw_only=True)
class _Listing:
    """Problems of one file, bounded: a file of noise must not fill the ledger."""

    path: str
    problems: list[Problem]
    left: int
    first_unlisted: int | None = None
    unlisted_count: int = 0
    warned: set[tuple[str, str]] = field(default_factory=set)

    def add_bad_line(self, index: int, reason: str, outcome: str) -> None:
        if self.left > 0:
            self.left -= 1
            self._add(index, RECORD_RULE, reason, outcome)
            return
        if self.first_unlisted is None:
            self.first_unlisted = index
        self.unlisted_count += 1

    def add_complaints(self, index: int, parsed: ParsedRecord) -> None:
        """Warn of odd fields, once for each that every line has."""
        for complaint in parsed.metadata.complaints:
            key = (complaint.rule, complaint.detail)
            if key not in self.warned and len(self.warned) < self.left:
                self.warned.add(key)
                self._add(index, complaint.rule, complaint.detail, None)

    def close(self) -> None:
        """Sum up the bad lines that were too many to list."""
        if self.first_unlisted is not None:
            reason = f"this line and {self.unlisted_count - 1} more below it are bad too"
            self._add(self.first_unlisted, RECORD_RULE, reason, "failed")

    def _add(self, index: int, rule: str, reason: str, outcome: str | None) -> None:
        self.problems.append(
            Problem(path=self.path, record_index=index, rule=rule, reason=reason, outcome=outcome)
        )
