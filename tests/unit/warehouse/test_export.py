"""Rendered cells are safe in a spreadsheet, exact, and independent of any locale."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime
from decimal import Decimal

import polars as pl
import pytest

from warehouse.export import render_csv
from warehouse.json_lines import render_json_lines


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-2+3", "'-2+3"),
        ("@SUM(1)", "'@SUM(1)"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("\nx", "'\nx"),
        ("\uff1d1", "'\uff1d1"),
        ("-5", "-5"),
        ("+5.25", "+5.25"),
        ("a=b", "a=b"),
        ('say "no", then\r\ngo', 'say "no", then\r\ngo'),
        ("", ""),
    ],
)
def test_render_csv_disarms_formulas_only(cell: str, written: str) -> None:
    """A spreadsheet runs nothing, and every other text comes back as it was."""
    text = render_csv(pl.DataFrame({"label": [cell], "low": [-1]}))

    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows == [["label", "low"], [written, "-1"]]


def test_render_csv_writes_plain_numbers_and_iso_dates() -> None:
    """No trailing zeros, no locale; null is an empty cell, the empty text is not."""
    frame = pl.DataFrame(
        {
            "low": [Decimal("5000.000000000"), Decimal("-0.250000000"), None],
            "count": [100, 0, None],
            "on": [date(2026, 1, 2)] * 3,
            "at": [datetime(2026, 1, 2, 3, 4, 5)] * 3,  # noqa: DTZ001 - stored as naive UTC
            "text": ["a", "", None],
        },
        schema_overrides={"low": pl.Decimal(38, 9)},
    )

    assert render_csv(frame).splitlines()[1:] == [
        "5000,100,2026-01-02,2026-01-02T03:04:05.000000,a",
        '-0.25,0,2026-01-02,2026-01-02T03:04:05.000000,""',
        ",,2026-01-02,2026-01-02T03:04:05.000000,",
    ]


def test_render_json_lines_keeps_numbers_exact() -> None:
    """Decimals are JSON numbers with all their digits, whatever their size."""
    number = Decimal("12345678901234567890123456789.123456789")
    frame = pl.DataFrame(
        {"low": [number, Decimal(0)], "on": [date(2026, 1, 2), None], "text": ['"\n', "é"]},
        schema_overrides={"low": pl.Decimal(38, 9)},
    )

    first, second = render_json_lines(frame).splitlines()

    assert json.loads(first, parse_float=Decimal)["low"] == number
    assert second == '{"low": 0, "on": null, "text": "é"}'
