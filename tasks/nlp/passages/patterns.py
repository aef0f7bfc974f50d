"""The line patterns of ``seeds/passage_patterns.csv``, compiled once."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from warehouse.seeds import read_seed_rows
from warehouse.tables.ref import PASSAGE_PATTERNS

MAX_FURNITURE_CHARS: Final = 2500
"""Longer lines are never page furniture; also bounds the work of a pattern on one line."""

ENDING: Final = "ending"
"""Scope of patterns that are looked for at the end of a line; they begin behind its first sign."""
MAX_ENDING_CHARS: Final = 120


@dataclass(frozen=True, slots=True)
class LinePattern:
    """A pattern of a line; ``scope`` says how far the kind reaches, ``ending`` from where."""

    name: str
    kind: str
    scope: str
    expression: re.Pattern[str]


@cache
def line_patterns() -> tuple[LinePattern, ...]:
    """Return all line patterns in the order of their names."""
    return tuple(
        LinePattern(
            str(row["pattern_name"]),
            str(row["kind"]),
            str(row["scope"]),
            re.compile(str(row["line_pattern"])),
        )
        for row in read_seed_rows(PASSAGE_PATTERNS)
    )


def match_line(text: str) -> tuple[LinePattern, int] | None:
    """Return the first pattern that fits a line and the length of its match, or None."""
    if len(text) > MAX_FURNITURE_CHARS:
        return None
    for pattern in line_patterns():
        if pattern.scope != ENDING:
            match = pattern.expression.match(text)
            if match and match.end() > 0:
                return pattern, match.end()
    return None


def find_ending(text: str) -> tuple[LinePattern, int] | None:
    """Return the first pattern that fits the end of a line and where it starts, or None."""
    start = max(1, len(text) - MAX_ENDING_CHARS)
    for pattern in line_patterns():
        if pattern.scope == ENDING and len(text) <= MAX_FURNITURE_CHARS:
            match = pattern.expression.search(text, start)
            if match:
                return pattern, match.start()
    return None
