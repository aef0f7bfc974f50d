"""Links places to the known things of ``seeds/entities.csv``: the same name, country and point."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Final

from tasks.nlp.places.geography import distance_km
from tasks.nlp.places.names import fold_name, plain_spelling
from tasks.nlp.places.words import groups_of_word
from training.places_names import without_area_word
from training.places_rows import NO_ISO_CODE, PlaceRow, folded_names
from training.places_sources import Point
from warehouse.seeds import SeedRow, read_seed_rows
from warehouse.tables.ref import ENTITIES_SEED, ENTITY_ALIASES

REACH: Final = {"country": 20_000.0, "city": 40.0, "area": 1_000.0}
"""How many kilometres a known thing may be from a place of its name, by feature class."""
REACH_OF_LIKE: Final = {"country": 0.0, "city": 15.0, "area": 150.0}
"""The same where the names only begin alike."""
CLASS_OF_LABEL: Final = {"GPE": "city", "LOC": "region", "FAC": "site"}
CLASS_OF_GROUP: Final = {"water_word": "water", "land_word": "land", "area_word": "area"}
SHARED_LETTERS: Final = 5


def linked(rows: Sequence[PlaceRow], regions: AbstractSet[str]) -> Iterator[PlaceRow]:
    """Yield the rows, those of known things with their key, name, point and further names.

    Known things that are neither here nor in the regions get a row of their own.

    Args:
        rows: Places of the packages.
        regions: Keys of the known things that are regions.
    """
    places, aliases = Index(rows), place_aliases()
    links: dict[int, SeedRow] = {}
    for entity in known_places(regions):
        best = places.nearest(entity, aliases[entity_key(entity)])
        if best is None or best in links:
            yield own_row(entity, aliases[entity_key(entity)])
        else:
            links[best] = entity
    found = {index: with_entity(rows[index], links[index], aliases) for index in links}
    renamed = {
        (rows[index].country_code, rows[index].name): row.name
        for index, row in found.items()
        if row.feature_class == "area"
    }
    for index, row in enumerate(rows):
        one = found.get(index, row)
        area = renamed.get((one.country_code, one.admin_area), one.admin_area)
        yield replace(one, admin_area=area)


class Index:
    """The rows by country and name, and by country and the first letters of a name."""

    def __init__(self, rows: Sequence[PlaceRow]) -> None:
        """Index the rows."""
        self.rows = rows
        self.by_name: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        self.by_start: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for index, row in enumerate(rows):
            for name in (fold_name(row.name), *row.other_names):
                self.by_name[row.country_code, name].append(index)
                self.by_start[row.country_code, start_of(name)].append(index)

    def nearest(self, entity: SeedRow, aliases: Iterable[str]) -> int | None:
        """Return the row that a known thing is: a country, else a city at its point, else an area.

        Of several the one called so comes first, then the one with more people.
        """
        if entity["label"] == "FAC":
            return None
        country = str(entity["country_code"] or NO_ISO_CODE)
        bare = without_area_word(plain_name(entity))
        names = dict.fromkeys(map(fold_name, (bare, plain_name(entity), *aliases)))
        called = [index for name in names for index in self.by_name[country, name]]
        alike = [index for name in names for index in self.by_start[country, start_of(name)]]
        found = self.within(entity, called, REACH)
        return self.within(entity, alike, REACH_OF_LIKE) if found is None else found

    def within(
        self, entity: SeedRow, found: Iterable[int], reach: Mapping[str, float]
    ) -> int | None:
        """Return the best of the rows that are near enough."""
        name, point = plain_name(entity), point_of(entity)
        bare = without_area_word(name)
        kinds = ["country", "city", "area"] if name == bare else ["area", "country", "city"]
        near = [
            (
                fold_name(row.name) not in {fold_name(name), fold_name(bare)},
                kinds.index(row.feature_class),
                -row.population,
                index,
            )
            for index in found
            if (row := self.rows[index]).feature_class in reach
            and distance_km(row.point, point) <= reach[row.feature_class]
        ]
        return min(near)[-1] if near else None


def start_of(name: str) -> str:
    """Return the first letters of a folded name without articles."""
    return plain_spelling(name)[:SHARED_LETTERS]


def known_places(regions: AbstractSet[str]) -> list[SeedRow]:
    """Return the known things with a point that no region is."""
    return [
        row
        for row in read_seed_rows(ENTITIES_SEED)
        if row["label"] in CLASS_OF_LABEL
        and row["latitude"] is not None
        and row["entity_key"] not in regions
    ]


def place_aliases() -> Mapping[str, list[str]]:
    """Return the names of known things as places, without those of nationalities."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in read_seed_rows(ENTITY_ALIASES):
        if row["label"] in CLASS_OF_LABEL:
            found[str(row["entity_key"])].append(str(row["alias"]))
    return found


def entity_key(entity: SeedRow) -> str:
    """Return the key of a known thing."""
    return str(entity["entity_key"])


def plain_name(entity: SeedRow) -> str:
    """Return the name of a known thing without what tells it from others.

    >>> plain_name({"name": "Palma, Mozambique"})
    'Palma'
    """
    return str(entity["name"]).partition(",")[0].partition(" (")[0]


def point_of(entity: SeedRow) -> Point:
    """Return the point of a known thing."""
    return Point(float(str(entity["latitude"])), float(str(entity["longitude"])))


def with_entity(row: PlaceRow, entity: SeedRow, aliases: Mapping[str, Sequence[str]]) -> PlaceRow:
    """Return the row with what the known thing adds."""
    name = plain_name(entity)
    name = without_area_word(name) if row.feature_class == "area" else name
    return replace(
        row,
        name=name,
        other_names=folded_names(name, [*row.other_names, row.name, *aliases[entity_key(entity)]]),
        point=point_of(entity),
        entity_key=entity_key(entity),
    )


def own_row(entity: SeedRow, aliases: Iterable[str]) -> PlaceRow:
    """Return the row of a known thing that no package has."""
    name = plain_name(entity)
    return PlaceRow(
        entity_key(entity),
        name,
        folded_names(name, aliases),
        class_of(name, str(entity["label"])),
        str(entity["country_code"] or NO_ISO_CODE),
        "",
        point_of(entity),
        0,
        entity_key(entity),
    )


def class_of(name: str, label: str) -> str:
    """Return the feature class of a known thing by the words of its name, else by its label.

    >>> class_of("Niger River", "LOC"), class_of("Baghouz", "GPE"), class_of("Lachin", "LOC")
    ('water', 'city', 'region')
    """
    groups = {groups_of_word().get(word) for word in fold_name(name).split()}
    for group, feature_class in CLASS_OF_GROUP.items():
        if group in groups and label != "FAC":
            return feature_class
    return CLASS_OF_LABEL[label]
