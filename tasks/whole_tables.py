"""Part of node ``resolve``: tables over all documents, judged beside what they are made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from tasks.document_rows import all_rows
from warehouse.tables.duplicates import NEAR_DUPLICATES, SIGNATURES
from warehouse.tables.entities import DOCUMENT_ENTITIES, ENTITIES, ENTITY_MENTIONS
from warehouse.tables.raw import DOCUMENT_FILES, DOCUMENTS
from warehouse.tables.ref import CORRECTIONS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from expectations.validated import Validated
    from tasks.plan import RunPlan
    from tasks.resolution.entities import Resolution
    from tasks.runs import RunContext
    from tasks.validate import ValidatedPart

Frames = dict[str, pl.DataFrame]


def judge_whole_tables(
    run: RunContext, tables: Mapping[str, pl.DataFrame], beside: Mapping[str, Frames]
) -> list[Validated]:
    """Judge tables one by one: what one loses is no reason to refuse rows of another.

    Args:
        run: Run that the ledger names.
        tables: Rows by qualified table name.
        beside: Frames that the rules of a table may look at, by name of that table.

    Raises:
        GateError: If an expectation cannot be judged.
    """
    from expectations.runner import validate_frames  # noqa: PLC0415 - imports great_expectations

    return [
        validate_frames({name: rows}, run_id=run.run_id, beside=beside.get(name))
        for name, rows in tables.items()
    ]


def frames_beside(
    run: RunContext,
    plan: RunPlan,
    parts: list[ValidatedPart],
    resolution: Resolution,
    mentions: pl.DataFrame,
) -> dict[str, Frames]:
    """Return what rules on tables over all documents may look at, by name of the table.

    Args:
        run: The run.
        plan: What it changes.
        parts: Its accepted rows.
        resolution: Things of all documents after the run.
        mentions: Place, thing and entity of all mentions after the run.
    """
    columns = ["document_id", "published_on", "stated_metadata"]
    documents = all_rows(run, plan, parts, DOCUMENTS.qualified_name, columns)
    lengths = ["document_id", "shingle_count"]
    signatures = all_rows(run, plan, parts, SIGNATURES.qualified_name, lengths)
    return {
        ENTITIES.qualified_name: {
            DOCUMENT_ENTITIES.qualified_name: resolution.document_entities,
            ENTITY_MENTIONS.qualified_name: mentions,
            CORRECTIONS.qualified_name: run.corrections,
        },
        NEAR_DUPLICATES.qualified_name: {
            DOCUMENTS.qualified_name: documents,
            SIGNATURES.qualified_name: signatures,
        },
        DOCUMENT_FILES.qualified_name: {
            DOCUMENTS.qualified_name: without_others(documents, plan),
        },
    }


def without_others(documents: pl.DataFrame, plan: RunPlan) -> pl.DataFrame:
    """Return the documents that only files of the sources given hold."""
    files = plan.known.document_files
    others = files.filter(~pl.col("source").is_in(plan.changes.replaced_sources))
    return documents.join(others, on="document_id", how="anti")
