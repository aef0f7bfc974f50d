"""The domain rules of a table as one statement: no row has the name of a rule that it breaks.

Great Expectations takes milliseconds for each expectation, whatever it judges. Rules are judged
over one column each that only says true or false, so all of a table share one column that names
the broken ones, and one expectation; what it finds unexpected tells the rules apart again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from expectations.suites import Check, Expectation

if TYPE_CHECKING:
    from collections.abc import Sequence

BROKEN_RULES: Final = "broken_rules"
"""Helper column with the rules that a row breaks, null where it breaks none."""
_SEPARATOR: Final = ","


def merge_rules(expectations: Sequence[Expectation]) -> list[Expectation]:
    """Return what Great Expectations is asked: all but the rules, and one statement for these.

    Args:
        expectations: Expectations and rules of one table.
    """
    rules = _rules_among(expectations)
    others = [item for item in expectations if item.check is not Check.HOLDS]
    return [*others, _merged(rules)] if rules else others


def _rules_among(expectations: Sequence[Expectation]) -> list[Expectation]:
    return [item for item in expectations if item.check is Check.HOLDS]


def _merged(rules: Sequence[Expectation]) -> Expectation:
    names = _SEPARATOR.join(rule.name for rule in rules)
    return Expectation(
        name=f"no_rule_broken({names})",
        check=Check.HOLDS,
        columns=(BROKEN_RULES,),
        helper=BROKEN_RULES,
    )


def name_broken_rules(frame: pl.DataFrame, expectations: Sequence[Expectation]) -> pl.DataFrame:
    """Return the frame with ``BROKEN_RULES`` in place of the helper columns of its rules.

    Args:
        frame: Rows of one table plus one boolean helper column per rule; null is not broken.
        expectations: Expectations and rules of the table.

    Raises:
        polars.exceptions.PolarsError: If a helper column is missing or not boolean.
    """
    rules = _rules_among(expectations)
    if not rules:
        return frame
    helpers = {rule.name: rule.helper or "" for rule in rules}
    broken = pl.concat_str(
        [pl.when(~pl.col(helper)).then(pl.lit(name)) for name, helper in helpers.items()],
        separator=_SEPARATOR,
        ignore_nulls=True,
    )
    named = frame.with_columns(broken.alias(BROKEN_RULES)).drop(helpers.values())
    return named.with_columns(pl.col(BROKEN_RULES).replace("", None))


def rows_by_rule(rows: pl.DataFrame, positions: Sequence[int]) -> dict[str, tuple[int, ...]]:
    """Return the rows that break each rule, from those that Great Expectations refused.

    Args:
        rows: Frame of ``name_broken_rules``.
        positions: Positions of refused rows, ascending.

    >>> frame = pl.DataFrame({BROKEN_RULES: ["in_order,has_unit", None, "in_order"]})
    >>> rows_by_rule(frame, [0, 2])
    {'in_order': (0, 2), 'has_unit': (0,)}
    """
    found: dict[str, list[int]] = {}
    for position, names in zip(positions, rows[BROKEN_RULES].gather(list(positions)), strict=True):
        for name in names.split(_SEPARATOR):
            found.setdefault(name, []).append(position)
    return {name: tuple(found_at) for name, found_at in found.items()}
