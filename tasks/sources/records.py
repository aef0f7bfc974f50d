"""What a JSONL record or a sidecar states, checked field by field.

Only the text decides whether a record is loaded: a metadata field of the wrong form is left out
with a complaint. ``parse_published`` is the one reading of stated publication dates.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from tasks.sources.encoding import canonical_encoding, check_is_text
from tasks.sources.json_text import canonical_json, parse_json_object, shown

if TYPE_CHECKING:
    from collections.abc import Mapping

YEAR: Final = re.compile(r"[0-9]{4}")
MONTH: Final = re.compile(r"([0-9]{4})-([0-9]{2})")
LANGUAGE: Final = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9_-]+)?", re.IGNORECASE)
WEEK: Final = re.compile(r"[0-9]{4}-?W[0-9]{2}")
PUBLISHED_CHARS: Final = {"year": 4, "month": 7, "day": 10}
"""Characters of an ISO date at each precision."""


@dataclass(frozen=True, kw_only=True)
class Complaint:
    """A stated field that is not used: the rule that it breaks and what is odd."""

    rule: str
    detail: str


@dataclass(frozen=True, kw_only=True)
class ParsedMetadata:
    """Stated metadata as canonical JSON (None when empty) and what was left out of it."""

    stated_metadata: str | None
    complaints: tuple[Complaint, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ParsedRecord:
    """A JSONL record: identity, text and metadata; ``byte_count`` is of its canonical JSON."""

    document_id: str
    text: str
    byte_count: int
    metadata: ParsedMetadata


class Metadata(BaseModel):
    """Fields that a record or a sidecar may state; an empty one is as good as none."""

    model_config = ConfigDict(strict=True, extra="ignore", frozen=True)

    id: str | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None
    authors: list[str] | None = None
    publisher: str | None = None
    language: str | None = None

    @field_validator("id", "published", mode="before")
    @classmethod
    def _write_number(cls, value: object) -> object:
        # JSON writers give bare years and numeric ids as numbers
        return str(value) if isinstance(value, int) and not isinstance(value, bool) else value

    @field_validator("authors", mode="before")
    @classmethod
    def _split_authors(cls, value: object) -> object:
        return value.split(";") if isinstance(value, str) else value

    @field_validator("id", "title", "published", "url", "publisher", "language")
    @classmethod
    def _strip(cls, value: str | None) -> str | None:
        return _clean(value) or None if value is not None else None

    @field_validator("authors")
    @classmethod
    def _strip_authors(cls, value: list[str] | None) -> list[str] | None:
        return [name for name in map(_clean, value) if name] or None if value else None

    @field_validator("published")
    @classmethod
    def _check_published(cls, value: str | None) -> str | None:
        return None if value is None else canonical_published(value)

    @field_validator("language")
    @classmethod
    def _shorten_language(cls, value: str | None) -> str | None:
        if value is None:
            return None
        match = LANGUAGE.fullmatch(value)
        if match is None:
            msg = f"{shown(value)} is no ISO 639 code such as 'en'"
            raise ValueError(msg)
        return match[1].lower()


class BesideText(Metadata):
    """What a sidecar may state: also the encoding of the text beside it."""

    encoding: str | None = None

    @field_validator("encoding")
    @classmethod
    def _check_encoding(cls, value: str | None) -> str | None:
        return canonical_encoding(value.strip()) if value and value.strip() else None


class Record(Metadata):
    """One line of a JSONL file; the text is taken as it is."""

    text: str


M = TypeVar("M", bound=Metadata)


def parse_published(published: str) -> tuple[date, str]:
    """Read a stated publication date.

    Args:
        published: ISO 8601 day, date and time, month or year. A time is dropped and its zone is
            not converted: the day is the one stated.

    Returns:
        First day of the stated time and its precision: ``day``, ``month`` or ``year``.

    Raises:
        ValueError: If it is none of these.

    >>> parse_published("2015-11")
    (datetime.date(2015, 11, 1), 'month')
    """
    try:
        if YEAR.fullmatch(published):
            return date(int(published), 1, 1), "year"
        if match := MONTH.fullmatch(published):
            return date(int(match[1]), int(match[2]), 1), "month"
        if WEEK.fullmatch(published):
            msg = "a week is neither a day nor a month"
            raise ValueError(msg)  # noqa: TRY301 - every refusal ends in the same sentence
        return datetime.fromisoformat(published).date(), "day"
    except ValueError as error:
        msg = f"{shown(published)} is no ISO 8601 day, month or year such as '2015-11-20'"
        raise ValueError(msg) from error


def canonical_published(published: str) -> str:
    """Return a stated publication date as ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

    Raises:
        ValueError: If ``parse_published`` cannot read it.

    >>> canonical_published("2015-W47-5")
    '2015-11-20'
    """
    first, precision = parse_published(published)
    return first.isoformat()[: PUBLISHED_CHARS[precision]]


def parse_metadata(fields: Mapping[str, object]) -> ParsedMetadata:
    """Check the metadata of a sidecar field by field.

    Args:
        fields: What the sidecar states; null counts as not stated.
    """
    metadata, complaints = _check_fields(BesideText, fields)
    return ParsedMetadata(
        stated_metadata=_canonical_metadata(metadata, "sidecar"),
        complaints=_unknown(BesideText, fields) + complaints,
    )


def add_page_metadata(stated_metadata: str | None, fields: Mapping[str, object]) -> str | None:
    """Return what a sidecar states, and besides it what the page says of itself.

    Args:
        stated_metadata: Canonical JSON of the sidecar; its fields win.
        fields: What the page says; fields of the wrong form are left out.
    """
    stated = json.loads(stated_metadata) if stated_metadata else {}
    page, _ = _check_fields(Metadata, fields)
    added = page.model_dump(exclude_none=True)
    origin = {} if stated.get("published") else {"origin": "page"}
    return canonical_json(added | stated | origin) if added else stated_metadata


def declared_encoding(stated_metadata: str | None) -> str | None:
    """Return the encoding that the sidecar of a file declares, as Python names it."""
    declared = json.loads(stated_metadata).get("encoding") if stated_metadata else None
    return None if declared is None else str(declared)


def parse_record(line: str) -> ParsedRecord:
    """Read one line of a JSONL file.

    Raises:
        ValueError: If it is no JSON object or has no usable text.
    """
    fields = parse_json_object(line)
    canonical = canonical_json(fields).encode()
    record, complaints = _check_fields(Record, fields)
    check_is_text(record.text)
    return ParsedRecord(
        document_id=hashlib.sha256(canonical).hexdigest(),
        text=record.text,
        byte_count=len(canonical),
        metadata=ParsedMetadata(
            stated_metadata=_canonical_metadata(record, "record"),
            complaints=_unknown(Record, fields) + complaints,
        ),
    )


def is_canonical_record(text: str) -> bool:
    """Return whether a text is, byte for byte, the canonical JSON of a record."""
    if not text.startswith("{"):
        return False
    try:
        return canonical_json(parse_json_object(text)) == text and bool(parse_record(text))
    except ValueError:
        return False


def _check_fields(model: type[M], fields: Mapping[str, object]) -> tuple[M, tuple[Complaint, ...]]:
    """Build the model without the optional fields that do not fit, and a complaint for each."""
    try:
        return model.model_validate(fields), ()
    except ValidationError as error:
        reasons = {str(item["loc"][0]): item["msg"] for item in error.errors()}
    if "text" in reasons:
        msg = "has no text: the field 'text' is missing or no string"
        raise ValueError(msg)
    kept = {name: value for name, value in fields.items() if name not in reasons}
    complaints = tuple(
        Complaint(
            rule=f"stated_{name}_is_valid", detail=f"{name}: {reason.removeprefix('Value error, ')}"
        )
        for name, reason in sorted(reasons.items())
    )
    return model.model_validate(kept), complaints


def _unknown(model: type[Metadata], fields: Mapping[str, object]) -> tuple[Complaint, ...]:
    # a sidecar's text is not read, but records are often written with both
    names = sorted(set(fields) - set(model.model_fields) - {"text"})
    if not names:
        return ()
    listed = ", ".join(map(shown, names))
    return (
        Complaint(rule="stated_fields_are_known", detail=f"fields that are not read: {listed}"),
    )


def _canonical_metadata(metadata: Metadata, origin: str) -> str | None:
    """Return what is stated with where it is stated (``origin``), None when nothing is."""
    stated = metadata.model_dump(exclude={"text"}, exclude_none=True)
    return canonical_json({**stated, "origin": origin}) if stated else None


def _clean(value: str) -> str:
    if "\0" in value:
        msg = "holds a NUL character"
        raise ValueError(msg)
    return value.strip()
