"""A file that is one text: bytes in, one document out."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, BinaryIO, Final

from tasks.sources.encoding import Decoded, decode_text
from tasks.sources.problems import UnreadableFile
from tasks.sources.readings import SourceRecord
from tasks.sources.records import declared_encoding, is_canonical_record

if TYPE_CHECKING:
    from tasks.sources.streams import ReadLimits

EMPTY: Final = "empty"


def read_plain_text(
    stream: BinaryIO, stated_metadata: str | None, limits: ReadLimits
) -> SourceRecord:
    """Read a stream of (expanded) bytes to its end as one document.

    Args:
        stream: Bytes of the text.
        stated_metadata: What its sidecar states, canonical JSON.
        limits: Sizes beyond which it is refused.

    Raises:
        UnreadableFile: If it is no text, too large, or empty (then it is ``skipped``).
    """
    data = read_bytes(stream, limits)
    declared = declared_encoding(stated_metadata)
    decoded = decode_document(data, declared=declared)
    check_document(decoded.text, limits)
    # its bytes would be the document_id of that record, with another text
    if decoded.encoding == "utf-8" and is_canonical_record(decoded.text):
        msg = "is one JSON record, not a text: rename it to .jsonl"
        raise UnreadableFile(msg)
    return SourceRecord(
        record_index=0,
        document_id=hash_document(data, declared or ""),
        stated_metadata=stated_metadata,
        text=decoded.text,
        encoding=decoded.encoding,
        byte_count=len(data),
    )


def read_bytes(stream: BinaryIO, limits: ReadLimits) -> bytes:
    """Read a stream to its end.

    Raises:
        UnreadableFile: If it holds more bytes than a document may have.
    """
    data = stream.read(limits.max_document_bytes + 1)
    if len(data) > limits.max_document_bytes:
        raise too_large(limits.max_document_bytes, "bytes or more", limits)
    return data


def decode_document(data: bytes, *, declared: str | None, hint: str | None = None) -> Decoded:
    """Decode the bytes of a document; see ``decode_text``.

    Raises:
        UnreadableFile: If they are no text.
    """
    try:
        return decode_text(data, declared=declared, hint=hint)
    except ValueError as error:
        raise UnreadableFile(str(error)) from error


def hash_document(data: bytes, reading: str) -> str:
    """Return the document_id of bytes that are read in a way.

    Args:
        data: Bytes of the file, expanded.
        reading: Empty for bytes that are the text in an encoding of their own; else what gives
            another text of the same bytes: the declared encoding, that they are a page.
    """
    prefix = f"{reading}\0".encode() if reading else b""
    return hashlib.sha256(prefix + data).hexdigest()


def check_document(text: str, limits: ReadLimits) -> None:
    """Refuse a text that is blank or too long.

    Raises:
        UnreadableFile: As ``skipped`` when it is blank, else as ``failed``.
    """
    if not text.strip():
        raise UnreadableFile(EMPTY, outcome="skipped")
    if len(text) > limits.max_document_chars:
        raise too_large(len(text), "characters", limits)


def too_large(size: int, unit: str, limits: ReadLimits) -> UnreadableFile:
    """Return the error for a document beyond the limit, ``size`` being in ``unit``."""
    return UnreadableFile(
        f"has {size} {unit}, more than max_document_chars = {limits.max_document_chars} allows: "
        f"split it or raise that setting"
    )
