"""What was counted in the marts as rows of the ledger, under ``mart.NAME``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from expectations.ledger import ops_frame
from expectations.suites import CRITICAL, Check
from expectations.validated import Validated
from warehouse.row_json import render_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from warehouse.mart_checks import MartOutcome

NO_MORE_ROWS: Final = "no_more_rows_than_base"
WHOLE_TABLE: Final = "*"
Row = dict[str, object]


def judge_marts(outcomes: Iterable[MartOutcome], *, run_id: str) -> Validated:
    """Return the judgement of all marts; a mart that breaks its key or base has refused rows.

    Args:
        outcomes: What was counted.
        run_id: Id of the run.
    """
    found = list(outcomes)
    return Validated(
        accepted={},
        rejected_rows=ops_frame(
            "ops.rejected_rows", [row for outcome in found for row in _refused(run_id, outcome)]
        ),
        validations=ops_frame(
            "ops.validations", [row for outcome in found for row in _validations(run_id, outcome)]
        ),
        issues=ops_frame("ops.issues", []),
    )


def _validations(run_id: str, outcome: MartOutcome) -> Iterator[Row]:
    columns = list(outcome.mart.key)
    unique: Row = {"column_name": ",".join(columns), "expectation": Check.UNIQUE_KEY}
    keys = [dict(zip(columns, key, strict=True)) for key in outcome.repeated_keys]
    yield (
        _validation(run_id, outcome, outcome.repeated_count)
        | unique
        | {
            "observed": render_json({"row_count": outcome.row_count, "first_rows": keys}),
            "expected": render_json({"columns": columns}),
            "duration_s": outcome.duration_s,
        }
    )
    if outcome.base_count is not None:
        base: Row = {"column_name": WHOLE_TABLE, "expectation": NO_MORE_ROWS}
        counts = {"row_count": outcome.row_count, "first_rows": []}
        yield (
            _validation(run_id, outcome, outcome.surplus_count)
            | base
            | {
                "observed": render_json(counts),
                "expected": render_json({"base": outcome.mart.base, "rows": outcome.base_count}),
                "duration_s": 0.0,
            }
        )


def _validation(run_id: str, outcome: MartOutcome, unexpected_count: int) -> Row:
    return {
        "run_id": run_id,
        "table_name": _name_of(outcome),
        "severity": CRITICAL,
        "is_success": not unexpected_count,
        "unexpected_count": unexpected_count,
        "unexpected_share": unexpected_count / max(outcome.row_count, 1),
    }


def _refused(run_id: str, outcome: MartOutcome) -> Iterator[Row]:
    columns = outcome.mart.key
    own: Row = {"run_id": run_id, "table_name": _name_of(outcome)}
    for values in outcome.repeated_keys:
        key = dict(zip(columns, values, strict=True))
        rule = f"{Check.UNIQUE_KEY}({','.join(columns)})"
        row = render_json(key)
        yield own | {"row_key": _key_json(row), "rule": rule, "row_json": row}
    if outcome.surplus_count:
        yield own | {"row_key": "{}", "rule": NO_MORE_ROWS, "row_json": "{}"}


def _key_json(row: str) -> str:
    return json.dumps(json.loads(row), ensure_ascii=False)


def _name_of(outcome: MartOutcome) -> str:
    return f"mart.{outcome.mart.name}"
