"""Gives partial and relative dates a value: by the publication date, or a date before them."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from tasks.nlp.dates.absolute_reading import READERS
from tasks.nlp.dates.calendar import Period
from tasks.nlp.dates.expressions import DateExpression
from tasks.nlp.dates.holidays import holiday_in
from tasks.nlp.dates.relative import Relative
from tasks.nlp.dates.relative_periods import period_of
from tasks.nlp.dates.thirds import narrowed
from tasks.nlp.spans import DateMention

SHORTEST_MONTH: Final = 28
HALF_A_YEAR: Final = timedelta(days=183)


def resolve_dates(
    expressions: Iterable[DateExpression], published_on: date | None
) -> list[DateMention]:
    """Return the dates of a document in the order of the text.

    A day or month without a year takes the year of the publication date (``near_publication``),
    else of the nearest resolved date before it in the text, never after it; with neither its value
    stays null. A
    relative date counts from the publication date (``yesterday``) or from the nearest resolved date
    before it (``two days later``).

    Args:
        expressions: All expressions of one document, in order.
        published_on: Day of publication as stated, never the day of the run.
    """
    mentions: list[DateMention] = []
    last: Period | None = None
    for expression in expressions:
        period, rule = resolved(expression, published_on, last)
        last = period or last
        mentions.append(as_mention(expression, period, rule))
    return mentions


def resolved(
    expression: DateExpression, published_on: date | None, last: Period | None
) -> tuple[Period | None, str]:
    """Return the period of an expression and the rule that gave it."""
    if expression.relative is not None:
        return counted(expression, published_on, last)
    if not expression.is_partial:
        return expression.period, expression.form
    if published_on is not None:
        period, source = near_publication(expression, published_on)
    else:
        period = complete(expression, last.start_on.year if last else None)
        source = "year_of_date_before"
    return period, f"{expression.form}/{source if period else 'year_unknown'}"


def near_publication(expression: DateExpression, published_on: date) -> tuple[Period | None, str]:
    """Return a partial date in the year of publication, or in the one beside it.

    A story of January tells what happened in December of the year before, and one of December what
    will happen in January: where the year of publication leads more than half a year astray, and
    the clause does not look that way, the nearer year is meant.
    """
    period = complete(expression, published_on.year)
    if period is None:
        return None, ""
    if not expression.is_future and period.start_on - published_on > HALF_A_YEAR:
        return complete(expression, published_on.year - 1), "year_before_publication"
    if expression.is_future and published_on - period.end_on > HALF_A_YEAR:
        return complete(expression, published_on.year + 1), "year_after_publication"
    return period, "year_of_publication"


def complete(expression: DateExpression, year: int | None) -> Period | None:
    """Return the period of a partial date in a year, or None when there is no such day."""
    text = expression.span.text
    try:
        if expression.holiday is not None:
            return holiday_in(expression.holiday, year) if year else None
        period = READERS[expression.form](text, expression.month, expression.days, year)[0]
    except (ValueError, OverflowError):
        return None
    return narrowed(text, period)


def counted(
    expression: DateExpression, published_on: date | None, last: Period | None
) -> tuple[Period | None, str]:
    """Return the period of a relative expression, counted from its anchor."""
    said = expression.relative
    if said is None:
        return None, expression.form
    if said.mode == "set":
        return None, expression.form
    anchor, source = published_on, "publication"
    if counts_from_text(said.mode, published_on, last):
        anchor, source = (last.end_on if last else None), "date_before"
    if anchor is None:
        return None, f"{expression.form}/nothing_to_count_from"
    period = period_of(said, anchor, is_future=expression.is_future)
    if said.mode == "undated" and period is not None and source == "publication":
        period = nearer_year(said, anchor, period, is_future=expression.is_future)
    rule = f"{expression.form}/{source if period else 'how_far_unknown'}"
    return narrowed(expression.span.text, period), rule


def nearer_year(said: Relative, anchor: date, period: Period, *, is_future: bool) -> Period | None:
    """Return a quarter, half or season of the year beside, where tense says so.

    ``Fourth-quarter revenue fell`` in January is of the year before, ``by spring`` in June of the
    next one.
    """
    years = 0
    if not is_future and period.start_on > anchor:
        years = -1
    elif is_future and period.end_on < anchor:
        years = 1
    is_in_calendar = date.min.year <= anchor.year + years <= date.max.year
    if not years or said.number is None or not is_in_calendar:
        return period
    there = date(anchor.year + years, anchor.month, min(anchor.day, SHORTEST_MONTH))
    return period_of(said, there, is_future=is_future)


def counts_from_text(mode: str, published_on: date | None, last: Period | None) -> bool:
    """Tell whether an expression counts from the date before it in the text."""
    if mode == "either":
        return last is not None
    return mode == "anaphoric" or (mode == "undated" and published_on is None)


def as_mention(expression: DateExpression, period: Period | None, rule: str) -> DateMention:
    """Return the row of an expression."""
    return DateMention(
        expression.span,
        period.value if period else None,
        period.precision if period else expression.precision,
        period.start_on if period else None,
        period.end_on if period else None,
        rule,
        expression.time_text,
    )
