"""Reads our own gold: stories with names marked in the line, one sentence a line."""

import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from evaluation.corpora.annotated import AnnotatedText, Name
from evaluation.corpora.joining import TextBuilder
from warehouse.vocabularies import ENTITY_LABELS

MARK: Final = re.compile(r"\{([A-Z_]+) ([^{}]+)\}")
STORY: Final = re.compile(r"== (?P<key>[a-z]+(?:-[a-z]+)*-\d{3}) \| (?P<style>[a-z]+)")
GAPS: Final = {"|": "\n", "+": ""}
SPLITS: Final = ("dev", "test", "train", "train", "train")


class GoldError(ValueError):
    """A gold file breaks the rules of its format."""


def read_inline(path: Path) -> Iterator[AnnotatedText]:
    """Yield the stories of a file.

    Raises:
        GoldError: If a line is no story header, or its mark-up is broken; with file and line.
    """
    header: re.Match[str] | None = None
    lines: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("=="):
            if header is not None:
                yield story(header["key"], header["style"], lines)
            header, lines = STORY.fullmatch(line), []
            if header is None:
                msg = f"{path.name}:{number}: not a story header: {line!r}"
                raise GoldError(msg)
        elif line.strip():
            check(path, number, line)
            lines.append(line)
    if header is not None:
        yield story(header["key"], header["style"], lines)


def check(path: Path, number: int, line: str) -> None:
    """Raise GoldError for broken mark-up."""
    unknown = {match[1] for match in MARK.finditer(line)} - set(ENTITY_LABELS)
    if unknown or set("{}") & set(MARK.sub("", line)):
        msg = f"{path.name}:{number}: broken mark-up or unknown label: {line!r}"
        raise GoldError(msg)


def story(key: str, style: str, lines: list[str]) -> AnnotatedText:
    """Return one story."""
    builder = TextBuilder()
    sentences, names = [], []
    for line in lines:
        gap = GAPS.get(line[0])
        if builder.length:
            builder.add(" " if gap is None else gap)
        start = builder.length
        names += add_marked(builder, line if gap is None else line[1:])
        sentences.append((start, builder.length))
    return AnnotatedText(
        key=key,
        source="gold",
        text=builder.text(),
        sentences=tuple(sentences),
        names=tuple(names),
        exhaustive=frozenset(ENTITY_LABELS),
        group=style,
    )


def add_marked(builder: TextBuilder, line: str) -> list[Name]:
    """Append a line without its mark-up and return its names."""
    names = []
    position = 0
    for match in MARK.finditer(line):
        builder.add(line[position : match.start()])
        start, end = builder.add(match[2])
        names.append(Name(start, end, frozenset((match[1],))))
        position = match.end()
    builder.add(line[position:])
    return names


def split_of(key: str) -> str:
    """Return the part a story belongs to: a fifth each is dev and test, by a hash of its key."""
    return SPLITS[zlib.crc32(key.encode()) % len(SPLITS)]
