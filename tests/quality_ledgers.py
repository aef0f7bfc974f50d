"""Ledgers of several runs, written by hand into a warehouse without documents.

Runs: one that refused rows and warned, one that a gate stopped, and one that met nothing new.
"""

from __future__ import annotations

import json
import shutil
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from tests.sample_rows import FINGERPRINT, Row, frame_of, run_row
from warehouse.connections import open_for_writing
from warehouse.load import append_ops

if TYPE_CHECKING:
    from pathlib import Path

START: Final = datetime(2026, 1, 5, 6)  # noqa: DTZ001 - as the column holds it
REFUSED, STOPPED, UNCHANGED = (f"2026010{day}T060000Z-0000000{day}" for day in (5, 6, 7))
REASON: Final = "The lower bound is not above the upper bound."


def runs(**last: Any) -> list[Row]:  # noqa: ANN401 - values of columns
    """Return the rows of ops.runs; ``last`` changes columns of the run that met nothing new."""
    changes: list[Row] = [
        {"run_id": REFUSED, "status": "published", "rejected_row_count": 2, "figure_count": 90},
        {"run_id": STOPPED, "status": "failed_gate", "error_text": "Too many rows were refused."},
        {"run_id": UNCHANGED, "status": "unchanged", "document_count": 4, **last},
    ]
    return [
        run_row(str(change["run_id"])) | {"started_at": START + timedelta(days=number)} | change
        for number, change in enumerate(changes)
    ]


def validation(run_id: str, name: str, *, broken: int = 0, severity: str = "critical") -> Row:
    """Return a row of ops.validations about core.figures."""
    first = [{"figure_id": f"f{number}"} for number in range(broken)]
    return {
        "run_id": run_id,
        "table_name": "core.figures",
        "column_name": "*" if name == "column_order" else "low,high",
        "expectation": name,
        "severity": severity,
        "is_success": not broken,
        "observed": json.dumps({"row_count": 40, "first_rows": first}),
        "expected": json.dumps({"reason": REASON}),
        "unexpected_count": broken,
        "unexpected_share": broken / 40,
        "duration_s": 0.01,
    }


def validations() -> list[Row]:
    """Return what the expectations saw: of rows in two runs, of its own ledger in the last."""
    return [
        validation(REFUSED, "column_order"),
        validation(REFUSED, "low_not_above_high", broken=2),
        validation(REFUSED, "odd_amount", broken=1, severity="warning"),
        validation(STOPPED, "column_order"),
        validation(STOPPED, "low_not_above_high", broken=30),
        validation(UNCHANGED, "column_order") | {"table_name": "ops.runs"},
    ]


def rejected(run_id: str, count: int, text: str) -> list[Row]:
    """Return refused figures whose text is given."""
    return [
        {
            "run_id": run_id,
            "table_name": "core.figures",
            "row_key": json.dumps({"figure_id": f"f{number}"}),
            "rule": "low_not_above_high",
            "row_json": json.dumps({"figure_id": f"f{number}", "figure_text": text, "unit": None}),
        }
        for number in range(count)
    ]


def issue(run_id: str, rule: str, detail: str) -> Row:
    """Return a warning about a figure."""
    key = json.dumps({"figure_id": "f1"})
    return {
        "run_id": run_id,
        "table_name": "core.figures",
        "row_key": key,
        "rule": rule,
        "detail": detail,
    }


def failed_file(run_id: str, path: str) -> Row:
    """Return the outcome of a file that could not be read."""
    return {
        "run_id": run_id,
        "source": "/articles",
        "path": path,
        "record_index": 0,
        "outcome": "failed",
        "reason": f"{path} is no text",
    }


def measure(run_id: str, value: float, subject: str = "*", *, is_success: bool = True) -> Row:
    """Return a row of ops.measures that allows 40 to 80."""
    return {
        "run_id": run_id,
        "measure": "figures_per_1000_words",
        "subject": subject,
        "value": value,
        "base_count": 5000,
        "history_count": 20,
        "expected_low": 40.0,
        "expected_high": 80.0,
        "severity": "warning",
        "is_success": is_success,
    }


def score(metric: str, points: float, floor: float | None, version: str = FINGERPRINT) -> Row:
    """Return a row of ops.model_scores of the pipeline of the runs."""
    return {
        "rules_version": version,
        "model_name": "rules",
        "set_name": "figures",
        "part": "test",
        "metric": metric,
        "gold_count": 200,
        "score": points,
        "floor": floor,
        "is_success": floor is None or points >= floor,
        "code_version": "0.0.0",
        "scored_at": START,
    }


def write_ledger(template: Path, path: Path, text: str = "about 5", **last: Any) -> Path:  # noqa: ANN401 - values of columns
    """Write a warehouse with a ledger of three runs; return its path.

    Args:
        template: Warehouse without documents.
        path: Where to write it.
        text: What stands in every text of the ledger that comes from outside.
        last: Columns of the run that met nothing new.
    """
    shutil.copyfile(template, path)
    rows: dict[str, list[Row]] = {
        "ops.runs": runs(**last),
        "ops.validations": validations(),
        "ops.rejected_rows": [*rejected(REFUSED, 2, text), *rejected(STOPPED, 30, text)],
        "ops.issues": [issue(REFUSED, "odd_amount", text), issue(UNCHANGED, "sidecar_used", text)],
        "ops.file_outcomes": [failed_file(UNCHANGED, text)],
        "ops.measures": [
            measure(REFUSED, 61.5),
            measure(UNCHANGED, 30.0, is_success=False),
            measure(UNCHANGED, 30.0, text, is_success=False),
        ],
        "ops.model_scores": [score("value_f1", 96.0, 94.0), score("head_f1", 80.0, 85.0)],
    }
    with open_for_writing(path) as connection:
        append_ops(connection, {name: frame_of(name, found) for name, found in rows.items()})
    return path
