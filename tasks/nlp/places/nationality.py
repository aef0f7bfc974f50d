"""The country of names that are no places: nationalities and bodies that the seeds know."""

from functools import cache

from warehouse.seeds import read_seed_rows
from warehouse.tables.ref import ENTITIES_SEED, ENTITY_ALIASES


def country_of(text: str, entity_key: str | None) -> str | None:
    """Return the country code of a known thing, by its key or its name."""
    return countries_of_keys().get(entity_key or keys_of_names().get(text, ""))


@cache
def countries_of_keys() -> dict[str, str]:
    """Return the country codes of the known things that belong to one."""
    return {
        str(row["entity_key"]): str(row["country_code"])
        for row in read_seed_rows(ENTITIES_SEED)
        if row["country_code"]
    }


@cache
def keys_of_names() -> dict[str, str]:
    """Return the keys of the known things by alias."""
    return {str(row["alias"]): str(row["entity_key"]) for row in read_seed_rows(ENTITY_ALIASES)}
