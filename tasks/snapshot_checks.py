"""Part of nodes ``load`` and ``record``: the gate on what no document brings.

Seeds are judged when they are not those of the published warehouse, marts on every loaded
snapshot, and the ledger before it is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from tasks.runs import RefusedRun
from warehouse.errors import GateError
from warehouse.load import append_ops
from warehouse.mart_checks import check_marts
from warehouse.tables.quality import MODEL_SCORES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from duckdb import DuckDBPyConnection

    from expectations.validated import Validated
    from tasks.runs import RunContext
    from warehouse.load import Replaced


def check_snapshot(
    run: RunContext,
    connection: DuckDBPyConnection,
    seeds: Mapping[str, Replaced],
    ledger: Validated,
) -> None:
    """Judge the seeds and marts of a loaded snapshot and add the judgements to its ledger.

    Args:
        run: The run.
        connection: Writable connection to the snapshot.
        seeds: Tables of the schema ``ref`` that the load has replaced.
        ledger: What the run has judged before.

    Raises:
        RefusedRun: If a seed breaks its table or a rule, or a mart repeats rows; it carries the
            whole ledger.
    """
    from expectations.mart_rows import judge_marts  # noqa: PLC0415 - imports great_expectations
    from expectations.reference_tables import (  # noqa: PLC0415 - as above
        complaint,
        judge_reference_tables,
    )
    from expectations.validated import combine_validated  # noqa: PLC0415 - as above

    frames = {name: replaced.after for name, replaced in seeds.items()}
    published = {name: old.before for name, old in seeds.items() if not old.before.is_empty()}
    judged = combine_validated(
        [
            judge_reference_tables(frames, published, run_id=run.run_id),
            judge_marts(check_marts(connection), run_id=run.run_id),
        ]
    )
    reason = complaint(judged)
    if reason is not None:
        raise RefusedRun(reason, combine_validated([ledger, judged]))
    append_ops(connection, {"ops.validations": judged.validations, "ops.issues": judged.issues})


def checked_ledger(
    frames: Mapping[str, pl.DataFrame], scores: pl.DataFrame | None = None
) -> dict[str, pl.DataFrame]:
    """Return rows of the ledger with the judgement of them.

    Args:
        frames: Rows by qualified table name, those of one run; its row of ``ops.runs`` among them.
        scores: Rows of ``ops.model_scores``, which are judged with them and written elsewhere.

    Raises:
        GateError: If a row breaks its table or a rule.
    """
    from expectations.reference_tables import (  # noqa: PLC0415 - imports great_expectations
        complaint,
        judge_ledger,
    )

    told = {} if scores is None else {MODEL_SCORES.qualified_name: scores}
    judged = judge_ledger({**frames, **told}, run_id=frames["ops.runs"]["run_id"][0])
    reason = complaint(judged)
    if reason is not None:
        raise GateError(reason)
    added = {"ops.validations": judged.validations, "ops.issues": judged.issues}
    return {
        **frames,
        **{
            name: pl.concat([frames[name], rows]) if name in frames else rows
            for name, rows in added.items()
        },
    }
