"""Follow references to refused rows: what refers to nothing cannot be loaded either."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl

from warehouse.tables import TABLES_BY_NAME

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from warehouse.contract import Reference

REFERENCE_EXISTS: Final = "reference_exists"
ROW_POSITION: Final = "row_position"
"""Helper column that names the rows to us; no table of the contract has it."""
PARTIAL_TABLES: Final = frozenset({"raw.document_files"})
"""Their rows may refer to rows that are in the warehouse and not in this run's frames."""


@dataclass(frozen=True, kw_only=True)
class Orphans:
    """Rows of ``table_name``, by position in its frame, whose ``reference`` leads nowhere."""

    table_name: str
    reference: Reference
    rows: tuple[int, ...]


def find_orphans(
    frames: Mapping[str, pl.DataFrame], refused: Mapping[str, AbstractSet[int]]
) -> list[Orphans]:
    """Return the rows that refer to a row that is refused or missing, and what refers to those.

    Args:
        frames: Frames by qualified table name; references to tables that are not among them are
            not judged. Rows of ``raw.document_files`` are lost only with a document that is refused
            here, rows of every other table also when the row they refer to is missing.
        refused: Positions of the rows that are refused already, by table name.

    Returns:
        One entry per reference that could be judged, also when no row is lost. A row stands under
        the first reference that it lost.
    """
    kept = {name: _without(frame, refused.get(name, set())) for name, frame in frames.items()}
    lost: dict[tuple[str, Reference], set[int]] = {
        (name, reference): set()
        for name in frames
        for reference in TABLES_BY_NAME[name].references
        if reference.target in frames
    }
    while found := _next_orphans(frames, kept, lost):
        for (name, reference), rows in found.items():
            lost[name, reference] |= rows
    return [
        Orphans(table_name=name, reference=reference, rows=tuple(sorted(rows)))
        for (name, reference), rows in lost.items()
    ]


def _without(frame: pl.DataFrame, positions: AbstractSet[int]) -> pl.DataFrame:
    numbered = frame.with_row_index(ROW_POSITION)
    return numbered.filter(~pl.col(ROW_POSITION).is_in(sorted(positions)))


def _next_orphans(
    frames: Mapping[str, pl.DataFrame],
    kept: dict[str, pl.DataFrame],
    references: Mapping[tuple[str, Reference], AbstractSet[int]],
) -> dict[tuple[str, Reference], set[int]]:
    """Return the orphans of one round, and take them out of ``kept``."""
    found: dict[tuple[str, Reference], set[int]] = defaultdict(set)
    for name, reference in references:
        target = reference.target
        orphans = _dangling(kept[name], reference, kept[target])
        if name in PARTIAL_TABLES:
            orphans = _leading_to(orphans, reference, frames[target])
        if orphans.height:
            found[name, reference] = set(orphans[ROW_POSITION])
            kept[name] = kept[name].join(orphans, on=ROW_POSITION, how="anti")
    return found


def _dangling(rows: pl.DataFrame, reference: Reference, target: pl.DataFrame) -> pl.DataFrame:
    referring = rows.select(ROW_POSITION, *reference.columns).drop_nulls()
    return referring.join(
        target, left_on=reference.columns, right_on=reference.target_columns, how="anti"
    )


def _leading_to(rows: pl.DataFrame, reference: Reference, target: pl.DataFrame) -> pl.DataFrame:
    return rows.join(
        target, left_on=reference.columns, right_on=reference.target_columns, how="semi"
    )
