"""Regular expressions take time in proportion to a line or sentence, hostile ones included."""

import re
from time import process_time

import pytest

from tasks.nlp.dates.absolute import EXPRESSIONS
from tasks.nlp.dates.holidays import holiday_pattern
from tasks.nlp.dates.relative import RELATIVE
from tasks.nlp.figures.lexemes import lexeme_pattern
from tasks.nlp.passages.patterns import MAX_FURNITURE_CHARS
from warehouse.seeds import read_seed_rows
from warehouse.tables.ref import PASSAGE_PATTERNS, REJECTION_PATTERNS

MAX_RATIO = 6.0
"""Twice the line may take four times (a pattern that starts anywhere) and some noise."""
MIN_SECONDS = 0.02
"""Shorter times are noise."""
PATTERNS = [
    *((str(r["pattern_name"]), str(r["line_pattern"])) for r in read_seed_rows(PASSAGE_PATTERNS)),
    *(
        (str(row["pattern_name"]), str(row["text_pattern"]))
        for row in read_seed_rows(REJECTION_PATTERNS)
    ),
]
STARTS = (
    "",
    "Paris, May 5, 2020 - ",
    "Tags: ",
    "By ",
    "+1 ",
    "Tel 1",
    "Resolution 1",
    "A-1",
    "1.1",
)
# What a sentence may repeat without end, beside UNITS.
LISTS = ("1, ", "12, ", "1 and ", "A1, ", "1 x ", "a@", "#1", "Tel. 1 ", "Pages 1, ")
DATES = ("May ", "May 1 ", "early ", "end of ", "2010-", "Monday ", "'9", "last ", "two years ")
"""Beginnings of dates."""
SHORT_CHARS, LONG_CHARS = 4_000, 32_000
LINEAR_RATIO = 2.5 * LONG_CHARS / SHORT_CHARS
"""Eight times the sentence takes eight times as long, and some noise; not 64 times."""
UNITS = ("A", "a ", "A ", "1", "1 ", "1-", "- ", " ", ".", "A.", "'", "1.", "/", "(", "é")


def seconds(expression: re.Pattern[str], line: str) -> float:
    """Return the better of two times that all matches on a line take, in processor seconds."""
    times = []
    for _ in range(2):
        start = process_time()
        expression.match(line)
        for _match in expression.finditer(line):
            pass
        times.append(process_time() - start)
    return min(times)


@pytest.mark.parametrize(("name", "pattern"), PATTERNS, ids=[name for name, _ in PATTERNS])
def test_pattern_is_not_super_linear(name: str, pattern: str) -> None:
    """Doubling a hostile line does not multiply the time of a pattern."""
    expression = re.compile(pattern)
    for start in STARTS:
        for unit in UNITS:
            short = start + unit * (MAX_FURNITURE_CHARS // 2 // len(unit)) + "!"
            long = start + unit * (MAX_FURNITURE_CHARS // len(unit)) + "!"
            first, second = seconds(expression, short), seconds(expression, long)

            assert second < MIN_SECONDS or second / max(first, MIN_SECONDS / 4) < MAX_RATIO, (
                f"{name} on {start!r} and {unit!r}: {first:.3f} s, then {second:.3f} s"
            )


@pytest.mark.parametrize(
    ("name", "expression"),
    [
        *(
            (str(row["pattern_name"]), re.compile(str(row["text_pattern"])))
            for row in read_seed_rows(REJECTION_PATTERNS)
        ),
        ("dates", EXPRESSIONS),
        ("relative_dates", RELATIVE),
        ("holidays", holiday_pattern()),
        ("lexemes", lexeme_pattern()),
    ],
)
def test_pattern_is_linear_in_a_long_sentence(name: str, expression: re.Pattern[str]) -> None:
    """A sentence has no bound on its length as a line of page furniture has."""
    for unit in (*UNITS, *LISTS, *DATES):
        first = seconds(expression, unit * (SHORT_CHARS // len(unit)))
        second = seconds(expression, unit * (LONG_CHARS // len(unit)))

        assert second < MIN_SECONDS or second / max(first, MIN_SECONDS / 4) < LINEAR_RATIO, (
            f"{name} on {unit!r}: {first:.3f} s, then {second:.3f} s"
        )
