"""Decisions of analysts, found again by the names that they state, in whatever order texts came."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tasks.nlp.linking.groups import family_of
from tasks.nlp.linking.names import normalise_name
from tasks.resolution.nodes import split_list

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

    def is_about(self, row: Row) -> bool:
        """Tell whether a row of core.document_entities bears the name of the decision."""
        if self.document_id not in {None, row["document_id"]}:
            return False
        return family_of(self.label) == family_of(row["label"]) and bears(row, self.name)

    def targets(self, row: Row) -> bool:
        """Tell whether a row bears the name of the target of a merge."""
        if self.target_name is None:
            return False
        label = self.target_label or self.label
        return family_of(label) == family_of(row["label"]) and bears(row, self.target_name)


def bears(row: Row, name: str) -> bool:
    """Tell whether a row of core.document_entities has a name, however it is spelled."""
    key = normalise_name(name)
    names = (row["local_key"], normalise_name(row["entity_name"]), *split_list(row["other_names"]))
    return key in names


def corrections_of(rows: Sequence[Row]) -> list[Correction]:
    """Return the decisions in the order of their names."""
    fields = Correction.__dataclass_fields__
    found = [Correction(**{name: row[name] for name in fields}) for row in rows]
    return sorted(found, key=lambda correction: correction.correction_id)


def relabelled(rows: Sequence[Row], corrections: Sequence[Correction]) -> Iterator[Row]:
    """Yield rows with the labels that decisions give them."""
    chosen = [c for c in corrections if c.action == "relabel" and c.target_label]
    for row in rows:
        label = next((c.target_label for c in chosen if c.is_about(row)), None)
        yield {**row, "label": label} if label else row


def split_off(rows: Sequence[Row], corrections: Sequence[Correction]) -> dict[int, str]:
    """Return what tells rows apart that decisions make things of their own, by position."""
    chosen = [c for c in corrections if c.action == "split"]
    return {
        position: f"split-{normalise_name(correction.target_name or row['document_id'][:12])}"
        for position, row in enumerate(rows)
        for correction in chosen
        if correction.is_about(row)
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
    for correction in corrections:
        if correction.action != "merge":
            continue
        targets = sorted(
            {key for row, key in zip(rows, keys, strict=True) if correction.targets(row)}
        )
        if not targets:
            continue
        target = end_of(found, targets[0])
        for row, key in zip(rows, keys, strict=True):
            source = end_of(found, key)
            if source != target and (correction.is_about(row) or key in targets):
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
    """Return the things that decisions hide."""
    chosen = [c for c in corrections if c.action == "hide"]
    return {
        key
        for row, key in zip(rows, keys, strict=True)
        if any(correction.is_about(row) for correction in chosen)
    }


def without_effect(rows: Sequence[Row], corrections: Sequence[Correction]) -> list[str]:
    """Return the decisions whose name, or whose target, no document bears any more.

    All but those on labels are about rows with the labels that decisions give them.
    """
    renamed = list(relabelled(rows, corrections))
    return [
        correction.correction_id
        for correction in corrections
        if not is_found(correction, rows if correction.action == "relabel" else renamed)
    ]


def is_found(correction: Correction, rows: Sequence[Row]) -> bool:
    """Tell whether rows bear the name of a decision, and that of the target of a merge."""
    if not any(correction.is_about(row) for row in rows):
        return False
    return correction.action != "merge" or any(correction.targets(row) for row in rows)
