"""Sound decisions about the sample rows, and what they make of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import polars as pl

from tasks.corrections.applying import apply_overlay
from tasks.corrections.decisions import decisions_of
from tasks.corrections.ground import Ground
from tasks.corrections.outcomes import outcome_frame
from tasks.corrections.overlays import OVERLAYS
from tasks.corrections.rows import files_of
from tests.decided import DECIDED
from tests.gate_ledger import ledger_frames
from warehouse.corrections_proposed import propose_correction
from warehouse.tables.corrections import CORRECTION_OUTCOMES
from warehouse.tables.ref import CORRECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.gate_rows import Frames, Row

DECISIONS = "ref.corrections"


def decided_frames(frames: Frames) -> Frames:
    """Return decisions, corrected rows and outcomes; the decision of the ledger comes first."""
    known = ledger_frames()[DECISIONS]
    rows = [*known.to_dicts(), *decisions_on(frames)]
    ground = Ground(
        frames=frames, files=files_of(frames["raw.document_files"]), run_on=date(2026, 11, 3)
    )
    found: Frames = {}
    outcomes = []
    for overlay in OVERLAYS:
        decisions = decisions_of(rows, overlay.subjects)
        found[overlay.corrected.qualified_name], own = apply_overlay(overlay, decisions, ground)
        outcomes += own
    return found | {
        DECISIONS: pl.DataFrame(rows, schema=CORRECTIONS.polars_schema, orient="row"),
        CORRECTION_OUTCOMES.qualified_name: outcome_frame(outcomes),
    }


def decisions_on(frames: Frames) -> Iterator[Row]:
    """Yield decisions that accept, correct and hide rows of each table."""
    first, second, third, _ = frames["core.figures"].head(4).to_dicts()
    quote, day = (frames[f"core.{name}"].row(0, named=True) for name in ("quotes", "dates"))
    who: dict[str, Any] = dict(DECIDED)
    yield propose_correction("figure", "accept", first, **who)
    for column, value in (("value", "300"), ("category", "other")):
        yield propose_correction(
            "figure", "correct", second, column_name=column, new_value=value, **who
        )
    yield propose_correction("figure", "hide", third, **who)
    yield propose_correction("claimant", "hide", first, **who)
    yield propose_correction(
        "quote", "correct", quote, column_name="stance", new_value="claimed", **who
    )
    yield propose_correction("date", "accept", day, **who)
