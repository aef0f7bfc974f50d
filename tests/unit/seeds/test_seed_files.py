"""The seeds: complete, sorted, documented, and in agreement with the unit library."""

import csv
import re
from decimal import Decimal
from typing import Any

import pint
import pytest

from warehouse.seeds import read_seed_rows, seed_folder
from warehouse.tables.ref import (
    CATEGORY_WORDS,
    ENTITIES_SEED,
    ENTITY_ALIASES,
    FIGURE_CATEGORIES,
    SEED_FILES,
    UNITS,
)

LIBRARY: Any = pint.UnitRegistry()
CONVERTED = [row for row in read_seed_rows(UNITS) if row["si_factor"] is not None]
RELATIVE_TOLERANCE = 1e-5


def test_seed_files_are_all_declared() -> None:
    """Every CSV in seeds/ has a Table, and every Table its CSV."""
    files = {path.name for path in seed_folder().glob("*.csv")}

    assert files == set(SEED_FILES)


@pytest.mark.parametrize("name", sorted(SEED_FILES))
def test_seed_file_is_sorted_and_without_duplicates(name: str) -> None:
    """Rows are sorted by their first column, so that changes show as small diffs."""
    with (seed_folder() / name).open(encoding="utf-8", newline="") as file:
        rows = [tuple(row) for row in csv.reader(file)][1:]
    first = [row[0] for row in rows]

    assert first == sorted(first)
    assert len(set(rows)) == len(rows)


@pytest.mark.parametrize("name", sorted(SEED_FILES))
def test_seed_readme_names_every_file(name: str) -> None:
    """Source and licence of each seed stand in the README."""
    assert f"`{name}`" in (seed_folder() / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("row", CONVERTED, ids=lambda row: str(row["unit_word"]))
def test_unit_factor_agrees_with_the_unit_library(row: dict[str, Any]) -> None:
    """The factor to SI (or to days) is the one that pint knows."""
    factor = float(LIBRARY(str(row["unit"])).to(str(row["unit_si"])).magnitude)

    assert float(Decimal(row["si_factor"])) == pytest.approx(factor, rel=RELATIVE_TOLERANCE)


def test_units_of_measure_are_known_to_the_unit_library() -> None:
    """Every unit of a measure is a name of the unit library."""
    unknown = {
        str(row["unit"])
        for row in read_seed_rows(UNITS)
        if row["kind"] == "measure" and str(row["unit"]) != "caliber"
    }
    for unit in sorted(unknown):
        LIBRARY.Unit(unit)

    assert unknown


def test_category_words_lead_to_declared_categories() -> None:
    """A word decides for a category that exists, or leaves it to the verb."""
    categories = {row["category"] for row in read_seed_rows(FIGURE_CATEGORIES)} | {"person"}

    assert {row["category"] for row in read_seed_rows(CATEGORY_WORDS)} <= categories


def test_aliases_lead_to_known_entities() -> None:
    """Every alias names an entity, and every entity has its own name as an alias."""
    keys = {row["entity_key"]: row["name"] for row in read_seed_rows(ENTITIES_SEED)}
    aliases = read_seed_rows(ENTITY_ALIASES)
    forms = {(row["entity_key"], row["alias"]) for row in aliases}

    assert {row["entity_key"] for row in aliases} == set(keys)
    assert set(keys.items()) <= forms


def test_entity_keys_are_slugs() -> None:
    """Keys are lower-case words joined by hyphens, safe in any path or address."""
    keys = [str(row["entity_key"]) for row in read_seed_rows(ENTITIES_SEED)]

    assert [key for key in keys if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key)] == []
