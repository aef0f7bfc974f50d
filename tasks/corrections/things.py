"""Decisions about entities: other values of them, and what became of each decision.

Merging, splitting, relabelling and hiding is done when things become entities (``resolution``).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from tasks.corrections.anchors import gone
from tasks.corrections.decisions import decisions_of, superseded
from tasks.corrections.judging import is_critical, judge_rows, newly_broken
from tasks.corrections.outcomes import Outcome
from tasks.resolution.corrections import corrections_of, replaced_of, rows_found
from warehouse.corrections_columns import ENTITY, parse_new_value, reading_of
from warehouse.row_keys import row_key
from warehouse.tables.entities import DOCUMENT_ENTITIES, ENTITIES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from expectations.rules import Rule
    from tasks.corrections.anchors import Files
    from tasks.corrections.decisions import Decision, Row

NAME: Final = ENTITIES.qualified_name


def correct_things(
    things: pl.DataFrame,
    entities: pl.DataFrame,
    rows: Sequence[Row],
    files: Files,
    run_on: date,
) -> tuple[pl.DataFrame, list[Outcome]]:
    """Return core.entities with the values of decisions, and what became of each decision.

    Args:
        things: Rows of core.document_entities, resolved, with their own labels.
        entities: Rows of core.entities.
        rows: Rows of ref.corrections.
        files: Paths and documents after the run.
        run_on: Day of the run.
    """
    decisions = decisions_of(rows, (ENTITY,))
    if not decisions:
        return entities, []
    named, corrections = things.to_dicts(), corrections_of(rows)
    positions = rows_found(named, corrections)
    ids = things["entity_id"].to_list()
    meant = {name: sorted({ids[p] for p in found}) for name, found in positions.items()}
    every = sorted({entity_id for found in meant.values() for entity_id in found})
    chosen = entities.filter(pl.col("entity_id").is_in(every))
    edited = EditedThings({row["entity_id"]: row for row in chosen.to_dicts()}, things, run_on)
    outcomes = [missed_thing(d, files) for d in decisions if not meant[d.correction_id]]
    for decision, ids_meant in ((d, meant[d.correction_id]) for d in decisions):
        for entity_id in ids_meant:
            edited.decided[entity_id].append(decision)
    for name, others in replaced_of(named, corrections).items():
        for entity_id in meant[name]:
            counting = [others.get(p) for p in positions[name] if ids[p] == entity_id]
            if counting[0] is not None and None not in counting:
                edited.replaced[entity_id][name] = counting[0]
    outcomes += edited.outcomes()
    return edited.frame(entities), outcomes


def missed_thing(decision: Decision, files: Files) -> Outcome:
    """Return what became of a decision that no thing of any document is meant by."""
    document_id = decision.document_id
    if document_id is not None and document_id not in files.document_ids:
        return gone(decision, files)
    detail = "no document names what it corrects; is the name still written so?"
    return Outcome(correction_id=decision.correction_id, status="idle", detail=detail)


def hidden_or_shown(decisions: Sequence[Decision]) -> dict[str, str]:
    """Return which decisions to hide a thing, or to accept it, a later one replaces.

    Args:
        decisions: Decisions about one entity, in order; it may be hidden by several names.
    """
    wholes = [d for d in decisions if d.action in {"hide", "accept"} and d.column_name is None]
    return {
        decision.correction_id: wholes[-1].correction_id
        for decision in wholes
        if decision.action != wholes[-1].action
    }


class EditedThings:
    """Entities after the decisions about each of them."""

    def __init__(self, by_id: Mapping[str, Row], things: pl.DataFrame, run_on: date) -> None:
        """Begin without decisions.

        Args:
            by_id: Rows of core.entities by their id.
            things: Rows of core.document_entities, resolved.
            run_on: Day of the run.
        """
        self.by_id = by_id
        self.frames = {DOCUMENT_ENTITIES.qualified_name: things}
        self.run_on = run_on
        self.decided: dict[str, list[Decision]] = defaultdict(list)
        self.replaced: dict[str, dict[str, str]] = defaultdict(dict)
        self.edited: dict[str, Row] = {}

    def outcomes(self) -> list[Outcome]:
        """Give the entities their values; return what became of each decision and entity."""
        return [
            self.outcome(entity_id, decision, *status)
            for entity_id in sorted(self.decided)
            for decision, status in self.settle(entity_id)
        ]

    def settle(self, entity_id: str) -> list[tuple[Decision, tuple[str, str | None]]]:
        """Give one entity its values; return the status of each decision, and why."""
        decisions, row = self.decided[entity_id], self.by_id[entity_id]
        later = superseded([d for d in decisions if d.action in {"accept", "correct"}])
        later |= hidden_or_shown(decisions) | self.replaced[entity_id]
        statuses: dict[str, tuple[str, str | None]] = {
            name: ("idle", f"the later decision {other} counts instead")
            for name, other in later.items()
        }
        given: dict[str, Any] = {}
        for decision in decisions:
            if decision.action != "correct" or decision.correction_id in statuses:
                continue
            column = str(decision.column_name)
            try:
                given[column] = parse_new_value(ENTITY, column, decision.new_value or "")
            except ValueError as error:
                statuses[decision.correction_id] = ("refused", f"column {column}: {error}")
        while given and (rule := self.broken_rule(row, row | given)):
            blamed = [name for name in given if name in rule.columns] or list(given)
            statuses |= {
                decision.correction_id: ("refused", f"it breaks {rule.name}: {rule.reason}")
                for decision in decisions
                if decision.action == "correct"
                and decision.column_name in blamed
                and decision.correction_id not in statuses
            }
            given = {name: value for name, value in given.items() if name not in blamed}
        self.edited[entity_id] = row | given
        return [(d, statuses.get(d.correction_id) or self.status(entity_id, d)) for d in decisions]

    def status(self, entity_id: str, decision: Decision) -> tuple[str, str | None]:
        """Return what became of a decision that no fault is known of."""
        now = reading_of(ENTITY, self.edited[entity_id], decision.column_name)
        if decision.action == "accept" and decision.read_value not in {None, now}:
            return "stale", f"it reads {now} now; look at it again"
        return "applied", None

    def broken_rule(self, row: Row, edited: Row) -> Rule | None:
        """Return the critical rule that an entity would break with other values."""
        before, after = (
            judge_rows(ENTITIES, [one], self.frames, self.run_on) for one in (row, edited)
        )
        broken = newly_broken(before, after)
        return next((rule for rule, _ in broken if is_critical(rule)), None)

    def outcome(
        self, entity_id: str, decision: Decision, status: str, detail: str | None
    ) -> Outcome:
        """Return what became of a decision about an entity."""
        row = self.by_id[entity_id]
        return Outcome(
            correction_id=decision.correction_id,
            status=status,
            row_key=row_key(ENTITIES, row),
            table_name=NAME,
            row_id=entity_id,
            old_value=reading_of(ENTITY, row, decision.column_name),
            detail=detail,
        )

    def frame(self, entities: pl.DataFrame) -> pl.DataFrame:
        """Return core.entities with the values of decisions, sorted by key."""
        changed = pl.DataFrame(
            list(self.edited.values()), schema=ENTITIES.polars_schema, orient="row"
        )
        others = entities.join(changed, on="entity_id", how="anti")
        return pl.concat([others.select(ENTITIES.column_names), changed]).sort(ENTITIES.key)
