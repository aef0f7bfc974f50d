"""The places of the world, and the words that tell what sort of place a name means."""

from typing import Final

from warehouse.columns import (
    ADMIN_AREA,
    COUNTRY_CODE,
    ENTITY_KEY,
    FEATURE_CLASS,
    LATITUDE,
    LONGITUDE,
    PLACE_KEY,
)
from warehouse.contract import Column, DType, Reference, Table
from warehouse.tables.ref.columns import required
from warehouse.vocabularies import FEATURE_CLASSES

KEY: Final = Column(
    name=PLACE_KEY.name,
    dtype=DType.TEXT,
    pattern="[a-z0-9]+(-[a-z0-9]+)*",
    description="geonames and its number, or a slug; unique in places.csv and regions.csv.",
)
CLASS: Final = Column(
    name=FEATURE_CLASS.name,
    dtype=DType.TEXT,
    vocabulary=FEATURE_CLASSES,
    description="What sort of place it is.",
)
OTHER_NAMES: Final = Column(
    name="other_names",
    dtype=DType.TEXT,
    pattern="[a-z0-9 ]+(;[a-z0-9 ]+)*",
    description="Further names in Latin letters, folded (lower case, no accents), by semicolons.",
    nullable=True,
)
LINK: Final = ENTITY_KEY.named("entity_key", "The same place in entities.csv.").as_nullable()
TO_ENTITY: Final = Reference(
    columns=("entity_key",), target="ref.entities", target_columns=("entity_key",)
)
WORD_GROUPS: Final = (
    "area_word",
    "second_area_word",
    "city_word",
    "water_word",
    "land_word",
    "region_word",
    "site_word",
    "compass_word",
    "near_word",
    "between_word",
    "after_state_word",
    "part_word",
)

PLACES: Final = Table(
    schema="ref",
    name="places",
    grain="one row per place",
    description="Countries, first-level areas and cities; written by training/places.py.",
    columns=(
        KEY,
        required("name", "Name as English texts write it."),
        OTHER_NAMES,
        CLASS,
        COUNTRY_CODE,
        ADMIN_AREA,
        LATITUDE.named("latitude", "Latitude (WGS 84) of its centre, positive to the north."),
        LONGITUDE.named("longitude", "Longitude (WGS 84) of its centre, positive to the east."),
        Column(
            name="population",
            dtype=DType.INTEGER,
            unit="people",
            minimum=0,
            description="Inhabitants; of an area those of its cities; 0 when unknown.",
        ),
        LINK,
    ),
    key=("place_key",),
    references=(TO_ENTITY,),
)
REGIONS: Final = Table(
    schema="ref",
    name="regions",
    grain="one row per region",
    description="Regions, seas, deserts, mountains and sites by name; written by hand.",
    columns=(
        KEY,
        required("name", "Name as English texts write it."),
        OTHER_NAMES,
        CLASS,
        Column(
            name="country_codes",
            dtype=DType.TEXT,
            pattern="[A-Z]{2}(;[A-Z]{2})*",
            description="Countries that it lies in or borders on, by semicolons.",
            nullable=True,
        ),
        LATITUDE,
        LONGITUDE,
        LINK,
    ),
    key=("place_key",),
    references=(TO_ENTITY,),
)


def edge(side: str, of: Column) -> Column:
    """Return the degrees of one edge of a box, inclusive."""
    return Column(
        name=side,
        dtype=of.dtype,
        unit=of.unit,
        minimum=of.minimum,
        maximum=of.maximum,
        description=f"{side.capitalize()}ern edge (WGS 84), inclusive.",
    )


COUNTRY_BOXES: Final = Table(
    schema="ref",
    name="country_boxes",
    grain="one row per country code",
    description=(
        "Box around the land of each country with a margin of a quarter of a degree, which holds "
        "the rounded points of places; west is greater than east where it crosses 180 degrees."
    ),
    columns=(
        Column(
            name="country_code",
            dtype=DType.TEXT,
            pattern="[A-Z]{2}",
            description="ISO 3166-1 alpha-2 code.",
        ),
        edge("west", LONGITUDE),
        edge("south", LATITUDE),
        edge("east", LONGITUDE),
        edge("north", LATITUDE),
    ),
    key=("country_code",),
    references=(
        Reference(
            columns=("country_code",), target="ref.countries", target_columns=("country_code",)
        ),
    ),
)
PLACE_WORDS: Final = Table(
    schema="ref",
    name="place_words",
    grain="one row per word and group",
    description="Words that stand beside or in names of places and tell what they mean.",
    columns=(
        Column(
            name="word_group",
            dtype=DType.TEXT,
            vocabulary=WORD_GROUPS,
            description="What the word tells of the name beside it.",
        ),
        required("word", "Word or words, in lower case."),
    ),
    key=("word_group", "word"),
)
