"""The outline of the countries: small, with codes alone, wound so that Vega draws the land."""

from __future__ import annotations

import json
import math
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from warehouse.seeds import read_seed_rows, seed_folder
from warehouse.tables.ref import COUNTRIES

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE = seed_folder() / "world_outline.json"
MOST_BYTES = 250_000
Ring = list[list[float]]


@cache
def features() -> list[dict[str, Any]]:
    """Return the features of the file."""
    outline = json.loads(FILE.read_text(encoding="utf-8"))
    assert outline["type"] == "FeatureCollection"
    return list(outline["features"])


def polygons(feature: dict[str, Any]) -> list[list[Ring]]:
    """Return the polygons of a feature, each an outer ring and its holes."""
    geometry = feature["geometry"]
    found = geometry["coordinates"]
    return [found] if geometry["type"] == "Polygon" else list(found)


def outer_rings() -> Iterator[tuple[str | None, Ring]]:
    """Yield the outer rings with the codes of their countries."""
    for feature in features():
        for polygon in polygons(feature):
            yield feature["properties"]["country_code"], polygon[0]


def spherical_area(ring: Ring) -> float:
    """Return the area within a ring, positive where it runs clockwise, seen from above."""
    area = 0.0
    for (west, south), (east, north) in pairwise(ring):
        step = math.remainder(east - west, 360)
        area += math.radians(step) * (
            2 + math.sin(math.radians(south)) + math.sin(math.radians(north))
        )
    return area / 2


def test_outline_is_small() -> None:
    """A page that draws a map carries it along."""
    assert FILE.stat().st_size < MOST_BYTES


def test_features_have_a_code_and_nothing_else() -> None:
    """Names stand in seeds/countries.csv; one country has no code (Kosovo)."""
    codes = [feature["properties"] for feature in features()]
    known = {row["country_code"] for row in read_seed_rows(COUNTRIES)}

    assert {tuple(code) for code in codes} == {("country_code",)}
    named = [code["country_code"] for code in codes]
    assert len(named) == len(set(named))
    assert set(named) - known == {None}


def test_points_are_degrees_with_two_decimals() -> None:
    """Every point lies on the globe, and says no more than its scale knows."""
    points = {
        tuple(point)
        for feature in features()
        for polygon in polygons(feature)
        for ring in polygon
        for point in ring
    }

    assert all(-180 <= east <= 180 and -90 <= north <= 90 for east, north in points)
    assert all(round(degrees, 2) == degrees for point in points for degrees in point)


def test_rings_are_closed() -> None:
    """A ring ends where it began and holds an area."""
    rings = [ring for feature in features() for polygon in polygons(feature) for ring in polygon]

    assert all(ring[0] == ring[-1] and len(ring) >= 4 for ring in rings)


def test_outer_rings_run_clockwise() -> None:
    """Wound the other way, a country would be drawn as the rest of the world."""
    wrong = [code for code, ring in outer_rings() if spherical_area(ring) <= 0 and code != "AQ"]

    assert wrong == []


def test_parts_belong_to_the_country_that_the_seeds_say() -> None:
    """Crimea, Somaliland and northern Cyprus are no parts by themselves, nor of others."""
    parts = {code: len(polygons(feature)) for feature in features() for code in [code_of(feature)]}

    assert (parts["UA"], parts["SO"], parts["CY"]) == (1, 1, 1)


def code_of(feature: dict[str, Any]) -> str | None:
    """Return the code of a feature."""
    return feature["properties"]["country_code"]  # type: ignore[no-any-return] # of JSON
