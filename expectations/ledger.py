"""Judgements as rows of ``ops.validations``, ``ops.rejected_rows`` and ``ops.issues``."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import polars as pl

from expectations.cascade import REFERENCE_EXISTS, Orphans
from expectations.suites import CRITICAL
from warehouse.row_json import render_json
from warehouse.row_keys import row_key
from warehouse.tables import TABLES_BY_NAME

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from expectations.engine import Judgement
    from expectations.suites import Expectation
    from warehouse.contract import Table

SHOWN_ROWS: Final = 3
COPY: Final = "copy"
"""Member of ``row_key`` that tells rows of one key apart; the first row has none."""


@dataclass(frozen=True, kw_only=True)
class JudgedRows:
    """The rows of one table under judgement, and how each is named in the ledger.

    ``copies`` gives the number (from 2) of each row whose key another row has before it;
    ``given_positions`` the position of each row in the frame that was given, None where it is the
    same.
    """

    table: Table
    frame: pl.DataFrame
    given_positions: pl.Series | None = None
    copies: Mapping[int, int] = field(default_factory=dict)

    def key_of(self, position: int) -> str:
        """Return the key values of a row as a JSON object, with the number of the copy."""
        key = row_key(self.table, self.frame.row(position, named=True))
        if position in self.copies:
            return json.dumps({**json.loads(key), COPY: self.copies[position]}, ensure_ascii=False)
        return key

    def json_of(self, position: int) -> str:
        """Return a whole row as a JSON object."""
        return render_json(self.frame.row(position, named=True))


def validation_rows(
    run_id: str, rows: JudgedRows, judgements: Sequence[Judgement]
) -> list[dict[str, object]]:
    """Return one row of ``ops.validations`` per judgement of a table.

    Args:
        run_id: Run that judges.
        rows: The rows that were judged.
        judgements: What the expectations saw.
    """
    return [
        {
            "run_id": run_id,
            "table_name": rows.table.qualified_name,
            "column_name": judgement.expectation.column_name,
            "expectation": judgement.expectation.name,
            "severity": judgement.expectation.severity,
            "expected": _expected(judgement.expectation),
            "duration_s": judgement.duration_s,
            **_outcome(rows, judgement.broken_rows),
        }
        for judgement in judgements
    ]


def reference_rows(run_id: str, rows: JudgedRows, orphans: Orphans) -> dict[str, object]:
    """Return the row of ``ops.validations`` for one reference of a table.

    Args:
        run_id: Run that judges.
        rows: The rows that were judged.
        orphans: Rows whose reference leads nowhere.
    """
    target = {"target": orphans.reference.target, "columns": orphans.reference.target_columns}
    return {
        "run_id": run_id,
        "table_name": rows.table.qualified_name,
        "column_name": ",".join(orphans.reference.columns),
        "expectation": REFERENCE_EXISTS,
        "severity": CRITICAL,
        "expected": render_json(target),
        "duration_s": 0.0,
        **_outcome(rows, orphans.rows),
    }


def _outcome(rows: JudgedRows, broken_rows: Sequence[int]) -> dict[str, object]:
    count = rows.frame.height
    keys = [json.loads(rows.key_of(position)) for position in broken_rows[:SHOWN_ROWS]]
    return {
        "is_success": not broken_rows,
        "observed": render_json({"row_count": count, "first_rows": keys}),
        "unexpected_count": len(broken_rows),
        "unexpected_share": len(broken_rows) / max(count, 1),
    }


def _expected(expectation: Expectation) -> str:
    asked = {
        "columns": list(expectation.columns),
        "minimum": expectation.minimum,
        "maximum": expectation.maximum,
        "vocabulary": expectation.vocabulary,
        "pattern": expectation.pattern,
        "reason": expectation.reason,
    }
    return render_json({name: item for name, item in asked.items() if item is not None})


def rejection_rows(
    run_id: str, rows: JudgedRows, broken: Mapping[str, Sequence[int]]
) -> list[dict[str, object]]:
    """Return one row of ``ops.rejected_rows`` per refused row and rule that it breaks.

    Args:
        run_id: Run that judges.
        rows: The rows that were judged.
        broken: Positions of the rows that break it, by rule.
    """
    return [
        {
            "run_id": run_id,
            "table_name": rows.table.qualified_name,
            "row_key": rows.key_of(position),
            "rule": rule,
            "row_json": rows.json_of(position),
        }
        for rule, positions in broken.items()
        for position in positions
    ]


def issue_rows(
    run_id: str, rows: JudgedRows, expectation: Expectation, positions: Sequence[int]
) -> list[dict[str, object]]:
    """Return one row of ``ops.issues`` per row that breaks a warning.

    Args:
        run_id: Run that judges.
        rows: The rows that were judged.
        expectation: The expectation, of severity warning.
        positions: Positions of the rows that break it and are loaded all the same.
    """
    return [
        {
            "run_id": run_id,
            "table_name": rows.table.qualified_name,
            "row_key": rows.key_of(position),
            "rule": expectation.rule,
            "detail": _detail(rows, expectation, position),
        }
        for position in positions
    ]


def _detail(rows: JudgedRows, expectation: Expectation, position: int) -> str:
    row = rows.frame.row(position, named=True)
    values = render_json({name: row[name] for name in expectation.columns})
    return f"{expectation.reason or expectation.name} Here: {values}"


def ops_frame(table_name: str, rows: Sequence[Mapping[str, object]]) -> pl.DataFrame:
    """Return rows as a frame that obeys the contract of a table of the schema ``ops``.

    Args:
        table_name: Schema and name, e.g. ``ops.validations``.
        rows: One mapping per row, with every column of the table.
    """
    return pl.DataFrame(list(rows), schema=TABLES_BY_NAME[table_name].polars_schema, orient="row")
