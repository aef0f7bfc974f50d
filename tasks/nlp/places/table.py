"""The places of ``seeds/places.csv`` and ``seeds/regions.csv`` by name.

Forty thousand rows are read in a tenth of a second because a row is typed only when a text names
it; a test reads all of them by the contract.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from math import log10
from typing import Final

from tasks.nlp.places.names import fold_name, without_articles
from warehouse.contract import Table
from warehouse.errors import UsageError
from warehouse.seeds import parse_cell, seed_path
from warehouse.tables.ref import PLACES, REGIONS

SEPARATOR: Final = ";"
ARTICLE_FORMS: Final = 4
"""Names without articles of fewer letters are not looked up."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the seeds.

    ``country_codes`` are those it lies in or borders on; ``country_code`` is null when there are
    several or none. Degrees are WGS 84. ``population`` is 0 when unknown.
    """

    place_key: str
    name: str
    feature_class: str
    country_code: str | None
    country_codes: tuple[str, ...]
    admin_area: str | None
    latitude: float | None
    longitude: float | None
    population: int
    entity_key: str | None

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude, where known."""
        if self.latitude is None or self.longitude is None:
            return None
        return self.latitude, self.longitude


@dataclass(frozen=True, slots=True)
class Named:
    """A place that bears a name, and whether that is its own name or a further one."""

    place: Place
    is_own_name: bool


class PlaceTable:
    """All places, by folded name and by seed key."""

    def __init__(self, places: Sequence[Sequence[str]], regions: Sequence[Sequence[str]]) -> None:
        """Index rows whose cells are in the order of the contract."""
        self._rows = [*places, *regions]
        self._first_region = len(places)
        self._typed: dict[int, Place] = {}
        self._by_name: dict[str, list[int]] = {}
        for index, row in enumerate(self._rows):
            self._by_name.setdefault(fold_name(row[1]), []).append(index)
            for name in row[2].split(SEPARATOR) if row[2] else ():
                self._by_name.setdefault(name, []).append(~index)

    def named(self, key: str) -> list[Named]:
        """Return the places of a folded name, own names and further ones, in the order of files."""
        return [
            Named(self._place(index if index >= 0 else ~index), index >= 0)
            for index in self._by_name.get(key, ())
        ]

    def named_without_articles(self, key: str) -> list[Named]:
        """Return the places whose names differ from a folded name in Arabic articles only."""
        bare = without_articles(key)
        if len(bare) < ARTICLE_FORMS:
            return []
        return [one for name in self._by_bare_name.get(bare, ()) for one in self.named(name)]

    def of_entity(self, entity_key: str) -> Place | None:
        """Return the place that is a known thing of the seeds, if it is one."""
        index = self._by_entity.get(entity_key)
        return None if index is None else self._place(index)

    @cached_property
    def _by_bare_name(self) -> dict[str, list[str]]:
        bare_names: dict[str, list[str]] = {}
        for name in self._by_name:
            bare = without_articles(name)
            if bare != name:
                bare_names.setdefault(bare, []).append(name)
        return bare_names

    @cached_property
    def _by_entity(self) -> dict[str, int]:
        return {row[-1]: index for index, row in enumerate(self._rows) if row[-1]}

    def _place(self, index: int) -> Place:
        if index not in self._typed:
            reader = typed_place if index < self._first_region else typed_region
            self._typed[index] = reader(self._rows[index])
        return self._typed[index]


def typed_place(cells: Sequence[str]) -> Place:
    """Return a row of places.csv as a place.

    Raises:
        ValueError: If a cell breaks the contract.
    """
    key, name, _, kind, country, area, latitude, longitude, population, entity = (
        parse_cell(column, cell) for column, cell in zip(PLACES.columns, cells, strict=True)
    )
    codes = (str(country),) if country else ()
    return Place(
        str(key),
        str(name),
        str(kind),
        codes[0] if codes else None,
        codes,
        str(area) if area else None,
        number_or_none(latitude),
        number_or_none(longitude),
        int(str(population)),
        str(entity) if entity else None,
    )


def typed_region(cells: Sequence[str]) -> Place:
    """Return a row of regions.csv as a place.

    Raises:
        ValueError: If a cell breaks the contract.
    """
    key, name, _, kind, countries, latitude, longitude, entity = (
        parse_cell(column, cell) for column, cell in zip(REGIONS.columns, cells, strict=True)
    )
    codes = tuple(str(countries).split(SEPARATOR)) if countries else ()
    return Place(
        str(key),
        str(name),
        str(kind),
        codes[0] if len(codes) == 1 else None,
        codes,
        None,
        number_or_none(latitude),
        number_or_none(longitude),
        0,
        str(entity) if entity else None,
    )


def number_or_none(value: object) -> float | None:
    """Return a typed cell as a number."""
    return None if value is None else float(str(value))


@cache
def place_table() -> PlaceTable:
    """Return the table of the seeds.

    Raises:
        UsageError: If a file is missing or has another header.
    """
    return PlaceTable(list(read_cells(PLACES)), list(read_cells(REGIONS)))


def read_cells(table: Table) -> Iterator[list[str]]:
    """Yield the cells of a seed, row by row, after its header.

    Raises:
        UsageError: If the file is missing or has another header.
    """
    path = seed_path(table)
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            reader = csv.reader(lines, strict=True)
            if tuple(next(reader, [])) != table.column_names:
                msg = f"{path} line 1: the header must be {','.join(table.column_names)}."
                raise UsageError(msg)
            yield from reader
    except FileNotFoundError as error:
        msg = f"{path} is missing; restore it from the project's seeds folder."
        raise UsageError(msg) from error


def log_population(place: Place) -> float:
    """Return the decimal logarithm of the people, 3 where they are unknown."""
    return max(3.0, log10(place.population)) if place.population else 3.0
