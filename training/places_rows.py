"""Rows of ``seeds/places.csv`` from cities and areas."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tasks.nlp.places.names import fold_name, plain_spelling
from training.places_names import (
    FOLDED,
    english_area_name,
    names_of_city,
    usable_names,
    without_area_word,
)
from training.places_sources import Area, City, Point, setting

ADDITIONS: Final = Path(__file__).with_name("place_additions.csv")
CELLS_PER_DEGREE: Final = 2
NO_ISO_CODE: Final = "XK"
SHARED_LETTERS: Final = 4
HALF_TURN: Final = 180.0
FULL_TURN: Final = 360.0

Additions = Mapping[tuple[str, str, str], list[str]]
"""Names by country, feature class and the name that the place has."""


@dataclass(frozen=True, slots=True, order=True)
class PlaceRow:
    """One row of the seed; other names are folded."""

    place_key: str
    name: str
    other_names: tuple[str, ...]
    feature_class: str
    country_code: str
    admin_area: str
    point: Point
    population: int
    entity_key: str = ""

    def as_cells(self) -> list[str]:
        """Return the cells of the row; points to two decimals, which is a kilometre."""
        latitude, longitude = (f"{degrees:.2f}" for degrees in self.point)
        country = "" if self.country_code == NO_ISO_CODE else self.country_code
        people, others = str(self.population), ";".join(self.other_names)
        place = [self.place_key, self.name, others, self.feature_class, country, self.admin_area]
        return [*place, latitude, longitude, people, self.entity_key]


def read_additions(path: Path = ADDITIONS) -> Additions:
    """Return the names that are added by hand."""
    with path.open(encoding="utf-8", newline="") as lines:
        return {
            (row["country_code"], row["feature_class"], row["name"]): row["added_names"].split(";")
            for row in csv.DictReader(lines)
        }


def city_row(
    city: City, admin_area: str, ranks: Mapping[str, int], additions: Additions
) -> PlaceRow:
    """Return the row of a city."""
    added = additions.get((city.country_code, "city", city.name), [])
    names = names_of_city(city.name, spoken_names(city), city.population, ranks)
    names += (
        spellings(city.name, [*added, *names])
        if city.country_code in setting("many_spellings")
        else []
    )
    return PlaceRow(
        f"geonames-{city.number}",
        city.name,
        folded_names(city.name, [*added, *names]),
        "city",
        city.country_code,
        admin_area,
        city.point,
        city.population,
    )


def spoken_names(city: City) -> tuple[str, ...]:
    """Return the names that English texts may use; in English-speaking countries its short form.

    Their other names are translations or forgotten.
    """
    if city.country_code not in setting("one_spelling"):
        return city.other_names
    return tuple(name for name in city.other_names if city.name.startswith(f"{name} "))


def spellings(name: str, others: Iterable[str]) -> list[str]:
    """Return the rough spelling that forgives transliteration, where it is none of the names."""
    names = {fold_name(other) for other in (name, *others)}
    return sorted({plain_spelling(fold_name(name))} - names)


def area_row(
    area: Area,
    admin_area: str,
    cities: Sequence[City],
    ranks: Mapping[str, int],
    additions: Additions,
) -> PlaceRow:
    """Return the row of a country or an area that holds the cities.

    Args:
        area: Country or area.
        admin_area: Name of the first-level area that a second-level one lies in, else empty.
        cities: Its cities.
        ranks: Rareness of English words.
        additions: Names that are added by hand.
    """
    kind = "area" if area.area_code else "country"
    name = area_name(area, cities, ranks) if area.area_code else area.name
    added = additions.get((area.country_code, kind, name), [])
    bare = [without_area_word(other) for other in (area.name, *area.other_names)]
    names = usable_names(name, bare, ranks)
    names += (
        spellings(name, [*added, *names]) if area.country_code in setting("many_spellings") else []
    )
    return PlaceRow(
        f"geonames-{area.number}",
        name,
        folded_names(name, [*added, *names]),
        kind,
        area.country_code,
        admin_area,
        middle_of([city.point for city in cities]),
        sum(city.population for city in cities),
    )


def folded_names(name: str, others: Iterable[str]) -> tuple[str, ...]:
    """Return the other names folded, each once, without the name itself."""
    folded = dict.fromkeys(fold_name(other) for other in others)
    folded.pop(fold_name(name), None)
    return tuple(filter(FOLDED.fullmatch, folded))


def area_name(area: Area, cities: Sequence[City], ranks: Mapping[str, int]) -> str:
    """Return the English name of an area.

    A Russian adjective ("Kurskaya oblast'") gives way to the city that it comes from.
    """
    if area.country_code in setting("one_spelling"):
        return area.name
    name = english_area_name(area.name, area.other_names, ranks)
    if not name.lower().endswith(("oblast'", "oblast", "kray", "krai")):
        return name
    start = fold_name(name)[:SHARED_LETTERS]
    named_alike = [city for city in cities if fold_name(city.name).startswith(start)]
    return max(named_alike, key=lambda city: city.population).name if named_alike else name


def middle_of(points: Iterable[Point]) -> Point:
    """Return a point half-way between the middle of the outline and that of the settled cells.

    A cell is half a degree wide, so that no city outweighs the land around. Nothing is at 0, 0.
    Points on both sides of the date line are counted on eastward beyond 180 degrees.

    >>> middle_of([Point(10.1, 20.1), Point(10.2, 20.2), Point(12.1, 20.1)])
    Point(latitude=11.0, longitude=20.0)
    >>> middle_of([Point(66.0, 178.0), Point(66.0, -176.0)])
    Point(latitude=66.0, longitude=-179.0)
    """
    cells = sorted(
        {tuple(round(degrees * CELLS_PER_DEGREE) for degrees in point) for point in points}
    )
    if not cells:
        return Point(0.0, 0.0)
    latitudes, longitudes = ([cell[axis] / CELLS_PER_DEGREE for cell in cells] for axis in (0, 1))
    if max(longitudes) - min(longitudes) > HALF_TURN:
        longitudes = [degrees % FULL_TURN for degrees in longitudes]
    latitude, longitude = map(middle_of_axis, (latitudes, longitudes))
    return Point(latitude, longitude - FULL_TURN if longitude > HALF_TURN else longitude)


def middle_of_axis(degrees: Sequence[float]) -> float:
    """Return a value half-way between the mean and the middle of the range."""
    return (sum(degrees) / len(degrees) + (min(degrees) + max(degrees)) / 2) / 2
