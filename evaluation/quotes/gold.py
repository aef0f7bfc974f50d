"""Reads the gold of quotations: passages with their quotations, and who claims each figure."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from zlib import crc32

HEAD: Final = "=="
QUOTE: Final = ">"
FIGURE: Final = "="
BREAK: Final = "\\n"
NULL: Final = "-"
OCCURRENCE: Final = " #"
QUOTE_FIELDS: Final = 5
FIGURE_FIELDS: Final = 4
PARTS: Final = 3
"""One passage of so many is in the test part."""
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """A quotation as the gold states it; ``speaker`` and ``cue`` are None for none."""

    place: Place
    kind: str
    speaker: str | None
    cue: str | None
    stance: str


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A figure with who claims it; ``claimant`` is None for the article's own voice."""

    place: Place
    claimant: str | None
    stance: str | None
    via: str | None


@dataclass(frozen=True, slots=True)
class GoldPassage:
    """A passage with all its quotations and figures; ``split`` is ``dev`` or ``test``."""

    key: str
    text: str
    quotes: tuple[GoldQuote, ...]
    claims: tuple[GoldClaim, ...]
    split: str


def read_gold(folder: Path) -> Iterator[GoldPassage]:
    """Yield the passages of all files of a folder, in the order of their names.

    Raises:
        ValueError: If a line cannot be read; the message names the passage.
    """
    for path in sorted(folder.glob("*.txt")):
        for block in f"\n{path.read_text(encoding='utf-8')}".split(f"\n{HEAD} "):
            if block.strip():
                yield read_passage(block.splitlines())


def read_passage(lines: list[str]) -> GoldPassage:
    r"""Return a passage from its id, its lines, which one space joins, and what is in it.

    >>> read_passage(["a-1", "Two left,", "she said.", "= Two | - | - | -"]).text
    'Two left, she said.'

    Raises:
        ValueError: If a line has not its fields, or a part is not in the text.
    """
    key = lines[0].strip()
    body = [line.strip() for line in lines[1:] if line.strip()]
    text = " ".join(line for line in body if line[0] not in {QUOTE, FIGURE})
    text = text.replace(f" {BREAK} ", "\n\n")
    quotes = tuple(read_quote(key, text, line) for line in body if line.startswith(QUOTE))
    claims = tuple(read_claims(key, text, [line for line in body if line.startswith(FIGURE)]))
    return GoldPassage(key, text, quotes, claims, "dev" if crc32(key.encode()) % PARTS else "test")


def read_quote(key: str, text: str, line: str) -> GoldQuote:
    """Return the quotation of a line.

    Raises:
        ValueError: If it has not five fields, or its content is not in the text.
    """
    fields = fields_of(key, line.removeprefix(QUOTE), QUOTE_FIELDS)
    kind, content, speaker, cue, stance = fields
    return GoldQuote(place_of(key, text, content, 0), kind, known(speaker), known(cue), stance)


def read_claims(key: str, text: str, lines: list[str]) -> Iterator[GoldClaim]:
    """Yield the figures of a passage; each is looked for behind the one before it.

    Raises:
        ValueError: If a line has not four fields, or a figure is not in the text.
    """
    behind = 0
    for line in lines:
        figure, claimant, stance, via = fields_of(key, line.removeprefix(FIGURE), FIGURE_FIELDS)
        place = place_of(key, text, figure, behind)
        behind = place[1]
        yield GoldClaim(place, known(claimant), known(stance), known(via))


def fields_of(key: str, line: str, count: int) -> list[str]:
    """Return the fields of a line.

    Raises:
        ValueError: If there are more or fewer.
    """
    fields = [field.strip() for field in line.split("|")]
    if len(fields) != count:
        msg = f"passage {key}: {line!r} needs {count} fields"
        raise ValueError(msg)
    return fields


def place_of(key: str, text: str, content: str, behind: int) -> Place:
    """Return where a content stands; ``#2`` behind it means its second occurrence.

    Raises:
        ValueError: If the text does not hold it.
    """
    surface, mark, number = content.rpartition(OCCURRENCE)
    is_counted = bool(mark) and number.isdigit()
    surface = surface if is_counted else content
    start = text.find(surface, 0 if is_counted else behind)
    for _ in range(int(number) - 1 if is_counted else 0):
        start = text.find(surface, start + 1)
    if start < 0:
        msg = f"passage {key}: {content!r} is not in the text"
        raise ValueError(msg)
    return start, start + len(surface)


def known(field: str) -> str | None:
    """Return a field, None where it says that there is nothing."""
    return None if field == NULL else field
