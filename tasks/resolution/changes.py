"""What became of entities: rows of ``ops.entity_changes``, so that old ids keep resolving."""

import polars as pl

from warehouse.tables.ops import ENTITY_CHANGES_TABLE

MENTION_KEY = ["document_id", "start_char", "end_char"]


def find_changes(
    before: pl.DataFrame, after: pl.DataFrame, old_names: pl.DataFrame, new_names: pl.DataFrame
) -> pl.DataFrame:
    """Return which entities gave their mentions to others.

    Only mentions that were there before and are there now tell anything; an entity whose documents
    went is simply gone.

    Args:
        before: document_id, start_char, end_char and entity_id of the mentions before the run.
        after: The same after it.
        old_names: entity_id and entity_name before the run.
        new_names: entity_id and entity_name after it.

    Returns:
        Rows of ops.entity_changes without run_id, sorted by old and new id.
    """
    same = before.join(after, on=MENTION_KEY, how="inner", suffix="_now")
    moved = (
        same.filter(pl.col("entity_id") != pl.col("entity_id_now"))
        .group_by("entity_id", "entity_id_now")
        .agg(pl.len().cast(pl.Int64).alias("mention_count"))
        .rename({"entity_id": "old_entity_id", "entity_id_now": "new_entity_id"})
    )
    named = moved.join(
        old_names.rename({"entity_id": "old_entity_id", "entity_name": "old_name"}),
        on="old_entity_id",
        how="inner",
    ).join(
        new_names.rename({"entity_id": "new_entity_id", "entity_name": "new_name"}),
        on="new_entity_id",
        how="inner",
    )
    judged = named.with_columns(
        kind_of_change(named, old_names["entity_id"], new_names["entity_id"]).alias("change")
    )
    columns = [name for name in ENTITY_CHANGES_TABLE.column_names if name != "run_id"]
    return judged.select(columns).sort("old_entity_id", "new_entity_id")


def kind_of_change(moved: pl.DataFrame, old_ids: pl.Series, new_ids: pl.Series) -> pl.Expr:
    """Return the kind of each change: split where some mentions went elsewhere or stayed.

    Args:
        moved: old_entity_id and new_entity_id of the changes.
        old_ids: Entities before the run.
        new_ids: Entities after it.
    """
    targets = moved.group_by("old_entity_id").len().filter(pl.col("len") > 1)["old_entity_id"]
    sources = moved.group_by("new_entity_id").len().filter(pl.col("len") > 1)["new_entity_id"]
    is_split = pl.col("old_entity_id").is_in(targets.to_list()) | pl.col("old_entity_id").is_in(
        new_ids.to_list()
    )
    is_merged = pl.col("new_entity_id").is_in(sources.to_list()) | pl.col("new_entity_id").is_in(
        old_ids.to_list()
    )
    return (
        pl.when(is_split)
        .then(pl.lit("split"))
        .when(is_merged)
        .then(pl.lit("merged"))
        .otherwise(pl.lit("renamed"))
    )
