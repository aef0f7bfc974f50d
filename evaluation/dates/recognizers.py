"""Reads the dates of Recognizers-Text; the day of reference is the day of publication."""

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from evaluation.dates.calendar import days_of, months, part_of_month
from evaluation.dates.statements import CALENDAR, DateInput, DateStatement, Days
from evaluation.dates.timex import MONTH, meaning_of

NAME: Final = "recognizers_text"
SCORED: Final = frozenset({"date", "daterange"})
KNOWN: Final = re.compile(r"\d{4}(?:-(?:\d{2}(?:-\d{2})?|W\d{2}|SP|SU|FA|WI))?")
NOT_RESOLVED: Final = "not resolved"
DAY: Final = timedelta(days=1)
SIDE: Final = re.compile(r"(?:.*-)?(start|mid|end)$")
COUNTED_UNIT: Final = re.compile(r"\b(week|month|year)s?\b")
DAY_CHARS: Final = 10


def read_recognizers(folder: Path) -> Iterator[DateInput]:
    """Yield the inputs.

    Args:
        folder: The folder ``benchmarks``.
    """
    with (folder / NAME / "DateTimeModel.jsonl").open(encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            day = (record["reference"] or "")[:DAY_CHARS] or None
            stated = tuple(map(statement, record["spans"]))
            yield DateInput(record["id"], record["text"], day, stated)


def statement(span: dict[str, Any]) -> DateStatement:
    """Return what a result states; times of day stop at the day and are counted apart."""
    values = [value for value in span["resolution"]["values"] if value]
    place = (span["start"], span["end"])
    kind = values[0]["type"]
    if kind not in SCORED:
        return DateStatement(place, kind, tuple(days for one in values for days in clock_days(one)))
    timex = values[0]["timex"]
    if timex == "PRESENT_REF":
        return DateStatement(place, "reference")
    if timex[:2] in {"FY", "SY"}:
        return DateStatement(place, "fiscal or school year")
    read = [days for one in values for days in meanings(one)]
    meaning = tuple(dict.fromkeys([*read, *units(span["text"], read)]))
    found = SIDE.match(values[0].get("Mod", ""))
    side = found[1] if found else ""
    if side and MONTH.fullmatch(timex) and meaning[0]:
        meaning = (part_of_month(meaning[0], side), *meaning)
    return DateStatement(place, CALENDAR, meaning, side)


def clock_days(value: dict[str, Any]) -> Iterator[Days]:
    """Yield the days of a date with a time of day, none for a time or duration alone."""
    if not value["type"].startswith("datetime"):
        return
    stated = [value.get(key) for key in ("value", "start", "end")]
    days = [date.fromisoformat(day[:DAY_CHARS]) for day in stated if day and day[:1].isdigit()]
    if days:
        yield days[0], days[-1]


def meanings(value: dict[str, Any]) -> Iterator[Days | None]:
    """Yield what a value may mean in days.

    "Since" and "before" are prepositions, so an open range means the date that bounds it.
    """
    timex, start, end = value["timex"], value.get("start"), value.get("end")
    if KNOWN.fullmatch(timex):
        yield from calendar_meaning(timex)
    elif value.get("value") == NOT_RESOLVED:
        yield None
    if start and end:
        yield from closed(date.fromisoformat(start), date.fromisoformat(end), timex)
    elif value.get("value", NOT_RESOLVED) != NOT_RESOLVED:
        yield days_of(value["value"])
    elif not KNOWN.fullmatch(timex) and (bound := start or end):
        yield from bounding(timex, date.fromisoformat(bound), value["Mod"])


def calendar_meaning(timex: str) -> tuple[Days | None, ...]:
    """Return the days of a full date, null where no calendar has it ("February 30, 2019")."""
    try:
        return meaning_of(timex)
    except ValueError:
        return (None,)


def closed(start: date, end: date, timex: str) -> Iterator[Days]:
    """Yield the readings of a range; the set leaves its last day out, also where the text names it.

    "2014 to 2018" and "the next four years" both end on the first of January there; in ours the
    first goes to the end of 2018, and the second from month to month.
    """
    yield start, end - DAY if end > start else end
    if not timex.startswith("("):
        return
    yield start, end
    if end.day == 1:
        yield start, months(end.year, end.month, 1)[1]
    if (end.month, end.day) == (1, 1):
        yield start, date(end.year, 12, 31)
    if re.search(r"P\d+[YM]\)", timex):
        yield unit_around(start, "month")[0], unit_around(end, "month")[1]
    if re.search(r"P\d+W\)", timex):
        yield unit_around(start, "week")[0], unit_around(end - DAY, "week")[1]


def units(text: str, read: list[Days | None]) -> Iterator[Days]:
    """Yield the weeks, months or years around days that a text counts in these units.

    "Two years ago" is a day in the set, and a year in ours.
    """
    found = COUNTED_UNIT.search(text)
    for days in read:
        if found and days and days[0] == days[1]:
            yield unit_around(days[0], found[1])


def unit_around(day: date, unit: str) -> Days:
    """Return the week, month or year that holds a day.

    >>> [one.isoformat() for one in unit_around(date(2015, 11, 20), "week")]
    ['2015-11-16', '2015-11-22']
    """
    monday = day - DAY * day.weekday()
    return {
        "week": (monday, monday + 6 * DAY),
        "month": months(day.year, day.month, 1),
        "year": (date(day.year, 1, 1), date(day.year, 12, 31)),
    }[unit]


def bounding(timex: str, bound: date, mod: str) -> Iterator[Days]:
    """Yield the date that bounds an open range, where it names no year.

    >>> [day.isoformat() for day in next(bounding("XXXX-02", date(2018, 3, 1), "after"))]
    ['2018-02-01', '2018-02-28']
    """
    if re.fullmatch(r"XXXX-\d{2}-\d{2}", timex):
        yield bound, bound
        return
    inside = bound - DAY if mod.startswith(("after", "before")) else bound
    if found := re.fullmatch(r"XXXX-(\d{2})", timex):
        month = months(inside.year, int(found[1]), 1)
        side = SIDE.match(mod)
        if side:
            yield part_of_month(month, side[1])
        yield month
    else:
        yield bound, bound
