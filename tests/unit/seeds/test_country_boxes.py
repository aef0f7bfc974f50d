"""The box of each country holds its places, and that of no other one far away."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from expectations.rules import Context, rules_for
from expectations.rules.places import OUTSIDE_BOX
from warehouse.seeds import read_seed
from warehouse.tables.ref import COUNTRIES, COUNTRY_BOXES, ENTITIES_SEED, PLACES

BOXES = read_seed(COUNTRY_BOXES)


def is_outside(country_code: str, latitude: float, longitude: float) -> bool:
    """Tell whether a point lies outside the box of a country."""
    box = BOXES.filter(pl.col("country_code") == country_code)
    point = box.with_columns(latitude=pl.lit(latitude), longitude=pl.lit(longitude))
    return bool(point.select(OUTSIDE_BOX).item())


def test_every_country_has_a_box() -> None:
    """Countries and boxes are the same 249 codes."""
    assert BOXES["country_code"].to_list() == read_seed(COUNTRIES)["country_code"].to_list()


@pytest.mark.parametrize("table", [PLACES, ENTITIES_SEED], ids=["places", "entities"])
def test_no_place_of_the_seeds_lies_outside_its_country(table: object) -> None:
    """The rule that refuses coordinates elsewhere refuses none of the tables of places."""
    assert table in {PLACES, ENTITIES_SEED}
    seed = PLACES if table is PLACES else ENTITIES_SEED
    context = Context(frames={}, run_on=date(2026, 1, 1))
    (rule,) = [
        rule for rule in rules_for(seed.qualified_name) if rule.name == "coordinates_inside_country"
    ]
    rows = read_seed(seed)

    assert rows.filter(rule.broken_rows(rows, context)).rows() == []


@pytest.mark.parametrize(
    ("country_code", "latitude", "longitude"),
    [
        pytest.param("RU", 66.06, -175.0, id="behind_the_date_line"),
        pytest.param("RU", 54.7, 20.5, id="exclave"),
        pytest.param("UA", 44.6, 33.5, id="crimea"),
        pytest.param("SO", 9.56, 44.06, id="somaliland"),
        pytest.param("NO", 78.0, 16.0, id="svalbard"),
        pytest.param("FJ", -18.0, -179.75, id="islands_on_both_sides"),
    ],
)
def test_box_holds_what_belongs_to_its_country(
    country_code: str, latitude: float, longitude: float
) -> None:
    """Far parts of a country are inside."""
    assert not is_outside(country_code, latitude, longitude)


@pytest.mark.parametrize(
    ("country_code", "latitude", "longitude"),
    [
        pytest.param("RU", 66.06, 0.09, id="mean_over_the_date_line"),
        pytest.param("FR", 4.9, -52.3, id="overseas_with_a_code_of_its_own"),
        pytest.param("IQ", 48.86, 2.35, id="another_continent"),
        pytest.param("US", 40.7, 74.0, id="lost_sign"),
    ],
)
def test_box_leaves_out_what_does_not(country_code: str, latitude: float, longitude: float) -> None:
    """A point elsewhere is outside."""
    assert is_outside(country_code, latitude, longitude)
