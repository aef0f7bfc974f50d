"""Rules on the publication date of documents: it is stated beside the text or stands in it."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, Final

from expectations.rules.metadata import DOCUMENTS, Row, document_rule
from expectations.rules.rule import Context, Rule
from expectations.suites import WARNING

if TYPE_CHECKING:
    import polars as pl

STATED_RULES: Final = ("record", "sidecar", "page")
READ_RULES: Final = ("header", "dateline")
FORMS: Final = {4: ("year", "-01-01"), 7: ("month", "-01"), 10: ("day", "")}
"""Precision of an ISO 8601 date by the number of its characters, and what its first day adds."""


def _published_differs(row: Row, context: Context) -> bool:
    stated = context.stated.get(row["document_id"], {})
    if not stated.get("published"):
        return row["published_rule"] in STATED_RULES
    found = (row["published_on"], row["published_precision"], row["published_rule"])
    return found != (*_first_day(str(stated["published"])), stated.get("origin", "sidecar"))


def _first_day(published: str) -> tuple[date | None, str | None]:
    """Return first day and precision of a stated date; None where it is none."""
    precision, rest = FORMS.get(len(published), (None, ""))
    try:
        return date.fromisoformat(published + rest), precision
    except ValueError:
        return None, None


def _published_is_nowhere(documents: pl.DataFrame, context: Context) -> pl.Series:
    days = ["document_id", "published_on", "published_precision"]
    dates = context.frames["core.dates"].select(
        "document_id", published_on="start_on", published_precision="precision"
    )
    found = documents.select(days).join(
        dates.unique().with_columns(is_there=True), on=days, how="left", maintain_order="left"
    )
    return documents["published_rule"].is_in(READ_RULES) & found["is_there"].is_null()


def _not_first_day(row: Row, _context: Context) -> bool:
    day, precision = row["published_on"], row["published_precision"]
    if day is None:
        return False
    return (precision == "year" and (day.month, day.day) != (1, 1)) or (
        precision == "month" and day.day != 1
    )


def last_day_of(published_on: date, precision: str | None) -> date:
    """Return the last day of a publication date.

    Args:
        published_on: Its first day.
        precision: year, month, or anything else for a day.

    >>> last_day_of(date(2024, 2, 1), "month")
    datetime.date(2024, 2, 29)
    """
    if precision == "year":
        return date(published_on.year, 12, 31)
    if precision == "month":
        return published_on.replace(day=monthrange(published_on.year, published_on.month)[1])
    return published_on


PUBLICATION_RULES: Final = (
    document_rule(
        "published_as_stated",
        ("published_on", "published_precision", "published_rule", "stated_metadata"),
        "The publication date is the stated one, where one is, and says who states it.",
        _published_differs,
    ),
    Rule(
        name="published_stands_in_text",
        table=DOCUMENTS,
        columns=("published_on", "published_precision", "published_rule"),
        severity=WARNING,
        reason="A publication date that the text gives is one of its dates.",
        beside=("core.dates",),
        broken=_published_is_nowhere,
    ),
    document_rule(
        "published_on_is_first_day",
        ("published_on", "published_precision"),
        "Of a month or a year published_on is the first day.",
        _not_first_day,
    ),
)
