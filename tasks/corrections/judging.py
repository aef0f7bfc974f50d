"""Do rows keep the domain rules of their table after decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from expectations.rules import Context, rules_for
from expectations.suites import CRITICAL

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from expectations.rules import Rule
    from tasks.corrections.decisions import Row
    from warehouse.contract import Table

Broken = dict["Rule", set[int]]
"""Positions of the rows that break a rule."""


def needed_frames(table: Table) -> set[str]:
    """Return the names of the tables that the rules of a table look at beside it."""
    return {name for rule in rules_for(table.qualified_name) for name in rule.needs}


def judge_rows(
    table: Table, rows: Sequence[Row], frames: Mapping[str, pl.DataFrame], run_on: date
) -> Broken:
    """Return what rows break; rules that need frames which are not given are left out.

    Args:
        table: Table that the rows are of.
        rows: All rows of some documents.
        frames: Frames of the other tables of the same documents, by qualified name.
        run_on: Day of the run.

    Raises:
        GateError: If a rule cannot be judged.
    """
    frame = pl.DataFrame(list(rows), schema=table.polars_schema, orient="row")
    context = Context(frames={**frames, table.qualified_name: frame}, run_on=run_on)
    found = {
        rule: set(rule.broken_rows(frame, context).arg_true())
        for rule in rules_for(table.qualified_name)
        if context.frames.keys() >= {*rule.needs, *rule.beside}
    }
    return {rule: positions for rule, positions in found.items() if positions}


def newly_broken(before: Broken, after: Broken) -> list[tuple[Rule, int]]:
    """Return each rule and row that breaks it now and did not before, in a fixed order."""
    return [
        (rule, position)
        for rule, positions in after.items()
        for position in sorted(positions - before.get(rule, set()))
    ]


def is_critical(rule: Rule) -> bool:
    """Tell whether a row that breaks a rule may not be loaded."""
    return rule.severity == CRITICAL
