"""The JSON lines of ``tallybook extract``: field names of the data dictionary, nested spans."""

import hashlib
from decimal import Decimal
from typing import Any, Final

from spacy.language import Language

from tasks.nlp.document import DocumentInput, Extraction, extract_document
from tasks.nlp.entity_rows import Row
from tasks.nlp.rows import document_rows
from tasks.sources.records import parse_metadata
from warehouse.tables import TABLES_BY_NAME

LINE_TABLES: Final = {
    "passages": "raw.passages",
    "entities": "core.entity_mentions",
    "things": "core.document_entities",
    "figures": "core.figures",
    "dates": "core.dates",
    "quotes": "core.quotes",
    "roles": "core.roles",
    "relations": "core.relations",
    "rejected_numbers": "core.rejected_numbers",
}
NESTED_EXTRAS: Final = {
    "counted": {"counted_head": "head"},
    "claimant": {
        "claimant_name": "name",
        "claimant_entity_id": "entity_id",
        "claimant_type": "type",
        "cue_text": "cue",
        "stance": "stance",
    },
    "speaker": {
        "speaker_name": "name",
        "speaker_entity_id": "entity_id",
        "speaker_type": "type",
    },
    "via": {"via_name": "name", "via_entity_id": "entity_id"},
    **{
        prefix: {f"{prefix}_entity_id": "entity_id"}
        for prefix in ("person", "organisation", "place", "subject", "object")
    },
}
SHARED: Final = frozenset({"stance", "cue_text"})
"""Columns that stand in a nested object and for themselves."""
FLAT_SPANS: Final = frozenset({"qualifier", "share", "per"})
"""Secondary spans that the line gives as plain text under their column name."""
STATED_FIELDS: Final = ("title", "published", "authors", "publisher", "language", "url")


def extract_json(nlp: Language, record: dict[str, Any]) -> dict[str, Any]:
    """Return one output line for an input record.

    Args:
        nlp: Pipeline of ``load_pipeline``.
        record: ``id`` and ``text``, optionally ``published``, ``title``, ``authors``,
            ``publisher``, ``language`` and ``url``.
    """
    text = str(record["text"])
    stated = parse_metadata({key: record[key] for key in STATED_FIELDS if key in record})
    document_id = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    with nlp.memory_zone():
        extraction = extract_document(nlp, DocumentInput(document_id, text, stated.stated_metadata))
    return {"id": record["id"], **line_of(extraction, text)}


def line_of(extraction: Extraction, text: str) -> dict[str, Any]:
    """Return document metadata and all rows of an extraction as JSON objects."""
    rows = document_rows(extraction)
    metadata = extraction.metadata
    line: dict[str, Any] = {
        "document": {
            "title": metadata.title,
            "published": metadata.published,
            "authors": list(metadata.author_names),
            "publisher": metadata.publisher_name,
            "language": metadata.language_code,
        }
    }
    for field, table_name in LINE_TABLES.items():
        line[field] = [json_row(row, table_name, text) for row in rows[table_name]]
    for mention in line["entities"]:
        mention["name"] = extraction.linked.entities[mention["entity_index"]].name
    return line


def json_row(row: Row, table_name: str, text: str) -> dict[str, Any]:
    """Return a table row with its spans nested, numbers as JSON numbers, dates as ISO text."""
    table = TABLES_BY_NAME[table_name]
    prefixes = [span.text.removesuffix("_text") for span in table.spans]
    nested = [prefix for prefix in prefixes if f"{prefix}_start_char" in row]
    hidden = {"document_id", "start_char", "end_char"}
    for span in table.spans:
        hidden |= {span.text, span.start_char, span.end_char}
    for prefix in nested:
        hidden |= NESTED_EXTRAS.get(prefix, {}).keys() - SHARED
    result = own_fields(row, text)
    result |= {name: json_value(value) for name, value in row.items() if name not in hidden}
    for prefix in nested:
        if prefix in FLAT_SPANS:
            result[f"{prefix}_text"] = row[f"{prefix}_text"]
        else:
            result[prefix] = nested_span(row, prefix)
    return result


def own_fields(row: Row, text: str) -> dict[str, Any]:
    """Return the row's own span, nothing for a row that has none."""
    if "start_char" not in row:
        return {}
    start, end = row["start_char"], row["end_char"]
    return {"start_char": start, "end_char": end, "text": text[start:end]}


def nested_span(row: Row, prefix: str) -> dict[str, Any] | None:
    """Return a secondary span as an object, or None when it is null."""
    if row[f"{prefix}_text"] is None:
        return None
    extras = {new: row[old] for old, new in NESTED_EXTRAS.get(prefix, {}).items()}
    return {
        "text": row[f"{prefix}_text"],
        "start_char": row[f"{prefix}_start_char"],
        "end_char": row[f"{prefix}_end_char"],
        **extras,
    }


def json_value(value: object) -> object:
    """Return a value that JSON knows: Decimals as numbers, dates as ISO 8601."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if hasattr(value, "isoformat") else value
