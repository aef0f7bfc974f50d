"""Rules on the date that an amount is true of: what it follows from is there."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

import polars as pl

from expectations.rules.lookup import compared_with, looked_up
from expectations.rules.publication import last_day_of
from expectations.rules.rule import Context, Rule
from expectations.suites import WARNING

FIGURES: Final = "core.figures"
YET_TO_COME: Final = ("forecast", "planned", "hypothetical")
"""Moods of amounts that may be true of a day to come."""
AT_PUBLICATION: Final = "present_at_publication"
SENTENCES_BEFORE: Final = {"clause": 0, "sentence": 0, "sentence_before": 1}
"""How many sentences before that of the figure its date stands, by ``as_of_rule``."""
TIMELESS: Final = ("duration", "age")
DATE_OF: Final = {"as_of_start": "start_on", "as_of_end": "end_on", "as_of_precision": "precision"}
TO_DOCUMENT: Final = {"document_id": "document_id"}
SLACK: Final = timedelta(days=1)
"""The day of a publisher may be behind that of where something happened."""


def _comes_after_publication(figures: pl.DataFrame, context: Context) -> pl.Series:
    published = context.frames["raw.documents"].select(
        "document_id", "published_on", "published_precision"
    )
    days = [
        (name, last_day_of(first, precision) + SLACK)
        for name, first, precision in published.drop_nulls("published_on").iter_rows()
    ]
    last = pl.DataFrame(days, schema={"document_id": pl.String, "last": pl.Date}, orient="row")
    joined = looked_up(figures, last, TO_DOCUMENT, {"last": "last"})
    is_late = pl.col("as_of_start") > pl.col("last")
    return joined.select(is_late & ~pl.col("modality").is_in(YET_TO_COME)).to_series()


def _date_is_nowhere(figures: pl.DataFrame, context: Context) -> pl.Series:
    steps = pl.col("as_of_rule").replace_strict(
        SENTENCES_BEFORE, default=None, return_dtype=pl.Int64
    )
    asked = figures.select(
        "document_id", pl.col("sentence_index") - steps, *DATE_OF, is_read=steps.is_not_null()
    )
    dates = context.frames["core.dates"].select("document_id", "sentence_index", **DATE_OF)
    key = ["document_id", "sentence_index", *DATE_OF]
    found = asked.join(
        dates.unique().with_columns(is_there=True), on=key, how="left", maintain_order="left"
    )
    return found["is_read"] & found["is_there"].is_null()


def _ends_differ() -> pl.Expr:
    start, end = pl.col("as_of_start"), pl.col("as_of_end")
    last = {
        "day": start,
        "month": start.dt.month_end(),
        "year": start.dt.offset_by("1y").dt.offset_by("-1d"),
    }
    precision = pl.col("as_of_precision")
    begins_late = (precision.is_in(("month", "year")) & (start.dt.day() != 1)) | (
        (precision == "year") & (start.dt.month() != 1)
    )
    ends_elsewhere = pl.any_horizontal(
        (precision == name) & (end != day) for name, day in last.items()
    )
    return begins_late | ends_elsewhere


AS_OF_RULES: Final = (
    Rule(
        name="as_of_days_agree_with_precision",
        table=FIGURES,
        columns=("as_of_start", "as_of_end", "as_of_precision"),
        severity=WARNING,
        reason="A day is one day, a month or year is whole.",
        broken=_ends_differ(),
    ),
    Rule(
        name="as_of_not_after_publication",
        table=FIGURES,
        columns=("as_of_start", "modality", "as_of_rule"),
        severity=WARNING,
        reason="An amount is true of a day up to the publication, unless it is a forecast, a plan "
        "or a supposition.",
        needs=("raw.documents",),
        broken=_comes_after_publication,
    ),
    Rule(
        name="as_of_is_publication",
        table=FIGURES,
        columns=("as_of_start", "as_of_end", "as_of_precision", "as_of_rule"),
        severity=WARNING,
        reason="What is said in the present tense is true of the day of publication.",
        needs=("raw.documents",),
        broken=compared_with(
            "raw.documents",
            TO_DOCUMENT,
            {"published_on": "published_on"},
            (pl.col("as_of_rule") == AT_PUBLICATION)
            & ~(
                pl.col("as_of_start").eq_missing(pl.col("published_on"))
                & pl.col("as_of_end").eq_missing(pl.col("published_on"))
                & pl.col("as_of_precision").eq_missing(pl.lit("day"))
            ),
        ),
    ),
    Rule(
        name="as_of_stands_in_text",
        table=FIGURES,
        columns=(*DATE_OF, "as_of_rule", "sentence_index"),
        severity=WARNING,
        reason="The date of an amount is one of its sentence, or of the one before where the rule "
        "says so.",
        beside=("core.dates",),
        broken=_date_is_nowhere,
    ),
    Rule(
        name="timeless_has_no_date",
        table=FIGURES,
        columns=("kind", "as_of_start"),
        severity=WARNING,
        reason="Durations and ages are true of no date of their own.",
        broken=pl.col("kind").is_in(TIMELESS) & pl.col("as_of_start").is_not_null(),
    ),
)
