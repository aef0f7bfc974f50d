"""Rules on rows after the decisions of analysts: they differ from what was read as was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import polars as pl

from expectations.rules.lookup import looked_up
from expectations.rules.rule import Context, Judge, Rule
from expectations.suites import WARNING
from warehouse.corrections_columns import FOLLOWING, parse_new_value, value_text
from warehouse.row_keys import row_key
from warehouse.tables.core import (
    CORRECTED_DATES,
    CORRECTED_FIGURES,
    CORRECTED_QUOTES,
    DATES,
    QUOTES,
)
from warehouse.tables.corrections import CORRECTION_OUTCOMES
from warehouse.tables.figures import FIGURES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warehouse.contract import Table

    Row = dict[str, Any]

DECISIONS: Final = "ref.corrections"
OUTCOMES: Final = CORRECTION_OUTCOMES.qualified_name
SEPARATOR: Final = ";"
SUBJECTS: Final = {
    CORRECTED_FIGURES.qualified_name: "figure",
    CORRECTED_QUOTES.qualified_name: "quote",
    CORRECTED_DATES.qualified_name: "date",
}
"""Subject whose decisions are about the whole row, by table."""
CLAIMANT: Final = "claimant"


def _keys(corrected: Table, read: Table) -> dict[str, str]:
    """Return the key of the row as read by the column of the corrected row that holds it."""
    return dict(zip(corrected.key, read.key, strict=True))


def _values(corrected: Table, read: Table) -> list[str]:
    """Return the columns that both have beside the key."""
    shared = set(corrected.column_names) & set(read.column_names)
    return [name for name in corrected.column_names if name in shared - set(corrected.key)]


def _beside_read(
    frame: pl.DataFrame, context: Context, corrected: Table, read: Table
) -> pl.DataFrame:
    names = {f"read_{name}": name for name in _values(corrected, read)}
    target = context.frames[read.qualified_name]
    return looked_up(frame, target, _keys(corrected, read), names)


def _differs_from_read(corrected: Table, read: Table) -> Judge:
    def judge(frame: pl.DataFrame, context: Context) -> pl.Series:
        joined = _beside_read(frame, context, corrected, read)
        differs = pl.any_horizontal(
            pl.col(name).ne_missing(pl.col(f"read_{name}")) for name in _values(corrected, read)
        )
        return joined.select(~pl.col("is_corrected") & differs).to_series()

    return judge


def _marks_differ(corrected: Table, read: Table) -> Judge:
    def judge(frame: pl.DataFrame, context: Context) -> pl.Series:
        decisions = {row["correction_id"]: row for row in context.frames[DECISIONS].to_dicts()}
        outcomes = context.frames[OUTCOMES].filter(pl.col("status") == "applied")
        applied = set(outcomes.select("correction_id", "row_key").iter_rows())
        broken = [
            _has_other_marks(row, corrected, read, decisions, applied) for row in frame.to_dicts()
        ]
        return pl.Series(broken, dtype=pl.Boolean)

    return judge


def _has_other_marks(
    row: Row,
    corrected: Table,
    read: Table,
    decisions: dict[str, Row],
    applied: set[tuple[str, str]],
) -> bool:
    names = _names_of(row)
    key = row_key(read, {theirs: row[own] for own, theirs in _keys(corrected, read).items()})
    if names != sorted(set(names)) or not all((name, key) in applied for name in names):
        return True
    taken = [decisions[name] for name in names if name in decisions]
    if len(taken) != len(names):
        return True
    marks = _marks_of(taken, SUBJECTS[corrected.qualified_name])
    return any(row[name] != marks[name] for name in marks.keys() & row.keys())


def _names_of(row: Row) -> list[str]:
    return str(row["correction_ids"]).split(SEPARATOR)


def _marks_of(decisions: list[Row], subject: str) -> dict[str, bool]:
    wholes = {(d["subject"], d["action"]) for d in decisions if d["column_name"] is None}
    return {
        "is_hidden": (subject, "hide") in wholes,
        "is_accepted": (subject, "accept") in wholes,
        "is_claimant_accepted": (CLAIMANT, "accept") in wholes,
        "is_corrected": (CLAIMANT, "hide") in wholes
        or any(d["action"] == "correct" for d in decisions),
    }


def _other_columns_differ(corrected: Table, read: Table) -> Judge:
    def judge(frame: pl.DataFrame, context: Context) -> pl.Series:
        decisions = {row["correction_id"]: row for row in context.frames[DECISIONS].to_dicts()}
        joined = _beside_read(frame, context, corrected, read).to_dicts()
        names = _values(corrected, read)
        broken = [
            any(
                row[name] != row[f"read_{name}"] and not _may_change(name, row, decisions)
                for name in names
            )
            for row in joined
        ]
        return pl.Series(broken, dtype=pl.Boolean)

    return judge


def _may_change(name: str, row: Row, decisions: dict[str, Row]) -> bool:
    changed = [_column_of(decisions[own]) for own in _names_of(row) if own in decisions]
    return any(
        column is not None and (name == column or name.startswith(FOLLOWING.get(column, ("-",))))
        for column in changed
    )


def _column_of(decision: Row) -> str | None:
    """Return the column that a decision gives a value; of nobody as claimant, his name."""
    if decision["action"] == "correct":
        return str(decision["column_name"])
    is_nobody = decision["action"] == "hide" and decision["subject"] == CLAIMANT
    return "claimant_name" if is_nobody else None


def _value_differs(frame: pl.DataFrame, context: Context) -> pl.Series:
    decisions = {row["correction_id"]: row for row in context.frames[DECISIONS].to_dicts()}
    broken = [
        any(_is_other_value(row, decisions[name]) for name in _names_of(row) if name in decisions)
        for row in frame.to_dicts()
    ]
    return pl.Series(broken, dtype=pl.Boolean)


def _is_other_value(row: Row, decision: Row) -> bool:
    """Tell whether a row has another value than was decided; names become those of things."""
    name = decision["column_name"]
    if decision["action"] != "correct" or name not in row or name.endswith("_name"):
        return False
    try:
        value = parse_new_value(decision["subject"], name, decision["new_value"])
    except ValueError:
        return True
    return value_text(row[name]) != value_text(value)


def _corrected_rules() -> Iterator[Rule]:
    """Yield the rules of each table of corrected rows."""
    pairs = ((CORRECTED_FIGURES, FIGURES), (CORRECTED_QUOTES, QUOTES), (CORRECTED_DATES, DATES))
    for corrected, read in pairs:
        table, base = corrected.qualified_name, read.qualified_name
        values = tuple(_values(corrected, read))
        marks = tuple(corrected.column_names[len(corrected.key) + len(values) :])
        yield Rule(
            name="uncorrected_row_is_as_read",
            table=table,
            columns=("is_corrected", *values),
            beside=(base,),
            reason="A row that no decision gives other values has those that were read.",
            broken=_differs_from_read(corrected, read),
        )
        yield Rule(
            name="marks_follow_decisions",
            table=table,
            columns=marks,
            beside=(DECISIONS, OUTCOMES),
            reason="A row has the marks of the decisions that it names, which are applied to it.",
            broken=_marks_differ(corrected, read),
        )
        yield Rule(
            name="only_decided_columns_differ",
            table=table,
            columns=("correction_ids", *values),
            severity=WARNING,
            beside=(base, DECISIONS),
            reason="What differs from the row as read is decided, or follows from it.",
            broken=_other_columns_differ(corrected, read),
        )
        yield Rule(
            name="value_is_decided",
            table=table,
            columns=("correction_ids", *values),
            severity=WARNING,
            beside=(DECISIONS,),
            reason="A corrected column has the value that its decision states.",
            broken=_value_differs,
        )


CORRECTED_RULES: Final = tuple(_corrected_rules())
