"""From judgements to accepted rows and ledger: references are followed, rows are parted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from expectations.cascade import REFERENCE_EXISTS, Orphans, find_orphans
from expectations.ledger import (
    JudgedRows,
    issue_rows,
    ops_frame,
    reference_rows,
    rejection_rows,
    validation_rows,
)
from expectations.suites import CRITICAL
from expectations.validated import Validated
from warehouse.tables import TABLES_BY_NAME

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from expectations.engine import Judgement


def settle(
    run_id: str,
    rows: Mapping[str, JudgedRows],
    judged: Mapping[str, Sequence[Judgement]],
    broken: Mapping[str, Mapping[str, Sequence[int]]],
) -> Validated:
    """Follow the references to refused rows, write the ledger, and part the rows.

    Args:
        run_id: Id of the run.
        rows: The judged rows by table name.
        judged: What the expectations saw, by table name.
        broken: Positions of the rows that break a critical rule, by table name and rule.

    Returns:
        Accepted frames, and frames of ``ops.rejected_rows``, ``ops.validations``, ``ops.issues``.
    """
    refused = {
        name: {row for positions in rules.values() for row in positions}
        for name, rules in broken.items()
    }
    orphans = find_orphans({name: item.frame for name, item in rows.items()}, refused)
    all_broken = {name: dict(broken.get(name, {})) for name in rows}
    for item in orphans:
        earlier = all_broken[item.table_name].get(REFERENCE_EXISTS, ())
        all_broken[item.table_name][REFERENCE_EXISTS] = (*earlier, *item.rows)
    return Validated(
        accepted={name: _accepted(rows[name], all_broken[name]) for name in rows},
        rejected_rows=ops_frame(
            "ops.rejected_rows",
            [row for name in rows for row in rejection_rows(run_id, rows[name], all_broken[name])],
        ),
        validations=_validations(run_id, rows, judged, orphans),
        issues=_issues(run_id, rows, judged, all_broken),
    )


def _accepted(rows: JudgedRows, broken: Mapping[str, Sequence[int]]) -> pl.DataFrame:
    refused = sorted({row for positions in broken.values() for row in positions})
    is_kept = ~pl.int_range(rows.frame.height, eager=True).is_in(refused)
    kept = rows.frame.filter(is_kept)
    if rows.given_positions is None:
        return kept
    return kept.select(pl.all().sort_by(rows.given_positions.filter(is_kept)))


def _validations(
    run_id: str,
    rows: Mapping[str, JudgedRows],
    judged: Mapping[str, Sequence[Judgement]],
    orphans: Sequence[Orphans],
) -> pl.DataFrame:
    records = [
        record
        for name, judgements in judged.items()
        for record in validation_rows(run_id, rows[name], judgements)
    ]
    records += [reference_rows(run_id, rows[item.table_name], item) for item in orphans]
    return ops_frame("ops.validations", records)


def _issues(
    run_id: str,
    rows: Mapping[str, JudgedRows],
    judged: Mapping[str, Sequence[Judgement]],
    broken: Mapping[str, Mapping[str, Sequence[int]]],
) -> pl.DataFrame:
    records = []
    for name, judgements in judged.items():
        refused = {row for positions in broken[name].values() for row in positions}
        for judgement in judgements:
            if judgement.expectation.severity == CRITICAL:
                continue
            kept = [row for row in judgement.broken_rows if row not in refused]
            records += issue_rows(run_id, rows[name], judgement.expectation, kept)
    return ops_frame("ops.issues", records)


def drop_orphans(
    validated: Validated, targets: Mapping[str, pl.DataFrame], *, run_id: str
) -> Validated:
    """Refuse accepted rows that refer to nothing in ``targets``, and what refers to those.

    For tables that are built from accepted rows and so could not be among the frames before:
    ``core.entities``.

    Args:
        validated: Result of ``validate_frames``.
        targets: Complete frames by qualified table name, none of them in ``validated``.
        run_id: Id of the run.

    Returns:
        The same validation with fewer accepted rows and a longer ledger.
    """
    frames = {**validated.accepted, **targets}
    rows = {
        name: JudgedRows(table=TABLES_BY_NAME[name], frame=frame) for name, frame in frames.items()
    }
    settled = settle(run_id, rows, {}, {})
    # references among the frames themselves were judged and recorded before
    fresh = settled.validations.join(
        validated.validations, on=TABLES_BY_NAME["ops.validations"].key, how="anti"
    )
    return Validated(
        accepted={name: settled.accepted[name] for name in validated.accepted},
        rejected_rows=pl.concat([validated.rejected_rows, settled.rejected_rows]),
        validations=pl.concat([validated.validations, fresh]),
        issues=_issues_of_kept(validated.issues, settled.rejected_rows),
    )


def _issues_of_kept(issues: pl.DataFrame, rejected_rows: pl.DataFrame) -> pl.DataFrame:
    return issues.join(rejected_rows, on=["table_name", "row_key"], how="anti")
