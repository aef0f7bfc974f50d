"""The card of a figure: amounts and days in words, hostile values as text."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from dashboard import safe_html
from dashboard.ledger.card import amount_of, days_of


@pytest.mark.parametrize(
    ("low", "high", "unit", "words"),
    [
        (Decimal("5000.000000000"), Decimal("5000.000000000"), None, "5,000"),
        (Decimal("2.500000000"), Decimal("2.500000000"), "percent", "2.5 percent"),
        (Decimal(60), None, None, "at least 60"),
        (None, Decimal(9), "year", "at most 9 year"),
        (Decimal(2000), Decimal(9999), None, "2,000 to 9,999"),
        (None, None, None, "not stated"),
        (Decimal("-3.5"), Decimal("-3.5"), "percent", "-3.5 percent"),
        (Decimal("-0.5"), Decimal("-0.5"), None, "-0.5"),
    ],
)
def test_amount_is_said_as_its_bounds(
    low: Decimal | None, high: Decimal | None, unit: str | None, words: str
) -> None:
    """Points, open bounds and ranges read as they are meant."""
    assert amount_of({"low": low, "high": high, "unit": unit}) == words


def test_days_are_one_or_two() -> None:
    """A span of one day is that day; no day is nothing."""
    first, last = date(2020, 1, 1), date(2020, 12, 31)

    assert days_of(first, first) == "2020-01-01"
    assert days_of(first, last) == "2020-01-01 to 2020-12-31"
    assert days_of(None, None) is None


def test_values_of_a_card_are_escaped_and_bounded() -> None:
    """Whatever a value holds, the list stays a list; nulls are left out."""
    markup = safe_html.facts(
        {"Title": '</dl><script>"', "Place": None, "Long": "y" * 9_000}, label="<"
    )

    assert "<script>" not in markup
    assert "&lt;/dl&gt;&lt;script&gt;&quot;" in markup
    assert "Place" not in markup
    assert markup.count("y") <= safe_html.LONGEST_VALUE
    assert 'aria-label="&lt;"' in markup
