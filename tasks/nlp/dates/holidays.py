"""Named days of the year: ``Christmas Eve``, ``Good Friday 2011``, ``Thanksgiving``."""

import re
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Final

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from tasks.nlp.dates.calendar import DAYS_PER_WEEK, Period
from tasks.nlp.dates.forms import YEAR, behind
from tasks.nlp.dates.relative import PAPERS
from warehouse.seeds import read_seed_rows
from warehouse.tables.ref import HOLIDAYS

PREPOSITIONS: Final = ("on", "by", "before", "after", "since", "until", "at", "over", "for")
EASTERS: Final = {"easter": EASTER_WESTERN, "orthodox": EASTER_ORTHODOX}
ENGLISH_OF: Final = {"IN": "IN"}
"""Countries whose holidays the library names in an English of their own."""
END: Final = r"(?=[,.;:)]| (?:and|but|or|when|while|in|at|the|a|that|last|this|next|after)\b|$)"


@cache
def day_rules() -> dict[str, str]:
    """Return the rule of each day by its name in lower case, with a plain apostrophe."""
    return {str(row["holiday"]).lower(): str(row["day_rule"]) for row in read_seed_rows(HOLIDAYS)}


@cache
def holiday_pattern() -> re.Pattern[str]:
    """Return what finds the names: sure ones anywhere, others behind a preposition or by a year."""
    rows = read_seed_rows(HOLIDAYS)
    sure = names([str(row["holiday"]) for row in rows if not row["needs_context"]])
    others = names([str(row["holiday"]) for row in rows if row["needs_context"]])
    return re.compile(
        rf"\b(?P<sure>{sure})\b(?!-| [Ww]ar\b| {PAPERS}){in_year('sure_year')}?"
        rf"|\b(?P<dated>{others}){in_year('dated_year')}"
        rf"|{behind(*PREPOSITIONS)}(?P<placed>{others})\b{END}"
    )


def in_year(group: str) -> str:
    """Return a pattern of a year behind a name."""
    return rf"(?:,? (?:of )?(?P<{group}>{YEAR})(?!\d))"


def names(holidays: list[str]) -> str:
    """Return a pattern of names, the longest first, with either apostrophe."""
    ordered = sorted(holidays, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace("'", "['’]") for name in ordered)


def holiday_in(name: str, year: int) -> Period:
    """Return the day of a holiday in a year.

    Raises:
        KeyError: If the seeds have no such day.
        ValueError: If the year is not 1 to 9999, or nobody knows the day.

    >>> holiday_in("Good Friday", 2011).value, holiday_in("Thanksgiving", 2018).value
    ('2011-04-22', '2018-11-22')
    """
    rule = day_rules()[name.lower().replace("’", "'")]
    country, _, called = rule.partition("=")
    if called:
        return country_holiday(country, called, year)
    for church, method in EASTERS.items():
        if rule.startswith(church):
            shift = timedelta(days=int(rule.removeprefix(church)))
            return Period.of_date(easter(year, method) + shift)
    if ":" in rule:
        number, weekday, month = (int(part) for part in rule.split(":"))
        return Period.of_date(nth_weekday(year, month, weekday, number))
    month, day = (int(part) for part in rule.split("-"))
    return Period.of_day(year, month, day)


@lru_cache(maxsize=1_000)
def country_holiday(country: str, called: str, year: int) -> Period:
    """Return the days of a holiday that moves through the year, as a country keeps it.

    Args:
        country: ISO 3166-1 alpha-2 code of a country that keeps it.
        called: English name of the holiday there.
        year: Year of its days.

    Raises:
        ValueError: If the library knows no such days in that year, or two feasts of them.
    """
    from holidays import country_holidays  # noqa: PLC0415 - rarely needed

    listed = country_holidays(country, years=year, language=f"en_{ENGLISH_OF.get(country, 'US')}")
    days = sorted(day for day, names in listed.items() if called in names.split("; "))
    if not days or (days[-1] - days[0]).days >= len(days):
        msg = f"{called} has no days of its own in {year}"
        raise ValueError(msg)
    return Period.of_days(days[0], days[-1]) if len(days) > 1 else Period.of_date(days[0])


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """Return which weekday of a month; the fifth is the last one."""
    first = date(year, month, 1)
    shift = (weekday - first.weekday()) % DAYS_PER_WEEK + DAYS_PER_WEEK * (number - 1)
    found = first + timedelta(days=shift)
    return found if found.month == month else found - timedelta(days=DAYS_PER_WEEK)
