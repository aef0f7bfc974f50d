"""Exports of a warehouse are complete, and the same for the same data."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import polars as pl
import pytest

from tests.sample_rows import document_rows, file_row, load_plan
from warehouse.connections import open_for_writing
from warehouse.errors import EnvironmentFault, UsageError
from warehouse.export import EXPORT_FORMATS, export_tables, exported_names
from warehouse.load import load_run
from warehouse.tables import ALL_TABLES

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = ("The court fined 5 of them.", "On Monday 5 boats sank.", "Some 5 trenches were dug.")


def build(template: Path, folder: Path, texts: tuple[str, ...]) -> Path:
    """Load documents one run after the other, in the order given."""
    folder.mkdir()
    path = folder / "w.duckdb"
    shutil.copyfile(template, path)
    for count in range(1, len(texts) + 1):
        rows = document_rows(texts[count - 1], "5")
        files = [file_row(text, f"{text[:3]}.txt") for text in texts[:count]]
        with open_for_writing(path) as connection:
            load_run(connection, load_plan(folder / "staging", [rows], files))
    return path


@pytest.fixture(scope="module")
def two_warehouses(
    warehouse_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path]:
    """Give two warehouses of the same documents, loaded in opposite orders."""
    folder = tmp_path_factory.mktemp("export")
    return (
        build(warehouse_template, folder / "one", TEXTS),
        build(warehouse_template, folder / "two", TEXTS[::-1]),
    )


@pytest.mark.parametrize("export_format", EXPORT_FORMATS)
def test_export_tables_is_byte_identical_whatever_the_order_of_loading(
    two_warehouses: tuple[Path, Path], tmp_path: Path, export_format: str
) -> None:
    """Same data, same bytes: between two exports and between two histories."""
    one, two = two_warehouses
    first = export_tables(one, tmp_path / "1", export_format)
    again = export_tables(one, tmp_path / "2", export_format)
    other = export_tables(two, tmp_path / "3", export_format)

    for files in zip(first, again, other, strict=True):
        assert len({file.read_bytes() for file in files}) == 1, files[0].name


def test_export_tables_writes_every_table_once(
    two_warehouses: tuple[Path, Path], tmp_path: Path
) -> None:
    """All of raw, core, ref and mart, nothing of ops, one file each and nothing else."""
    seen: list[str] = []
    files = export_tables(two_warehouses[0], tmp_path / "out", "csv", seen.append)

    expected = {t.qualified_name for t in ALL_TABLES if t.schema != "ops"}
    marts = {
        "mart.documents_overview",
        "mart.figure_ledger",
        "mart.figures_by_category",
        "mart.rejections_by_reason",
    }
    assert {file.name.removesuffix(".csv") for file in files} >= expected | marts
    assert seen == exported_names()
    assert sorted(files) == sorted((tmp_path / "out").iterdir())


def test_export_tables_sorts_rows_by_key(two_warehouses: tuple[Path, Path], tmp_path: Path) -> None:
    """A reader can compare two exports line by line."""
    export_tables(two_warehouses[0], tmp_path, "jsonl")

    lines = (tmp_path / "raw.document_files.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["path"] for line in lines] == ["On .txt", "Som.txt", "The.txt"]


def test_export_tables_keeps_types_in_parquet(
    two_warehouses: tuple[Path, Path], tmp_path: Path
) -> None:
    """Parquet holds exactly what the contract says."""
    export_tables(two_warehouses[0], tmp_path, "parquet")

    for table in ALL_TABLES:
        if table.schema != "ops":
            frame = pl.read_parquet(tmp_path / f"{table.qualified_name}.parquet")
            assert frame.schema == table.polars_schema


def test_export_tables_replaces_an_earlier_export(
    two_warehouses: tuple[Path, Path], tmp_path: Path
) -> None:
    """Exporting into the same folder again leaves no old rows and no parts."""
    (tmp_path / "core.figures.csv").write_text("an earlier export")

    export_tables(two_warehouses[0], tmp_path, "csv")

    assert "earlier" not in (tmp_path / "core.figures.csv").read_text(encoding="utf-8")
    assert not list(tmp_path.glob(".*"))


def test_export_tables_refuses_an_unknown_format(
    two_warehouses: tuple[Path, Path], tmp_path: Path
) -> None:
    """The formats that there are get listed, and nothing is written."""
    with pytest.raises(UsageError, match="choose one of: parquet, csv, jsonl"):
        export_tables(two_warehouses[0], tmp_path / "out", "xlsx")

    assert not (tmp_path / "out").exists()


def test_export_tables_names_a_file_in_the_way(
    two_warehouses: tuple[Path, Path], tmp_path: Path
) -> None:
    """A file where the folder should be is named."""
    (tmp_path / "out").write_text("here")

    with pytest.raises(EnvironmentFault, match="out cannot be used"):
        export_tables(two_warehouses[0], tmp_path / "out", "csv")
