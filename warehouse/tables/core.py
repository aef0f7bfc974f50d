"""Schema ``core``: one fact per row, each with the exact characters that it came from.

Figures, entities, roles and relations, and near-duplicates have modules of their own.
"""

from typing import Final

from warehouse.columns import (
    DOCUMENT_ID,
    END_CHAR,
    PASSAGE_INDEX,
    RULE,
    SENTENCE_INDEX,
    SHORT_HASH_PATTERN,
    SPEAKER_TYPE,
    STANCE,
    START_CHAR,
    TO_DOCUMENT,
    TO_SENTENCE,
    entity_reference,
    own_span,
    party_columns,
    secondary_span,
    span_columns,
    surface,
    text_column,
)
from warehouse.contract import Column, DType, Reference, Table
from warehouse.tables.corrections import (
    CLAIMANT_ACCEPTED,
    CORRECTION_OUTCOMES,
    MARKS,
    corrected_table,
)
from warehouse.tables.duplicates import NEAR_DUPLICATES, SIGNATURES
from warehouse.tables.entities import DOCUMENT_ENTITIES, ENTITIES, ENTITY_MENTIONS
from warehouse.tables.figures import FIGURES
from warehouse.tables.statements import RELATIONS, ROLES
from warehouse.vocabularies import DATE_PRECISIONS, QUOTE_KINDS, REJECTION_REASONS

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
            description="direct (in quotation marks); mixed: at least a fifth of a reported "
            "content is in marks, or a quoted phrase inside one; indirect (reported).",
        ),
        *party_columns("speaker", "Who speaks"),
        SPEAKER_TYPE,
        text_column("speaker_rule", "How the source's phrase led to who it is."),
        *span_columns("cue", "Verb or phrase that reports the speech"),
        STANCE.as_nullable(),
        *party_columns("via", "Who passes the speech on, in a chain of sources"),
        SENTENCE_INDEX,
        RULE,
    ),
    key=("quote_id",),
    references=(
        TO_DOCUMENT,
        TO_SENTENCE,
        entity_reference("speaker"),
        entity_reference("via"),
    ),
    spans=(
        own_span("quote_text"),
        secondary_span("speaker"),
        secondary_span("cue"),
        secondary_span("via"),
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

CORRECTED_FIGURES: Final = corrected_table(FIGURES, (*MARKS, CLAIMANT_ACCEPTED))
CORRECTED_DATES: Final = corrected_table(DATES)
CORRECTED_QUOTES: Final = corrected_table(QUOTES)
CORRECTION_TABLES: Final = (
    CORRECTED_FIGURES,
    CORRECTED_DATES,
    CORRECTED_QUOTES,
    CORRECTION_OUTCOMES,
)

WHOLE_TABLES: Final = (ENTITIES, NEAR_DUPLICATES, *CORRECTION_TABLES)
"""Tables over all documents together, written whole in every run."""

CORE_TABLES: Final = (
    SENTENCES,
    SIGNATURES,
    NEAR_DUPLICATES,
    ENTITIES,
    DOCUMENT_ENTITIES,
    ENTITY_MENTIONS,
    ROLES,
    RELATIONS,
    FIGURES,
    DATES,
    QUOTES,
    REJECTED_NUMBERS,
    *CORRECTION_TABLES,
)
