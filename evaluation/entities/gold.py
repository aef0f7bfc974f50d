"""Reads collections of documents in which every name has its thing; ``tests/golden/clusters``.

A collection is ``== set name``, a document in it ``-- id day``, a name ``[surface|thing]``; the
lines of a document are joined by one space.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from zlib import crc32

PARTS: Final = 3
"""Of the collections one in three is set aside for the test, by the checksum of the name."""
MARK: Final = re.compile(r"\[([^\]|]+)\|([a-z0-9-]+)\]")
SET: Final = "== set "
DOCUMENT: Final = "-- "


@dataclass(frozen=True, slots=True)
class GoldName:
    """A name in a document, end exclusive, and the thing of its collection that it means."""

    start_char: int
    end_char: int
    thing: str


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A document of a collection."""

    key: str
    published: str
    text: str
    names: tuple[GoldName, ...]


@dataclass(frozen=True, slots=True)
class GoldCollection:
    """Documents whose things are resolved together."""

    key: str
    documents: tuple[GoldDocument, ...]

    @property
    def split(self) -> str:
        """Whether rules may be tuned on the collection (``dev``) or not (``test``)."""
        return "dev" if crc32(self.key.encode()) % PARTS else "test"


def read_collections(folder: Path) -> Iterator[GoldCollection]:
    """Yield the collections of all text files of a folder, in the order of their names.

    Raises:
        ValueError: If a head or a mark cannot be read; the message names the document.
    """
    for path in sorted(folder.glob("*.txt")):
        _, *blocks = f"\n{path.read_text(encoding='utf-8')}".split(f"\n{SET}")
        for block in blocks:
            head, *documents = f"{block}\n".split(f"\n{DOCUMENT}")
            yield GoldCollection(head.strip(), tuple(map(read_document, documents)))


def read_document(block: str) -> GoldDocument:
    r"""Return a document from its id, its day and its marked lines.

    >>> document = read_document("a 2016-09-14\n[Rome|rome] fell.\n[It|rome] burned.")
    >>> document.text, document.names[1]
    ('Rome fell. It burned.', GoldName(start_char=11, end_char=13, thing='rome'))

    Raises:
        ValueError: If the head is not an id and a day, or a bracket is no mark.
    """
    head, *lines = block.strip().splitlines()
    marked = " ".join(line.strip() for line in lines if line.strip())
    try:
        key, published = head.split()
    except ValueError as error:
        msg = f"document {head!r} needs an id and a day of publication"
        raise ValueError(msg) from error
    names, text, position = [], "", 0
    for mark in MARK.finditer(marked):
        text += marked[position : mark.start()]
        names.append(GoldName(len(text), len(text) + len(mark.group(1)), mark.group(2)))
        text += mark.group(1)
        position = mark.end()
    text += marked[position:]
    if "[" in text or "|" in text:
        msg = f"document {key}: a bracket is no mark"
        raise ValueError(msg)
    return GoldDocument(key, published, text, tuple(names))
