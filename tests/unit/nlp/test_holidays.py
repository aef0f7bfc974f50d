"""Named days of the year."""

from __future__ import annotations

from datetime import date

import pytest

from tasks.nlp.dates.expressions import find_expressions
from tasks.nlp.dates.holidays import day_rules, holiday_in
from tasks.nlp.dates.resolution import resolve_dates

DAYS = {
    "fixed": ("on Christmas Day", date(2000, 12, 27), "Christmas Day", "2000-12-25"),
    "year behind": ("on Christmas Eve 1914", None, "Christmas Eve 1914", "1914-12-24"),
    "Easter": ("on Easter Sunday", date(2020, 5, 15), "Easter Sunday", "2020-04-12"),
    "before Easter": ("on Good Friday", date(2011, 5, 8), "Good Friday", "2011-04-22"),
    "nth weekday": ("on Thanksgiving,", date(2018, 11, 23), "Thanksgiving", "2018-11-22"),
    "last weekday": ("on Memorial Day,", date(2021, 6, 1), "Memorial Day", "2021-05-31"),
    "curly apostrophe": (
        "on New Year\u2019s Day",
        date(1999, 1, 3),
        "New Year\u2019s Day",
        "1999-01-01",
    ),
    "date before": ("in 1870 and on Boxing Day", None, "Boxing Day", "1870-12-26"),
    "feast of days": (
        "since Eid al-Fitr",
        date(2015, 8, 1),
        "Eid al-Fitr",
        "2015-07-17/2015-07-19",
    ),
    "moon": ("on Yom Kippur 1973", None, "Yom Kippur 1973", "1973-10-06"),
    "orthodox": ("on Orthodox Easter", date(2022, 5, 1), "Orthodox Easter", "2022-04-24"),
    "twice a year": ("before Eid al-Fitr 2000", None, "Eid al-Fitr 2000", None),
    "another year": ("before Yom Kippur 1800", date(2022, 1, 3), "Yom Kippur 1800", None),
    "nobody knows": ("before Diwali 1066", None, "Diwali 1066", None),
    "nothing known": ("on Boxing Day", None, "Boxing Day", None),
}
NO_DAYS = {
    "war": "The Yom Kippur War began.",
    "trees": "They sold Christmas trees.",
    "offensive": "The Christmas offensive failed.",
    "island": "He moved to Easter Island.",
    "parade": "The May Day parade passed.",
}


@pytest.mark.parametrize(("text", "published", "surface", "value"), DAYS.values(), ids=DAYS)
def test_holiday_has_its_day(
    text: str, published: date | None, surface: str, value: str | None
) -> None:
    """Without a year it takes that of the publication, else of the date before it."""
    found = resolve_dates(find_expressions(text, 0, len(text)), published)

    assert (found[-1].span.text, found[-1].value) == (surface, value)


@pytest.mark.parametrize("text", NO_DAYS.values(), ids=NO_DAYS)
def test_other_things_of_that_name_are_no_dates(text: str) -> None:
    """A name that means more needs a preposition and the end of its phrase."""
    assert list(find_expressions(text, 0, len(text))) == []


def test_every_seed_has_a_day_in_every_year() -> None:
    """No rule of the seeds leads out of the calendar."""
    for name, rule in day_rules().items():
        for year in (1, 1900, 2000, 2024, 9998):
            if "=" not in rule:
                assert holiday_in(name, year).start_on.year == year


@pytest.mark.parametrize("name", [name for name, rule in day_rules().items() if "=" in rule])
def test_every_feast_of_a_country_is_known_to_the_library(name: str) -> None:
    """Country and name stand in the library as the seeds write them."""
    assert holiday_in(name, 2015).start_on.year == 2015
