"""Reads stories with inline mark-up of figures; ``tests/golden/figures/README.md`` is its guide."""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Final
from zlib import crc32

MARK: Final = re.compile(r"\[([^\[\]|]+)\|([^\[\]]+)\]")
OPEN: Final = "-"
BEFORE, BEHIND = "q", "q<"
PARTS: Final = 4
"""Of the stories one in four is set aside for the test, by the checksum of the id."""
Range = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldFigure:
    """A marked figure; offsets count in the text of its story.

    Attributes:
        span: First character, and the character after the last one.
        kind: As ``core.figures.kind``.
        low: Lower bound, None where open.
        high: Upper bound, None where open.
        qualifier: As ``core.figures.qualifier``.
        qualifier_span: The words of the qualifier, or None.
        counted: The phrase that is counted, or None.
        fields: All other columns by their name, as they are written.
    """

    span: Range
    kind: str
    low: Decimal | None
    high: Decimal | None
    qualifier: str
    qualifier_span: Range | None
    counted: Range | None
    fields: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GoldStory:
    """A story: its text, and every figure in it."""

    key: str
    text: str
    figures: tuple[GoldFigure, ...]

    @property
    def split(self) -> str:
        """Whether rules may be tuned on the story (``dev``) or not (``test``)."""
        return "dev" if crc32(self.key.encode()) % PARTS else "test"


def read_stories(folder: Path) -> Iterator[GoldStory]:
    """Yield the stories of all files of a folder, in the order of their names.

    Raises:
        ValueError: If a mark cannot be read; the message names story and mark.
    """
    for path in sorted(folder.glob("*.txt")):
        key, lines = "", list[str]()
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("=="):
                if lines:
                    yield read_story(key, lines)
                key, lines = line.removeprefix("==").strip(), []
            elif line.strip():
                lines.append(line)
        if lines:
            yield read_story(key, lines)


def read_story(key: str, lines: list[str]) -> GoldStory:
    """Return a story from its marked sentences, which one space joins.

    >>> story = read_story("a-001", ["[About|q] [5|count 5 5 about counted=men] men left."])
    >>> story.text, story.figures[0].span, story.figures[0].counted
    ('About 5 men left.', (6, 7), (8, 11))
    """
    text, figures = "", list[GoldFigure]()
    previous = (0, 0)
    for line in lines:
        start = len(text)
        plain = MARK.sub(lambda mark: mark.group(1), line)
        text += plain + " "
        sentence = (start, start + len(plain))
        try:
            figures += read_line(line, text, sentence, previous)
        except ValueError as error:
            msg = f"story {key}: {error}"
            raise ValueError(msg) from error
        previous = sentence
    return GoldStory(key, text.rstrip(), tuple(figures))


def read_line(line: str, text: str, sentence: Range, previous: Range) -> Iterator[GoldFigure]:
    """Yield the figures of one marked sentence.

    Args:
        line: The sentence with its marks.
        text: Text of the story up to the end of the sentence.
        sentence: Where the sentence stands in the text.
        previous: Where the sentence before it stands.
    """
    marks = placed_marks(line, sentence[0])
    for index, (span, what) in enumerate(marks):
        if what in {BEFORE, BEHIND}:
            continue
        before = marks[index - 1] if index else None
        behind = marks[index + 1] if index + 1 < len(marks) else None
        qualifier = None
        if before and before[1] == BEFORE:
            qualifier = before[0]
        elif behind and behind[1] == BEHIND:
            qualifier = behind[0]
        yield read_figure(span, what, qualifier, text, (sentence, previous))


def placed_marks(line: str, start: int) -> list[tuple[Range, str]]:
    """Return where the marks of a line stand in the text, and what they say."""
    marks, position, plain = list[tuple[Range, str]](), 0, start
    for mark in MARK.finditer(line):
        plain += mark.start() - position
        marks.append(((plain, plain + len(mark.group(1))), mark.group(2)))
        plain += len(mark.group(1))
        position = mark.end()
    return marks


def read_figure(
    span: Range, what: str, qualifier_span: Range | None, text: str, places: tuple[Range, Range]
) -> GoldFigure:
    """Return the figure that a mark describes; ``places`` are its sentence and the one before.

    Raises:
        ValueError: If the mark or a phrase in it cannot be read.
    """
    try:
        kind, low, high, qualifier, *rest = shlex.split(what)
    except ValueError as error:
        msg = f"the mark {what!r} needs kind, low, high and qualifier"
        raise ValueError(msg) from error
    fields = dict(word.split("=", 1) for word in rest)
    phrase = fields.pop("counted", None)
    where = places[1] if fields.pop("rule", None) == "before" else places[0]
    return GoldFigure(
        span=span,
        kind=kind,
        low=bound(low),
        high=bound(high),
        qualifier=qualifier,
        qualifier_span=qualifier_span,
        counted=nearest(text, phrase, where, span) if phrase else None,
        fields=fields,
    )


def bound(word: str) -> Decimal | None:
    """Return a bound, None where it is open."""
    return None if word == OPEN else Decimal(word)


def nearest(text: str, phrase: str, where: Range, span: Range) -> Range:
    """Return where a phrase stands in a sentence, next to a figure: behind it before in front.

    Raises:
        ValueError: If it does not stand there.
    """
    found = [
        (match.start(), match.end())
        for match in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", text[: where[1]])
        if match.start() >= where[0]
    ]
    if not found:
        msg = f"{phrase!r} is not in the sentence {text[where[0] : where[1]]!r}"
        raise ValueError(msg)
    return min(found, key=lambda place: (place[0] < span[1], abs(place[0] - span[1])))
