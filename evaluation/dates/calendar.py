"""ISO 8601 values, weeks, seasons and decades as first and last day."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from evaluation.dates.statements import Days

WEEK: Final = re.compile(r"(\d{4})-W(\d{2})")
SEASONS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each season (northern meteorological seasons, three months each)."""
MONTHS_PER_YEAR: Final = 12
NULL: Final = "-"


def days_of(value: str) -> Days:
    """Return the days of a day, month, year or ISO week, or of an interval of them.

    >>> days_of("2015-11")[1].isoformat(), days_of("2015-12-30/2016")[1].isoformat()
    ('2015-11-30', '2016-12-31')

    Raises:
        ValueError: If the value is none of them, or ends before it starts.
    """
    first, _, last = value.partition("/")
    days = (days_of_one(first)[0], days_of_one(last or first)[1])
    if days[0] > days[1]:
        msg = f"{value} ends before it starts"
        raise ValueError(msg)
    return days


def days_of_one(value: str) -> Days:
    """Return the days of a day, month, year or ISO week.

    Raises:
        ValueError: If the value is none of them.
    """
    if week := WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return monday, monday + timedelta(days=6)
    if re.fullmatch(r"\d{4}", value):
        return date(int(value), 1, 1), date(int(value), 12, 31)
    if re.fullmatch(r"\d{4}-\d{2}", value):
        return months(int(value[:4]), int(value[5:]), 1)
    day = date.fromisoformat(value)
    return day, day


def days_or_null(value: str) -> Days | None:
    """Return the days of a value of our own mark-up, None for its null.

    Raises:
        ValueError: If the value cannot be read.
    """
    return None if value == NULL else days_of(value)


def months(year: int, month: int, count: int) -> Days:
    """Return the days of ``count`` months from the given one on.

    Raises:
        ValueError: If the month is not 1 to 12.
    """
    last = year * MONTHS_PER_YEAR + month + count - 2
    end_year, end_month = last // MONTHS_PER_YEAR, last % MONTHS_PER_YEAR + 1
    return date(year, month, 1), date(end_year, end_month, monthrange(end_year, end_month)[1])


def seasons(year: int, season: str) -> tuple[Days, ...]:
    """Return the days that a season of a year may be: a winter starts or ends in it."""
    first = months(year, SEASONS[season], 3)
    return (first, months(year - 1, SEASONS[season], 3)) if season == "WI" else (first,)


def years(first: int, count: int) -> Days:
    """Return the days of ``count`` years."""
    return date(first, 1, 1), date(first + count - 1, 12, 31)


def part_of_month(month: Days, side: str) -> Days:
    """Return the early (1 to 10), middle (11 to 20) or late days (21 to the end) of a month."""
    first, last = month
    return {
        "start": (first, first.replace(day=10)),
        "mid": (first.replace(day=11), first.replace(day=20)),
        "end": (first.replace(day=21), last),
    }[side]
