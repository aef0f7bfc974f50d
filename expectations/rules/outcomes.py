"""Rules on what became of the decisions of analysts."""

from __future__ import annotations

from typing import Final

import polars as pl

from expectations.rules.rule import Rule

OUTCOMES: Final = "core.correction_outcomes"
NO_ROW: Final = "{}"

_HAS_ROW: Final = pl.col("row_key") != NO_ROW
_OF_DATES: Final = pl.col("table_name") == "core.dates"


def _outcome_rule(name: str, columns: tuple[str, ...], reason: str, broken: pl.Expr) -> Rule:
    return Rule(name=name, table=OUTCOMES, columns=columns, reason=reason, broken=broken)


OUTCOME_RULES: Final = (
    _outcome_rule(
        "outcome_names_its_row",
        ("row_key", "table_name", "row_id"),
        "A decision that finds a row says of which table, and by its id where it has one.",
        (pl.col("table_name").is_not_null() != _HAS_ROW)
        | (pl.col("row_id").is_not_null() != (_HAS_ROW & ~_OF_DATES.fill_null(value=False)))
        | (
            pl.col("row_id").is_not_null()
            & ~pl.col("row_key").str.contains(pl.col("row_id"), literal=True)
        ),
    ),
    _outcome_rule(
        "outcome_says_why",
        ("status", "detail"),
        "What is not applied has a reason.",
        (pl.col("status") != "applied") & pl.col("detail").is_null(),
    ),
    _outcome_rule(
        "only_stale_leads_elsewhere",
        ("status", "row_key", "current_document_id"),
        "Only a decision whose document is gone leads to the text that stands there now.",
        pl.col("current_document_id").is_not_null() & ((pl.col("status") != "stale") | _HAS_ROW),
    ),
    _outcome_rule(
        "what_is_applied_has_a_row",
        ("status", "row_key"),
        "What is applied or refused is about a row.",
        pl.col("status").is_in(("applied", "refused")) & ~_HAS_ROW,
    ),
    _outcome_rule(
        "old_value_is_of_a_row",
        ("old_value", "row_key", "table_name"),
        "What was read is known of every row, of entities where one column is decided.",
        (pl.col("old_value").is_not_null() & ~_HAS_ROW)
        | (pl.col("old_value").is_null() & _HAS_ROW & (pl.col("table_name") != "core.entities")),
    ),
)
