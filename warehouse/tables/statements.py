"""What a document says of things, in schema ``core``: roles, events, names beside each other."""

from typing import Final

from warehouse.columns import (
    DOCUMENT_ID,
    END_CHAR,
    RULE,
    SENTENCE_INDEX,
    SHORT_HASH_PATTERN,
    START_CHAR,
    TO_DOCUMENT,
    TO_SENTENCE,
    entity_columns,
    entity_reference,
    own_span,
    secondary_span,
    span_columns,
    surface,
)
from warehouse.contract import Column, DType, Table
from warehouse.vocabularies import EVENT_KINDS, MODALITIES, RELATION_KINDS

HOLDERS: Final = {
    "person": "Who holds the role",
    "organisation": "The body that the role belongs to",
    "place": "Place or nationality that the role belongs to",
}
PARTIES: Final = {
    "subject": "Who acts, also in a passive; of a co-mention the first name",
    "verb": "Verb or noun of the event",
    "object": "Who or what is acted on; of a co-mention the second name",
}

ROLES: Final = Table(
    schema="core",
    name="roles",
    grain="one row per role of a named person in a document",
    description="Offices, ranks and jobs that the text gives to a person.",
    columns=(
        Column(
            name="role_id",
            dtype=DType.TEXT,
            pattern=SHORT_HASH_PATTERN,
            description="Hash of document, span of the role and span of the person.",
        ),
        DOCUMENT_ID,
        START_CHAR,
        END_CHAR,
        surface("role_text"),
        *(
            column
            for name, what in HOLDERS.items()
            for column in (*span_columns(name, what), *entity_columns(name))
        ),
        Column(
            name="is_former",
            dtype=DType.BOOLEAN,
            description="True when the text says that the person no longer holds it.",
        ),
        SENTENCE_INDEX,
        RULE,
    ),
    key=("role_id",),
    references=(TO_DOCUMENT, TO_SENTENCE, *(entity_reference(name) for name in HOLDERS)),
    spans=(own_span("role_text"), *(secondary_span(name) for name in HOLDERS)),
)

RELATIONS: Final = Table(
    schema="core",
    name="relations",
    grain="one row per event with its parties, or per pair of things named in one sentence",
    description="Who arrested, killed, attacked ... whom, and which things are named together.",
    columns=(
        Column(
            name="relation_id",
            dtype=DType.TEXT,
            pattern=SHORT_HASH_PATTERN,
            description="Hash of document, kind and the spans of the parties.",
        ),
        DOCUMENT_ID,
        Column(
            name="kind",
            dtype=DType.TEXT,
            vocabulary=RELATION_KINDS,
            description="event: subject, verb, object; co_mention: two things of one sentence.",
        ),
        Column(
            name="event",
            dtype=DType.TEXT,
            vocabulary=EVENT_KINDS,
            description="What is done; null for a co-mention.",
            nullable=True,
        ),
        *(
            column
            for name, what in PARTIES.items()
            for column in (
                *span_columns(name, what),
                *(() if name == "verb" else entity_columns(name)),
            )
        ),
        Column(
            name="modality",
            dtype=DType.TEXT,
            vocabulary=MODALITIES,
            description="Whether the text asserts the event; null for a co-mention.",
            nullable=True,
        ),
        SENTENCE_INDEX,
        RULE,
    ),
    key=("relation_id",),
    references=(
        TO_DOCUMENT,
        TO_SENTENCE,
        *(entity_reference(name) for name in PARTIES if name != "verb"),
    ),
    spans=tuple(secondary_span(name) for name in PARTIES),
)
