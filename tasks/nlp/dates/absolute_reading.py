"""Reads matches of absolute forms into periods."""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from tasks.nlp.dates.calendar import MONTHS, SEASONS, Period

ORDINAL_ENDING: Final = re.compile(r"(?<=\d)(?:st|nd|rd|th)")
CENTURY: Final = 100
FIRST_SHORT_YEAR: Final = 70
PIVOT: Final = 30
"""Two digits of a year from here on are of the last century."""
TWENTY: Final = 20
DECADES: Final = (
    *("twenties", "thirties", "forties", "fifties", "sixties", "seventies"),
    *("eighties", "nineties"),
)
FIRST_HALF_MONTHS: Final = 6
YEAR_DIGITS: Final = 4
PAIR: Final = 2

Reading = tuple[Period | None, str]
Reader = Callable[[str, int | None, tuple[int, ...], int | None], Reading]


def parts_of(text: str) -> tuple[int | None, tuple[int, ...], int | None]:
    """Return month, days and year that stand in an expression; the last year of several."""
    plain = ORDINAL_ENDING.sub("", text.lower())
    words = re.findall(r"[a-z]+|\d+", plain)
    month = next((MONTHS[word] for word in words if word in MONTHS), None)
    numbers = [word for word in words if word.isdigit()]
    years = [int(word) for word in numbers if len(word) == YEAR_DIGITS]
    days = tuple(int(word) for word in numbers if len(word) <= PAIR)
    return month, days, years[-1] if years else None


def months_in(text: str) -> list[int]:
    """Return the months that an expression names, in order."""
    return [MONTHS[word] for word in re.findall(r"[a-z]+", text.lower()) if word in MONTHS]


def read_iso(text: str, *_parts: object) -> Reading:
    """Read ``2022-06-09`` and ``2022/6/9``."""
    year, month, day = (int(part) for part in re.split(r"[-/.]", text))
    return Period.of_day(year, month, day), "day"


def read_slashed(text: str, *_parts: object) -> Reading:
    """Read ``25/12/2021``; where day and month could be swapped, there is no value."""
    first, second, year = (int(part) for part in re.split(r"[/.-]", text))
    if first > 12 or first == second:  # noqa: PLR2004 - months of a year
        return Period.of_day(year, second, first), "day"
    if second > 12:  # noqa: PLR2004 - months of a year
        return Period.of_day(year, first, second), "day"
    return None, "day"


def read_day(_text: str, month: int | None, days: tuple[int, ...], year: int | None) -> Reading:
    """Read a day, or the days from one to another, of a month."""
    if month is None or year is None or not days:
        return None, "interval" if len(days) > 1 else "day"
    first = Period.of_day(year, month, days[0])
    if len(days) == 1:
        return first, "day"
    return Period.between(first, Period.of_day(year, month, days[1])), "interval"


def read_days(text: str, _month: object, days: tuple[int, ...], year: int | None) -> Reading:
    """Read ``May 30 to June 2, 2020``; an end before the start is of the next year."""
    months = months_in(text)
    if year is None or len(months) < PAIR or len(days) < PAIR:
        return None, "interval"
    start_year = year - (months[0] > months[1])
    first = Period.of_day(start_year, months[0], days[0])
    return Period.between(first, Period.of_day(year, months[1], days[1])), "interval"


def read_months(text: str, _month: object, _days: object, year: int | None) -> Reading:
    """Read ``March to May 2020`` and ``November 2020 to January 2021``."""
    months = months_in(text)
    if year is None or len(months) < PAIR:
        return None, "interval"
    years = [int(found) for found in re.findall(r"\d{4}", text)]
    start_year = years[0] if len(years) > 1 else year - (months[0] > months[1])
    first, last = Period.of_month(start_year, months[0]), Period.of_month(year, months[1])
    return Period.between(first, last), "interval"


def read_telegraphic(
    text: str, month: int | None, _days: tuple[int, ...], _year: int | None
) -> Reading:
    """Read ``3 NOV 89`` of telegrams; years from 70 on are of the last century."""
    day, _name, year = text.split()
    century = 1900 if int(year) >= FIRST_SHORT_YEAR else 2000
    return Period.of_day(century + int(year), month or 0, int(day)), "day"


def read_month(_text: str, month: int | None, _days: tuple[int, ...], year: int | None) -> Reading:
    """Read a month, with or without its year."""
    if month is None or year is None:
        return None, "month"
    return Period.of_month(year, month), "month"


