"""Rules on judgements in the ledger, schema ``ops``: verdict, count, share and name agree."""

from __future__ import annotations

import math
from functools import cache
from typing import Final

import polars as pl

from expectations.cascade import REFERENCE_EXISTS
from expectations.rules.ledger_rows import judge_cells, ledger_rule
from expectations.rules.lookup import looked_up, seed_frame
from expectations.rules.rule import Context, parse_object
from expectations.suites import CRITICAL, WARNING, suite_for
from warehouse.marts import mart_names
from warehouse.tables import TABLES_BY_NAME
from warehouse.tables.ref import QUALITY_LIMITS, SCORE_FLOORS

TABLED: Final = ("ops.validations", "ops.rejected_rows", "ops.issues")
COPY: Final = "copy"
"""Member of a row_key that no column has: it tells rows of one key apart."""
ROUNDING: Final = 1e-9
MART: Final = "mart."
SEED: Final = "ref."


def _is_no_object(text: str | None) -> bool:
    return text is not None and parse_object(text) is None


def _key_is_of_another(row_key: str | None, row_json: str | None) -> bool:
    key, row = parse_object(row_key), parse_object(row_json)
    if key is None or row is None:
        return True
    return any(row.get(name) != value for name, value in key.items() if name != COPY)


def _rule_held(rows: pl.DataFrame, context: Context) -> pl.Series:
    failed = context.frames["ops.validations"].filter(~pl.col("is_success"))
    column, name = pl.col("column_name"), pl.col("expectation")
    plain, full = name, pl.concat_str(name, pl.lit("("), column, pl.lit(")"))
    broken = pl.concat([failed.select("table_name", rule=rule) for rule in (plain, full)])
    key = ["table_name", "rule"]
    found = rows.select(key).join(
        broken.unique().with_columns(is_there=True), on=key, how="left", maintain_order="left"
    )
    # a row that refers to one that is refused later is lost with it, unjudged
    return found["is_there"].is_null() & (rows["rule"] != REFERENCE_EXISTS)


def _table_unknown(rows: pl.DataFrame, _context: Context) -> pl.Series:
    names = [*TABLES_BY_NAME, *(f"mart.{name}" for name in mart_names())]
    return ~rows["table_name"].is_in(names)


def _is_another_share(share: float | None, count: int | None, observed: str | None) -> bool:
    row_count = (parse_object(observed) or {}).get("row_count")
    if share is None or count is None or not isinstance(row_count, int):
        return False
    return not math.isclose(share, min(1.0, count / max(row_count, 1)), abs_tol=ROUNDING)


@cache
def _statements_of(table_name: str) -> dict[tuple[str, str], str]:
    """Return the severity of each statement about a table, by columns and name."""
    from expectations.rules import rules_for  # noqa: PLC0415 - it imports this module

    table = TABLES_BY_NAME[table_name]
    statements = [*suite_for(table), *(rule.expectation for rule in rules_for(table_name))]
    found = {(item.column_name, str(item.name)): item.severity for item in statements}
    references = {(",".join(ref.columns), REFERENCE_EXISTS): CRITICAL for ref in table.references}
    return found | references


def _is_unknown(table: str | None, columns: str | None, name: str | None, severity: str) -> bool:
    if table not in TABLES_BY_NAME:
        return False
    known = _statements_of(table).get((columns or "", name or ""))
    # what became of a seed since it was published is told beside its suite
    is_told = table.startswith(SEED) and columns == "*" and known is None
    return known != severity and not (is_told and severity == WARNING)


def _limit_differs(measures: pl.DataFrame, _context: Context) -> pl.Series:
    limits = seed_frame(QUALITY_LIMITS)
    general = limits.filter(pl.col("subject") == "*")
    both = {"measure": "measure", "subject": "subject"}
    own = looked_up(measures, limits, both, {"own_severity": "severity"})
    found = looked_up(own, general, {"measure": "measure"}, {"all_severity": "severity"})
    wanted = pl.coalesce("own_severity", "all_severity")
    return found.select(~pl.col("severity").eq_missing(wanted)).to_series()


