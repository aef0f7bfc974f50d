"""The rows of one table while decisions are laid over them, and which of the decisions stand.

A decision never stops a run. One whose value the contract or a rule refuses is left out, and with
it only those that cannot stand without it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from tasks.corrections.edits import edit_row
from tasks.corrections.judging import is_critical, judge_rows, newly_broken
from tasks.corrections.words import EditRefusedError
from warehouse.corrections_columns import parse_new_value

if TYPE_CHECKING:
    from expectations.rules import Rule
    from tasks.corrections.decisions import Decision, Row
    from tasks.corrections.ground import Ground
    from tasks.corrections.judging import Broken
    from tasks.corrections.overlays import Overlay


@dataclass(kw_only=True)
class Draft:
    """Rows under decisions; ``settle`` finds those that stand.

    Attributes:
        overlay: The table.
        ground: What the run holds of the documents.
        rows: All rows of these documents as they were read.
        decided: Decisions that are there and that no later one replaces, by position of their row.
        refused: Why decisions are refused, by their names.
        edited: Rows as they read after the decisions, by position.
        warnings: What to know of a row as it reads now, by position.
    """

    overlay: Overlay
    ground: Ground
    rows: list[Row]
    decided: dict[int, list[Decision]] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    edited: dict[int, Row] = field(default_factory=dict)
    warnings: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))

    def settle(self) -> None:
        """Edit the rows, and leave decisions out until the rows keep all critical rules."""
        if not self.decided:
            return
        broken = self.edit_rows()
        while blamed := self.blamed(broken):
            self.refused |= blamed
            broken = self.edit_rows()
        for rule, position in broken:
            self.warnings[position].append(f"mind {rule.name}: {rule.reason}")

    def edit_rows(self) -> list[tuple[Rule, int]]:
        """Edit the rows by the decisions that stand so far; return what they newly break."""
        self.edited = {position: self.edit(position) for position in sorted(self.decided)}
        return newly_broken(self.before, self.judge(self.edited))

    @cached_property
    def before(self) -> Broken:
        """What the rows break as they were read: no decision is to blame for it."""
        return self.judge({})

    def judge(self, edited: dict[int, Row]) -> Broken:
        """Return what the rows break with some of them edited."""
        rows = [edited.get(position, row) for position, row in enumerate(self.rows)]
        return judge_rows(self.overlay.table, rows, self.ground.frames, self.ground.run_on)

    def edit(self, position: int) -> Row:
        """Return a row after its decisions; refuse those that give it what the text has not."""
        row = self.rows[position]
        place = self.ground.places[row["document_id"]]
        while True:
            given = self.given(position)
            try:
                return edit_row(row, given, self.overlay, place)
            except EditRefusedError as error:
                refused = [d for d in self.active(position) if d.column_name == error.column_name]
                self.refused |= {decision.correction_id: str(error) for decision in refused}

    def given(self, position: int) -> dict[str, Any]:
        """Return the values that decisions give a row; refuse those that the contract refuses."""
        given: dict[str, Any] = {}
        for decision in self.active(position):
            if decision.column_name is None:
                given[f"{self.overlay.source}_name"] = None
                continue
            try:
                given[decision.column_name] = parse_new_value(
                    decision.subject, decision.column_name, decision.new_value or ""
                )
            except ValueError as error:
                self.refused[decision.correction_id] = f"column {decision.column_name}: {error}"
        return given

    def active(self, position: int) -> list[Decision]:
        """Return the decisions that change the values of a row and are not refused."""
        return [
            decision
            for decision in self.decided.get(position, ())
            if self.is_change(decision) and decision.correction_id not in self.refused
        ]

    def is_change(self, decision: Decision) -> bool:
        """Tell whether a decision changes values: a correct, or that nobody is the claimant."""
        is_first = decision.subject == self.overlay.subjects[0]
        return decision.action == "correct" or (decision.action == "hide" and not is_first)

    def blamed(self, broken: list[tuple[Rule, int]]) -> dict[str, str]:
        """Return the decisions because of which rows break critical rules, and which rule."""
        return {
            decision.correction_id: f"it breaks {rule.name}: {rule.reason}"
            for rule, position in reversed(broken)
            if is_critical(rule)
            for decision in self.blame(rule, position)
        }

    def blame(self, rule: Rule, position: int) -> list[Decision]:
        """Return the decisions because of which a row breaks a rule.

        Those about the row itself, else about the whole that it is a part of, else about any row of
        its document; of these the ones about a column of the rule, if any is.
        """
        row = self.rows[position]
        beside = [p for p in self.decided if self.rows[p]["document_id"] == row["document_id"]]
        whole_id = row.get("total_figure_id")
        wholes = [p for p in beside if whole_id and self.overlay.id_of(self.rows[p]) == whole_id]
        for group in ([position], wholes, beside):
            own = [decision for p in group for decision in self.active(p)]
            if own:
                return [d for d in own if d.column_name in rule.columns] or own
        return []
