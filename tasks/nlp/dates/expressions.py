"""Finds calendar expressions by their form; needs no publication date.

Every pattern has a bounded length, so the work is linear in the text. ``absolute`` holds the forms
that name day, month or year, ``relative`` those that count from another date.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from tasks.nlp.dates import absolute_reading, relative_reading
from tasks.nlp.dates.absolute import BARS, EXPRESSIONS
from tasks.nlp.dates.absolute_reading import parts_of
from tasks.nlp.dates.calendar import Period
from tasks.nlp.dates.forms import WEEKDAY
from tasks.nlp.dates.holidays import holiday_in, holiday_pattern
from tasks.nlp.dates.relative import RELATIVE, Relative
from tasks.nlp.dates.tense import is_future
from tasks.nlp.dates.thirds import narrowed
from tasks.nlp.dates.times import time_beside
from tasks.nlp.dates.years import is_year_in_context
from tasks.nlp.spans import Span
from tasks.nlp.word_lists import word_list

NAMES_DATE: Final = re.compile(
    r"(?<!\d)(?:1\d|20)\d\d|['’]\d|\d0s|ties\b|FY|\b00?[/.-]0"
    r"|\b(?:[Jj]an|[Ff]eb|Mar|[Aa]pr|May|[Jj]u[nl]|[Aa]ug|[Ss]ep|[Oo]ct|[Nn]ov|[Dd]ec"
    r"|JAN|FEB|MAR|APR|MAY|JU[NL]|AUG|SEP|OCT|NOV|DEC)"
)
COUNTS_DATE: Final = re.compile(
    r"day|night|morrow|week|month|quarter|year|decade|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all\b"
    r"|[Ww]inter|afternoon|evening|morning|season|ago\b|\d(?:st|nd|rd|th)\b|Q[1-4]|H[12]"
    r"|[Ee](?:very|ach) |(?i:last|next|previous|following|same|current|coming) |[Tt]his (?=[A-Z])"
)
NAMES_HOLIDAY: Final = re.compile(
    r"day|Day|Eve\b|Christmas|Easter|Thanksgiving|Halloween|Pentecost|Eid al|Ashura|Arbaeen"
    r"|Nowruz|Yom Kippur|Rosh Hash|Diwali|New Year|Juneteenth"
)
"""What every expression of a kind holds; most sentences are sorted out by it."""
REACH: Final = 12
SET_REACH: Final = 40
PREPOSITION: Final = re.compile(
    r"(?:^|\W)(?:in|by|of|since|until|from|during|last|this|next|early|late|mid)[ -]$",
    re.IGNORECASE,
)
NAME_BEHIND: Final = re.compile(r" (?!I\b)[A-Z][\w’']*")
EVERY: Final = re.compile(
    rf"\b(?:every|each)\b[^.;,:]{{0,40}}$|{WEEKDAY}(?: to | through | ?[-–] ?)$", re.IGNORECASE
)
"""Weekdays behind it are a set: ``every Monday and Thursday``, ``Monday to Friday``."""
BUSINESS: Final = re.compile(rf"\b(?:{'|'.join(sorted(word_list('business')))})\b", re.IGNORECASE)
"""What quarters without a year are said of; games have quarters, too."""


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A calendar expression; ``period`` is set when it stands on its own.

    ``month`` and ``days`` hold what a partial date states; its year comes from the document.
    ``relative`` says how a relative one counts, ``holiday`` names the day, ``is_future`` says
    whether its clause looks ahead. ``time_text`` is the clock time beside a day.
    """

    span: Span
    form: str
    precision: str
    period: Period | None
    month: int | None = None
    days: tuple[int, ...] = ()
    relative: Relative | None = None
    holiday: str | None = None
    is_future: bool = False
    time_text: str | None = None

    @property
    def is_partial(self) -> bool:
        """Whether a year would complete it."""
        is_named = self.month is not None or self.holiday is not None
        return self.period is None and is_named


