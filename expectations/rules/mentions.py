"""Rules on dates and refused numbers."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Final

import polars as pl

from expectations.rules.metadata import stands_in
from expectations.rules.rule import Context, Rule
from expectations.suites import WARNING

ISO_DAY_PATTERN: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
INTERVAL_ENDS: Final = 2
FORMS: Final = {4: "year", 7: "month", 10: "day"}
"""Precision of a value by the number of its characters; any other one is an interval."""


def parse_iso_days(value: str) -> tuple[date, date]:
    """Read the first and last day of an ISO 8601 day, month, year or ``A/B`` interval.

    Args:
        value: As in ``core.dates.value``.

    Returns:
        First and last day, both inclusive.

    Raises:
        ValueError: If it is nothing of the kind, or the interval ends before it starts.

    >>> parse_iso_days("2016-02/2016-03-05")
    (datetime.date(2016, 2, 1), datetime.date(2016, 3, 5))
    """
    parts = value.split("/")
    if len(parts) > INTERVAL_ENDS:
        msg = f"{value!r} has more than two ends"
        raise ValueError(msg)
    first, last = _parse_part(parts[0])[0], _parse_part(parts[-1])[1]
    if last < first:
        msg = f"{value!r} ends before it starts"
        raise ValueError(msg)
    return first, last


def _parse_part(part: str) -> tuple[date, date]:
    match = ISO_DAY_PATTERN.fullmatch(part)
    if match is None:
        msg = f"{part!r} is no ISO 8601 day, month or year"
        raise ValueError(msg)
    year, month, day = (int(group) if group else None for group in match.groups())
    if year is None or month is None:
        return date(int(part), 1, 1), date(int(part), 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def _days_disagree(dates: pl.DataFrame, _context: Context) -> pl.Series:
    rows = dates.select("value", "start_on", "end_on").iter_rows()
    broken = [_is_other_days(value, start_on, end_on) for value, start_on, end_on in rows]
    return pl.Series(broken, dtype=pl.Boolean)


def _is_other_days(value: str | None, start_on: date | None, end_on: date | None) -> bool:
    if value is None:
        return (start_on, end_on) != (None, None)
    try:
        return parse_iso_days(value) != (start_on, end_on)
    except ValueError:
        return True


def _precision_differs() -> pl.Expr:
    form = (
        pl.col("value").str.len_chars().replace_strict(FORMS, default="/", return_dtype=pl.String)
    )
    named = pl.col("precision").is_in(list(FORMS.values()))
    differs = pl.when(named).then(pl.col("precision") != form).otherwise(form != "/")
    return differs & pl.col("value").is_not_null()


def _time_is_nowhere(dates: pl.DataFrame, context: Context) -> pl.Series:
    rows = dates.select("document_id", "time_text").iter_rows()
    broken = [
        None not in row and row[0] in context.texts and not stands_in(row[1], context.texts[row[0]])
        for row in rows
    ]
    return pl.Series(broken, dtype=pl.Boolean)


def _is_also_figure(rejected_numbers: pl.DataFrame, context: Context) -> pl.Series:
    span = ["document_id", "start_char", "end_char"]
    figures = context.frames["core.figures"].select(span).unique()
    joined = rejected_numbers.select(span).join(
        figures.with_columns(is_figure=True), on=span, how="left", maintain_order="left"
    )
    return joined["is_figure"]


MENTION_RULES: Final = (
    Rule(
        name="end_on_not_before_start_on",
        table="core.dates",
        columns=("start_on", "end_on"),
        reason="The last day of a date is not before its first.",
        broken=pl.col("end_on") < pl.col("start_on"),
    ),
    Rule(
        name="days_agree_with_value",
        table="core.dates",
        columns=("value", "start_on", "end_on"),
        reason="start_on and end_on are the first and last day of value, null where it is null.",
        broken=_days_disagree,
    ),
    Rule(
        name="precision_agrees_with_value",
        table="core.dates",
        columns=("precision", "value"),
        severity=WARNING,
        reason="A day, month or year is written as one, any other precision as an interval.",
        broken=_precision_differs(),
    ),
    Rule(
        name="time_stands_in_text",
        table="core.dates",
        columns=("time_text",),
        severity=WARNING,
        reason="The clock time of a date stands in the text.",
        needs=("raw.documents",),
        broken=_time_is_nowhere,
    ),
    Rule(
        name="rejected_number_is_no_figure",
        table="core.rejected_numbers",
        columns=("document_id", "start_char", "end_char"),
        severity=WARNING,
        reason="A number that states no amount is no figure as well.",
        needs=("core.figures",),
        broken=_is_also_figure,
    ),
)
