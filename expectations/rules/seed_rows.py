"""Rules on the seeds, schema ``ref``: what one cell says agrees with the others of its row."""

from __future__ import annotations

import re
from typing import Final

import polars as pl

from expectations.rules.rule import Context, Judge, Rule

PATTERNS: Final = {
    "ref.passage_patterns": "line_pattern",
    "ref.rejection_patterns": "text_pattern",
}
"""Column of regular expressions, by table."""


def _is_no_pattern(column: str) -> Judge:
    def judge(rows: pl.DataFrame, _context: Context) -> pl.Series:
        return pl.Series([_fails(text) for text in rows[column]], dtype=pl.Boolean)

    return judge


def _fails(pattern: str | None) -> bool:
    try:
        re.compile(pattern or "")
    except re.error:
        return True
    return False


def _rule(
    table: str, name: str, columns: tuple[str, ...], reason: str, broken: pl.Expr | Judge
) -> Rule:
    return Rule(name=name, table=table, columns=columns, reason=reason, broken=broken)


SEED_RULES: Final = (
    _rule(
        "ref.units",
        "factor_has_unit",
        ("si_factor", "unit_si"),
        "A factor says to which unit it leads, and no unit stands without one.",
        pl.col("si_factor").is_null() != pl.col("unit_si").is_null(),
    ),
    _rule(
        "ref.units",
        "factor_is_positive",
        ("si_factor",),
        "A factor is greater than 0.",
        pl.col("si_factor") <= 0,
    ),
    _rule(
        "ref.vague_words",
        "low_not_above_high",
        ("low", "high"),
        "The lower bound is not above the upper bound.",
        pl.col("low") > pl.col("high"),
    ),
    _rule(
        "ref.offices",
        "term_ends_after_start",
        ("from_year", "until_year"),
        "A term does not end before it begins.",
        pl.col("until_year") < pl.col("from_year"),
    ),
    _rule(
        "ref.country_boxes",
        "south_below_north",
        ("south", "north"),
        "The southern edge of a box lies below the northern one.",
        pl.col("south") >= pl.col("north"),
    ),
    _rule(
        "ref.quality_limits",
        "minimum_not_above_maximum",
        ("minimum", "maximum"),
        "The smallest value allowed is not above the largest.",
        pl.col("minimum") > pl.col("maximum"),
    ),
    *(
        _rule(
            table,
            "pattern_is_regular_expression",
            (column,),
            "A pattern is a regular expression.",
            _is_no_pattern(column),
        )
        for table, column in PATTERNS.items()
    ),
)
