"""Schema ``core``: one fact per row, each with the exact characters that it came from.

``core.figures`` has a module of its own, and so have the tables of near-duplicates.
"""

from typing import Final

from warehouse.columns import (
    COUNTRY_CODE,
    DOCUMENT_ID,
    END_CHAR,
    ENTITY_ID,
    LABEL,
    PASSAGE_INDEX,
    RULE,
    SENTENCE_INDEX,
    SHORT_HASH_PATTERN,
    STANCE,
    START_CHAR,
    TO_DOCUMENT,
    count_column,
    span_columns,
    text_column,
)
from warehouse.contract import Column, DType, Reference, SpanColumns, Table
from warehouse.tables.duplicates import NEAR_DUPLICATES, SIGNATURES
from warehouse.tables.figures import FIGURES
from warehouse.vocabularies import DATE_PRECISIONS, QUOTE_KINDS, REJECTION_REASONS

TO_SENTENCE: Final = Reference(
    columns=("document_id", "sentence_index"),
    target="core.sentences",
    target_columns=("document_id", "sentence_index"),
)


def surface(name: str) -> Column:
    """Return the column that repeats the characters of a row's own span."""
    return Column(
        name=name, dtype=DType.TEXT, description="The characters of the span, exactly as written."
    )


def own_span(text: str) -> SpanColumns:
    """Return the row's own span, named by its text column."""
    return SpanColumns(text=text, start_char="start_char", end_char="end_char")


SENTENCES: Final = Table(
    schema="core",
    name="sentences",
    grain="one row per sentence of a document",
    description="Sentences of the passages that are read; none crosses a passage.",
    columns=(DOCUMENT_ID, SENTENCE_INDEX, START_CHAR, END_CHAR, PASSAGE_INDEX),
    key=("document_id", "sentence_index"),
    references=(
        TO_DOCUMENT,
        Reference(
            columns=("document_id", "passage_index"),
            target="raw.passages",
            target_columns=("document_id", "passage_index"),
        ),
    ),
)

ENTITY_MENTIONS: Final = Table(
    schema="core",
    name="entity_mentions",
    grain="one row per named span of a document",
    description="Names as written, each with the entity that it refers to.",
    columns=(
        DOCUMENT_ID,
        START_CHAR,
        END_CHAR,
        surface("mention_text"),
        LABEL,
        ENTITY_ID,
        SENTENCE_INDEX,
        RULE,
    ),
    key=("document_id", "start_char", "end_char"),
    references=(
        TO_DOCUMENT,
        TO_SENTENCE,
        Reference(columns=("entity_id",), target="core.entities", target_columns=("entity_id",)),
    ),
    spans=(own_span("mention_text"),),
)

ENTITIES: Final = Table(
    schema="core",
    name="entities",
    grain="one row per real-world thing over all documents",
    description="What the mentions refer to.",
    columns=(
        ENTITY_ID,
        LABEL,
        Column(name="entity_name", dtype=DType.TEXT, description="Fullest known name."),
        Column(
            name="canonical_key",
            dtype=DType.TEXT,
            description="Seed key, else the normalised name; entity_id is its hash with the label.",
        ),
        Column(
            name="is_seeded",
            dtype=DType.BOOLEAN,
            description="True when the thing stands in seeds/entities.csv.",
        ),
        COUNTRY_CODE,
        Column(
            name="latitude",
            dtype=DType.FLOAT,
            unit="degrees",
            minimum=-90,
            maximum=90,
            description="Latitude of a place (WGS 84), positive to the north.",
            nullable=True,
        ),
        Column(
            name="longitude",
            dtype=DType.FLOAT,
            unit="degrees",
            minimum=-180,
            maximum=180,
            description="Longitude of a place (WGS 84), positive to the east.",
            nullable=True,
        ),
        count_column("mention_count", "Mentions in all documents.", "mentions"),
        count_column("document_count", "Documents with at least one mention.", "documents"),
    ),
    key=("entity_id",),
)

