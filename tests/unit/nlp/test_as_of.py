"""The date that an amount is true of: clause, sentence, present tense, sentence before."""

from __future__ import annotations

import json
from datetime import date

import pytest

from tasks.nlp.document import DocumentInput, extract_document
from tasks.nlp.pipeline import load_pipeline
from tasks.nlp.rows import document_rows

CASES = {
    "date of the clause": (
        "On Friday 34 people were killed, while 12 died in May.",
        "34",
        (date(2015, 12, 4), date(2015, 12, 4), "day", "clause"),
    ),
    "date of the other clause": (
        "On Friday 34 people were killed, while 12 died in May.",
        "12",
        (date(2015, 5, 1), date(2015, 5, 31), "month", "clause"),
    ),
    "level that is compared": (
        "The toll rose to 34 on Friday from 12 in May.",
        "12",
        (date(2015, 5, 1), date(2015, 5, 31), "month", "clause"),
    ),
    "only date of the sentence": (
        "In 2014 the army left, and 40 villages were burned.",
        "40",
        (date(2014, 1, 1), date(2014, 12, 31), "year", "sentence"),
    ),
    "sentence before": (
        "A curfew began on 3 June. Some 40 people were hurt.",
        "40",
        (date(2015, 6, 3), date(2015, 6, 3), "day", "sentence_before"),
    ),
    "present tense": (
        "There are 4,000 soldiers in the camp.",
        "4,000",
        (date(2015, 12, 10), date(2015, 12, 10), "day", "present_at_publication"),
    ),
    "present tense behind a date": (
        "A curfew began on 3 June. Some 40 people are in hospital.",
        "40",
        (date(2015, 12, 10), date(2015, 12, 10), "day", "present_at_publication"),
    ),
    "level of today": (
        "There are now 300 patients, up from 200 last year.",
        "300",
        (date(2015, 12, 10), date(2015, 12, 10), "day", "present_at_publication"),
    ),
    "year of a birth": ("He was born in 1998. Police held 12 men.", "12", (None, None, None, None)),
    "past without a date": ("They had 400 rifles.", "400", (None, None, None, None)),
    "two dates of other clauses": (
        "In 2013 they came, and in 2014 they left; 40 villages burned.",
        "40",
        (None, None, None, None),
    ),
    "duration": ("On Friday the siege lasted nine hours.", "nine hours", (None, None, None, None)),
}


def as_of(text: str, surface: str, published: str | None = "2015-12-10") -> tuple[object, ...]:
    """Return the as-of columns of a figure of a text."""
    stated = json.dumps({"published": published, "origin": "sidecar"}) if published else None
    extraction = extract_document(
        load_pipeline("en_tallybook"), DocumentInput("0" * 64, text, stated)
    )
    row = next(
        row for row in document_rows(extraction)["core.figures"] if row["figure_text"] == surface
    )
    return tuple(row[f"as_of_{name}"] for name in ("start", "end", "precision", "rule"))


@pytest.mark.parametrize(("text", "surface", "expected"), CASES.values(), ids=CASES)
def test_figure_takes_the_date_around_it(
    text: str, surface: str, expected: tuple[object, ...]
) -> None:
    """The nearest evidence decides; where two dates compete, nothing is known."""
    assert as_of(text, surface) == expected


def test_present_without_publication_date_is_not_dated() -> None:
    """The day of the run is no date of anything."""
    assert as_of("There are 4,000 soldiers in the camp.", "4,000", None) == (None,) * 4
