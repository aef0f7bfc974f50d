"""Is what a decision names still there: its document, its characters, and a row at them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tasks.corrections.decisions import Anchor, Decision, Row
from tasks.corrections.outcomes import Outcome, shorten
from tasks.corrections.overlays import Overlay
from warehouse.corrections_columns import NAME_CHARS


@dataclass(frozen=True, kw_only=True)
class Place:
    """What a run holds of one document.

    Attributes:
        text: Its text.
        sentences: First character, and character after the last one, by ``sentence_index``.
        things: Rows of core.document_entities, resolved.
        figure_ids: Its figures.
    """

    text: str
    sentences: Mapping[int, tuple[int, int]]
    things: Sequence[Row]
    figure_ids: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Files:
    """Which documents stand at a path after the run, and which documents there are."""

    by_path: Mapping[str, Sequence[str]]
    document_ids: frozenset[str]


def missed(
    decision: Decision,
    overlay: Overlay,
    places: Mapping[str, Place],
    files: Files,
    rows: Mapping[Anchor, Row],
) -> Outcome | None:
    """Return what became of a decision whose place is not what it names; None when it is there.

    Args:
        decision: A decision about a place.
        overlay: Table that it is about.
        places: Documents by id, at least that of the decision if the run holds it.
        files: Paths and documents after the run.
        rows: Rows of the overlay's table by their place.
    """
    place = places.get(decision.document_id or "")
    if place is None:
        return gone(decision, files)
    start, end = decision.anchor[1:]
    if place.text[start:end][:NAME_CHARS] != decision.name[:NAME_CHARS]:
        return Outcome(
            correction_id=decision.correction_id,
            status="stale",
            detail=f"the text reads {shorten(place.text[start:end])} there; decide on that anew",
        )
    if decision.anchor not in rows:
        return Outcome(
            correction_id=decision.correction_id,
            status="idle",
            detail=f"no {overlay.noun} is read there{_beside(decision, overlay, rows)}",
        )
    return None


def gone(decision: Decision, files: Files) -> Outcome:
    """Return what became of a decision whose document the warehouse does not hold any more."""
    found = files.by_path.get(decision.path or "", ())
    if decision.path is None:
        detail = "the warehouse does not hold its document any more"
    elif found:
        detail = f"another text stands at {decision.path} now; decide on that anew"
    else:
        detail = f"the warehouse holds neither its document nor another one at {decision.path}"
    return Outcome(
        correction_id=decision.correction_id,
        status="stale",
        current_document_id=found[0] if len(found) == 1 else None,
        detail=detail,
    )


def _beside(decision: Decision, overlay: Overlay, rows: Mapping[Anchor, Row]) -> str:
    """Return what is read across the place of a decision, as the end of a sentence."""
    document_id, start, end = decision.anchor
    across = sorted(
        (row["start_char"], row["end_char"], row[overlay.text])
        for (other, first, last), row in rows.items()
        if other == document_id and first < end and start < last
    )
    if not across:
        return ""
    first, last, text = across[0]
    return f", but {shorten(text)} from {first} to {last}"
