"""Finds calendar expressions by their form; needs no publication date.

Every pattern has a bounded length, so the work is linear in the text.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from tasks.nlp.dates.calendar import MONTHS, SEASONS, Period
from tasks.nlp.dates.years import is_year_in_context
from tasks.nlp.spans import Span

MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
    r"|(?:JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?"
    r"|SEP(?:T(?:EMBER)?)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)\b\.?)"
)
CAPS_MONTH: Final = r"(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"
YEAR: Final = r"(?:1[6-9]\d{2}|20\d{2})"
DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
DASH: Final = r"\s?[-–—]\s?"
TO: Final = r"(?:\s?[-–—]\s?|\ to\ )"
EXPRESSIONS: Final = re.compile(
    rf"""
    (?P<iso>(?<![\d-]){YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\d-]))
    |(?P<slashed>(?<![\d/.-])\d{{1,2}}(?P<stroke>[/.-])\d{{1,2}}(?P=stroke){YEAR}(?![\d/-]))
    |(?P<month_day_year>\b{MONTH}\ {DAY},?\ {YEAR}\b)
    |(?P<day_month_year>(?<![\d.,]){DAY}(?:\ of)?\ {MONTH},?\ {YEAR}\b)
    |(?P<telegraphic>(?<![\d.,]){DAY}\ {CAPS_MONTH}\ \d{{2}}\b)
    |(?P<days_of_month>(?<![\d.,]){DAY}{TO}{DAY}\ {MONTH}(?:,?\ {YEAR})?\b
        |\b{MONTH}\ {DAY}{TO}{DAY}(?:,?\ {YEAR})?\b)
    |(?P<season_year>\b(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?:\ of)?\ {YEAR}\b)
    |(?P<quarter_year>\b(?:Q[1-4]\ {YEAR}|{YEAR}\ Q[1-4]
        |(?:first|second|third|fourth)\ quarter\ of\ {YEAR})\b)
    |(?P<half_year>\b(?:H[12]\ {YEAR}|(?:first|second)\ half\ of\ {YEAR})\b)
    |(?P<month_year>\b{MONTH},?\ (?:of\ )?{YEAR}\b)
    |(?P<month_day>\b{MONTH}\ {DAY}(?![\d,]*\d|\.\d|\ (?:million|percent)))
    |(?P<day_month>(?<![\d.,]){DAY}(?:\ of)?\ {MONTH}(?!\w))
    |(?P<decade>\b(?:1[6-9]|20)\d0['’]?s\b)
    |(?P<years>(?<![\d.,/$€£-]){YEAR}(?:{DASH}(?:{YEAR}|\d{{2}})|/\d{{2}})(?![\d%/-]|\.\d))
    |(?P<month>(?:(?<=\b[Ii]n\ )|(?<=\b[Bb]y\ )|(?<=\bof\ )|(?<=\b[Ss]ince\ )|(?<=\b[Uu]ntil\ )
        |(?<=\bearly\ )|(?<=\blate\ )|(?<=\blast\ )|(?<=\bthis\ ))(?:March|May)\b
        |\b(?:January|February|April|June|July|August|September|October|November|December)\b)
    |(?P<year>(?<![\d.,/$€£¥+-]){YEAR}(?![\d%/]|[.,]\d|-\d))
    """,
    re.VERBOSE,
)
ORDINAL_ENDING: Final = re.compile(r"(?<=\d)(?:st|nd|rd|th)")
CENTURY: Final = 100
FIRST_SHORT_YEAR: Final = 70
MAY_HOLD_DATE: Final = re.compile(
    r"\d|January|February|March|April|May|Ju(?:ne|ly)|August|ember|Octo"
)
"""What every calendar expression holds; most sentences are sorted out by it."""
FIRST_HALF_MONTHS: Final = 6


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A calendar expression; ``period`` is set when it stands on its own.

    ``month`` and ``days`` hold what a partial date states; its year comes from the document.
    """

    span: Span
    form: str
    precision: str
    period: Period | None
    month: int | None = None
    days: tuple[int, ...] = ()


def find_expressions(text: str, start_char: int, end_char: int) -> Iterator[DateExpression]:
    """Yield the calendar expressions between two offsets, in order, without overlap."""
    if not MAY_HOLD_DATE.search(text, start_char, end_char):
        return
    for match in EXPRESSIONS.finditer(text, start_char, end_char):
        form = str(match.lastgroup if match.lastgroup != "stroke" else "slashed")
        span = Span(match.start(), match.end(), match.group())
        if form == "year" and not is_year_in_context(text, span, start_char, end_char):
            continue
        yield read_expression(span, form)


def read_expression(span: Span, form: str) -> DateExpression:
    """Read the parts of an expression; a day that no calendar has gets no period."""
    month, days, year = parts_of(span.text)
    try:
        period, precision = READERS[form](span.text, month, days, year)
    except ValueError:
        return DateExpression(span, form, "day", None)
    return DateExpression(span, form, precision, period, month, days)


def parts_of(text: str) -> tuple[int | None, tuple[int, ...], int | None]:
    """Return month, days and year that stand in an expression."""
    plain = ORDINAL_ENDING.sub("", text.lower())
    words = re.findall(r"[a-z]+|\d+", plain)
    month = next((MONTHS[word] for word in words if word in MONTHS), None)
    numbers = [word for word in words if word.isdigit()]
    year = next((int(word) for word in numbers if len(word) == 4), None)  # noqa: PLR2004 - digits of a year
    return month, tuple(int(word) for word in numbers if len(word) <= 2), year  # noqa: PLR2004 - digits of a day


Reading = tuple[Period | None, str]
Reader = Callable[[str, int | None, tuple[int, ...], int | None], Reading]


def read_iso(text: str, *_parts: object) -> Reading:
    """Read ``2022-06-09``."""
    year, month, day = (int(part) for part in text.split("-"))
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
    season = SEASONS[text.split(maxsplit=1)[0].lower()]
    return Period.of_months(year or 0, season, 3, "season"), "season"


def read_quarter(text: str, _month: object, _days: object, year: int | None) -> Reading:
    """Read a calendar quarter."""
    words = ("first", "second", "third", "fourth")
    named = next((words.index(word) + 1 for word in words if word in text), None)
    digit = re.search(r"Q([1-4])", text)
    quarter = named or int(digit.group(1) if digit else 0)
    return Period.of_months(year or 0, 3 * quarter - 2, 3, "quarter"), "quarter"


def read_half(text: str, _month: object, _days: object, year: int | None) -> Reading:
    """Read half a calendar year."""
    second = "second" in text or "H2" in text
    start = FIRST_HALF_MONTHS + 1 if second else 1
    return Period.of_months(year or 0, start, FIRST_HALF_MONTHS, "half"), "half"


def read_year(_text: str, _month: object, _days: object, year: int | None) -> Reading:
    """Read a calendar year."""
    return Period.of_year(year or 0), "year"


def read_decade(text: str, *_parts: object) -> Reading:
    """Read ``1990s``."""
    return Period.of_decade(int(text[:4])), "decade"


def read_years(text: str, *_parts: object) -> Reading:
    """Read ``2017-2018``, ``2012-13`` and ``2024/25``.

    Raises:
        ValueError: If the second year comes before the first.
    """
    first, last = (int(part) for part in re.split(r"\s?[-–—/]\s?", text))
    if last < CENTURY:
        last += first - first % CENTURY
    return Period.between(Period.of_year(first), Period.of_year(last)), "interval"


READERS: Final[dict[str, Reader]] = {
    "iso": read_iso,
    "slashed": read_slashed,
    "month_day_year": read_day,
    "day_month_year": read_day,
    "telegraphic": read_telegraphic,
    "days_of_month": read_day,
    "season_year": read_season,
    "quarter_year": read_quarter,
    "half_year": read_half,
    "month_year": read_month,
    "month_day": read_day,
    "day_month": read_day,
    "month": read_month,
    "decade": read_decade,
    "years": read_years,
    "year": read_year,
}
