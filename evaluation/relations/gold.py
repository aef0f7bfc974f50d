"""Reads passages with the events in them; ``tests/golden/relations`` holds them.

A passage is ``== id``, its text in one or more lines, and a line ``> event | subject | verb |
object | modality`` per event, with ``-`` for what is not said.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from zlib import crc32

from warehouse.vocabularies import EVENT_KINDS, MODALITIES

PARTS: Final = 3
"""Of the passages one in three is set aside for the test, by the checksum of the id."""
FIELDS: Final = 5
NOT_SAID: Final = "-"


@dataclass(frozen=True, slots=True)
class GoldRelation:
    """An event as it is written; subject and object are None where they are not said."""

    event: str
    subject: str | None
    verb: str
    object: str | None
    modality: str


@dataclass(frozen=True, slots=True)
class GoldPassage:
    """A passage of one or two sentences and every event in it."""

    key: str
    text: str
    relations: tuple[GoldRelation, ...]

    @property
    def split(self) -> str:
        """Whether rules may be tuned on the passage (``dev``) or not (``test``)."""
        return "dev" if crc32(self.key.encode()) % PARTS else "test"


def read_passages(folder: Path) -> Iterator[GoldPassage]:
    """Yield the passages of all text files of a folder, in the order of their names.

    Raises:
        ValueError: If a passage cannot be read; the message names it.
    """
    for path in sorted(folder.glob("*.txt")):
        _, *blocks = f"\n{path.read_text(encoding='utf-8')}".split("\n==")
        for block in blocks:
            yield read_passage(block)


def read_passage(block: str) -> GoldPassage:
    """Return a passage from its id and lines.

    Raises:
        ValueError: If an event is not as the format says, or is not in the text.
    """
    key, *lines = [line.strip() for line in block.splitlines() if line.strip()]
    text = " ".join(line for line in lines if not line.startswith(">"))
    try:
        relations = tuple(read_relation(line[1:], text) for line in lines if line.startswith(">"))
    except ValueError as error:
        msg = f"passage {key}: {error}"
        raise ValueError(msg) from error
    return GoldPassage(key, text, relations)


def read_relation(line: str, text: str) -> GoldRelation:
    """Return the event of one line.

    Raises:
        ValueError: If the line is not as the format says, or names what is not in the text.
    """
    fields = [field.strip() for field in line.split("|")]
    if len(fields) != FIELDS:
        msg = f"{line!r} has {len(fields)} fields, not {FIELDS}"
        raise ValueError(msg)
    event, subject, verb, patient, modality = fields
    if event not in EVENT_KINDS or modality not in MODALITIES:
        msg = f"{event!r} or {modality!r} is no word of the contract"
        raise ValueError(msg)
    said_parts = [part for part in (subject, verb, patient) if part != NOT_SAID]
    missing = [part for part in said_parts if part not in text]
    if missing:
        msg = f"{missing} not in {text!r}"
        raise ValueError(msg)
    return GoldRelation(event, said(subject), verb, said(patient), modality)


def said(field: str) -> str | None:
    """Return a field, None where it is not said."""
    return None if field == NOT_SAID else field
