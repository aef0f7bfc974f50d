"""Reads our own gold of pages: a line for each passage, ``kind``, a tab, and its text."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tasks.nlp.spans import Passage
from warehouse.vocabularies import PASSAGE_KINDS

HEAD: Final = "=="
GLUE: Final = "+"
"""In front of a kind: the passage goes on in the same line of the page."""
GOLD_RULE: Final = "gold"
PARTS: Final = 3
TEST_PART: Final = 1
"""Of each three pages of a file the middle one is set aside as test."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its id, text, the passages that a reader sees in it, and split (dev or test)."""

    key: str
    text: str
    passages: tuple[Passage, ...]
    split: str = "dev"


def read_pages(folder: Path) -> Iterator[Page]:
    """Yield the pages of all files of a folder, in the order of their names.

    Raises:
        ValueError: If a line cannot be read; the message names file and line.
    """
    for path in sorted(folder.glob("*.txt")):
        for index, (key, lines) in enumerate(read_blocks(path)):
            yield read_page(key, lines, "test" if index % PARTS == TEST_PART else "dev")


def read_blocks(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield id and lines of each page of a file.

    Raises:
        ValueError: If a line cannot be read; the message names file and line.
    """
    key, lines = "", list[str]()
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if line.startswith(HEAD):
            if key:
                yield key, lines
            key, lines = line.removeprefix(HEAD).strip(), []
            continue
        check_line(line, bool(key), f"{path.name}, line {number}")
        lines.append(line)
    if key:
        yield key, lines


def check_line(line: str, is_in_page: bool, place: str) -> None:  # noqa: FBT001 - a plain fact
    """Refuse a line that is neither empty nor a passage of a page.

    Raises:
        ValueError: Naming its place.
    """
    kind, tab, text = line.removeprefix(GLUE).partition("\t")
    if line and not (is_in_page and tab and text.strip() and kind in PASSAGE_KINDS):
        msg = f"{place}: {line[:60]!r} is no passage: kind, a tab, and text below a head '== id'"
        raise ValueError(msg)


def read_page(key: str, lines: list[str], split: str = "dev") -> Page:
    r"""Return a page from its marked lines; empty ones are empty lines of the page.

    >>> page = read_page("a-1", ["title\tA raid", "", "credit\tPhoto: AFP", "+body\tThree died."])
    >>> page.text, [page.text[p.start_char : p.end_char] for p in page.passages]
    ('A raid\n\nPhoto: AFPThree died.', ['A raid', 'Photo: AFP', 'Three died.'])
    """
    text = ""
    passages = list[Passage]()
    for line in lines:
        kind, _, words = line.partition("\t")
        if not kind.startswith(GLUE) and (passages or text):
            text += "\n"
        if words:
            start = len(text) + len(words) - len(words.lstrip())
            text += words
            kind = kind.removeprefix(GLUE)
            passages.append(Passage(start, len(text.rstrip()), kind, GOLD_RULE))
    return Page(key, text, tuple(passages), split)
