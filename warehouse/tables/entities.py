"""Things and their names in schema ``core``: mentions, the entities of a document, entities.

A mention leads to an entity of its document (``entity_index``), and that to the entity over all
documents (``entity_id``). Every other row that refers to an entity does so in the same two columns,
so that resolution may change its mind about a document that is not read again.
"""

from typing import Final

from warehouse.columns import (
    ADMIN_AREA,
    COUNTRY_CODE,
    DOCUMENT_ID,
    END_CHAR,
    ENTITY_ID,
    ENTITY_INDEX,
    FEATURE_CLASS,
    LABEL,
    LATITUDE,
    LONGITUDE,
    PLACE_KEY,
    RULE,
    SENTENCE_INDEX,
    START_CHAR,
    TO_DOCUMENT,
    TO_SENTENCE,
    count_column,
    entity_reference,
    own_span,
    surface,
    text_column,
)
from warehouse.contract import Column, DType, Reference, Table
from warehouse.vocabularies import PRECISION_CODES

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
            description=(
                "Seed key or place key, else the normalised fullest name, behind a bar what tells "
                "it from others of that name; entity_id is its hash with the label."
            ),
        ),
        Column(
            name="is_seeded",
            dtype=DType.BOOLEAN,
            description="True when the thing stands in seeds/entities.csv.",
        ),
        text_column("wikidata_id", "Identifier in Wikidata, of seeded things that have one."),
        PLACE_KEY,
        COUNTRY_CODE,
        ADMIN_AREA,
        FEATURE_CLASS,
        LATITUDE,
        LONGITUDE,
        Column(
            name="is_hidden",
            dtype=DType.BOOLEAN,
            description="True when a correction hides the thing from the marts.",
        ),
        count_column("mention_count", "Mentions in all documents.", "mentions"),
        count_column("document_count", "Documents with at least one mention.", "documents"),
    ),
    key=("entity_id",),
)

DOCUMENT_ENTITIES: Final = Table(
    schema="core",
    name="document_entities",
    grain="one row per thing that a document names",
    description="What a document says by itself of a thing; the ground of resolution over all.",
    columns=(
        DOCUMENT_ID,
        ENTITY_INDEX,
        LABEL,
        Column(name="entity_name", dtype=DType.TEXT, description="Fullest name in the document."),
        Column(
            name="local_key",
            dtype=DType.TEXT,
            description="Seed key or place key, else the normalised fullest name.",
        ),
        Column(
            name="is_seeded",
            dtype=DType.BOOLEAN,
            description="True when the thing stands in seeds/entities.csv.",
        ),
        text_column("other_names", "The other names in the document, normalised, by semicolons."),
        text_column(
            "context",
            "What the text says of a person or body: org:, country: and role: words by semicolons.",
        ),
        text_column("document_countries", "Countries that the document is about, by semicolons."),
        PLACE_KEY,
        COUNTRY_CODE,
        ADMIN_AREA,
        FEATURE_CLASS,
        LATITUDE,
        LONGITUDE,
        text_column("place_rule", "Rule that chose this place among those of its name."),
        ENTITY_ID,
        Column(
            name="resolution_rule",
            dtype=DType.TEXT,
            description=(
                "Why it is this entity: seed, place, state_body, same_name, other_form, correction."
            ),
        ),
    ),
    key=("document_id", "entity_index"),
    references=(
        TO_DOCUMENT,
        Reference(columns=("entity_id",), target="core.entities", target_columns=("entity_id",)),
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
        ENTITY_INDEX,
        ENTITY_ID,
        Column(
            name="precision_code",
            dtype=DType.TEXT,
            vocabulary=PRECISION_CODES,
            description="How exactly the mention of a place locates; null for anything else.",
            nullable=True,
        ),
        SENTENCE_INDEX,
        RULE,
        Column(
            name="link_rule",
            dtype=DType.TEXT,
            description="Why it is this entity of its document: seed, same_name, surname ...",
        ),
    ),
    key=("document_id", "start_char", "end_char"),
    references=(TO_DOCUMENT, TO_SENTENCE, entity_reference("")),
    spans=(own_span("mention_text"),),
)
