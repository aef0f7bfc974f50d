"""Puts the entities over all documents into frames that hold those of single documents."""

import polars as pl

from warehouse.contract import Table
from warehouse.entity_links import entity_links

RESOLVED_KEY = ["document_id", "entity_index"]
REASON = "resolution_rule"
UNRESOLVED = "0" * 16
"""Id of no entity: the gate refuses rows that have it."""


def relink_frame(table: Table, frame: pl.DataFrame, resolved: pl.DataFrame) -> pl.DataFrame:
    """Return rows of a document table with the entities that resolution gives them, and why.

    Args:
        table: Table that the frame obeys.
        frame: Its rows, with all columns or at least the indexes and ids of entities.
        resolved: Rows of core.document_entities after resolution.

    Returns:
        The same rows in the same order; an index that is not among ``resolved``, because no mention
        of the thing was accepted, gets ``UNRESOLVED``, which is no entity.
    """
    names = frame.columns
    ids = resolved.select(*RESOLVED_KEY, pl.col("entity_id").alias("settled_id"))
    for index, target in entity_links(table):
        if index not in names:
            continue
        keys = ids.rename({"entity_index": index})
        joined = frame.join(keys, on=["document_id", index], how="left", maintain_order="left")
        lost = pl.when(pl.col(index).is_not_null()).then(pl.lit(UNRESOLVED))
        frame = joined.with_columns(pl.coalesce("settled_id", lost).alias(target)).drop(
            "settled_id"
        )
    if REASON in names:
        reasons = resolved.select(*RESOLVED_KEY, REASON)
        frame = frame.update(reasons, on=RESOLVED_KEY, maintain_order="left")
    return frame.select(names)


def changed_links(before: pl.DataFrame, after: pl.DataFrame) -> pl.DataFrame:
    """Return the things of documents that are now another entity, or for another reason.

    Args:
        before: Rows of core.document_entities of documents that are not read again.
        after: All rows of core.document_entities after resolution.

    Returns:
        document_id, entity_index, entity_id and resolution_rule as they are now.
    """
    columns = [*RESOLVED_KEY, "entity_id", REASON]
    kept = after.select(columns).join(before.select(RESOLVED_KEY), on=RESOLVED_KEY, how="semi")
    return kept.join(before.select(columns), on=columns, how="anti")
