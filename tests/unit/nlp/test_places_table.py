"""The tables of places obey the contract, and lead to what the seeds know."""

from collections import Counter
from typing import Final

from tasks.nlp.places.table import place_table
from warehouse.seeds import read_seed_rows
from warehouse.tables.ref import COUNTRIES, ENTITIES_SEED, PLACES, REGIONS

FEWEST_REGIONS: Final = 150


def test_place_keys_are_unique_over_both_tables() -> None:
    """A key names one place."""
    keys = [row["place_key"] for row in (*read_seed_rows(PLACES), *read_seed_rows(REGIONS))]

    assert [key for key, times in Counter(keys).items() if times > 1] == []


def test_linked_entities_exist_and_are_linked_once() -> None:
    """Every link leads to a known thing, and no two places are the same one."""
    known = {row["entity_key"] for row in read_seed_rows(ENTITIES_SEED)}
    links = [
        row["entity_key"]
        for row in (*read_seed_rows(PLACES), *read_seed_rows(REGIONS))
        if row["entity_key"]
    ]

    assert set(links) <= known
    assert len(set(links)) == len(links)


def test_countries_of_places_are_known() -> None:
    """Country codes are those of countries.csv."""
    known = {row["country_code"] for row in read_seed_rows(COUNTRIES)} | {None}
    regions = {
        code
        for row in read_seed_rows(REGIONS)
        for code in str(row["country_codes"] or "").split(";")
        if code
    }

    assert {row["country_code"] for row in read_seed_rows(PLACES)} <= known
    assert regions <= known


def test_regions_are_many() -> None:
    """The hand-written table holds the regions that reports name."""
    kinds = Counter(row["feature_class"] for row in read_seed_rows(REGIONS))

    assert kinds["region"] + kinds["water"] + kinds["land"] >= FEWEST_REGIONS


def test_rows_are_typed_on_demand_as_the_contract_types_them() -> None:
    """A place that is looked up has the values of its row."""
    row = next(row for row in read_seed_rows(PLACES) if row["entity_key"] == "mosul")
    place = place_table().of_entity("mosul")

    assert place is not None
    assert place.place_key == row["place_key"]
    assert (place.latitude, place.longitude) == (row["latitude"], row["longitude"])
    assert (place.country_code, place.population) == (row["country_code"], row["population"])
