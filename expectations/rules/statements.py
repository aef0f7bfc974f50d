"""Rules on what a figure is about: category, counted phrase, claimant and as-of date."""

from __future__ import annotations

from typing import Final

import polars as pl

from expectations.rules.rule import Context, Rule
from expectations.suites import WARNING

TABLE: Final = "core.figures"
AS_OF_COLUMNS: Final = ("as_of_start", "as_of_end", "as_of_precision", "as_of_rule")
_AS_OF_NULLS: Final = [pl.col(name).is_null() for name in AS_OF_COLUMNS]


def _category_unknown(figures: pl.DataFrame, context: Context) -> pl.Series:
    return ~figures["category"].is_in(sorted(context.categories))


STATEMENT_RULES: Final = (
    Rule(
        name="category_known",
        table=TABLE,
        columns=("category",),
        reason="The category stands in seeds/figure_categories.csv.",
        broken=_category_unknown,
    ),
    Rule(
        name="counted_head_has_phrase",
        table=TABLE,
        columns=("counted_head", "counted_text"),
        severity=WARNING,
        reason="A counted phrase has a head, and a head belongs to a phrase.",
        broken=pl.col("counted_head").is_null() != pl.col("counted_text").is_null(),
    ),
    Rule(
        name="counted_phrase_has_rule",
        table=TABLE,
        columns=("counted_rule", "counted_text"),
        severity=WARNING,
        reason="A counted phrase says how it was found.",
        broken=pl.col("counted_rule").is_null() & pl.col("counted_text").is_not_null(),
    ),
    Rule(
        name="claimant_entity_has_text",
        table=TABLE,
        columns=("claimant_entity_id", "via_text", "claimant_text"),
        severity=WARNING,
        reason="Who is known to claim a figure or to pass it on is named in the text.",
        broken=pl.col("claimant_text").is_null()
        & (pl.col("claimant_entity_id").is_not_null() | pl.col("via_text").is_not_null()),
    ),
    Rule(
        name="claimant_has_rule",
        table=TABLE,
        columns=("claimant_rule", "claimant_text"),
        severity=WARNING,
        reason="A claimant says how it was found.",
        broken=pl.col("claimant_rule").is_null() & pl.col("claimant_text").is_not_null(),
    ),
    Rule(
        name="as_of_end_not_before_start",
        table=TABLE,
        columns=("as_of_start", "as_of_end"),
        reason="The last day that the amount is true of is not before the first.",
        broken=pl.col("as_of_end") < pl.col("as_of_start"),
    ),
    Rule(
        name="as_of_columns_complete",
        table=TABLE,
        columns=AS_OF_COLUMNS,
        severity=WARNING,
        reason="First day, last day, precision and rule of a date are all given or all null.",
        broken=pl.any_horizontal(_AS_OF_NULLS) & ~pl.all_horizontal(_AS_OF_NULLS),
    ),
)
