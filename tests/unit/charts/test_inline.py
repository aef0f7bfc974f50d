"""Rows become plain, bounded values of a chart."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import polars as pl
import pytest

from charts.inline import inline_data, moment_text, shortened


def values(rows: pl.DataFrame) -> list[dict[str, Any]]:
    """Return the values that a chart gets."""
    found: list[dict[str, Any]] = inline_data(rows).to_dict()["values"]
    return found


def test_inline_data_gives_values_that_json_knows() -> None:
    """Decimals are numbers, days and moments texts, moments in UTC."""
    moment = datetime(2026, 1, 2, 3, 4, 5)  # noqa: DTZ001 - as the columns hold it
    rows = pl.DataFrame({"low": [Decimal("2.50")], "day": [date(2026, 1, 2)], "at": [moment]})

    assert values(rows) == [{"low": 2.5, "day": "2026-01-02", "at": "2026-01-02T03:04:05Z"}]


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_inline_data_leaves_no_number_that_json_has_no_word_for(number: float) -> None:
    """NaN and infinity would make the whole page unreadable."""
    assert values(pl.DataFrame({"value": [number, 1.0]})) == [{"value": None}, {"value": 1.0}]


def test_inline_data_bounds_every_text() -> None:
    """A word of 10,000 characters becomes one of 300."""
    shown = values(pl.DataFrame({"name": ["Z" * 10_000]}))[0]["name"]

    assert len(shown) == 300
    assert shown.endswith("Z…")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("about 5,000", "about 5,000"),
        ("12345678901", "12345678901"),
        ("123456789012", "1234567890…"),
        ("one\r\n\ttwo", "one two"),
        ("\u202egnp.exe", " gnp.exe"),
        ("سی‌وسه", "سی‌وسه"),
        ("👩‍🚒👩‍🚒", "👩‍🚒👩‍🚒"),
        (None, None),
    ],
    ids=["short", "fits", "long", "lines", "turned", "joiner", "emoji", "null"],
)
def test_shortened_keeps_texts_harmless(text: str | None, expected: str | None) -> None:
    """Long texts are cut off, and what moves other text about becomes a blank."""
    column = pl.DataFrame({"label": [text]}, schema={"label": pl.String})

    assert column.select(shortened("label", 11)).item() == expected


def test_moment_text_says_its_zone() -> None:
    """A moment without its zone is a riddle."""
    moments = pl.DataFrame({"at": [datetime(2026, 1, 2, 3, 4, 59)]})  # noqa: DTZ001 - as above

    assert moments.select(moment_text("at")).item() == "2026-01-02 03:04 UTC"
