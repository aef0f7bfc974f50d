"""Days, months and intervals as ISO 8601, with their first and last day."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Self

MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""First month of each season (northern meteorological seasons, three months each)."""
MONTHS_PER_YEAR: Final = 12
DAYS_PER_WEEK: Final = 7
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SATURDAY: Final = 5


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days with its ISO 8601 value and precision; both days are inclusive."""

    value: str
    precision: str
    start_on: date
    end_on: date

    @classmethod
    def of_day(cls, year: int, month: int, day: int) -> Self:
        """Return one day.

        Raises:
            ValueError: If the calendar has no such day.
        """
        moment = date(year, month, day)
        return cls(moment.isoformat(), "day", moment, moment)

    @classmethod
    def of_month(cls, year: int, month: int) -> Self:
        """Return a month.

        Raises:
            ValueError: If the month is not 1 to 12.
        """
        first = date(year, month, 1)
        last = date(year, month, calendar.monthrange(year, month)[1])
        return cls(f"{year:04d}-{month:02d}", "month", first, last)

    @classmethod
    def of_date(cls, moment: date) -> Self:
        """Return the day of a date."""
        return cls(moment.isoformat(), "day", moment, moment)

    @classmethod
    def of_days(cls, first: date, last: date, precision: str = "interval") -> Self:
        """Return the days from one to another, both inclusive."""
        return cls.between(cls.of_date(first), cls.of_date(last), precision)

    @classmethod
    def of_week(cls, moment: date) -> Self:
        """Return the ISO week, Monday to Sunday, that holds a day."""
        monday = moment - timedelta(days=moment.weekday())
        return cls.of_days(monday, monday + timedelta(days=DAYS_PER_WEEK - 1), "week")

    @classmethod
    def of_year(cls, year: int) -> Self:
        """Return a calendar year."""
        return cls(f"{year:04d}", "year", date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def between(cls, first: Self, last: Self, precision: str = "interval") -> Self:
        """Return the interval from one period to another.

        Raises:
            ValueError: If the second ends before the first starts.
        """
        if last.end_on < first.start_on:
            msg = f"{first.value}/{last.value} ends before it starts"
            raise ValueError(msg)
        return cls(f"{first.value}/{last.value}", precision, first.start_on, last.end_on)

    @classmethod
    def of_months(cls, year: int, month: int, count: int, precision: str) -> Self:
        """Return ``count`` months that start with the given one."""
        last = year * MONTHS_PER_YEAR + month - 1 + count - 1
        return cls.between(
            cls.of_month(year, month),
            cls.of_month(last // MONTHS_PER_YEAR, last % MONTHS_PER_YEAR + 1),
            precision,
        )

    @classmethod
    def of_decade(cls, year: int) -> Self:
        """Return the ten years from ``year`` on."""
        return cls.between(cls.of_year(year), cls.of_year(year + 9), "decade")


def month_after(year: int, month: int, distance: int) -> tuple[int, int]:
    """Return year and month so many months further on; negative distances go back.

    >>> month_after(2015, 12, -60)
    (2010, 12)
    """
    index = year * MONTHS_PER_YEAR + month - 1 + distance
    return index // MONTHS_PER_YEAR, index % MONTHS_PER_YEAR + 1
