"""Reads the gold of roles: passages, each followed by a line for every person and role."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from zlib import crc32

HEAD: Final = "=="
MARK: Final = ">"
NULL: Final = "-"
FORMER: Final = "former"
FIELDS: Final = 5
PARTS: Final = 3
"""One passage of so many is in the test part."""


@dataclass(frozen=True, slots=True)
class GoldRole:
    """A role as the gold states it; ``organisation`` and ``place`` are None for none."""

    person: str
    role: str
    organisation: str | None
    place: str | None
    is_former: bool


@dataclass(frozen=True, slots=True)
class GoldPassage:
    """A passage with the roles in it; ``split`` is ``dev`` or ``test``."""

    key: str
    text: str
    roles: tuple[GoldRole, ...]
    split: str


def read_gold(folder: Path) -> Iterator[GoldPassage]:
    """Yield the passages of all files of a folder, in the order of their names.

    Raises:
        ValueError: If a line cannot be read; the message names the passage.
    """
    for path in sorted(folder.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").split(f"\n{HEAD} "):
            if block.strip():
                yield read_passage(block.removeprefix(f"{HEAD} ").splitlines())


def read_passage(lines: list[str]) -> GoldPassage:
    """Return a passage from its id, its sentences, which one space joins, and its roles.

    >>> read_passage(["a-1", "Captain Ola Berg left.", "> Ola Berg | Captain | - | - | -"]).text
    'Captain Ola Berg left.'

    Raises:
        ValueError: If a role has not five fields, or person or role is not in the text.
    """
    key = lines[0].strip()
    body = [line.strip() for line in lines[1:] if line.strip()]
    text = " ".join(line for line in body if not line.startswith(MARK))
    roles = tuple(read_role(key, text, line) for line in body if line.startswith(MARK))
    return GoldPassage(key, text, roles, "dev" if crc32(key.encode()) % PARTS else "test")


def read_role(key: str, text: str, line: str) -> GoldRole:
    """Return the role of a line.

    Raises:
        ValueError: If it has not five fields, or one of them is not in the text.
    """
    fields = [field.strip() for field in line.removeprefix(MARK).split("|")]
    if len(fields) != FIELDS or fields[-1] not in {FORMER, NULL}:
        msg = f"passage {key}: {line!r} needs person, role, organisation, place and former"
        raise ValueError(msg)
    if missing := [field for field in fields[:-1] if field != NULL and field not in text]:
        msg = f"passage {key}: {missing[0]!r} is not in the text"
        raise ValueError(msg)
    person, role, organisation, place = (None if field == NULL else field for field in fields[:-1])
    return GoldRole(person or "", role or "", organisation, place, fields[-1] == FORMER)
