"""Rules on where things are: inside their country, and as the tables of places have it."""

from __future__ import annotations

from functools import cache
from typing import Final

import polars as pl

from expectations.rules.lookup import looked_up, seed_frame
from expectations.rules.rule import Context, Judge, Rule
from expectations.suites import WARNING
from warehouse.tables.ref import COUNTRY_BOXES, ENTITIES_SEED, PLACES, REGIONS

DOCUMENT_THINGS: Final = "core.document_entities"
KEY_OF_THING: Final = {"core.entities": "canonical_key", DOCUMENT_THINGS: "local_key"}
"""Column that may hold the key of a seed, by table of things."""
EDGES: Final = ("west", "south", "east", "north")
UNBOUNDED: Final = ("water", "land", "region")
"""Classes of places without exact borders: off a coast, or larger once than the country now."""
POINT: Final = ("country_code", "latitude", "longitude")
OF_PLACE: Final = (*POINT, "admin_area", "feature_class")

_LATITUDE: Final = pl.col("latitude")
_LONGITUDE: Final = pl.col("longitude")
_CROSSES_DATE_LINE: Final = pl.col("west") > pl.col("east")
_EAST_OF_WEST: Final = pl.col("west") <= _LONGITUDE
_WEST_OF_EAST: Final = pl.col("east") >= _LONGITUDE
OUTSIDE_BOX: Final = ~(
    _LATITUDE.is_between(pl.col("south"), pl.col("north"))
    & pl.when(_CROSSES_DATE_LINE)
    .then(_EAST_OF_WEST | _WEST_OF_EAST)
    .otherwise(_EAST_OF_WEST & _WEST_OF_EAST)
)


def _outside_country(things: pl.DataFrame, _context: Context) -> pl.Series:
    boxes = seed_frame(COUNTRY_BOXES)
    key = {"country_code": "country_code"}
    boxed = looked_up(things, boxes, key, {edge: edge for edge in EDGES})
    is_outside = boxed.select(OUTSIDE_BOX.alias("outside")).to_series()
    if "feature_class" not in things.columns:
        return is_outside
    return is_outside & ~things["feature_class"].is_in(UNBOUNDED).fill_null(value=False)


@cache
def known_places() -> pl.DataFrame:
    """Return place_key, name and whereabouts of all places of the seeds; one country or none."""
    places = seed_frame(PLACES).select("place_key", "name", *OF_PLACE)
    only_country = pl.col("country_codes").replace("", None)
    regions = seed_frame(REGIONS).select(
        "place_key",
        "name",
        country_code=pl.when(~only_country.str.contains(";", literal=True)).then(only_country),
        latitude="latitude",
        longitude="longitude",
        admin_area=pl.lit(None, pl.String),
        feature_class="feature_class",
    )
    return pl.concat([places, regions])


def _place_differs(key: str) -> Judge:
    """Return a judge that is true for a thing that is elsewhere than the seeds have it.

    Args:
        key: Column that may hold the key of a thing of the seeds.
    """
    # a merge may give an unknown thing of all documents the country of a known one
    may_be_merged = key != KEY_OF_THING[DOCUMENT_THINGS]
    has_place = pl.any_horizontal(pl.col(name).is_not_null() for name in OF_PLACE)

    def judge(things: pl.DataFrame, _context: Context) -> pl.Series:
        placed = looked_up(
            things,
            known_places(),
            {"place_key": "place_key"},
            {"known_key": "place_key", **{f"known_{name}": name for name in OF_PLACE}},
        )
        seeded = looked_up(
            placed,
            seed_frame(ENTITIES_SEED),
            {key: "entity_key"},
            {f"seeded_{name}": name for name in POINT},
        )
        is_of_seed = pl.col("country_code") == pl.col("seeded_country_code")
        is_elsewhere = pl.any_horizontal(
            ~pl.col(name).eq_missing(pl.col(f"known_{name}"))
            & (~is_of_seed.fill_null(value=False) if name == "country_code" else True)
            for name in OF_PLACE
        )
        is_moved = pl.any_horizontal(
            ~pl.col(name).eq_missing(pl.col(f"seeded_{name}")) for name in POINT
        )
        return seeded.select(
            pl.when(pl.col("place_key").is_not_null())
            .then(pl.col("known_key").is_null() | is_elsewhere)
            .when(pl.col("is_seeded"))
            .then(is_moved)
            .otherwise(has_place & (not may_be_merged))
            .alias("broken")
        ).to_series()

    return judge


def _linked_abroad(places: pl.DataFrame, _context: Context) -> pl.Series:
    """Return which places are called a known thing of a country that they do not lie in."""
    column = "country_codes" if "country_codes" in places.columns else "country_code"
    linked = looked_up(
        places,
        seed_frame(ENTITIES_SEED),
        {"entity_key": "entity_key"},
        {"thing_country": "country_code"},
    )
    codes = pl.col(column).replace("", None).str.split(";")
    country = pl.col("thing_country").replace("", None)
    is_elsewhere = country.is_not_null() & ~codes.list.contains(country)
    return linked.select(is_elsewhere.fill_null(value=False)).to_series()


def _box_rule(table: str) -> Rule:
    return Rule(
        name="coordinates_inside_country",
        table=table,
        columns=POINT,
        reason="Coordinates lie inside the box of their country in seeds/country_boxes.csv.",
        broken=_outside_country,
    )


PLACE_RULES: Final = (
    *(_box_rule(table) for table in (*KEY_OF_THING, "ref.places", "ref.entities")),
    *(
        Rule(
            name="linked_thing_lies_there",
            table=table,
            columns=("entity_key", codes),
            reason="The known thing that a place is lies in a country of the place.",
            broken=_linked_abroad,
        )
        for table, codes in (("ref.places", "country_code"), ("ref.regions", "country_codes"))
    ),
    *(
        Rule(
            name="place_agrees_with_seeds",
            table=table,
            columns=("place_key", *OF_PLACE, key),
            severity=WARNING,
            reason="A thing is where the seeds have its place, or itself; an unknown thing of a "
            "document is nowhere.",
            broken=_place_differs(key),
        )
        for table, key in KEY_OF_THING.items()
    ),
)
