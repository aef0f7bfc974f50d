"""Markup of our own: whatever comes in as text leaves as text."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tasks.quality_report.markup import (
    NUMBER,
    PROSE,
    TEXT,
    code,
    element,
    facts,
    folded,
    items,
    paragraph,
    section,
    severity,
    table,
    text,
)

HOSTILE = "</td><script>alert(1)</script>\"' onload=x"


@pytest.mark.parametrize(
    "made",
    [
        text(HOSTILE),
        code(HOSTILE),
        paragraph(HOSTILE),
        facts({HOSTILE: HOSTILE}),
        items([text(HOSTILE)]),
        folded(HOSTILE),
        section("here", HOSTILE),
        severity("critical", HOSTILE),
        table(HOSTILE, {HOSTILE: TEXT}, [[text(HOSTILE)]]),
        element("p", title=HOSTILE),
    ],
    ids=["text", "code", "p", "facts", "items", "folded", "section", "severity", "table", "attr"],
)
def test_markup_escapes_what_it_is_given(made: str) -> None:
    """No sign of a text starts an element or ends an attribute."""
    assert "<script" not in made
    assert "&lt;script&gt;" in made
    assert "\"' onload" not in made


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        (True, "yes"),
        (1234567, "1,234,567"),
        (0.0012345, "0.001234"),
        (61.5, "61.5"),
        (123456.7, "123,457"),
        (datetime(2026, 1, 2, 3, 4, 5), "2026-01-02 03:04 UTC"),  # noqa: DTZ001 - as columns hold it
        (date(2026, 1, 2), "2026-01-02"),
    ],
)
def test_text_shows_values_as_readers_write_them(value: object, expected: str) -> None:
    """Numbers have groups, moments their zone, nothing is nothing."""
    assert text(value) == expected


def test_text_is_bounded() -> None:
    """A word of 10,000 characters does not fill the page."""
    assert len(text("Z" * 10_000)) == 400


def test_cut_never_splits_an_escape() -> None:
    """The text is cut before it is escaped, so no half entity is left."""
    assert text("&" * 10, 5) == "&amp;&amp;&amp;&amp;…"


def test_table_says_what_its_cells_are() -> None:
    """Screen readers hear the caption, the head of a column and the name of a row."""
    made = table("Runs", {"Run": TEXT, "Rows": NUMBER}, [[text("r1"), text(3)]])

    assert "<caption>Runs</caption>" in made
    assert '<th scope="col" role="columnheader">Run</th>' in made
    assert '<th scope="col" role="columnheader" class="number">Rows</th>' in made
    assert '<th scope="row" role="rowheader">r1</th>' in made
    assert '<td data-head="Rows" role="cell" class="number">3</td>' in made


def test_table_of_prose_becomes_blocks_on_a_phone() -> None:
    """Reasons are read without scrolling sideways; numbers stay side by side to be compared."""
    assert '<table role="table" class="stacked">' in table(
        "Files", {"File": TEXT, "Why": PROSE}, []
    )
    assert '<table role="table">' in table("Runs", {"Run": TEXT, "Rows": NUMBER}, [])


def test_table_can_be_scrolled_by_keyboard() -> None:
    """What is wider than a phone can be reached without a mouse."""
    made = table("Runs", {"Run": TEXT}, [])

    assert 'tabindex="0"' in made
    assert 'role="region"' in made
    assert 'aria-label="Runs"' in made


def test_severity_is_told_by_more_than_its_colour() -> None:
    """Critical and warning have different words and different signs."""
    assert "✕" in severity("critical")
    assert "!" in severity("warning")
    assert "critical" in severity("critical")
