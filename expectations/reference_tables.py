"""Judgement of the seeds and of the ledger, which no document brings: frames in, verdict out."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import polars as pl

from expectations.ledger import SHOWN_ROWS, JudgedRows, ops_frame
from expectations.runner import validate_frames
from expectations.suites import WARNING
from expectations.validated import Validated, combine_validated
from warehouse.row_json import render_json
from warehouse.seeds import seed_path
from warehouse.tables import TABLES_BY_NAME

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from warehouse.contract import Table

ROW_UNCHANGED: Final = "seed_row_unchanged"
SHOWN_CHANGES: Final = 20
"""Rows of one seed that become an issue each; one more counts the others."""
WHOLE_TABLE: Final = "*"
_JUDGED: Final[dict[str, tuple[pl.DataFrame, Validated]]] = {}
"""The seeds that this process has judged, with their rows."""


def judge_reference_tables(
    frames: Mapping[str, pl.DataFrame],
    published: Mapping[str, pl.DataFrame],
    *,
    run_id: str,
) -> Validated:
    """Judge the seeds that are not those of the published warehouse, and tell what changed.

    Args:
        frames: Rows of tables of the schema ``ref`` by qualified name.
        published: The same tables as they are published; a table that is not among them is new,
            and its rows are no change.
        run_id: Id of the run.

    Returns:
        Accepted and refused rows of the tables that differ, one judgement of each expectation, and
        an issue for each row that was changed, added or taken out, bounded in number.

    Raises:
        GateError: If an expectation cannot be judged.
    """
    changed = {name: rows for name, rows in frames.items() if _differs(rows, published.get(name))}
    judged = [_judge_seed(name, rows, run_id) for name, rows in changed.items()]
    told = [
        _tell_changes(TABLES_BY_NAME[name], rows, published[name], run_id)
        for name, rows in changed.items()
        if name in published
    ]
    return combine_validated([validate_frames({}, run_id=run_id), *judged, *told])


def _judge_seed(name: str, rows: pl.DataFrame, run_id: str) -> Validated:
    """Judge a seed, at most once per process: the same rows get the same verdict."""
    known = _JUDGED.get(name)
    if known is None or not known[0].equals(rows):
        _JUDGED[name] = known = (rows, validate_frames({name: rows}, run_id=run_id))
    return _of_run(known[1], run_id)


def _of_run(validated: Validated, run_id: str) -> Validated:
    named = pl.lit(run_id).alias("run_id")
    return replace(
        validated,
        rejected_rows=validated.rejected_rows.with_columns(named),
        validations=validated.validations.with_columns(named),
        issues=validated.issues.with_columns(named),
    )


def judge_ledger(frames: Mapping[str, pl.DataFrame], *, run_id: str) -> Validated:
    """Judge rows of the ledger before they are written.

    Args:
        frames: Rows of tables of the schema ``ops`` by qualified name.
        run_id: Id of the run.

    Raises:
        GateError: If an expectation cannot be judged.
    """
    return validate_frames(frames, run_id=run_id)


def complaint(validated: Validated) -> str | None:
    """Return why a run must stop over its seeds or ledger, one sentence; None if it need not.

    A row of a seed cannot be left out like one that was read from a text: others need it.

    Args:
        validated: Result of one of the functions above.
    """
    refused = validated.rejected_rows.sort("table_name", "rule", "row_key")
    groups = refused.group_by("table_name", "rule", maintain_order=True).agg(
        pl.len().alias("row_count"), pl.col("row_key").head(SHOWN_ROWS)
    )
    faults = [
        f"{row['table_name']} breaks {row['rule']} in {row['row_count']} rows, first "
        f"{', '.join(row['row_key'])} ({_home(row['table_name'])})"
        for row in groups.iter_rows(named=True)
    ]
    return f"Nothing was published: {'; '.join(faults)}." if faults else None


def _home(table_name: str) -> str:
    schema, _, name = table_name.partition(".")
    if schema == "ref":
        return f"correct {seed_path(TABLES_BY_NAME[table_name]).name}"
    if schema == "mart":
        return f"correct warehouse/marts/{name}.sql"
    return "this is a fault of tallybook, please report it"


def _differs(rows: pl.DataFrame, published: pl.DataFrame | None) -> bool:
    if published is None:
        return True
    columns = rows.columns
    return not rows.sort(columns).equals(published.select(columns).sort(columns))


def _tell_changes(
    table: Table, rows: pl.DataFrame, published: pl.DataFrame, run_id: str
) -> Validated:
    """Return the rows that one of two states of a seed has alone, as issues."""
    columns = list(table.column_names)
    added = rows.join(published, on=columns, how="anti", nulls_equal=True)
    gone = published.join(rows, on=columns, how="anti", nulls_equal=True)
    changed = pl.concat([added, gone.select(columns)]).unique(table.key, maintain_order=True)
    found = JudgedRows(table=table, frame=changed.sort(table.key))
    return Validated(
        accepted={},
        rejected_rows=ops_frame("ops.rejected_rows", []),
        validations=ops_frame("ops.validations", [_validation(run_id, found, rows.height)]),
        issues=ops_frame("ops.issues", _issues(run_id, found, added)),
    )


def _validation(run_id: str, changed: JudgedRows, row_count: int) -> dict[str, object]:
    count = changed.frame.height
    keys = [json.loads(changed.key_of(position)) for position in range(min(count, SHOWN_ROWS))]
    return {
        "run_id": run_id,
        "table_name": changed.table.qualified_name,
        "column_name": WHOLE_TABLE,
        "expectation": ROW_UNCHANGED,
        "severity": WARNING,
        "is_success": not count,
        "observed": render_json({"row_count": row_count, "first_rows": keys}),
        "expected": render_json({"reason": "The seed is that of the published warehouse."}),
        "unexpected_count": count,
        "unexpected_share": min(1.0, count / max(row_count, 1)),
        "duration_s": 0.0,
    }


def _issues(run_id: str, changed: JudgedRows, added: pl.DataFrame) -> Sequence[dict[str, object]]:
    name, count = changed.table.qualified_name, changed.frame.height
    present = set(added.select(changed.table.key).iter_rows())
    keys = changed.frame.select(changed.table.key).rows()
    own = {"run_id": run_id, "table_name": name, "rule": ROW_UNCHANGED}
    issues: list[dict[str, object]] = [
        {**own, "row_key": changed.key_of(position), "detail": _detail(keys[position] in present)}
        for position in range(min(count, SHOWN_CHANGES))
    ]
    if count > SHOWN_CHANGES:
        detail = f"{count - SHOWN_CHANGES} more rows of the seed are others."
        issues.append({**own, "row_key": "{}", "detail": detail})
    return issues


def _detail(is_there: bool) -> str:  # noqa: FBT001 - one fact, one sentence
    if is_there:
        return "The published warehouse was made without this row, or with other values in it."
    return "The published warehouse was made with this row, which is gone."
