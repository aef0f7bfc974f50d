"""Hostile texts take time in proportion to their length, whatever they repeat."""

from __future__ import annotations

from time import process_time

import pytest

from tasks.nlp.document import DocumentInput, extract_document
from tasks.nlp.pipeline import RULES, load_pipeline

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


def seconds(text: str) -> float:
    """Return the better of two times that a text takes, in seconds of the processor."""
    times = []
    for _ in range(2):
        start = process_time()
        extract_document(load_pipeline(RULES), DocumentInput("d", text))
        times.append(process_time() - start)
    return min(times)


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_twice_the_text_takes_at_most_twice_the_time(unit: str) -> None:
    """Doubling a hostile text does not multiply the time."""
    text = unit * (CHARS // len(unit))
    first, second = seconds(text), seconds(text * 2)

    assert second < MIN_SECONDS or second / max(first, MIN_SECONDS / 2) < MAX_RATIO


@pytest.mark.slow
@pytest.mark.parametrize("character", ["x", " ", "\n", "7"])
def test_megabytes_of_one_character_are_read(character: str) -> None:
    """A text of a million times the same character is read to its end."""
    found = extract_document(load_pipeline(RULES), DocumentInput("d", character * 1_000_000))

    assert found.figures == []
