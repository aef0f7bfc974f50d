"""A corrected date: its days and its precision follow from its value."""

from __future__ import annotations

from datetime import date

import pytest

from tests.decided_texts import TEXT, about, applied, change, corrected

WORDS = "3 May 2021"


@pytest.mark.parametrize(
    ("value", "precision", "start_on", "end_on"),
    [
        ("2021-05-04", "day", date(2021, 5, 4), date(2021, 5, 4)),
        ("2021-02", "month", date(2021, 2, 1), date(2021, 2, 28)),
        ("2021", "year", date(2021, 1, 1), date(2021, 12, 31)),
        ("2021-05-03/2021-05-09", "interval", date(2021, 5, 3), date(2021, 5, 9)),
    ],
)
def test_days_and_precision_follow_from_the_value(
    value: str, precision: str, start_on: date, end_on: date
) -> None:
    """The value is ISO 8601, the days are its first and last."""
    row = corrected(change(WORDS, "value", value, "date"), table="corrected_dates")

    found = (row["value"], row["precision"], row["start_on"], row["end_on"])
    assert found == (value, precision, start_on, end_on)
    assert row["anchor_start_char"] == TEXT.index(WORDS)


def test_stated_precision_is_taken() -> None:
    """A week is an interval that has a name."""
    value = change(WORDS, "value", "2021-05-03/2021-05-09", "date")
    row = corrected(value, change(WORDS, "precision", "week", "date"), table="corrected_dates")

    assert row["precision"] == "week"


def test_date_may_have_no_value() -> None:
    """What cannot be known has no days, but keeps its precision."""
    row = corrected(change(WORDS, "value", "(none)", "date"), table="corrected_dates")

    assert [row[name] for name in ("value", "start_on", "end_on")] == [None] * 3
    assert row["precision"] == "day"


@pytest.mark.parametrize("value", ["May 2021", "2021-02-30", "2021-05-09/2021-05-03"])
def test_value_that_is_no_day_is_refused(value: str) -> None:
    """Other forms, days that no calendar has, and intervals that end before they start."""
    [outcome] = applied(change(WORDS, "value", value, "date"))[1].values()

    assert outcome.status == "refused"
    assert "column value: " in str(outcome.detail)


@pytest.mark.parametrize("action", ["accept", "hide"])
def test_dates_have_no_id(action: str) -> None:
    """A date is found by its place."""
    frames, outcomes = applied(about("date", action, WORDS))
    [outcome] = outcomes.values()

    assert (outcome.status, outcome.row_id) == ("applied", None)
    assert '"start_char"' in outcome.row_key
    assert frames["corrected_dates"].height == 1
