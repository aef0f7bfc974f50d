"""Decisions about entities, found again by the names that they state, in whatever order texts came.

What stands at one place of a text is decided elsewhere: ``tasks/corrections``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tasks.nlp.linking.groups import family_of
from tasks.resolution.nodes import split_list
from warehouse.names import normalise_name

Key = tuple[str, str]
"""Label and canonical key of a thing."""
Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One row of ref.corrections."""

    correction_id: str
    action: str
    label: str
    name: str
    document_id: str | None
    target_label: str | None
    target_name: str | None
    column_name: str | None = None

    def concerns(self, row: Row) -> bool:
        """Tell whether a row of core.document_entities has the label and document of a decision."""
        if self.document_id not in {None, row["document_id"]}:
            return False
        return family_of(self.label) == family_of(row["label"])

    def is_aimed_at(self, row: Row) -> bool:
        """Tell whether a row has the label of the target of a merge."""
        return family_of(self.target_label or self.label) == family_of(row["label"])


class Bearers:
    """Which rows of core.document_entities bear a name, however it is spelled."""

    def __init__(self, rows: Sequence[Row]) -> None:
        """Index rows by all their names."""
        self.rows = rows
        self.positions: dict[str, list[int]] = {}
        for position, row in enumerate(rows):
            for key in keys_of(row):
                self.positions.setdefault(key, []).append(position)

    def of(self, correction: Correction) -> list[int]:
        """Return the positions of the rows that a decision is about, ascending."""
        named = self.positions.get(normalise_name(correction.name), ())
        return [position for position in named if correction.concerns(self.rows[position])]

    def of_target(self, correction: Correction) -> list[int]:
        """Return the positions of the rows that bear the name of the target of a merge."""
        if correction.target_name is None:
            return []
        named = self.positions.get(normalise_name(correction.target_name), ())
        return [position for position in named if correction.is_aimed_at(self.rows[position])]


def bears(row: Row, name: str) -> bool:
    """Tell whether a row of core.document_entities has a name, however it is spelled."""
    return normalise_name(name) in keys_of(row)


def keys_of(row: Row) -> set[str]:
    """Return all names of a row of core.document_entities, normalised."""
    own = (row["local_key"], normalise_name(row["entity_name"]))
    return {*own, *split_list(row["other_names"])}


def corrections_of(rows: Sequence[Row]) -> list[Correction]:
    """Return the decisions about entities, those that were taken first before the others."""
    fields = Correction.__dataclass_fields__
    things = [row for row in rows if row["subject"] == "entity"]
    ordered = sorted(things, key=lambda row: (row["decided_on"], row["correction_id"]))
    return [Correction(**{name: row[name] for name in fields}) for row in ordered]


def chosen_of(corrections: Sequence[Correction], action: str) -> list[Correction]:
    """Return the decisions of an action, in their order."""
    return [correction for correction in corrections if correction.action == action]


def last_about(
    rows: Sequence[Row], corrections: Sequence[Correction], action: str
) -> dict[int, Correction]:
    """Return the last decision of an action about each row that there is one about, by position."""
    found: dict[int, Correction] = {}
    if chosen := chosen_of(corrections, action):
        bearers = Bearers(rows)
        for correction in chosen:
            found |= dict.fromkeys(bearers.of(correction), correction)
    return found


def relabelled(rows: Sequence[Row], corrections: Sequence[Correction]) -> Iterator[Row]:
    """Yield rows with the labels that decisions give them, those of the last that is about it."""
    chosen = last_about(rows, corrections, "relabel")
    for position, row in enumerate(rows):
        yield {**row, "label": chosen[position].target_label} if position in chosen else row


def split_off(rows: Sequence[Row], corrections: Sequence[Correction]) -> dict[int, str]:
    """Return what tells rows apart that decisions make things of their own, by position."""
    chosen = last_about(rows, corrections, "split")
    return {
        position: f"split-{normalise_name(one.target_name or str(one.document_id)[:12])}"
        for position, one in chosen.items()
    }


def merged_keys(
    rows: Sequence[Row], keys: Sequence[Key], corrections: Sequence[Correction]
) -> dict[Key, Key]:
    """Return the thing that each thing of a merge becomes.

    Args:
        rows: Rows of core.document_entities.
        keys: Label and key of each row's thing.
        corrections: All decisions.
    """
    found: dict[Key, Key] = {}
    if not (chosen := chosen_of(corrections, "merge")):
        return found
    bearers = Bearers(rows)
    for correction in chosen:
        targets = sorted({keys[position] for position in bearers.of_target(correction)})
        if not targets:
            continue
        target = end_of(found, targets[0])
        for key in (*targets, *(keys[position] for position in bearers.of(correction))):
            source = end_of(found, key)
            if source != target:
                found[source] = target
    return found


def end_of(merged: dict[Key, Key], key: Key) -> Key:
    """Return the thing that a thing has become, over several merges."""
    while key in merged:
        key = merged[key]
    return key


def hidden_keys(
    rows: Sequence[Row], keys: Sequence[Key], corrections: Sequence[Correction]
) -> set[Key]:
    """Return the things that decisions hide and no later one accepts.

    Args:
        rows: Rows of core.document_entities.
        keys: Label and key of each row's thing after merges.
        corrections: All decisions, those that were taken first before the others.
    """
    found: set[Key] = set()
    if not chosen_of(corrections, "hide"):
        return found
    bearers = Bearers(rows)
    for correction in corrections:
        if correction.action == "hide":
            found |= {keys[position] for position in bearers.of(correction)}
        elif correction.action == "accept" and correction.column_name is None:
            found -= {keys[position] for position in bearers.of(correction)}
    return found


def rows_found(rows: Sequence[Row], corrections: Sequence[Correction]) -> dict[str, list[int]]:
    """Return the positions of the rows that each decision is about, by its name.

    All but those on labels are about rows with the labels that decisions give them. A merge whose
    target no document names is about nothing.

    Args:
        rows: Rows of core.document_entities with their own labels.
        corrections: All decisions.
    """
    if not corrections:
        return {}
    own, renamed = Bearers(rows), Bearers(list(relabelled(rows, corrections)))
    found = {}
    for correction in corrections:
        bearers = own if correction.action == "relabel" else renamed
        is_lost = correction.action == "merge" and not bearers.of_target(correction)
        found[correction.correction_id] = [] if is_lost else bearers.of(correction)
    return found


def replaced_of(
    rows: Sequence[Row], corrections: Sequence[Correction]
) -> dict[str, dict[int, str]]:
    """Return the rows of which a later decision on label or split replaces an earlier one.

    Args:
        rows: Rows of core.document_entities with their own labels.
        corrections: All decisions, those that were taken first before the others.

    Returns:
        By name of the earlier decision, the name of the one that counts instead by position.
    """
    found: dict[str, dict[int, str]] = {}
    for action in ("relabel", "split"):
        chosen = chosen_of(corrections, action)
        if len(chosen) < 2:  # noqa: PLR2004 - one alone replaces none
            continue
        own = rows if action == "relabel" else list(relabelled(rows, corrections))
        last, bearers = last_about(own, chosen, action), Bearers(own)
        for correction in chosen:
            found[correction.correction_id] = {
                position: last[position].correction_id
                for position in bearers.of(correction)
                if last[position] != correction
            }
    return found


def without_effect(rows: Sequence[Row], corrections: Sequence[Correction]) -> list[str]:
    """Return the decisions whose name, or whose target, no document bears any more."""
    return [name for name, positions in rows_found(rows, corrections).items() if not positions]
