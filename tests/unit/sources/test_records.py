"""What records and sidecars state is checked field by field."""

import hashlib
import json
from datetime import date

import pytest

from tasks.sources.records import (
    is_canonical_record,
    parse_json_object,
    parse_metadata,
    parse_published,
    parse_record,
)


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2015", (date(2015, 1, 1), "year")),
        ("2015-11", (date(2015, 11, 1), "month")),
        ("2015-11-20", (date(2015, 11, 20), "day")),
        ("2015-11-20T23:30:00", (date(2015, 11, 20), "day")),
        ("2015-11-20T23:30:00-05:00", (date(2015, 11, 20), "day")),
        ("2015-11-20 23:30Z", (date(2015, 11, 20), "day")),
    ],
)
def test_parse_published_reads_iso_dates(published: str, expected: tuple[date, str]) -> None:
    """The first day and the precision are those that are stated, without zone conversion."""
    assert parse_published(published) == expected


@pytest.mark.parametrize(
    "published", ["yesterday", "20/11/2015", "2015-13", "2015-02-30", "0000", "11-2015", ""]
)
def test_parse_published_refuses_anything_else(published: str) -> None:
    """What is no ISO date raises with the text that was refused."""
    with pytest.raises(ValueError, match="is no ISO 8601 day, month or year"):
        parse_published(published)


@pytest.mark.parametrize(
    ("stated", "canonical"),
    [
        (2015, "2015"),
        ("2015-11", "2015-11"),
        ("20151120", "2015-11-20"),
        (20151120, "2015-11-20"),
        ("2015-W47-5", "2015-11-20"),
        ("2015W475", "2015-11-20"),
        ("2015-11-20T23:30:00-05:00", "2015-11-20"),
        ("2015-W47", None),
        ("201511", None),
    ],
)
def test_parse_record_writes_the_publication_date_canonically(
    stated: object, canonical: str | None
) -> None:
    """Every accepted form becomes YYYY, YYYY-MM or YYYY-MM-DD; any other is left out."""
    record = parse_record(json.dumps({"text": "five", "title": "T", "published": stated}))

    metadata = json.loads(record.metadata.stated_metadata or "{}")
    assert metadata.get("published") == canonical
    assert len(record.metadata.complaints) == (canonical is None)


def test_metadata_tells_where_it_is_stated() -> None:
    """Record and sidecar are told apart, which changes no document's identity."""
    fields = {"text": "five", "title": "T", "origin": "mine"}
    record = parse_record(json.dumps(fields))
    canonical = json.dumps(fields, sort_keys=True, separators=(",", ":")).encode()

    assert record.metadata.stated_metadata == '{"origin":"record","title":"T"}'
    assert record.document_id == hashlib.sha256(canonical).hexdigest()
    assert parse_metadata({"title": "T"}).stated_metadata == '{"origin":"sidecar","title":"T"}'


def test_parse_record_identifies_by_canonical_json() -> None:
    """Order of keys and spaces do not change the identity, values do."""
    first = parse_record('{"title": "T", "text": "Fünf \\u00e4"}')
    second = parse_record('{ "text":"Fünf ä","title":"T" }')
    canonical = '{"text":"Fünf ä","title":"T"}'.encode()

    assert first == second
    assert first.document_id == hashlib.sha256(canonical).hexdigest()
    assert first.byte_count == len(canonical)
    assert parse_record('{"text": "Fünf ä", "title": "U"}').document_id != first.document_id


def test_parse_record_keeps_the_text_and_tidies_the_metadata() -> None:
    """The text is never touched; metadata are stripped and written canonically."""
    record = parse_record(
        json.dumps(
            {
                "id": 7,
                "text": "  five \r\n",
                "title": " T ",
                "published": 2015,
                "authors": "A. Lim; B. Ito",
                "publisher": " ",
                "language": "en-GB",
                "url": None,
            }
        )
    )

    assert record.text == "  five \r\n"
    assert record.metadata.complaints == ()
    assert record.metadata.stated_metadata == (
        '{"authors":["A. Lim","B. Ito"],"id":"7","language":"en","origin":"record",'
        '"published":"2015","title":"T"}'
    )


@pytest.mark.parametrize(
    ("field", "value", "detail"),
    [
        ("published", "yesterday", "is no ISO 8601 day"),
        ("published", True, "valid string"),
        ("title", 5, "valid string"),
        ("authors", [1], "valid string"),
        ("authors", {"name": "A"}, "valid list"),
        ("language", "English", "is no ISO 639 code"),
        ("title", "a\0b", "NUL"),
    ],
)
def test_parse_record_leaves_out_a_broken_field(field: str, value: object, detail: str) -> None:
    """The record is loaded without the field and complains about it."""
    record = parse_record(json.dumps({"text": "five", "publisher": "P", field: value}))

    (complaint,) = record.metadata.complaints
    assert record.metadata.stated_metadata == '{"origin":"record","publisher":"P"}'
    assert complaint.rule == f"stated_{field}_is_valid"
    assert detail in complaint.detail


def test_parse_record_names_fields_that_it_does_not_know() -> None:
    """A field that would be lost silently is named."""
    (complaint,) = parse_record('{"text": "five", "date": "2015"}').metadata.complaints

    assert complaint.rule == "stated_fields_are_known"
    assert complaint.detail == "fields that are not read: 'date'"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "is no JSON"),
        ("[1]", "is a JSON list"),
        ("null", "is a JSON NoneType"),
        ("{}", "has no text"),
        ('{"text": 5}', "has no text"),
        ('{"text": null}', "has no text"),
        ('{"text": "a", "text": "b"}', "states the key 'text' twice"),
        ('{"text": "a", "n": NaN}', "holds NaN"),
        ('{"text": "a", "n": 1e999}', "not JSON compliant"),
        ('{"text": "\\ud800"}', "half of a surrogate pair"),
        ('{"text": "a\\u0000b"}', "holds NUL"),
        ('{"text": ' + "[" * 100_000, "nested too deeply"),
        ('{"text": "a", "n": ' + "9" * 5000 + "}", "integer"),
    ],
)
def test_parse_record_refuses_a_line_without_usable_text(line: str, reason: str) -> None:
    """Only the text and the JSON itself decide whether a line is loaded."""
    with pytest.raises(ValueError, match=reason):
        parse_record(line)


def test_parse_metadata_of_nothing_is_none() -> None:
    """Nothing stated and only empty fields are the same: no metadata."""
    assert parse_metadata({}).stated_metadata is None
    assert parse_metadata({"title": "", "authors": [" "], "url": None}).stated_metadata is None


def test_parse_json_object_keeps_values() -> None:
    """A strict reading still reads."""
    assert parse_json_object('{"a": [1, 2.5, "x", null, true]}') == {"a": [1, 2.5, "x", None, True]}


def test_is_canonical_record_sees_only_exact_canonical_json() -> None:
    """A text that merely looks like JSON is a text."""
    assert is_canonical_record('{"text":"a"}')
    assert not is_canonical_record('{"text": "a"}')
    assert not is_canonical_record('{"title":"a"}')
    assert not is_canonical_record("{ five }")