DATES: Final = Table(
    schema="core",
    name="dates",
    grain="one row per calendar expression in a document",
    description="Days, months, years and intervals with their ISO 8601 value.",
    columns=(
        DOCUMENT_ID,
        START_CHAR,
        END_CHAR,
        surface("date_text"),
        Column(
            name="value",
            dtype=DType.TEXT,
            description="ISO 8601 day, month, year or A/B interval; null when it cannot be known.",
            nullable=True,
        ),
        Column(
            name="precision",
            dtype=DType.TEXT,
            vocabulary=DATE_PRECISIONS,
            description="Granularity of the expression, also when its value is null.",
        ),
        Column(
            name="start_on",
            dtype=DType.DATE,
            description="First day of the value, inclusive.",
            nullable=True,
        ),
        Column(
            name="end_on",
            dtype=DType.DATE,
            description="Last day of the value, inclusive.",
            nullable=True,
        ),
        text_column("time_text", "Clock time beside the date, as written."),
        SENTENCE_INDEX,
        RULE,
    ),
    key=("document_id", "start_char", "end_char"),
    references=(TO_DOCUMENT, TO_SENTENCE),
    spans=(own_span("date_text"),),
)

QUOTES: Final = Table(
    schema="core",
    name="quotes",
    grain="one row per quotation in a document",
    description="What is quoted or reported, who says it, and with which cue.",
    columns=(
        Column(
            name="quote_id",
            dtype=DType.TEXT,
            pattern=SHORT_HASH_PATTERN,
            description="Hash of document, start and end.",
        ),
        DOCUMENT_ID,
        START_CHAR,
        END_CHAR,
        surface("quote_text"),
        Column(
            name="kind",
            dtype=DType.TEXT,
            vocabulary=QUOTE_KINDS,
            description="direct (in quotation marks), mixed (a quoted part), or indirect.",
        ),
        *span_columns("speaker", "Who speaks"),
        ENTITY_ID.named("speaker_entity_id", "Entity of the speaker.").as_nullable(),
        *span_columns("cue", "Verb or phrase that reports the speech"),
        STANCE.as_nullable(),
        SENTENCE_INDEX,
        RULE,
    ),
    key=("quote_id",),
    references=(
        TO_DOCUMENT,
        TO_SENTENCE,
        Reference(
            columns=("speaker_entity_id",), target="core.entities", target_columns=("entity_id",)
        ),
    ),
    spans=(
        own_span("quote_text"),
        SpanColumns(
            text="speaker_text", start_char="speaker_start_char", end_char="speaker_end_char"
        ),
        SpanColumns(text="cue_text", start_char="cue_start_char", end_char="cue_end_char"),
    ),
)

REJECTED_NUMBERS: Final = Table(
    schema="core",
    name="rejected_numbers",
    grain="one row per numeric expression that is no figure",
    description="Dates, ordinals, designations, list numbers ...: kept, so that a miss is visible.",
    columns=(
        DOCUMENT_ID,
        START_CHAR,
        END_CHAR,
        surface("number_text"),
        Column(
            name="reason",
            dtype=DType.TEXT,
            vocabulary=REJECTION_REASONS,
            description="Why the number states no amount.",
        ),
        RULE,
    ),
    key=("document_id", "start_char", "end_char"),
    references=(TO_DOCUMENT,),
    spans=(own_span("number_text"),),
)

WHOLE_TABLES: Final = (ENTITIES, NEAR_DUPLICATES)
"""Tables over all documents together, written whole in every run."""

CORE_TABLES: Final = (
    SENTENCES,
    SIGNATURES,
    NEAR_DUPLICATES,
    ENTITIES,
    ENTITY_MENTIONS,
    FIGURES,
    DATES,
    QUOTES,
    REJECTED_NUMBERS,
)
