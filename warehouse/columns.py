"""Columns that more than one table uses: one meaning, one name, one declaration.

A column that only one table uses stands beside that table in ``warehouse/tables/``.
"""

from typing import Final

from warehouse.contract import Column, DType, Reference, SpanColumns
from warehouse.vocabularies import (
    ENTITY_LABELS,
    FEATURE_CLASSES,
    SEVERITIES,
    SPEAKER_KINDS,
    STANCES,
)

SHA256_PATTERN: Final = "[0-9a-f]{64}"
SHORT_HASH_PATTERN: Final = "[0-9a-f]{16}"


def text_column(name: str, description: str) -> Column:
    """Return a nullable free-text column."""
    return Column(name=name, dtype=DType.TEXT, description=description, nullable=True)


def count_column(name: str, description: str, unit: str = "rows") -> Column:
    """Return a column that counts whole things from zero up."""
    return Column(name=name, dtype=DType.INTEGER, description=description, unit=unit, minimum=0)


def span_columns(prefix: str, what: str) -> tuple[Column, Column, Column]:
    """Return the nullable text, start and end columns of a secondary span.

    Args:
        prefix: First part of the three names, e.g. ``"counted"``.
        what: What the span is, for the descriptions.
    """
    return (
        text_column(f"{prefix}_text", f"{what}, exactly as written."),
        START_CHAR.named(
            f"{prefix}_start_char", f"First character of {prefix}_text, inclusive."
        ).as_nullable(),
        END_CHAR.named(
            f"{prefix}_end_char", f"Character after the last one of {prefix}_text."
        ).as_nullable(),
    )


def party_columns(prefix: str, what: str) -> tuple[Column, ...]:
    """Return the nullable columns of somebody who says something: span, name and entity.

    Args:
        prefix: First part of the names, e.g. ``"speaker"``.
        what: Who it is, for the descriptions.
    """
    return (
        *span_columns(prefix, what),
        text_column(
            f"{prefix}_name",
            "Who that is: name of the thing in its document, or the phrase that is meant.",
        ),
        *entity_columns(prefix),
    )


def surface(name: str) -> Column:
    """Return the column that repeats the characters of a row's own span."""
    return Column(
        name=name, dtype=DType.TEXT, description="The characters of the span, exactly as written."
    )


def own_span(text: str) -> SpanColumns:
    """Return the row's own span, named by its text column."""
    return SpanColumns(text=text, start_char="start_char", end_char="end_char")


def secondary_span(prefix: str) -> SpanColumns:
    """Return the three columns of ``span_columns`` as a span."""
    return SpanColumns(
        text=f"{prefix}_text", start_char=f"{prefix}_start_char", end_char=f"{prefix}_end_char"
    )


def entity_columns(prefix: str) -> tuple[Column, Column]:
    """Return the nullable columns that refer to an entity: of the document, and over all.

    Args:
        prefix: First part of the two names, e.g. ``"place"``.
    """
    return (
        ENTITY_INDEX.named(
            f"{prefix}_entity_index", f"Entity of the {prefix} among those of the document."
        ).as_nullable(),
        ENTITY_ID.named(f"{prefix}_entity_id", f"Entity of the {prefix}.").as_nullable(),
    )


def entity_reference(prefix: str) -> Reference:
    """Return the reference of ``entity_columns``; of a row's own entity without prefix."""
    names = [f"{prefix}_{name}".lstrip("_") for name in ("entity_index", "entity_id")]
    return Reference(
        columns=("document_id", *names),
        target="core.document_entities",
        target_columns=("document_id", "entity_index", "entity_id"),
    )


