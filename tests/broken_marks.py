"""Documents with quotations, and changes of one quotation mark in them."""

# ruff: noqa: RUF001 - quotation marks are what is tested

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Final

from evaluation.quotes.gold import read_gold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

GOLD: Final = Path("tests/golden/quotes")
MARKS: Final = ('"', "“", "”", "„", "‟", "«", "»", "''", "``", "'", "‘", "’", "‚", "‹", "›")
ANY_MARK: Final = re.compile("''|``|[\"“”„‟«»'‘’‚‹›]")
BREAK: Final = "\n\n"
REACH: Final = 2
"""Paragraphs to either side of a changed one whose quotations may change with it."""
MOST: Final = 8
"""Paragraphs of a document at most."""
PAIRS: Final = (
    *(('"', '"'), ("“", "”"), ("„", "“"), ("„", "”"), ("”", "”"), ("«", "»"), ("« ", " »")),
    *(("»", "«"), ("»", "»"), ("``", "''"), ("''", "''"), ("'", "'"), ("‘", "’"), ("‚", "‘")),
    *(("“", '"'), ('"', ""), ("“", ""), ("", "”"), ("", '"'), ("‘", ""), ('""', '"'), ("«", "")),
)
"""Marks around a quotation, also where one of them is missing or another one."""
SPEECH: Final = (
    *("We left the ridge at dawn", "Nobody warned the drivers", "It was a 10-inch pipe"),
    *("the boys' school is closed", "They don't talk about the '90s", "no", "A", "five"),
    *("I heard 'run', and I ran", "She called it “a joke” and left", "Stop! Who is there?"),
)
SETTINGS: Final = (
    *("{}, the mayor said.", "The mayor said: {}.", "He called it {} on Sunday.", "{}"),
    *("Aid workers saw {} and {} on the walls.", "The soldiers' camp was 5' 10\" wide."),
    *("Two trucks crossed the bridge.", "{}, she said, {}.", "{}He went.{}", "({})", "{} {} {}"),
)


@dataclass(frozen=True, slots=True)
class Change:
    """A quotation mark that was inserted, removed or swapped.

    Attributes:
        start: Where the text changes.
        end: Where it goes on as before; the start where a mark is inserted.
        mark: What stands there now; empty where a mark is removed.
    """

    start: int
    end: int
    mark: str

    @property
    def shift(self) -> int:
        """Return how far the text behind the change moves."""
        return len(self.mark) - (self.end - self.start)

    def apply(self, text: str) -> str:
        """Return the changed text."""
        return text[: self.start] + self.mark + text[self.end :]


@cache
def gold_paragraphs() -> tuple[str, ...]:
    """Return the paragraphs of the gold of quotations."""
    passages = read_gold(GOLD)
    return tuple(part for passage in passages for part in passage.text.split(BREAK))


def gold_documents(
    count: int, random: Random, *, fewest: int = 5, most_chars: int = 1_000
) -> Iterator[str]:
    """Yield documents of up to eight paragraphs of the gold.

    Args:
        count: How many.
        random: Chooses.
        fewest: Paragraphs of a document at least.
        most_chars: Characters of a paragraph at most.
    """
    paragraphs = [part for part in gold_paragraphs() if len(part) <= most_chars]
    for _ in range(count):
        yield BREAK.join(random.choices(paragraphs, k=random.randint(fewest, MOST)))


def made_documents(count: int, random: Random) -> Iterator[str]:
    """Yield documents of five to eight paragraphs with marks of any kind, broken ones too."""
    for _ in range(count):
        yield BREAK.join(made_paragraph(random) for _ in range(random.randint(5, MOST)))


def made_paragraph(random: Random) -> str:
    """Return one to three sentences, each with quotations or none."""
    return " ".join(made_sentence(random) for _ in range(random.randint(1, 3)))


def made_sentence(random: Random) -> str:
    """Return a sentence with quotations between any marks."""
    setting = random.choice(SETTINGS)
    return setting.format(*(made_quotation(random) for _ in range(setting.count("{}"))))


def made_quotation(random: Random) -> str:
    """Return words between marks that fit, or do not."""
    opening, closing = random.choice(PAIRS)
    return f"{opening}{random.choice(SPEECH)}{random.choice(['', ',', '.'])}{closing}"


def any_change(text: str, random: Random) -> Change:
    """Return a change of one mark: inserted anywhere, removed, or swapped for another one."""
    found = [match.span() for match in ANY_MARK.finditer(text)]
    kind = random.choice(["insert", "remove", "swap"]) if found else "insert"
    if kind == "insert":
        place = random.randint(0, len(text))
        return Change(place, place, random.choice(MARKS))
    return Change(*random.choice(found), "" if kind == "remove" else random.choice(MARKS))


def paragraphs_of(text: str) -> list[tuple[int, int]]:
    """Return start and end of each paragraph that has a visible character."""
    parts = text.split(BREAK)
    starts = accumulate([len(part) + len(BREAK) for part in parts], initial=0)
    places = zip(starts, parts, strict=False)
    return [(start, start + len(part)) for start, part in places if part.strip()]


def near(text: str, change: Change) -> tuple[int, int]:
    """Return the characters of a text whose quotations a change may touch."""
    paragraphs = paragraphs_of(text)
    first = bisect_left(paragraphs, change.start, key=lambda place: place[1])
    last = bisect_right(paragraphs, change.end, key=lambda place: place[0]) - 1
    first, last = max(0, min(first, last) - REACH), max(first, last) + REACH
    return paragraphs[first][0], paragraphs[min(last, len(paragraphs) - 1)][1]


Row = tuple[int, int, str]


def far_rows(rows: Sequence[Row], around: tuple[int, int], shift: int = 0) -> list[Row]:
    """Return the rows that lie outside of a range, those behind it moved back by a shift.

    Args:
        rows: Start, end and kind of each.
        around: The range in the text before the change.
        shift: How far the rows behind the range have moved.
    """
    start, end = around
    before = [row for row in rows if row[1] <= start]
    behind = [row for row in rows if row[0] >= end + shift]
    return sorted([*before, *((row[0] - shift, row[1] - shift, row[2]) for row in behind)])
