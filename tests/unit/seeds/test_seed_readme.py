"""The README of the seeds says of each file what is in it, and whose it is."""

import csv
import re
from typing import Final

import pytest

from warehouse.seeds import read_seed_rows, seed_folder
from warehouse.tables.ref import WORD_LISTS
from warehouse.vocabularies import CORRECTION_ACTIONS

README: Final = (seed_folder() / "README.md").read_text(encoding="utf-8")
FIRST_CELL: Final = re.compile(r"^\| ((?:`\w+`(?:, )?)+) \|", re.MULTILINE)
SECTIONS: Final = {
    section.partition("\n")[0].strip("`"): section for section in README.split("\n## ")[1:]
}
DESCRIBED: Final = {
    name: section.partition("| column | meaning |")[2].partition("\n\n")[0]
    for name, section in SECTIONS.items()
    if "| column | meaning |" in section
}


def first_cells(table: str) -> list[str]:
    """Return the names in the first column of a table, in order."""
    return [name for cell in FIRST_CELL.findall(table) for name in re.findall(r"\w+", cell)]


def header_of(name: str) -> list[str]:
    """Return the columns of a seed."""
    with (seed_folder() / name).open(encoding="utf-8", newline="") as lines:
        return next(csv.reader(lines))


@pytest.mark.parametrize("name", sorted(DESCRIBED))
def test_columns_are_those_of_the_file(name: str) -> None:
    """A table of columns names each column of its file once, in the order of the header."""
    assert first_cells(DESCRIBED[name]) == header_of(name)


def test_actions_of_corrections_are_explained() -> None:
    """Each action has its line and its example."""
    section = SECTIONS["corrections.csv"]
    table = section.partition("| action | what it does |")[2].partition("\n\n")[0]

    assert sorted(first_cells(table)) == sorted(CORRECTION_ACTIONS)
    assert all(f",{action}," in section for action in CORRECTION_ACTIONS)


def test_example_of_corrections_has_the_columns_of_the_file() -> None:
    """The rows that users copy have as many cells as the header."""
    example = SECTIONS["corrections.csv"].partition("```csv\n")[2].partition("```")[0]
    header, *rows = csv.reader(example.splitlines())

    assert header == header_of("corrections.csv")
    assert {len(row) for row in rows} == {len(header)}


def test_lists_of_words_exist() -> None:
    """The README explains no list that was renamed."""
    table = README.partition("| list | words | used for |")[2].partition("\n\n")[0]
    known = {row["word_list"] for row in read_seed_rows(WORD_LISTS)}

    assert first_cells(table)
    assert set(first_cells(table)) <= known


def test_places_are_credited() -> None:
    """What comes from GeoNames names it and its licence."""
    section = SECTIONS["places.csv"]

    assert "https://www.geonames.org/" in section
    assert "https://creativecommons.org/licenses/by/4.0/" in section
