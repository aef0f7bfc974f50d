"""How many documents a run would take away for good, source by source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

if TYPE_CHECKING:
    from tasks.sources.changes import ChangePlan

FILE: Final = ["source", "path"]


def count_losses(known_files: pl.DataFrame, plan: ChangePlan) -> pl.DataFrame:
    """Count the documents of each source that go without another text in their file's place.

    An edited file trades its documents for others and loses none; one that is gone, or that holds
    fewer documents than before, loses the difference. A document that several files of a source
    held counts once.

    Args:
        known_files: ``raw.document_files`` of the published warehouse.
        plan: Plan of the run.

    Returns:
        One row per source that is replaced and was known: source, known_count (documents before
        the run), lost_count; sorted by source.
    """
    before = (
        known_files.filter(pl.col("source").is_in(plan.replaced_sources))
        .sort(*FILE, "record_index")
        .unique(["source", "document_id"], keep="first", maintain_order=True)
    )
    gone = before.filter(pl.col("document_id").is_in(plan.removed_document_ids))
    came = plan.document_files.join(known_files, on=[*FILE, "document_id"], how="anti")
    lost = (
        gone.group_by(FILE)
        .len("gone_count")
        .join(came.group_by(FILE).len("came_count"), on=FILE, how="left")
        .with_columns(pl.col("gone_count", "came_count").cast(pl.Int64).fill_null(0))
        .with_columns(lost_count=(pl.col("gone_count") - pl.col("came_count")).clip(0))
        .group_by("source")
        .agg(pl.col("lost_count").sum())
    )
    return (
        before.group_by("source")
        .agg(pl.len().cast(pl.Int64).alias("known_count"))
        .join(lost, on="source", how="left")
        .with_columns(pl.col("lost_count").fill_null(0))
        .sort("source")
    )