def find_expressions(text: str, start_char: int, end_char: int) -> Iterator[DateExpression]:
    """Yield the calendar expressions between two offsets, in order, without overlap."""
    place = (start_char, end_char)
    found = [
        expression
        for hint, find in FINDERS
        if hint.search(text, *place)
        for expression in find(text, *place)
    ]
    found.sort(key=lambda item: (item.span.start_char, -item.span.end_char, item.relative is None))
    after = start_char
    for expression in found:
        if expression.span.start_char >= after:
            after = expression.span.end_char
            yield replace(
                expression,
                time_text=time_of(text, expression, place),
                is_future=is_future(
                    text, expression.span.start_char, expression.span.end_char, place
                ),
            )


def time_of(text: str, found: DateExpression, place: tuple[int, int]) -> str | None:
    """Return the clock time beside a day."""
    if found.precision != "day":
        return None
    return time_beside(text, found.span.start_char, found.span.end_char, *place)


def absolute_expressions(text: str, start_char: int, end_char: int) -> Iterator[DateExpression]:
    """Yield the expressions that name day, month or year."""
    for match in EXPRESSIONS.finditer(text, start_char, end_char):
        form = form_of(match)
        span = Span(match.start(), match.end(), match.group())
        if form == "month" and is_first_name(text, match):
            continue
        if form == "year" and not is_year_in_context(text, span, start_char, end_char):
            continue
        yield read_expression(span, form)


def holiday_expressions(text: str, start_char: int, end_char: int) -> Iterator[DateExpression]:
    """Yield the named days of the year."""
    for match in holiday_pattern().finditer(text, start_char, end_char):
        name = match["sure"] or match["dated"] or match["placed"]
        year = match["sure_year"] or match["dated_year"]
        period = known_holiday(name, int(year)) if year else None
        span = Span(match.start(), match.end(), match.group())
        yield DateExpression(span, "holiday", "day", period, holiday=None if year else name)


def known_holiday(name: str, year: int) -> Period | None:
    """Return the days of a holiday in a year, or None when nobody knows them."""
    try:
        return holiday_in(name, year)
    except ValueError:
        return None


def form_of(match: re.Match[str]) -> str:
    """Return the name of the outermost group that matched."""
    groups = match.groupdict()
    return next(name for name, found in groups.items() if found is not None and name not in BARS)


def read_expression(span: Span, form: str) -> DateExpression:
    """Read the parts of an expression; a day that no calendar has gets no period."""
    month, days, year = parts_of(span.text)
    try:
        period, precision = absolute_reading.READERS[form](span.text, month, days, year)
    except ValueError:
        return DateExpression(span, form, "day", None)
    period = narrowed(span.text, period)
    return DateExpression(
        span, form, period.precision if period else precision, period, month, days
    )


def is_first_name(text: str, month: re.Match[str]) -> bool:
    """Tell whether a month is a name: ``Governor August Lindqvane``, ``the August Wind``."""
    if PREPOSITION.search(text[max(0, month.start() - REACH) : month.start()]):
        return False
    return NAME_BEHIND.match(text, month.end()) is not None


def relative_expressions(text: str, start_char: int, end_char: int) -> Iterator[DateExpression]:
    """Yield the expressions that count from another date."""
    is_business: bool | None = None
    for match in RELATIVE.finditer(text, start_char, end_char):
        form = next(name for name in relative_reading.READERS if match[name] is not None)
        before = text[max(start_char, match.start() - SET_REACH) : match.start()]
        if form == "weekday" and EVERY.search(before):
            continue
        if form == "which_quarter" and is_business is None:
            is_business = BUSINESS.search(text, start_char, end_char) is not None
        if form == "which_quarter" and not is_business:
            continue
        said = relative_reading.READERS[form](match)
        yield DateExpression(
            Span(match.start(), match.end(), match.group()),
            form,
            relative_reading.precision_of(said),
            None,
            relative=said,
        )


FINDERS: Final = (
    (NAMES_HOLIDAY, holiday_expressions),
    (NAMES_DATE, absolute_expressions),
    (COUNTS_DATE, relative_expressions),
)
"""What finds each kind of expression, behind what it needs."""