DOCUMENT_ID: Final = Column(
    name="document_id",
    dtype=DType.TEXT,
    pattern=SHA256_PATTERN,
    description=(
        "SHA-256 of the raw bytes (expanded for .gz, canonical JSON for a JSONL record); in front "
        "of them what gives another text: a declared encoding, or that they are HTML."
    ),
)
START_CHAR: Final = Column(
    name="start_char",
    dtype=DType.INTEGER,
    unit="characters",
    minimum=0,
    description="First character in raw.documents.text, inclusive, in Unicode code points.",
)
END_CHAR: Final = Column(
    name="end_char",
    dtype=DType.INTEGER,
    unit="characters",
    minimum=0,
    description="Character after the last one in raw.documents.text, exclusive.",
)
SENTENCE_INDEX: Final = Column(
    name="sentence_index",
    dtype=DType.INTEGER,
    unit="ordinal",
    minimum=0,
    description="Position of the evidence sentence in its document, from 0.",
)
PASSAGE_INDEX: Final = Column(
    name="passage_index",
    dtype=DType.INTEGER,
    unit="ordinal",
    minimum=0,
    description="Position of the passage in its document, from 0.",
)
ENTITY_ID: Final = Column(
    name="entity_id",
    dtype=DType.TEXT,
    pattern=SHORT_HASH_PATTERN,
    description="Hash of label and canonical key; the same thing has it in every document and run.",
)
ENTITY_INDEX: Final = Column(
    name="entity_index",
    dtype=DType.INTEGER,
    unit="ordinal",
    minimum=0,
    description="Position of the entity among those of its document, by first mention, from 0.",
)
LABEL: Final = Column(
    name="label",
    dtype=DType.TEXT,
    vocabulary=ENTITY_LABELS,
    description="What sort of thing is named (OntoNotes meaning, plus WEAPON and VEHICLE).",
)
RULE: Final = Column(
    name="rule",
    dtype=DType.TEXT,
    description="Path of the rule that produced the row.",
)
STANCE: Final = Column(
    name="stance",
    dtype=DType.TEXT,
    vocabulary=STANCES,
    description="How the source puts it: stated, claimed, denied, warned ...",
)
SPEAKER_TYPE: Final = Column(
    name="speaker_type",
    dtype=DType.TEXT,
    vocabulary=SPEAKER_KINDS,
    description="What sort of source it is; a pronoun is one of which nobody can be sure.",
    nullable=True,
)
SOURCE: Final = Column(
    name="source",
    dtype=DType.TEXT,
    description="Folder or file given to the run, as an absolute path without links.",
)
PATH: Final = Column(
    name="path",
    dtype=DType.TEXT,
    description="File below the source, with forward slashes; empty when the source is a file.",
)
RUN_ID: Final = Column(
    name="run_id",
    dtype=DType.TEXT,
    pattern=r"\d{8}T\d{6}Z-[0-9a-f]{8}",
    description="UTC start of the run and eight random hex digits.",
)
SEVERITY: Final = Column(
    name="severity",
    dtype=DType.TEXT,
    vocabulary=SEVERITIES,
    description="critical rejects the row or stops the run; warning is recorded.",
)
TABLE_NAME: Final = Column(
    name="table_name",
    dtype=DType.TEXT,
    description="Schema and name of the table, e.g. core.figures.",
)
UNIT: Final = Column(
    name="unit",
    dtype=DType.TEXT,
    description="ISO 4217 code, percent, percentage_point, fold, or a singular unit name.",
)
COUNTRY_CODE: Final = Column(
    name="country_code",
    dtype=DType.TEXT,
    pattern="[A-Z]{2}",
    description="ISO 3166-1 alpha-2 code of the country.",
    nullable=True,
)
PLACE_KEY: Final = Column(
    name="place_key",
    dtype=DType.TEXT,
    description="Key of the place in seeds/places.csv or seeds/regions.csv.",
    nullable=True,
)
ADMIN_AREA: Final = text_column("admin_area", "First-level area that the place lies in.")
FEATURE_CLASS: Final = Column(
    name="feature_class",
    dtype=DType.TEXT,
    vocabulary=FEATURE_CLASSES,
    description="What sort of place it is.",
    nullable=True,
)
LATITUDE: Final = Column(
    name="latitude",
    dtype=DType.FLOAT,
    unit="degrees",
    minimum=-90,
    maximum=90,
    description="Latitude of a place (WGS 84), positive to the north.",
    nullable=True,
)
LONGITUDE: Final = Column(
    name="longitude",
    dtype=DType.FLOAT,
    unit="degrees",
    minimum=-180,
    maximum=180,
    description="Longitude of a place (WGS 84), positive to the east.",
    nullable=True,
)
ENTITY_KEY: Final = Column(
    name="entity_key",
    dtype=DType.TEXT,
    pattern="[a-z0-9]+(-[a-z0-9]+)*",
    description="Key of an entity that the seeds know, a slug of its name.",
)
CODE_VERSION: Final = Column(
    name="code_version",
    dtype=DType.TEXT,
    description="Version of tallybook that wrote the row.",
)
RULES_VERSION: Final = Column(
    name="rules_version",
    dtype=DType.TEXT,
    pattern=SHORT_HASH_PATTERN,
    description="Hash of the code, seeds and model that decide the extracted rows.",
)
TO_DOCUMENT: Final = Reference(
    columns=("document_id",), target="raw.documents", target_columns=("document_id",)
)
TO_SENTENCE: Final = Reference(
    columns=("document_id", "sentence_index"),
    target="core.sentences",
    target_columns=("document_id", "sentence_index"),
)
