"""Seeds are read as the contract says, or refused with file and line."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from warehouse.errors import UsageError
from warehouse.seeds import corpus_folder, read_seed, read_seed_rows, seed_folder
from warehouse.tables.raw import DOCUMENTS
from warehouse.tables.ref import CORRECTIONS, ENTITIES_SEED, REF_TABLES, UNITS, VAGUE_WORDS

if TYPE_CHECKING:
    from pathlib import Path

    from warehouse.contract import Table

UNITS_HEADER = "unit_word,unit,kind,unit_si,si_factor\n"


def write_units(folder: Path, rows: str, header: str = UNITS_HEADER) -> Path:
    """Write a units.csv and return its folder."""
    (folder / "units.csv").write_text(header + rows, encoding="utf-8")
    return folder


@pytest.mark.parametrize("table", REF_TABLES, ids=lambda table: table.name)
def test_read_seed_reads_every_shipped_seed(table: Table) -> None:
    """Each CSV of the project obeys its table; decisions are the user's, so none is shipped."""
    seed = read_seed(table)

    assert seed.schema == table.polars_schema
    assert seed.is_empty() == (table is CORRECTIONS)


def test_read_seed_rows_types_cells_by_column(tmp_path: Path) -> None:
    """Numbers are exact and an empty cell of a nullable column is null."""
    folder = write_units(tmp_path, "mile,mile,measure,meter,1609.344\nfold,fold,multiple,,\n")

    mile, fold = read_seed_rows(UNITS, folder)

    assert mile["si_factor"] == Decimal("1609.344")
    assert (fold["unit_si"], fold["si_factor"]) == (None, None)


def test_read_seed_rows_reads_booleans(tmp_path: Path) -> None:
    """The words true and false are booleans, not words."""
    text = "vague_word,low,high,is_factor\ndozens,24,119,false\n"
    (tmp_path / "vague_words.csv").write_text(text, encoding="utf-8")

    assert read_seed_rows(VAGUE_WORDS, tmp_path)[0]["is_factor"] is False


def test_read_seed_rows_gives_the_caller_its_own_rows(tmp_path: Path) -> None:
    """Changing a returned row does not change what the next caller gets."""
    folder = write_units(tmp_path, "mile,mile,measure,meter,1609.344\n")
    read_seed_rows(UNITS, folder)[0]["unit"] = "league"

    assert read_seed_rows(UNITS, folder)[0]["unit"] == "mile"


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("mile,mile,measure,meter,far\n", "units.csv line 2, column si_factor: 'far' is no number"),
        ("mile,mile,length,meter,1\n", "line 2, column kind: 'length' is none of count"),
        ("mile,,measure,meter,1\n", "line 2, column unit: a value is missing"),
        ("mile,mile,measure\n", "line 2: 3 cells, but 5 columns"),
        ("a,a,measure,,\na,b,measure,,\n", "line 3: the key ('a',) stands already in line 2"),
        ("a,a,measure,m,0.0000000001\n", "has more than 9 decimal places"),
        ("a,a,measure,m,1e40\n", "at most 29 digits before the point"),
        ('a,"a"b,measure,,\n', "no well-formed CSV"),
    ],
    ids=["number", "vocabulary", "missing", "cells", "key", "scale", "size", "quotes"],
)
def test_read_seed_rows_refuses_a_bad_row_with_its_line(
    tmp_path: Path, rows: str, message: str
) -> None:
    """The message says which file and line, and what is wrong."""
    with pytest.raises(UsageError) as caught:
        read_seed_rows(UNITS, write_units(tmp_path, rows))

    assert message in str(caught.value)


def test_read_seed_rows_refuses_a_value_outside_bounds(tmp_path: Path) -> None:
    """Bounds of the contract hold for seeds too."""
    text = f"{','.join(ENTITIES_SEED.column_names)}\nx,GPE,X,,91,0,\n"
    (tmp_path / "entities.csv").write_text(text, encoding="utf-8")

    with pytest.raises(UsageError, match=r"column latitude: 91\.0 is above 90"):
        read_seed_rows(ENTITIES_SEED, tmp_path)


def test_read_seed_rows_refuses_another_header(tmp_path: Path) -> None:
    """The header must equal the columns of the table."""
    with pytest.raises(UsageError, match=r"line 1: the header must be unit_word,unit,kind"):
        read_seed_rows(UNITS, write_units(tmp_path, "", header="word,unit\n"))


def test_read_seed_rows_names_a_missing_file(tmp_path: Path) -> None:
    """A seed that is not there is named."""
    with pytest.raises(UsageError, match=r"units\.csv is missing"):
        read_seed_rows(UNITS, tmp_path)


def test_read_seed_rows_refuses_other_encodings(tmp_path: Path) -> None:
    """Bytes that are not UTF-8 are named as such."""
    (tmp_path / "units.csv").write_bytes(b"unit_word\xff")

    with pytest.raises(UsageError, match=r"is not UTF-8 \(byte 9\)"):
        read_seed_rows(UNITS, tmp_path)


def test_read_seed_rows_refuses_a_table_without_seed() -> None:
    """Only tables of the schema ref have a seed."""
    with pytest.raises(UsageError, match=r"raw\.documents has no seed file"):
        read_seed_rows(DOCUMENTS)


def test_seed_folders_exist() -> None:
    """The sample corpus lies in the folder of the seeds."""
    assert corpus_folder().is_dir()
    assert corpus_folder().parent == seed_folder()


def test_seeds_import_neither_polars_nor_duckdb() -> None:
    """Text processing can read seeds without paying for the engines."""
    code = (
        "import sys; from warehouse.seeds import read_seed_rows; "
        "from warehouse.tables.ref import UNITS; read_seed_rows(UNITS); "
        "sys.exit(sorted({'polars', 'duckdb', 'pandas'} & set(sys.modules)) or 0)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
