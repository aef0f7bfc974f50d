"""Values of the rows that a row refers to: of other frames, and of the seeds."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import polars as pl

from warehouse.seeds import seed_path

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from expectations.rules.rule import Context, Judge
    from warehouse.contract import Table


def looked_up(
    frame: pl.DataFrame,
    target: pl.DataFrame,
    keys: Mapping[str, str],
    values: Mapping[str, str],
) -> pl.DataFrame:
    """Return rows with values of the row of another frame that each refers to.

    Args:
        frame: Rows that refer.
        target: Rows that are referred to; of several with one key the first counts.
        keys: Column of ``target`` by the column of ``frame`` that holds it.
        values: Column of ``target`` by the name that it gets.

    Returns:
        The same rows in their order; the values are null where a row refers to none.
    """
    picked = target.unique(list(keys.values()), keep="first", maintain_order=True).select(
        *(pl.col(theirs).alias(own) for own, theirs in keys.items()),
        *(pl.col(theirs).alias(name) for name, theirs in values.items()),
    )
    return frame.join(picked, on=list(keys), how="left", maintain_order="left")


def compared_with(
    target: str, keys: Mapping[str, str], values: Mapping[str, str], broken: pl.Expr
) -> Judge:
    """Return a judge that compares rows with those of another frame that they refer to.

    Args:
        target: Schema and name of the other table.
        keys: As in ``looked_up``.
        values: As in ``looked_up``.
        broken: True for a row that breaks the rule, over its own columns and the values.
    """

    def judge(frame: pl.DataFrame, context: Context) -> pl.Series:
        joined = looked_up(frame, context.frames[target], keys, values)
        return joined.select(broken.alias("broken")).to_series()

    return judge


def seed_frame(table: Table) -> pl.DataFrame:
    """Return a seed of texts and plain numbers as a frame that obeys its table, read once.

    Cells are taken as they are: the load refuses a seed with a cell that breaks the contract.

    Args:
        table: Table of the schema ``ref``.
    """
    return _read_csv(table, seed_path(table))


@lru_cache(maxsize=64)
def _read_csv(table: Table, path: Path) -> pl.DataFrame:
    return pl.read_csv(path, schema=table.polars_schema)
