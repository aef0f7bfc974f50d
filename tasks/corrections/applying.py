"""Decisions about the rows of one table: what became of each, and the rows as they read now."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl

from tasks.corrections.anchors import missed
from tasks.corrections.decisions import superseded
from tasks.corrections.drafts import Draft
from tasks.corrections.ground import shown_row
from tasks.corrections.outcomes import Outcome
from warehouse.corrections_columns import reading_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tasks.corrections.decisions import Decision, Row
    from tasks.corrections.ground import Ground
    from tasks.corrections.overlays import Overlay

SEPARATOR: Final = ";"
Placed = dict[int, list["Decision"]]
"""Decisions by the position of the row that they are about."""


def apply_overlay(
    overlay: Overlay, decisions: Sequence[Decision], ground: Ground
) -> tuple[pl.DataFrame, list[Outcome]]:
    """Return the corrected rows of a table, and what became of each decision about it.

    Args:
        overlay: The table.
        decisions: Decisions about it, those that were taken first before the others.
        ground: What the run holds of their documents.
    """
    rows = ground.rows(overlay.table.qualified_name) if decisions else []
    draft = Draft(overlay=overlay, ground=ground, rows=rows)
    placed, outcomes = place_decisions(draft, decisions)
    applied = Applied(draft)
    for position, own in placed.items():
        replaced = superseded(own)
        draft.decided[position] = [d for d in own if d.correction_id not in replaced]
        outcomes += [
            applied.outcome(
                position, decision, "idle", f"the later decision {other} counts instead"
            )
            for decision in own
            if (other := replaced.get(decision.correction_id))
        ]
    draft.settle()
    return applied.frame(), [*outcomes, *applied.outcomes()]


def place_decisions(draft: Draft, decisions: Sequence[Decision]) -> tuple[Placed, list[Outcome]]:
    """Return the decisions whose rows are there, and what became of the others."""
    positions = {
        (row["document_id"], row["start_char"], row["end_char"]): position
        for position, row in enumerate(draft.rows)
    }
    rows = {anchor: draft.rows[position] for anchor, position in positions.items()}
    placed: Placed = defaultdict(list)
    lost: list[Outcome] = []
    for decision in decisions:
        miss = missed(decision, draft.overlay, draft.ground.places, draft.ground.files, rows)
        if miss is None:
            placed[positions[decision.anchor]].append(decision)
        else:
            lost.append(miss)
    return placed, lost


@dataclass(frozen=True)
class Applied:
    """A settled draft as rows of the warehouse."""

    draft: Draft

    def outcomes(self) -> Iterator[Outcome]:
        """Yield what became of the decisions whose rows are there."""
        for position, decisions in self.draft.decided.items():
            for decision in decisions:
                yield self.outcome(position, decision, *self.status(position, decision))

    def status(self, position: int, decision: Decision) -> tuple[str, str | None]:
        """Return what became of a decision, and what to know of it."""
        draft = self.draft
        if decision.correction_id in draft.refused:
            return "refused", draft.refused[decision.correction_id]
        was = self.reading(draft.rows[position], decision)
        now = self.reading(draft.edited[position], decision)
        if decision.action == "accept" and decision.read_value not in {None, now}:
            return "stale", f"it reads {now} now; look at it again"
        if decision.action == "correct" and was == now:
            return "applied", "it is read so without the decision"
        return "applied", "; ".join(draft.warnings.get(position, ())) or None

    def reading(self, row: Row, decision: Decision) -> str | None:
        """Return what a row shows of the matter of a decision."""
        shown = shown_row(row, self.draft.ground.entity_names)
        return reading_of(decision.subject, shown, decision.column_name)

    def outcome(
        self, position: int, decision: Decision, status: str, detail: str | None
    ) -> Outcome:
        """Return a row of core.correction_outcomes about a row that is there."""
        overlay, row = self.draft.overlay, self.draft.rows[position]
        return Outcome(
            correction_id=decision.correction_id,
            status=status,
            row_key=overlay.key_of(row),
            table_name=overlay.table.qualified_name,
            row_id=overlay.id_of(row),
            old_value=self.reading(row, decision),
            detail=detail,
        )

    def frame(self) -> pl.DataFrame:
        """Return the rows that decisions are applied to, sorted by key."""
        table = self.draft.overlay.corrected
        rows = [
            self.row(position, applied)
            for position, decisions in self.draft.decided.items()
            if (applied := [d for d in decisions if self.status(position, d)[0] == "applied"])
        ]
        return pl.DataFrame(rows, schema=table.polars_schema, orient="row").sort(table.key)

    def row(self, position: int, applied: Sequence[Decision]) -> Row:
        """Return one corrected row with its marks."""
        overlay, row = self.draft.overlay, self.draft.edited[position]
        wholes = {(d.subject, d.action) for d in applied if d.column_name is None}
        main, last = overlay.subjects[0], overlay.subjects[-1]
        marked = row | {
            "anchor_start_char": row["start_char"],
            "anchor_end_char": row["end_char"],
            "is_hidden": (main, "hide") in wholes,
            "is_corrected": any(map(self.draft.is_change, applied)),
            "is_accepted": (main, "accept") in wholes,
            "is_claimant_accepted": (last, "accept") in wholes,
            "correction_ids": SEPARATOR.join(sorted(d.correction_id for d in applied)),
        }
        return {name: marked[name] for name in overlay.corrected.column_names}
