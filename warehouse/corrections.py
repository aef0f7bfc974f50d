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
        UsageError: If the file is missing or breaks the contract, gives a name twice, or a row
            leaves out what its action needs.
    """
    frames = [read_seed(CORRECTIONS), *([read_table(CORRECTIONS, path)] if path else [])]
    rows = pl.concat(frames)
    twice = rows.filter(pl.col("correction_id").is_duplicated())["correction_id"].unique().sort()
    if not twice.is_empty():
        msg = f"{path}: the correction {twice[0]!r} stands in the seeds too; give it another name."
        raise UsageError(msg)
    refuse_incomplete(rows)
    return rows.sort("correction_id")


def refuse_incomplete(rows: pl.DataFrame) -> None:
    """Refuse decisions that leave out what they need, or state what they cannot use.

    Raises:
        UsageError: Naming the first of them.
    """
    faults = {
        "a merge needs a target_name": (pl.col("action") == "merge")
        & pl.col("target_name").is_null(),
        "a relabel needs a target_label": (pl.col("action") == "relabel")
        & pl.col("target_label").is_null(),
        "a split needs the document_id in which the name means something else": (
            pl.col("action") == "split"
        )
        & pl.col("document_id").is_null(),
        "merge and hide are about all documents: leave the document_id empty": pl.col(
            "action"
        ).is_in(("merge", "hide"))
        & pl.col("document_id").is_not_null(),
    }
    for fault, is_broken in faults.items():
        broken = rows.filter(is_broken)["correction_id"].sort()
        if not broken.is_empty():
            msg = f"correction {broken[0]!r}: {fault}; correct its row."
            raise UsageError(msg)


def are_applied(path: Path, corrections: pl.DataFrame) -> bool:
    """Tell whether a published warehouse was resolved with exactly these corrections.

    Args:
        path: The warehouse that users name, of the running contract.
        corrections: Rows of ref.corrections.
    """
    names = ", ".join(CORRECTIONS.column_names)
    applied = query_published(path, f"select {names} from ref.corrections")  # noqa: S608 - ours
    return applied.cast(CORRECTIONS.polars_schema).sort("correction_id").equals(corrections)
