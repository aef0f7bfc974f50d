"""The file for spreadsheets: every cell a value, none a formula."""

from __future__ import annotations

import csv
import io

import polars as pl
import pytest

from dashboard.ledger.download import parquet, spreadsheet_csv


def read_back(data: bytes) -> list[dict[str, str]]:
    """Return the rows of a CSV file as a spreadsheet reads them."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_text_that_would_run_gets_an_apostrophe(start: str) -> None:
    """Each sign that begins a formula is defused, in any column of texts."""
    rows = pl.DataFrame({"title": [f"{start}cmd"], "path": ["a.txt"]})

    assert read_back(spreadsheet_csv(rows)) == [{"title": f"'{start}cmd", "path": "a.txt"}]


def test_numbers_and_other_texts_stay_as_they_are() -> None:
    """A negative number is a number; commas, quotes, line breaks and nulls survive."""
    rows = pl.DataFrame({"low": [-3, None], "title": ['a "b",\nc', None]})

    assert read_back(spreadsheet_csv(rows)) == [
        {"low": "-3", "title": 'a "b",\nc'},
        {"low": "", "title": ""},
    ]


def test_parquet_keeps_everything() -> None:
    """The file for programs has the values themselves."""
    rows = pl.DataFrame({"title": ["=cmd"], "low": [1]})

    assert pl.read_parquet(io.BytesIO(parquet(rows))).equals(rows)
