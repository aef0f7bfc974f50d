"""Stable identifiers: short hashes of what a row is, never of when or where it was made.

Whoever makes a row and whoever checks it takes the identifier from here.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

SHORT_HASH_CHARS: Final = 16
_PARTIES: Final = ("subject", "verb", "object")


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


def near_duplicate_group_id(reference_document_id: str) -> str:
    """Return the identifier of a group of near-duplicates: the document that it refers to."""
    return short_hash("near duplicates", reference_document_id)


def role_id(row: Mapping[str, Any]) -> str:
    """Return the identifier of a role: document, span, and where the person starts."""
    ends = row["start_char"], row["end_char"]
    return short_hash(row["document_id"], *ends, row["person_start_char"])


def relation_id(row: Mapping[str, Any]) -> str:
    """Return the identifier of a relation: document, kind, event, and the spans of its parties."""
    is_event = row["kind"] == "event"
    what = (row["kind"], row["event"]) if is_event else (row["kind"],)
    parties = _PARTIES if is_event else (_PARTIES[0], _PARTIES[-1])
    return short_hash(row["document_id"], *what, *(row[name] for name in _ends(parties)))


def _ends(parties: Iterable[str]) -> list[str]:
    return [f"{party}_{end}_char" for party in parties for end in ("start", "end")]


def _span_id(row: Mapping[str, Any]) -> str:
    return span_id(row["document_id"], row["start_char"], row["end_char"])


def _entity_id(row: Mapping[str, Any]) -> str:
    return entity_id(row["label"], row["canonical_key"])


def _group_id(row: Mapping[str, Any]) -> str:
    return near_duplicate_group_id(row["reference_document_id"])


@dataclass(frozen=True, kw_only=True)
class RowId:
    """The column that identifies the rows of a table by what they are.

    Attributes:
        column: Name of the column.
        reads: Columns that it is made of.
        make: Returns the identifier of a row that holds those columns.
    """

    column: str
    reads: tuple[str, ...]
    make: Callable[[Mapping[str, Any]], str]


_SPAN: Final = ("document_id", "start_char", "end_char")
ROW_IDS: Final[Mapping[str, RowId]] = {
    "core.entities": RowId(column="entity_id", reads=("label", "canonical_key"), make=_entity_id),
    "core.near_duplicates": RowId(
        column="near_duplicate_group_id", reads=("reference_document_id",), make=_group_id
    ),
    "core.figures": RowId(column="figure_id", reads=_SPAN, make=_span_id),
    "core.quotes": RowId(column="quote_id", reads=_SPAN, make=_span_id),
    "core.roles": RowId(column="role_id", reads=(*_SPAN, "person_start_char"), make=role_id),
    "core.relations": RowId(
        column="relation_id",
        reads=("document_id", "kind", "event", *_ends(_PARTIES)),
        make=relation_id,
    ),
}
"""By qualified table name."""
