"""Hostile texts take time in proportion to their length, whatever they repeat."""

# ruff: noqa: RUF001 - quotation marks are some of the units

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING

import pytest

from tasks.nlp.document import DocumentInput, extract_document
from tasks.nlp.pipeline import RULES, load_pipeline
from tasks.nlp.quotes.pairing import pair_marks
from tests.broken_marks import BREAK, paragraphs_of

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_RATIO = 3.5
"""Twice the text may take twice the time and some noise; quadratic work takes four times."""
MIN_SECONDS = 0.02
"""Shorter times are noise."""
CHARS = 6_000
UNITS = {
    "digits_and_commas": "1,", "indian_groups": "12,", "groups": "123,", "words": "a ",
    "quotes": '"', "opening_quotes": "“word ", "brackets": "(", "and": "and ", "one": "one ",
    "digits": "7", "million": "million ", "dashes": " - ", "lines": "\n", "initials": "A.",
    "numbers": "5 ", "scores": "1-", "designations": "G7 ", "degrees": "1°", "fractions": "1/2/",
    "ranges": "from 5 to 6 ", "ages": "aged 5, ", "ratios": "one in ", "rates": "5 per ",
    "dates": "January 5 ", "places": "Mosul, ", "short_lines": "Ab\n\n", "labels": "a: 5 ",
    "glued": "ab.Cd", "hundreds": "hundred and ", "addresses": "http://a ", "signs": "$",
}  # fmt: skip
MARK_CHARS = 20_000
MARK_UNITS = {
    "straight": '"', "curly": "“”", "opening": "“", "closing": "”", "low": "„“", "guillemets": "«»",
    "German_guillemets": "»a« ", "typed": "''", "grave": "``a ", "apostrophes": "'",
    "curly_apostrophes": "’", "single_opening": "'a ", "single_closing": "s' ",
    "low_single": "‚a‘ ",
    "single_clusters": "'a " * 250 + "s' " * 250, "alternating": "\"'", "nested": "“‘a ",
    "nested_closing": "a’” ", "nested_straight": '"a ', "single_between": "\"a\" 'b' ",
    "single_inside": "“a ‘b’ c” ", "said": '"He said ', "sentences": "“a. ", "inches": '"5" ',
    "shortened": "'em ", "marks_of_direction": "\u200f" * 9 + '"',
}  # fmt: skip
MARKED_TEXTS = {
    "said": '"He said ', "speech": '"We counted the rifles and left," he said. ',
    "paragraphs": "“We counted the rifles and left.\n\n", "marks_alone": '"\n\n',
    "single_between": "\"a\" 'b' ", "nested": "“He said ‘go’ and left.” ", "guillemets": "« a » ",
    "floating": "Jo Ndiaye sat. “We counted the rifles and left.” ", "apostrophes": "'em ’s ",
}  # fmt: skip
UNITS |= {f"marked_{name}": unit for name, unit in MARKED_TEXTS.items()}


def extract(text: str) -> None:
    """Read a document with the rules."""
    extract_document(load_pipeline(RULES), DocumentInput("d", text))


def pair(text: str) -> None:
    """Pair the marks of a document."""
    assert all(found.end_char <= len(text) for found in pair_marks(text, paragraphs_of(text)))


def seconds(text: str, read: Callable[[str], None] = extract) -> float:
    """Return the better of two times that a text takes, in seconds of the processor."""
    times = []
    for _ in range(2):
        start = process_time()
        read(text)
        times.append(process_time() - start)
    return min(times)


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_twice_the_text_takes_at_most_twice_the_time(unit: str) -> None:
    """Doubling a hostile text does not multiply the time."""
    text = unit * (CHARS // len(unit))
    first, second = seconds(text), seconds(text * 2)

    assert second < MIN_SECONDS or second / max(first, MIN_SECONDS / 2) < MAX_RATIO


@pytest.mark.parametrize("gap", ["", BREAK], ids=["one_paragraph", "a_paragraph_each"])
@pytest.mark.parametrize("unit", MARK_UNITS.values(), ids=MARK_UNITS)
def test_twice_the_marks_are_paired_in_twice_the_time(unit: str, gap: str) -> None:
    """The same for quotation marks alone, of which a text has many more here."""
    text = (unit + gap) * (MARK_CHARS // len(unit + gap))
    first, second = seconds(text, pair), seconds(text * 2, pair)

    assert second < MIN_SECONDS or second / max(first, MIN_SECONDS / 2) < MAX_RATIO


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit", ['"', "“", "”", "„", "«", "»", "'", "’", "“”", '"He said ', '"\n\n']
)
def test_a_hundred_thousand_marks_are_read(unit: str) -> None:
    """A text of nothing but quotation marks, or of openings, is read to its end."""
    text = unit * (100_000 // len(unit))

    assert extract_document(load_pipeline(RULES), DocumentInput("d", text)).quotes == []


@pytest.mark.slow
@pytest.mark.parametrize("character", ["x", " ", "\n", "7"])
def test_megabytes_of_one_character_are_read(character: str) -> None:
    """A text of a million times the same character is read to its end."""
    found = extract_document(load_pipeline(RULES), DocumentInput("d", character * 1_000_000))

    assert found.figures == []
