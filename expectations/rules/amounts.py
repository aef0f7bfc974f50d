"""Rules on the amount of a figure: bounds, value, unit, share and whole."""

from __future__ import annotations

from typing import Final

import polars as pl

from expectations.rules.rule import Context, Rule
from expectations.suites import WARNING

TABLE: Final = "core.figures"
POINTS: Final = ("exact", "about")
LOWER_BOUNDS: Final = ("more_than", "at_least")
UPPER_BOUNDS: Final = ("less_than", "at_most")
KINDS_WITH_UNIT: Final = ("money", "percent", "measure", "duration", "age", "multiple")
SIGNLESS_KINDS: Final = ("count", "duration", "age", "multiple", "rate")
SI_TOLERANCE: Final = 1e-6
"""Relative: the factors of the seeds carry nine decimal places."""
SI_RESOLUTION: Final = 1e-8

_LOW: Final = pl.col("low")
_HIGH: Final = pl.col("high")
_VALUE: Final = pl.col("value")
_KIND: Final = pl.col("kind")
_UNIT: Final = pl.col("unit")
_QUALIFIER: Final = pl.col("qualifier")

_BOUNDS_DISAGREE: Final = (
    pl.when(_QUALIFIER.is_in(POINTS))
    .then(~_LOW.eq_missing(_HIGH) | _LOW.is_null())
    .when(_QUALIFIER.is_in(LOWER_BOUNDS))
    .then(_LOW.is_null() | _HIGH.is_not_null())
    .when(_QUALIFIER.is_in(UPPER_BOUNDS))
    .then(_LOW.is_not_null() | _HIGH.is_null())
    .when(_QUALIFIER == "range")
    .then(_LOW.is_null() | _HIGH.is_null())
    .when(_QUALIFIER == "vague")
    .then(_LOW.is_null())
)
_VALUE_DISAGREES: Final = (
    pl.when(_QUALIFIER.is_in((*POINTS, *LOWER_BOUNDS)))
    .then(~_VALUE.eq_missing(_LOW))
    .when(_QUALIFIER.is_in(UPPER_BOUNDS))
    .then(~_VALUE.eq_missing(_HIGH))
    .when(_QUALIFIER.is_in(("range", "vague")))
    .then(_VALUE.is_not_null())
)


def _currency_unknown(figures: pl.DataFrame, context: Context) -> pl.Series:
    broken = (_KIND == "money") & ~_UNIT.is_in(sorted(context.currencies))
    return figures.select(broken).to_series()


def _unit_unknown(figures: pl.DataFrame, context: Context) -> pl.Series:
    known = context.units | {("age", unit) for kind, unit in context.units if kind == "duration"}
    rows = figures.select("kind", "unit").iter_rows()
    broken = [
        row[0] in KINDS_WITH_UNIT and row[0] != "money" and row[1] is not None and row not in known
        for row in rows
    ]
    return pl.Series(broken, dtype=pl.Boolean)


def _si_value_wrong(figures: pl.DataFrame, context: Context) -> pl.Series:
    factors = pl.DataFrame(
        [(kind, unit, float(factor)) for (kind, unit), factor in context.si_factors.items()],
        schema={"kind": pl.String, "unit": pl.String, "si_factor": pl.Float64},
        orient="row",
    )
    joined = figures.join(factors, on=["kind", "unit"], how="left", maintain_order="left")
    expected = _VALUE.cast(pl.Float64) * pl.col("si_factor")
    difference = (pl.col("value_si").cast(pl.Float64) - expected).abs()
    return joined.select(difference > expected.abs() * SI_TOLERANCE + SI_RESOLUTION).to_series()


def _with_whole(figures: pl.DataFrame) -> pl.DataFrame:
    wholes = figures.select(
        total_figure_id=pl.col("figure_id"),
        whole_document_id=pl.col("document_id"),
        whole_kind=_KIND,
        whole_unit=_UNIT,
        whole_high=_HIGH,
    )
    return figures.join(
        wholes.unique("total_figure_id", keep="first", maintain_order=True),
        on="total_figure_id",
        how="left",
        maintain_order="left",
    )


