"""Decisions in a run: the tables over all documents that they make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tasks.corrections.applying import apply_overlay
from tasks.corrections.decisions import decisions_of
from tasks.corrections.outcomes import outcome_frame
from tasks.corrections.overlays import OVERLAYS
from tasks.corrections.rows import ground_of
from warehouse.tables.corrections import CORRECTION_OUTCOMES
from warehouse.tables.ref import CORRECTIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    import polars as pl

    from tasks.corrections.anchors import Files
    from tasks.corrections.outcomes import Outcome
    from tasks.plan import RunPlan
    from tasks.resolution.entities import Resolution
    from tasks.runs import RunContext
    from tasks.validate import ValidatedPart


@dataclass(frozen=True, kw_only=True)
class Decided:
    """What decisions make of a run.

    Attributes:
        frames: The tables of corrected rows, and what became of every decision, by table name.
        beside: Frames that the rules on each of these tables look at, by name of that table.
    """

    frames: dict[str, pl.DataFrame]
    beside: dict[str, dict[str, pl.DataFrame]]


def correct_run(
    run: RunContext,
    plan: RunPlan,
    parts: Sequence[ValidatedPart],
    resolution: Resolution,
    *,
    files: Files,
    outcomes: Sequence[Outcome],
) -> Decided:
    """Return the tables of corrected rows, and what became of every decision.

    Args:
        run: The run.
        plan: What it changes.
        parts: Its accepted rows on disk, settled.
        resolution: Entities of all documents, corrected.
        files: Paths and documents after the run.
        outcomes: What became of the decisions about entities.
    """
    ground = ground_of(run, plan, parts, resolution, files)
    rows = run.corrections.to_dicts()
    frames: dict[str, pl.DataFrame] = {}
    read: dict[str, dict[str, pl.DataFrame]] = {}
    found = list(outcomes)
    for overlay in OVERLAYS:
        decisions = decisions_of(rows, overlay.subjects)
        corrected, own = apply_overlay(overlay, decisions, ground)
        name = overlay.table.qualified_name
        frames[overlay.corrected.qualified_name] = corrected
        read[overlay.corrected.qualified_name] = {name: ground.frames[name]}
        found += own
    became = {CORRECTION_OUTCOMES.qualified_name: outcome_frame(found)}
    shared = {**became, CORRECTIONS.qualified_name: run.corrections}
    return Decided(
        frames={**frames, **became},
        beside={name: {**own, **shared} for name, own in read.items()},
    )