def read_season(text: str, _month: object, _days: object, year: int | None) -> Reading:
    """Read a season of a year; winter starts in December of that year."""
    season = next(SEASONS[word] for word in re.findall(r"[a-z]+", text.lower()) if word in SEASONS)
    if year is None:
        return None, "season"
    return Period.of_months(year, season, 3, "season"), "season"


def read_quarter(text: str, _month: object, _days: object, year: int | None) -> Reading:
    """Read a calendar quarter."""
    words = ("first", "second", "third", "fourth")
    named = next((words.index(word) + 1 for word in words if word in text.lower()), None)
    digit = re.search(r"[Qq]([1-4])|([1-4])Q", text)
    quarter = named or int(next(filter(None, digit.groups())) if digit else 0)
    if year is None:
        return None, "quarter"
    return Period.of_months(year, 3 * quarter - 2, 3, "quarter"), "quarter"


def read_week(text: str, *_parts: object) -> Reading:
    """Read ``week 31 of 2018`` and ``2018-W31``, the ISO week.

    Raises:
        ValueError: If the year has no such week.
    """
    numbers = [int(part) for part in re.findall(r"\d+", text)]
    return Period.of_week(date.fromisocalendar(max(numbers), min(numbers), 1)), "week"


def read_half(text: str, _month: object, _days: object, year: int | None) -> Reading:
    """Read half a calendar year."""
    second = "second" in text.lower() or "H2" in text
    start = FIRST_HALF_MONTHS + 1 if second else 1
    if year is None:
        return None, "half"
    return Period.of_months(year, start, FIRST_HALF_MONTHS, "half"), "half"


def read_year(_text: str, _month: object, _days: object, year: int | None) -> Reading:
    """Read a calendar year."""
    return Period.of_year(year or 0), "year"


def read_fiscal(text: str, *_parts: object) -> Reading:
    """Read ``fiscal 2015``, ``FY15`` and ``financial year 2014-15``."""
    numbers = re.findall(r"\d{2,4}", text)
    if len(numbers) > 1:
        return read_years("-".join(numbers))
    year = int(numbers[0])
    return Period.of_year(full_year(year) if len(numbers[0]) == PAIR else year), "year"


def read_short_year(text: str, *_parts: object) -> Reading:
    """Read ``'98``."""
    return Period.of_year(full_year(int(text[1:]))), "year"


def full_year(digits: int) -> int:
    """Return the year that two digits stand for.

    >>> full_year(98), full_year(14)
    (1998, 2014)
    """
    return digits + (1900 if digits >= PIVOT else 2000)


def read_decade(text: str, *_parts: object) -> Reading:
    """Read ``1990s``."""
    found = re.search(r"\d{4}", text)
    return Period.of_decade(int(found.group()) if found else 0), "decade"


def read_short_decade(text: str, *_parts: object) -> Reading:
    """Read ``'90s``: of the last century, but for the first two of this one."""
    found = re.search(r"\d{2}", text)
    digits = int(found.group()) if found else 0
    return Period.of_decade(digits + (1900 if digits >= TWENTY else 2000)), "decade"


def read_named_decade(text: str, *_parts: object) -> Reading:
    """Read ``the nineties``, of the last century."""
    name = re.findall(r"[a-z]+", text.lower())[-1]
    return Period.of_decade(1920 + 10 * DECADES.index(name)), "decade"


def read_years(text: str, *_parts: object) -> Reading:
    """Read ``2017-2018``, ``2012-13``, ``2024/25`` and ``2010 to 2014``.

    Raises:
        ValueError: If the second year comes before the first.
    """
    first, last = (int(part) for part in re.findall(r"\d+", text))
    if last < CENTURY:
        last += first - first % CENTURY
    return Period.between(Period.of_year(first), Period.of_year(last)), "interval"


READERS: Final[dict[str, Reader]] = {
    "iso": read_iso,
    "year_first": read_iso,
    "slashed": read_slashed,
    "no_day": read_slashed,
    "days_to_days": read_days,
    "days_of_month": read_day,
    "month_day_year": read_day,
    "day_month_year": read_day,
    "telegraphic": read_telegraphic,
    "months": read_months,
    "season_year": read_season,
    "week_year": read_week,
    "quarter_year": read_quarter,
    "half_year": read_half,
    "fiscal_year": read_fiscal,
    "month_year": read_month,
    "month_day": read_day,
    "day_month": read_day,
    "decade": read_decade,
    "short_decade": read_short_decade,
    "named_decade": read_named_decade,
    "years": read_years,
    "years_between": read_years,
    "part_month": read_month,
    "month": read_month,
    "part_year": read_year,
    "year": read_year,
    "short_year": read_short_year,
}