def _exceeds_whole(figures: pl.DataFrame, _context: Context) -> pl.Series:
    same_unit = (pl.col("whole_kind") == _KIND) & _UNIT.eq_missing(pl.col("whole_unit"))
    return _with_whole(figures).select(same_unit & (pl.col("whole_high") < _LOW)).to_series()


def _whole_misplaced(figures: pl.DataFrame, _context: Context) -> pl.Series:
    misplaced = (pl.col("total_figure_id") == pl.col("figure_id")) | (
        pl.col("whole_document_id") != pl.col("document_id")
    )
    return _with_whole(figures).select(misplaced).to_series()


AMOUNT_RULES: Final = (
    Rule(
        name="low_not_above_high",
        table=TABLE,
        columns=("low", "high"),
        reason="The lower bound is not above the upper bound.",
        broken=_LOW > _HIGH,
    ),
    Rule(
        name="bounds_agree_with_qualifier",
        table=TABLE,
        columns=("qualifier", "low", "high"),
        reason="A point has equal bounds, a one-sided bound one, a range two, vague words a low.",
        broken=_BOUNDS_DISAGREE,
    ),
    Rule(
        name="value_agrees_with_bounds",
        table=TABLE,
        columns=("value", "qualifier", "low", "high"),
        reason="value is the point or the one stated bound, and null for ranges and vague words.",
        broken=_VALUE_DISAGREES,
    ),
    Rule(
        name="unit_agrees_with_kind",
        table=TABLE,
        columns=("kind", "unit"),
        reason="A count has no unit; every other kind has one, a rate may.",
        broken=((_KIND == "count") & _UNIT.is_not_null())
        | (_KIND.is_in(KINDS_WITH_UNIT) & _UNIT.is_null()),
    ),
    Rule(
        name="currency_known",
        table=TABLE,
        columns=("kind", "unit"),
        reason="The unit of money stands in seeds/currencies.csv.",
        broken=_currency_unknown,
    ),
    Rule(
        name="unit_known",
        table=TABLE,
        columns=("unit", "kind"),
        severity=WARNING,
        reason="The unit stands in seeds/units.csv under this kind.",
        broken=_unit_unknown,
    ),
    Rule(
        name="si_value_has_unit",
        table=TABLE,
        columns=("value_si", "unit_si"),
        reason="A value in SI units says in which.",
        broken=pl.col("value_si").is_not_null() & pl.col("unit_si").is_null(),
    ),
    Rule(
        name="si_value_agrees_with_value",
        table=TABLE,
        columns=("value_si", "value", "unit"),
        reason="value_si is value times the unit's factor in seeds/units.csv.",
        broken=_si_value_wrong,
    ),
    Rule(
        name="percent_within_whole",
        table=TABLE,
        columns=("low", "high", "value"),
        severity=WARNING,
        reason="A share that is no change lies within 0 and 100 percent.",
        broken=(_UNIT == "percent")
        & (pl.col("change").is_null() | (pl.col("change") == "from"))
        & pl.any_horizontal(
            ~bound.is_between(0, 100).fill_null(value=True) for bound in (_LOW, _HIGH, _VALUE)
        ),
    ),
    Rule(
        name="amount_not_negative",
        table=TABLE,
        columns=("low", "high", "value"),
        severity=WARNING,
        reason="Counts, durations, ages, multiples and rates are not negative.",
        broken=_KIND.is_in(SIGNLESS_KINDS)
        & pl.any_horizontal((bound < 0).fill_null(value=False) for bound in (_LOW, _HIGH, _VALUE)),
    ),
    Rule(
        name="part_within_whole",
        table=TABLE,
        columns=("total_figure_id", "low"),
        reason="A part does not exceed the whole that it is counted in.",
        broken=_exceeds_whole,
    ),
    Rule(
        name="whole_is_another_figure",
        table=TABLE,
        columns=("total_figure_id", "figure_id", "document_id"),
        reason="The whole is another figure of the same document.",
        broken=_whole_misplaced,
    ),
)
