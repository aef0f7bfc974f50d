"""Things of a document that a decision names: who claims a figure, where it is true."""

from collections.abc import Sequence
from typing import Final

from tasks.corrections.decisions import Row
from tasks.corrections.words import EditRefusedError
from tasks.resolution.corrections import bears

PLACE_NAME: Final = "place_name"
PLACE_LABELS: Final = ("GPE", "LOC", "FAC")


def thing_named(things: Sequence[Row], name: str) -> Row | None:
    """Return the only thing of a document that bears a name, however it is spelled.

    Args:
        things: Rows of core.document_entities of the document.
        name: The name.
    """
    found = [thing for thing in things if bears(thing, name)]
    return found[0] if len(found) == 1 else None


def set_thing(row: Row, prefix: str, thing: Row | None) -> None:
    """Put a thing of the document into the columns of an entity; None clears them."""
    row[f"{prefix}_entity_index"] = thing["entity_index"] if thing else None
    row[f"{prefix}_entity_id"] = thing["entity_id"] if thing else None


def settle_place(row: Row, name: str | None, things: Sequence[Row]) -> None:
    """Give a figure the place of a name, or none.

    Raises:
        EditRefusedError: If the document names no such place, or several.
    """
    places = [thing for thing in things if thing["label"] in PLACE_LABELS]
    thing = thing_named(places, name) if name is not None else None
    if name is not None and thing is None:
        known = ", ".join(sorted({place["entity_name"] for place in places})) or "none"
        msg = f"column {PLACE_NAME}: {name!r} is not one place of the document; it names {known}"
        raise EditRefusedError(PLACE_NAME, msg)
    set_thing(row, "place", thing)
