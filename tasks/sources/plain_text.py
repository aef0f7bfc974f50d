"""A file that is one text: bytes in, one document out."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, BinaryIO, Final

from tasks.sources.encoding import decode_text
from tasks.sources.problems import UnreadableFile
from tasks.sources.readings import SourceRecord
from tasks.sources.records import is_canonical_record

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
    data = stream.read(limits.max_document_bytes + 1)
    if len(data) > limits.max_document_bytes:
        raise too_large(limits.max_document_bytes, "bytes or more", limits)
    try:
        decoded = decode_text(data)
    except ValueError as error:
        raise UnreadableFile(str(error)) from error
    check_document(decoded.text, limits)
    # its bytes would be the document_id of that record, with another text
    if decoded.encoding == "utf-8" and is_canonical_record(decoded.text):
        msg = "is one JSON record, not a text: rename it to .jsonl"
        raise UnreadableFile(msg)
    return SourceRecord(
        record_index=0,
        document_id=hashlib.sha256(data).hexdigest(),
        stated_metadata=stated_metadata,
        text=decoded.text,
        encoding=decoded.encoding,
        byte_count=len(data),
    )


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
