"""Rows of the ledger that no longer fit their table are named, never bent into it."""

from __future__ import annotations

import json
from decimal import Decimal

import polars as pl
import pytest

from tests.sample_rows import figure_row, frame_of
from warehouse.row_json import parse_row, render_json, rows_frame
from warehouse.tables.figures import FIGURES

LONGEST = Decimal("12345678901234567890123456789.123456789")


def sound_row() -> dict[str, object]:
    """Return the JSON members of a figure."""
    (row,) = frame_of("core.figures", [figure_row("Some 5 men.", "5")]).to_dicts()
    members: dict[str, object] = json.loads(render_json(row))
    return members


def test_row_keeps_all_digits_of_a_decimal() -> None:
    """38 digits come back, more than Python computes with by default."""
    row = {**sound_row(), "low": json.loads(render_json(LONGEST))}

    parsed = rows_frame(FIGURES, [parse_row(FIGURES, json.dumps(row))])

    assert parsed["low"].to_list() == [LONGEST]
    assert parsed.schema == FIGURES.polars_schema


def test_row_of_null_keys_is_read() -> None:
    """What the gate refused for a missing value is a row all the same."""
    row = {**sound_row(), "start_char": None}

    assert parse_row(FIGURES, json.dumps(row))["start_char"] is None


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        pytest.param({"new_column": 1}, "other columns", id="more_columns"),
        pytest.param({"start_char": "7"}, "column start_char: '7' is no integer", id="text"),
        pytest.param({"start_char": True}, "column start_char: True is no integer", id="truth"),
        pytest.param({"figure_text": 5}, "column figure_text: 5 is no text", id="number"),
        pytest.param({"low": "many"}, "'many' is no decimal", id="words"),
        pytest.param({"low": "1e40"}, "'1e40' is no decimal of 38 digits", id="too_large"),
        pytest.param({"as_of_start": "soon"}, "soon", id="no_day"),
    ],
)
def test_row_of_another_declaration_is_refused(changes: dict[str, object], fault: str) -> None:
    """A value of another type or a column that the table has not is an error that says which."""
    row = {**sound_row(), **changes}

    with pytest.raises(ValueError, match=fault):
        parse_row(FIGURES, json.dumps(row))


def test_missing_column_is_refused() -> None:
    """A row that was refused before the table got a column cannot be completed by guessing."""
    row = sound_row()
    del row["unit"]

    with pytest.raises(ValueError, match=r"core.figures: the row has other columns"):
        parse_row(FIGURES, json.dumps(row))


def test_rows_frame_of_no_rows_has_the_structure() -> None:
    """No rows are a frame without rows, not without columns."""
    assert rows_frame(FIGURES, []).schema == pl.Schema(FIGURES.polars_schema)
