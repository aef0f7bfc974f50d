"""Sentences with inline mark-up: every figure, date and refused number, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tasks.nlp.document import DocumentInput, extract_document
from tasks.nlp.pipeline import load_pipeline
from tests.markup import Marked, parse_markup, rows_of

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
LINES = [
    pytest.param(line, id=f"{path.stem}-{number}")
    for path in CASES
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
    if line.strip()
]


@pytest.mark.parametrize("line", LINES)
def test_sentence_gives_exactly_its_marked_rows(line: str) -> None:
    """A sentence gives the rows that its mark-up states, no row more and no row less."""
    text, expected = parse_markup(line)

    found = rows_of(extract_document(load_pipeline(), DocumentInput("golden", text)))

    assert found == expected


def test_markup_gives_places_in_the_plain_text() -> None:
    """The parser of the mark-up counts characters of the plain text."""
    text, rows = parse_markup(
        'At [5|count 5 5 exact counted="a b"] a b on [May 2021|date 2021-05].'
    )

    assert text == "At 5 a b on May 2021."
    assert rows == [
        Marked(3, "5", "count 5 5 exact counted=a b"),
        Marked(12, "May 2021", "date 2021-05"),
    ]
