"""All corrections that hold: those of the seeds and those of a file of the user's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from warehouse.errors import UsageError
from warehouse.queries import query_published
from warehouse.seeds import read_seed, read_table
from warehouse.tables.ref import CORRECTIONS

if TYPE_CHECKING:
    from pathlib import Path


def read_corrections(path: Path | None = None) -> pl.DataFrame:
    """Return the corrections that hold, sorted by their name.

    Args:
        path: CSV file of the user's with the columns of ref.corrections; None when there is none.

    Returns:
        Rows of ref.corrections.

    Raises:
        UsageError: If the file is missing or breaks the contract, or gives a name twice.
    """
    frames = [read_seed(CORRECTIONS), *([read_table(CORRECTIONS, path)] if path else [])]
    rows = pl.concat(frames)
    twice = rows.filter(pl.col("correction_id").is_duplicated())["correction_id"].unique().sort()
    if not twice.is_empty():
        msg = f"{path}: the correction {twice[0]!r} stands in the seeds too; give it another name."
        raise UsageError(msg)
    return rows.sort("correction_id")


def are_applied(path: Path, corrections: pl.DataFrame) -> bool:
    """Tell whether a published warehouse was resolved with exactly these corrections.

    Args:
        path: The warehouse that users name, of the running contract.
        corrections: Rows of ref.corrections.
    """
    names = ", ".join(CORRECTIONS.column_names)
    applied = query_published(path, f"select {names} from ref.corrections")  # noqa: S608 - ours
    return applied.cast(CORRECTIONS.polars_schema).sort("correction_id").equals(corrections)
