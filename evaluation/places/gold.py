"""Reads our own gold of places: documents with inline marks ``[surface|CC kind lat lon]``."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from zlib import crc32

from evaluation.figures.gold import MARK, placed_marks
from warehouse.vocabularies import FEATURE_CLASSES

HEAD: Final = "=="
NO_COUNTRY: Final = frozenset(("-", "XK"))
"""Several countries or none; and Kosovo, which has no code of ISO 3166-1."""
PARTS: Final = 3
"""Of the documents one in three is set aside for the test, by the checksum of the id."""


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """A marked place; ``country_code`` is null where it lies in several countries or none."""

    start_char: int
    end_char: int
    country_code: str | None
    feature_class: str
    point: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A document: its text, and every place that it names."""

    key: str
    text: str
    places: tuple[GoldPlace, ...]

    @property
    def split(self) -> str:
        """Whether rules may be tuned on the document (``dev``) or not (``test``)."""
        return "dev" if crc32(self.key.encode()) % PARTS else "test"


def read_documents(folder: Path) -> Iterator[GoldDocument]:
    """Yield the documents of all files of a folder, in the order of their names.

    Raises:
        ValueError: If a mark cannot be read; the message names document and mark.
    """
    for path in sorted(folder.glob("*.txt")):
        head, lines = "", list[str]()
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith(HEAD):
                if lines:
                    yield read_document(head, lines)
                head, lines = line, []
            elif line.strip():
                lines.append(line)
        if lines:
            yield read_document(head, lines)


def read_document(head: str, lines: list[str]) -> GoldDocument:
    """Return a document from its marked sentences, which one space joins.

    >>> document = read_document("== a-1 2021-05-03", ["In [Tripoli|LB city 34.44 35.85]."])
    >>> document.text, document.places[0].point
    ('In Tripoli.', (34.44, 35.85))

    Raises:
        ValueError: If a mark cannot be read.
    """
    key, text, places = head.removeprefix(HEAD).split()[0], "", list[GoldPlace]()
    for line in lines:
        places += [read_mark(key, *mark) for mark in placed_marks(line, len(text))]
        text += MARK.sub(lambda mark: mark.group(1), line) + " "
    return GoldDocument(key, text.rstrip(), tuple(places))


def read_mark(key: str, span: tuple[int, int], what: str) -> GoldPlace:
    """Return the place that a mark describes.

    Raises:
        ValueError: If the mark cannot be read; the message names the document.
    """
    try:
        country, kind, *degrees = what.split()
        point = (float(degrees[0]), float(degrees[1])) if degrees else None
    except (ValueError, IndexError) as error:
        msg = f"document {key}: the mark {what!r} needs a country, a kind, and two degrees or none"
        raise ValueError(msg) from error
    if kind not in FEATURE_CLASSES:
        msg = f"document {key}: {kind!r} is none of {', '.join(FEATURE_CLASSES)}"
        raise ValueError(msg)
    return GoldPlace(*span, None if country in NO_COUNTRY else country, kind, point)
