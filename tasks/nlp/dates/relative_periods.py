"""Gives relative expressions their period, counted from a date."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from tasks.nlp.dates.calendar import DAYS_PER_WEEK, SATURDAY, Period, month_after
from tasks.nlp.dates.relative import Relative

MONTHS_PER_QUARTER: Final = 3
MONTHS_PER_HALF: Final = 6
YEARS_PER_DECADE: Final = 10
FRIDAY: Final = 4
Rule = Callable[[date, Relative, int], Period]


def period_of(relative: Relative, anchor: date, *, is_future: bool) -> Period | None:
    """Return what a relative expression means on a day, or None where nothing says how far.

    Args:
        relative: What the expression says.
        anchor: The day that it counts from.
        is_future: Whether its clause speaks of what is to come.
    """
    count = relative.count
    if count is None:
        return None
    try:
        if relative.is_span:
            return span_of_units(relative.unit, anchor, count)
        if relative.unit == "weekday":
            return weekday(anchor, relative, is_future=is_future)
        if relative.unit == "weekend" and relative.is_nearest:
            # on a Friday people look ahead to it
            is_over = anchor.weekday() < FRIDAY and not is_future
            return weekend(anchor, relative, -1 if is_over else 0)
        return RULES[relative.unit](anchor, relative, count)
    except (ValueError, OverflowError):
        return None


def span_of_units(unit: str, anchor: date, count: int) -> Period | None:
    """Return ``past five years``: by months for years and months, else by days."""
    months = {"year": 12, "month": 1, "decade": 120, "quarter": 3}.get(unit)
    if months is None:
        days = timedelta(days=count * (DAYS_PER_WEEK if unit == "week" else 1))
        return Period.of_days(min(anchor, anchor + days), max(anchor, anchor + days))
    here = (anchor.year, anchor.month)
    there = month_after(*here, months * count)
    first, last = sorted((here, there))
    return Period.between(Period.of_month(*first), Period.of_month(*last))


def weekday(anchor: date, relative: Relative, *, is_future: bool) -> Period:
    """Return ``on Sunday``: the nearest one, before the anchor unless the clause looks ahead.

    ``last Sunday`` lies before the anchor, ``next Sunday`` after it.
    """
    number, count = relative.number or 0, relative.count or 0
    back = (anchor.weekday() - number) % DAYS_PER_WEEK
    ahead = (number - anchor.weekday()) % DAYS_PER_WEEK
    if count < 0:
        distance = -(back or DAYS_PER_WEEK)
    elif count > 0:
        distance = ahead or DAYS_PER_WEEK
    else:
        distance = ahead if is_future else -back
    return Period.of_date(anchor + timedelta(days=distance))


def day(anchor: date, _relative: Relative, count: int) -> Period:
    """Return the day so many days away."""
    return Period.of_date(anchor + timedelta(days=count))


def week(anchor: date, relative: Relative, count: int) -> Period:
    """Return a numbered ISO week of a year, or the week, Monday to Sunday, so many weeks away."""
    if relative.number is not None:
        return Period.of_week(date.fromisocalendar(anchor.year + count, relative.number, 1))
    return Period.of_week(anchor + timedelta(weeks=count))


def weekend(anchor: date, _relative: Relative, count: int) -> Period:
    """Return Saturday and Sunday: of this week, or the last or next one that is not today."""
    saturday = anchor + timedelta(days=SATURDAY - anchor.weekday())
    is_weekend = anchor.weekday() >= SATURDAY
    weeks = count if count <= 0 or is_weekend else count - 1
    first = saturday + timedelta(weeks=weeks)
    return Period.of_days(first, first + timedelta(days=1))


def month(anchor: date, _relative: Relative, count: int) -> Period:
    """Return the month so many months away."""
    return Period.of_month(*month_after(anchor.year, anchor.month, count))


def year(anchor: date, _relative: Relative, count: int) -> Period:
    """Return the year so many years away."""
    return Period.of_year(anchor.year + count)


def decade(anchor: date, _relative: Relative, count: int) -> Period:
    """Return the decade so many decades away."""
    start = anchor.year - anchor.year % YEARS_PER_DECADE
    return Period.of_decade(start + YEARS_PER_DECADE * count)


def quarter(anchor: date, relative: Relative, count: int) -> Period:
    """Return a named quarter of a year, or the quarter so many quarters away."""
    if relative.number is not None:
        first = MONTHS_PER_QUARTER * (relative.number - 1) + 1
        return Period.of_months(anchor.year + count, first, MONTHS_PER_QUARTER, "quarter")
    start = anchor.month - (anchor.month - 1) % MONTHS_PER_QUARTER
    found = month_after(anchor.year, start, MONTHS_PER_QUARTER * count)
    return Period.of_months(*found, MONTHS_PER_QUARTER, "quarter")


def half(anchor: date, relative: Relative, count: int) -> Period:
    """Return a named half of a year, or the half so many halves away."""
    if relative.number is not None:
        first = MONTHS_PER_HALF * (relative.number - 1) + 1
        return Period.of_months(anchor.year + count, first, MONTHS_PER_HALF, "half")
    start = 1 if anchor.month <= MONTHS_PER_HALF else MONTHS_PER_HALF + 1
    found = month_after(anchor.year, start, MONTHS_PER_HALF * count)
    return Period.of_months(*found, MONTHS_PER_HALF, "half")


def month_name(anchor: date, relative: Relative, count: int) -> Period:
    """Return ``last May``: the one before the anchor's month, ``next May`` the one behind it."""
    number = relative.number or anchor.month
    shift = 0
    if count < 0 and number >= anchor.month:
        shift = -1
    elif count > 0 and number <= anchor.month:
        shift = 1
    return Period.of_month(anchor.year + shift, number)


def month_of_year(anchor: date, relative: Relative, count: int) -> Period:
    """Return a named month of the year so many years away."""
    return Period.of_month(anchor.year + count, relative.number or anchor.month)


def season_name(anchor: date, relative: Relative, count: int) -> Period:
    """Return ``last summer``: the one that has ended, ``next summer`` the one to come."""
    first = relative.number or 1
    seasons = [
        Period.of_months(anchor.year + shift, first, MONTHS_PER_QUARTER, "season")
        for shift in (-2, -1, 0, 1)
    ]
    if count < 0:
        return [season for season in seasons if season.end_on < anchor][-1]
    if count > 0:
        return next(season for season in seasons if season.start_on > anchor)
    return next(
        (season for season in seasons if season.start_on <= anchor <= season.end_on), seasons[2]
    )


def season(anchor: date, _relative: Relative, count: int) -> Period:
    """Return the season so many seasons away: a quarter of the year from December on."""
    start = month_after(anchor.year, anchor.month, -(anchor.month % MONTHS_PER_QUARTER))
    found = month_after(*start, MONTHS_PER_QUARTER * count)
    return Period.of_months(*found, MONTHS_PER_QUARTER, "season")


def day_of_month(anchor: date, relative: Relative, _count: int) -> Period:
    """Return a day of the anchor's month."""
    return Period.of_date(anchor.replace(day=relative.number or anchor.day))


RULES: Final[dict[str, Rule]] = {
    "day": day,
    "week": week,
    "weekend": weekend,
    "month": month,
    "year": year,
    "decade": decade,
    "quarter": quarter,
    "half": half,
    "season": season,
    "month_name": month_name,
    "month_of_year": month_of_year,
    "season_name": season_name,
    "day_of_month": day_of_month,
}
