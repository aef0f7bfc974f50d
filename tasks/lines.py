"""JSON lines in, JSON lines out: extraction without a warehouse, one line in memory at a time.

A line that cannot be read, or whose text breaks the extraction, gives a line with its ``id`` (or
its number) and an ``error``; the rest goes on.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, BinaryIO

from tasks.nlp.extraction import failure_row
from tasks.nlp.json_contract import extract_json
from tasks.sources.encoding import check_is_text
from tasks.sources.finding import find_files
from tasks.sources.json_text import parse_json_object
from tasks.sources.reading import read_file
from tasks.sources.streams import ReadLimits, read_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from spacy.language import Language

    from tasks.sources.readings import FileReading, SourceRecord

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def extract_lines(
    nlp: Language, stream: BinaryIO, limits: ReadLimits
) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield, for each line of a JSONL stream, its size in bytes and its output object.

    Args:
        nlp: Loaded pipeline.
        stream: Lines with ``id`` and ``text``, optionally ``published`` and ``title``.
        limits: Sizes beyond which a line is refused.
    """
    for index, raw in read_lines(stream, limits.max_line_bytes):
        line = raw.removeprefix(BYTE_ORDER_MARK) if raw and index == 0 else raw
        if line is None or line.strip():
            yield len(line or b""), extract_line(nlp, index, line, limits)


def extract_line(
    nlp: Language, index: int, line: bytes | None, limits: ReadLimits
) -> dict[str, Any]:
    """Return the output object of one line.

    Args:
        nlp: Loaded pipeline.
        index: Number of the line, from 0.
        line: Its bytes; None stands for a line that is too long to be read.
        limits: Sizes beyond which a text is refused.
    """
    name: object = f"line {index + 1}"
    try:
        if line is None:
            msg = f"is longer than max_document_chars = {limits.max_document_chars} allows"
            raise ValueError(msg)  # noqa: TRY301 - every refusal ends in the same line
        record = parse_json_object(line.decode())
        name = usable_id(record.get("id"), name)
        check_record(record, limits)
    except ValueError as error:
        return {"id": name, "error": describe(error)}
    return extract_record(nlp, {**record, "id": name})


def extract_record(nlp: Language, record: dict[str, Any]) -> dict[str, Any]:
    """Return the output object of a sound record; of one that breaks us, its ``error``."""
    try:
        return extract_json(nlp, record)
    except Exception as error:  # noqa: BLE001 - whatever a hostile text brings about
        reason = failure_row({"document_id": record["id"]}, error)["reason"]
        return {"id": record["id"], "error": reason}


def usable_id(given: object, fallback: object) -> object:
    """Return the id of a record if it has one that names something."""
    is_usable = isinstance(given, (str, int)) and not isinstance(given, bool)
    return given if is_usable else fallback


def check_record(record: dict[str, Any], limits: ReadLimits) -> None:
    """Refuse a record that cannot be read.

    Raises:
        ValueError: Saying what is wrong.
    """
    text = record.get("text")
    if not isinstance(text, str):
        msg = "has no text: the field 'text' is missing or no string"
        raise ValueError(msg)  # noqa: TRY004 - the content is wrong, not the call
    if len(text) > limits.max_document_chars:
        msg = f"has {len(text)} characters, more than max_document_chars allows"
        raise ValueError(msg)
    check_is_text(text)


def describe(error: ValueError) -> str:
    """Return the reason of a refusal."""
    if isinstance(error, UnicodeDecodeError):
        return f"is not UTF-8 (byte {error.start}): save it as UTF-8"
    return str(error)


def extract_files(
    nlp: Language, files: Sequence[Path], limits: ReadLimits
) -> Iterator[dict[str, Any]]:
    """Yield an output object for each document of files and folders, in the order of their paths.

    Raises:
        UsageError: If a file does not exist.
    """
    for found in find_files(files):
        reading = read_file(found, limits)
        for record in reading.records:
            yield extract_record(nlp, json_record(reading, record))
        for problem in reading.problems:
            if problem.outcome == "failed":
                yield {"id": problem.path or found.location.name, "error": problem.reason}


def json_record(reading: FileReading, record: SourceRecord) -> dict[str, Any]:
    """Return the input record of a document: named by its own id, else by its file."""
    stated = json.loads(record.stated_metadata) if record.stated_metadata else {}
    name = reading.path or reading.source.rsplit("/", maxsplit=1)[-1]
    number = f":{record.record_index + 1}" if len(reading.records) > 1 else ""
    return {"id": f"{name}{number}", **stated, "text": record.text}
