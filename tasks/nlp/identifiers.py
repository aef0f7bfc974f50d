"""Stable identifiers: short hashes of what a row is, never of when or where it was made."""

import hashlib
from typing import Final

SHORT_HASH_CHARS: Final = 16


def short_hash(*parts: object) -> str:
    """Return 16 hex digits of the SHA-256 of the parts, joined by a line break."""
    joined = "\n".join(str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:SHORT_HASH_CHARS]


def span_id(document_id: str, start_char: int, end_char: int) -> str:
    """Return the identifier of a figure or quote: document, start and end."""
    return short_hash(document_id, start_char, end_char)


def entity_id(label: str, canonical_key: str) -> str:
    """Return the identifier of an entity: label and canonical key."""
    return short_hash(label, canonical_key)
