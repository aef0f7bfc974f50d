"""Documents that the extraction could not read: out of the plan, into the ledger.

One of them never stops the others; its file is tried again by the next run.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import polars as pl

from expectations.limits import FAILED_SHARE, limit_of
from tasks.nlp.extraction import FAILURE_SCHEMA, FAILURES
from warehouse.errors import GateError
from warehouse.row_keys import row_key
from warehouse.tables.raw import DOCUMENTS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tasks.plan import RunPlan
    from tasks.runs import RunContext
    from tasks.sources.changes import ChangePlan

FILE: Final = ["source", "path"]
KEY: Final = [*FILE, "record_index"]
RULE: Final = "document_is_extracted"
LOADED: Final = ("new", "changed", "unchanged")


def note_failures(run: RunContext, plan: RunPlan, folders: Sequence[Path]) -> RunPlan:
    """Return the plan with the documents that could not be extracted as failed ones.

    Args:
        run: Run with ``max_rejected_share``.
        plan: Plan of the run.
        folders: Folders of extracted frames.

    Raises:
        GateError: If too large a share of the documents failed: then the fault is ours.
    """
    failures = read_failures(folders)
    if failures.is_empty():
        return plan
    check_failed_share(failures, len(plan.changes.documents_to_extract), run.max_rejected_share)
    return replace(plan, changes=fail_documents(plan.changes, failures))


def read_failures(folders: Sequence[Path]) -> pl.DataFrame:
    """Return document_id and reason of every document that could not be extracted."""
    files = [folder / f"{FAILURES}.parquet" for folder in folders]
    frames = [pl.read_parquet(file) for file in files if file.exists()]
    return pl.concat([FAILURE_SCHEMA.to_frame(), *frames]).sort("document_id")


def check_failed_share(
    failures: pl.DataFrame, document_count: int, max_share: float | None = None
) -> None:
    """Stop a run that could not extract too large a share of its documents.

    Args:
        failures: document_id and reason.
        document_count: Documents that the run extracts.
        max_share: Largest share of them, 0 to 1, that may fail, in place of the limit, which
            stops no run unless it is critical.

    Raises:
        GateError: With the first reason.
    """
    limit = limit_of(FAILED_SHARE)
    share = limit.largest_loss(max_share) if limit else None
    if limit is None or share is None or failures.height < limit.min_base:
        return
    if failures.height > share * document_count:
        msg = (
            f"{failures.height} of {document_count} documents failed (limit {share:.0%}), "
            f"first {failures['document_id'][0]}: {failures['reason'][0]}"
        )
        raise GateError(msg)


def fail_documents(changes: ChangePlan, failures: pl.DataFrame) -> ChangePlan:
    """Return a plan without the rows of failed documents, their files and an issue telling why.

    A file of one document fails. Of a JSONL file each failed line has a row of its own, and the
    row of the file goes to its first line that is left.

    Args:
        changes: What the run changes.
        failures: document_id and reason of the failed documents.
    """
    failed = changes.document_files.join(failures, on="document_id", how="inner")
    left = changes.document_files.join(failures, on="document_id", how="anti")
    return replace(
        changes,
        document_files=left,
        outcomes=failed_outcomes(changes.outcomes, failed, left),
        issues=pl.concat([changes.issues, failed_issues(failures, changes.issues.schema)]),
    )


def failed_outcomes(
    outcomes: pl.DataFrame, failed: pl.DataFrame, left: pl.DataFrame
) -> pl.DataFrame:
    """Return the outcomes of all files, sorted by key, with a row for each failed document.

    Args:
        outcomes: Outcomes as planned.
        failed: Rows of ``raw.document_files`` of failed documents, with ``reason``.
        left: The other rows of ``raw.document_files``.
    """
    files = outcomes.filter(pl.col("outcome").is_in(LOADED)).join(failed, on=FILE, how="semi")
    others = outcomes.join(files, on=KEY, how="anti")
    first_left = left.group_by(FILE).agg(pl.col("record_index").min())
    moved = files.drop("record_index").join(first_left, on=FILE, how="inner")
    lines = failed.select(*KEY, "reason", outcome=pl.lit("failed"))
    refused = files.drop("record_index", "reason", "outcome").join(lines, on=FILE, how="inner")
    parts = [part.select(outcomes.columns).cast(outcomes.schema) for part in (moved, refused)]
    return pl.concat([others, *parts]).sort(KEY)


def failed_issues(failures: pl.DataFrame, schema: pl.Schema) -> pl.DataFrame:
    """Return a row of ``ops.issues`` without run_id for each failed document."""
    rows = [
        {
            "table_name": DOCUMENTS.qualified_name,
            "row_key": row_key(DOCUMENTS, {"document_id": document_id}),
            "rule": RULE,
            "detail": reason,
        }
        for document_id, reason in failures.iter_rows()
    ]
    return pl.DataFrame(rows, schema=schema)
