"""Known things and their names, the countries, and the labels of trained pipelines."""

from typing import Final

from warehouse.columns import COUNTRY_CODE, ENTITY_KEY, LABEL
from warehouse.contract import Column, DType, Reference, Table
from warehouse.tables.ref.columns import required

ENTITIES_SEED: Final = Table(
    schema="ref",
    name="entities",
    grain="one row per known thing",
    description="States, groups, agencies, people, places and weapons that the project knows.",
    columns=(
        ENTITY_KEY,
        LABEL,
        required("name", "Fullest common name."),
        COUNTRY_CODE,
        Column(
            name="latitude",
            dtype=DType.FLOAT,
            unit="degrees",
            minimum=-90,
            maximum=90,
            description="Latitude (WGS 84), positive to the north.",
            nullable=True,
        ),
        Column(
            name="longitude",
            dtype=DType.FLOAT,
            unit="degrees",
            minimum=-180,
            maximum=180,
            description="Longitude (WGS 84), positive to the east.",
            nullable=True,
        ),
        Column(
            name="wikidata_id",
            dtype=DType.TEXT,
            pattern="Q[1-9][0-9]*",
            description="Item of Wikidata for the same thing.",
            nullable=True,
        ),
    ),
    key=("entity_key",),
)
ENTITY_ALIASES: Final = Table(
    schema="ref",
    name="entity_aliases",
    grain="one row per surface form",
    description="Forms under which known things occur in text.",
    columns=(
        required("alias", "Form as written, without leading article."),
        LABEL,
        ENTITY_KEY,
        Column(
            name="match_case",
            dtype=DType.TEXT,
            vocabulary=("exact", "any"),
            description="Whether another case may match too.",
        ),
    ),
    key=("alias", "entity_key"),
    references=(
        Reference(columns=("entity_key",), target="ref.entities", target_columns=("entity_key",)),
    ),
)
COUNTRIES: Final = Table(
    schema="ref",
    name="countries",
    grain="one row per country code",
    description="ISO 3166-1 alpha-2.",
    columns=(
        Column(
            name="country_code",
            dtype=DType.TEXT,
            pattern="[A-Z]{2}",
            description="ISO 3166-1 alpha-2 code.",
        ),
        required("country_name", "Short English name."),
    ),
    key=("country_code",),
)
MODEL_LABELS: Final = Table(
    schema="ref",
    name="model_labels",
    grain="one row per label of a trained pipeline",
    description="What the entity labels of spaCy pipelines mean here; others are dropped.",
    columns=(
        required("model_label", "Label as the pipeline writes it."),
        LABEL,
    ),
    key=("model_label",),
)
