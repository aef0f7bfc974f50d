"""What became of decisions, as rows of core.correction_outcomes and of ops.issues."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Final

import polars as pl

from warehouse.row_keys import row_key
from warehouse.tables.corrections import CORRECTION_OUTCOMES
from warehouse.tables.ops import ISSUES
from warehouse.tables.ref import CORRECTIONS

NO_ROW: Final = "{}"
ISSUE_RULES: Final = {
    "stale": "correction_is_current",
    "idle": "correction_applies",
    "refused": "correction_keeps_rules",
}
"""Rule in ops.issues of each status that is worth a look."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One row of core.correction_outcomes."""

    correction_id: str
    status: str
    row_key: str = NO_ROW
    table_name: str | None = None
    row_id: str | None = None
    old_value: str | None = None
    current_document_id: str | None = None
    detail: str | None = None


def outcome_frame(outcomes: Iterable[Outcome]) -> pl.DataFrame:
    """Return rows of core.correction_outcomes, sorted by key."""
    rows = [asdict(outcome) for outcome in outcomes]
    schema = CORRECTION_OUTCOMES.polars_schema
    return pl.DataFrame(rows, schema=schema, orient="row").sort(CORRECTION_OUTCOMES.key)


def issue_frame(outcomes: pl.DataFrame) -> pl.DataFrame:
    """Return rows of ``ops.issues``, without their run, about decisions that are not applied.

    Args:
        outcomes: Rows of core.correction_outcomes.

    Returns:
        One row per decision and rule: of a name that several entities bear, all details in one.
    """
    schema = {name: ISSUES.polars_schema[name] for name in ISSUES.column_names if name != "run_id"}
    details: dict[tuple[str, str], dict[str, None]] = {}
    for row in outcomes.to_dicts():
        if row["status"] in ISSUE_RULES:
            place = (row_key(CORRECTIONS, row), ISSUE_RULES[row["status"]])
            details.setdefault(place, {})[row["detail"] or row["status"]] = None
    rows = [
        {
            "table_name": CORRECTIONS.qualified_name,
            "row_key": key,
            "rule": rule,
            "detail": "; ".join(found),
        }
        for (key, rule), found in details.items()
    ]
    return pl.DataFrame(rows, schema=schema, orient="row")


def shorten(text: str, length: int = 60) -> str:
    """Return a text as a message quotes it: on one line, and not longer than it helps.

    >>> shorten("about  five", 8)
    '"about f…"'
    """
    line = " ".join(text.split())
    return json.dumps(line if len(line) < length else line[: length - 1] + "…", ensure_ascii=False)