def _floor_differs(scores: pl.DataFrame, _context: Context) -> pl.Series:
    key = {name: name for name in SCORE_FLOORS.key}
    found = looked_up(scores, seed_frame(SCORE_FLOORS), key, {"stated": "floor"})
    return found.select(~pl.col("floor").eq_missing(pl.col("stated"))).to_series()


_COUNT: Final = pl.col("unexpected_count")
_IS_OVER: Final = pl.col("value") > pl.col("expected_high")
_IS_UNDER: Final = pl.col("value") < pl.col("expected_low")

JUDGEMENT_RULES: Final = (
    ledger_rule(
        "ops.rejected_rows",
        "rule_failed",
        ("table_name", "rule"),
        "The rule that refuses a row stands as failed in ops.validations, unless the row is lost "
        "with another one.",
        _rule_held,
        severity=WARNING,
        beside=("ops.validations",),
    ),
    *(
        ledger_rule(
            table, "table_exists", ("table_name",), "The table is one of ours.", _table_unknown
        )
        for table in TABLED
    ),
    ledger_rule(
        "ops.validations",
        "success_agrees_with_count",
        ("is_success", "unexpected_count"),
        "An expectation holds exactly where no row breaks it.",
        pl.col("is_success") != (_COUNT == 0),
    ),
    ledger_rule(
        "ops.validations",
        "share_agrees_with_count",
        ("unexpected_share", "unexpected_count", "observed"),
        "The share is that of the count among the rows that were observed.",
        judge_cells(
            "unexpected_share", "unexpected_count", "observed", is_broken=_is_another_share
        ),
    ),
    *(
        ledger_rule(
            "ops.validations",
            f"{name}_is_object",
            (name,),
            "It is a JSON object.",
            judge_cells(name, is_broken=_is_no_object),
        )
        for name in ("observed", "expected")
    ),
    ledger_rule(
        "ops.rejected_rows",
        "key_is_of_row",
        ("row_key", "row_json"),
        "A refused row has the key that it is named by.",
        judge_cells("row_key", "row_json", is_broken=_key_is_of_another),
        severity=WARNING,
    ),
    ledger_rule(
        "ops.issues",
        "row_key_is_object",
        ("row_key",),
        "The key of a row is a JSON object.",
        judge_cells("row_key", is_broken=_is_no_object),
    ),
    ledger_rule(
        "ops.measures",
        "success_agrees_with_bounds",
        ("is_success", "value", "expected_low", "expected_high"),
        "What was not allowed lies outside of what was expected.",
        ~pl.col("is_success")
        & ~(_IS_OVER.fill_null(value=False) | _IS_UNDER.fill_null(value=False)),
    ),
    ledger_rule(
        "ops.model_scores",
        "success_agrees_with_floor",
        ("is_success", "score", "floor"),
        "A score succeeds exactly where it keeps its floor.",
        pl.col("is_success")
        == (pl.col("score") < pl.col("floor") - ROUNDING).fill_null(value=False),
    ),
    ledger_rule(
        "ops.validations",
        "expectation_exists",
        ("table_name", "column_name", "expectation", "severity"),
        "The statement is one of the table, with its severity.",
        judge_cells("table_name", "column_name", "expectation", "severity", is_broken=_is_unknown),
        severity=WARNING,
    ),
    ledger_rule(
        "ops.measures",
        "measure_has_limit",
        ("measure", "subject", "severity"),
        "What is measured has a limit in expectations/limits.csv, with its severity.",
        _limit_differs,
        severity=WARNING,
    ),
    ledger_rule(
        "ops.model_scores",
        "floor_is_stated",
        ("floor", *SCORE_FLOORS.key),
        "The floor of a score is that of expectations/floors.csv.",
        _floor_differs,
        severity=WARNING,
    ),
)
