"""Gives partial dates a year: from the publication date, else from a date before them."""

from collections.abc import Iterable
from datetime import date

from tasks.nlp.dates.calendar import Period
from tasks.nlp.dates.expressions import DateExpression, read_day, read_month
from tasks.nlp.spans import DateMention


def resolve_dates(
    expressions: Iterable[DateExpression], published_on: date | None
) -> list[DateMention]:
    """Return the dates of a document in the order of the text.

    A day or month without a year takes the year of the publication date, else of the nearest
    resolved date before it in the text, never after it; with neither its value stays null.

    Args:
        expressions: All expressions of one document, in order.
        published_on: Day of publication as stated, never the day of the run.
    """
    mentions: list[DateMention] = []
    last_year: int | None = None
    for expression in expressions:
        period, rule = expression.period, expression.form
        if period is None and expression.month is not None:
            year = published_on.year if published_on else last_year
            source = "year_of_publication" if published_on else "year_of_date_before"
            period = complete(expression, year)
            rule = f"{rule}/{source if period else 'year_unknown'}"
        elif period is not None:
            last_year = period.start_on.year
        mentions.append(as_mention(expression, period, rule))
    return mentions


def complete(expression: DateExpression, year: int | None) -> Period | None:
    """Return the period of a partial date in a year, or None when there is no such day."""
    reader = read_day if expression.days else read_month
    try:
        return reader(expression.span.text, expression.month, expression.days, year)[0]
    except ValueError:
        return None


def as_mention(expression: DateExpression, period: Period | None, rule: str) -> DateMention:
    """Return the row of an expression."""
    return DateMention(
        expression.span,
        period.value if period else None,
        expression.precision,
        period.start_on if period else None,
        period.end_on if period else None,
        rule,
    )
