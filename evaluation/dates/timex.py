"""TIMEX2 values as days (TIDES 2005 standard): what is scored, and what stands apart."""

import re
from collections.abc import Callable
from typing import Final

from evaluation.dates.calendar import days_of, months, part_of_month, seasons, years
from evaluation.dates.statements import CALENDAR, DateStatement, Days, Range
from evaluation.dates.wording import names_calendar

SIDES: Final = {"START": "start", "MID": "mid", "END": "end"}
PARTLY_KNOWN: Final = re.compile(r"(\d{4}(?:-\d{2})?)-W?X.*")
MONTH: Final = re.compile(r"\d{4}-\d{2}")
Meaning = tuple[Days | None, ...]
FORMS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Meaning]], ...]] = (
    (re.compile(r"\d{4}(-\d{2}){0,2}|\d{4}-W\d{2}"), lambda found: (days_of(found[0]),)),
    (re.compile(r"(\d{4})-(SP|SU|FA|WI)"), lambda found: seasons(int(found[1]), found[2])),
    (
        re.compile(r"(\d{4})-Q([1-4])"),
        lambda found: (months(int(found[1]), int(found[2]) * 3 - 2, 3),),
    ),
    (
        re.compile(r"(\d{4})-H([12])"),
        lambda found: (months(int(found[1]), int(found[2]) * 6 - 5, 6),),
    ),
    (re.compile(r"(\d{3})"), lambda found: (years(int(found[1]) * 10, 10),)),
    (re.compile(r"(\d{2})"), lambda found: (*centuries(int(found[1])), None)),
    (re.compile(r"(\d{4}-W\d{2})-([1-7])"), lambda found: (days_of(found[1]),)),
    (PARTLY_KNOWN, lambda found: (days_of(found[1]), None)),
    (re.compile(r"X.*"), lambda _: (None,)),
)
"""Forms of values, the first that fits; a value known in part may also be null."""
APART: Final = (
    (re.compile(r"P[\dTX.].*"), "duration"),
    (re.compile(r"(?:PAST|PRESENT|FUTURE)_REF"), "reference"),
    (re.compile(r"BC.*"), "before our era"),
)


def centuries(number: int) -> Meaning:
    """Return the years that begin with two digits, counted from 00 and from 01 on."""
    return years(number * 100, 100), years(number * 100 + 1, 100)


def read_timex(
    span: Range, text: str, label: str, value: str | None, mod: str | None
) -> DateStatement:
    """Return what an annotation states.

    Args:
        span: Where it stands.
        text: Its words.
        label: DATE, TIME, DURATION or SET.
        value: As TIMEX2 has it, None where it gives none.
        mod: START, MID, END and others, None where it gives none.
    """
    if kind := kind_apart(text, label, value):
        return DateStatement(span, kind)
    meaning = meaning_of((value or "").partition("T")[0])
    side = "inside" if PARTLY_KNOWN.fullmatch(value or "") else SIDES.get(mod or "", "")
    if side and meaning[0] and MONTH.fullmatch(value or ""):
        return DateStatement(span, CALENDAR, (part_of_month(meaning[0], side),))
    return DateStatement(span, CALENDAR, meaning, side)


def kind_apart(text: str, label: str, value: str | None) -> str:
    """Return why an annotation is no date of the calendar, nothing where it is one."""
    if label in {"DURATION", "SET"}:
        return label.lower()
    if not value:
        return "no value"
    reference = next((kind for form, kind in APART if form.fullmatch(value)), "")
    if reference:
        return reference
    if not names_calendar(text):
        return "time of day" if "T" in value else "no calendar word"
    return ""


def meaning_of(value: str) -> Meaning:
    """Return what a value may mean in days.

    >>> meaning_of("1939-10")[0][1].isoformat(), meaning_of("XXXX-XX-XX")
    ('1939-10-31', (None,))

    Raises:
        ValueError: If no form fits.
    """
    for form, read in FORMS:
        if found := form.fullmatch(value):
            return read(found)
    msg = f"{value!r} is no value that we know"
    raise ValueError(msg)
