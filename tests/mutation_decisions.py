"""Decisions on every figure, quotation and date of some copies of the two articles."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from itertools import cycle
from typing import TYPE_CHECKING, Final

import polars as pl

from evaluation.copies import copy_documents
from tasks.corrections.applying import apply_overlay
from tasks.corrections.decisions import decisions_of
from tasks.corrections.ground import Ground
from tasks.corrections.outcomes import outcome_frame
from tasks.corrections.overlays import OVERLAYS
from tasks.corrections.rows import files_of
from tests.decided import DECIDED, decision
from tests.gate_rows import sha256
from tests.mutation_texts import entities_frame, extracted_frames, files_frame
from warehouse.corrections_proposed import propose_correction
from warehouse.tables.corrections import CORRECTION_OUTCOMES
from warehouse.tables.ref import CORRECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.gate_rows import Frames, Row

COPIES: Final = range(12)
"""So many rows that hundreds can be wrong at once, each with sound ones beside it."""
DECISIONS: Final = CORRECTIONS.qualified_name
WAYS: Final = {
    ("core.figures", "figure"): ("accept", "hide", ("category", ("other", "distance"))),
    ("core.quotes", "quote"): ("accept", "hide", ("stance", ("claimed", "stated"))),
    ("core.dates", "date"): ("accept", "hide", ("time_text", ("noon", "midnight"))),
}
"""What is decided in turn about the rows of a table: to accept, to hide, or the first value of a
column that the row has not."""


@lru_cache(maxsize=1)
def decided_frames() -> Frames:
    """Return documents, decisions on them, and the tables that these fill."""
    read = copy_documents({**extracted_frames(), "raw.document_files": files_frame()}, COPIES)
    read["core.entities"] = entities_frame()
    rows = [*decisions_on(read), *decisions_without_a_row(read["raw.document_files"])]
    ground = Ground(
        frames=read, files=files_of(read["raw.document_files"]), run_on=date(2026, 11, 3)
    )
    corrected: Frames = {}
    outcomes = []
    for overlay in OVERLAYS:
        decisions = decisions_of(rows, overlay.subjects)
        corrected[overlay.corrected.qualified_name], own = apply_overlay(overlay, decisions, ground)
        outcomes += own
    decided = pl.DataFrame(rows, schema=CORRECTIONS.polars_schema, orient="row")
    corrected[CORRECTION_OUTCOMES.qualified_name] = outcome_frame(outcomes)
    return {**read, **corrected, DECISIONS: decided}


def decisions_on(frames: Frames) -> Iterator[Row]:
    """Yield a decision on each row that can be decided on."""
    for (name, subject), ways in WAYS.items():
        for row, way in zip(frames[name].iter_rows(named=True), cycle(ways), strict=False):
            if isinstance(way, str):
                yield propose_correction(subject, way, row, **DECIDED)
            else:
                column, values = way
                value = next(value for value in values if value != row[column])
                yield propose_correction(
                    subject, "correct", row, column_name=column, new_value=value, **DECIDED
                )


def decisions_without_a_row(files: pl.DataFrame) -> Iterator[Row]:
    """Yield decisions whose document is gone; another text stands at the path of each."""
    for number, path in enumerate(files["path"].head(4)):
        yield decision(
            f"gone-{number}",
            "accept",
            "figure",
            name="12",
            document_id=sha256(f"gone {number}"),
            path=path,
            anchor_start_char=number,
            anchor_end_char=number + 2,
        )
