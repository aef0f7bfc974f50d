"""One broken quotation mark changes nothing but the quotations near it, whatever the text."""

# ruff: noqa: S311 - the same changes on every run

from __future__ import annotations

from itertools import chain, pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.nlp.document import DocumentInput, extract_document
from tasks.nlp.pipeline import PACKAGED, RULES, load_pipeline
from tasks.nlp.quotes.pairing import MAX_QUOTE_CHARS, pair_marks
from tests.broken_marks import (
    BREAK,
    MARKS,
    Row,
    any_change,
    far_rows,
    gold_documents,
    made_documents,
    near,
    paragraphs_of,
)

SEED = 20_241
TEXTS = 1_200
CHANGES = 4
"""Changes of each text."""
SHORT_CHARS = 200
"""Characters of a paragraph of the documents that a whole pipeline reads."""
DRIFTING = 3
"""Documents of forty in which the parse of a sentence far from the change may differ."""
PIECES = (
    *MARKS,
    *(" ", " ", " ", BREAK, "\n", ".", ",", "?", ":", "—", "(", ")", "…", "\u200f", "\u00a0"),
    *("We left", "said", "Jo", "s", "n", "em", "90s", "5", "10", "a", "لا", "$"),
)
BUILT = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


def ranges(text: str) -> list[Row]:
    """Return the quoted ranges of a text, with what is known of each."""
    found = pair_marks(text, paragraphs_of(text))
    return [
        (one.start_char, one.end_char, f"{one.is_opened} {one.is_closed} {one.is_inner}")
        for one in found
    ]


def rows(text: str, model: str) -> list[Row]:
    """Return the quotations that a pipeline finds."""
    found = extract_document(load_pipeline(model), DocumentInput("d", text)).quotes
    return [(one.span.start_char, one.span.end_char, one.kind) for one in found]


def marked(text: str, found: list[Row]) -> list[Row]:
    """Return the quotations that stand between two marks, of whatever kind."""
    return [
        (start, end, "marked")
        for start, end, _ in found
        if text[:start].endswith(MARKS) and text[end:].startswith(MARKS)
    ]


@settings(max_examples=500)
@given(BUILT)
def test_ranges_stand_in_paragraphs_and_never_cross(text: str) -> None:
    """Each range has words, lies in a paragraph, and holds the inner ones or is apart."""
    paragraphs = paragraphs_of(text)
    found = list(pair_marks(text, paragraphs))

    for one in found:
        words = text[one.start_char : one.end_char]
        assert any(sign.isalnum() for sign in words)
        assert len(words) <= MAX_QUOTE_CHARS
        assert any(start <= one.start_char < one.end_char <= end for start, end in paragraphs)
    outer = [one for one in found if not one.is_inner]
    assert all(one.end_char <= following.start_char for one, following in pairwise(outer))
    for one in found:
        assert one in outer or any(other.holds(one.start_char, one.end_char) for other in outer)


@settings(max_examples=500)
@given(BUILT, st.randoms(use_true_random=False))
def test_a_change_of_any_text_keeps_the_ranges_far_from_it(text: str, random: Random) -> None:
    """A mark that is inserted, removed or swapped leaves the ranges of other paragraphs alone."""
    if paragraphs_of(text):
        change = any_change(text, random)
        around = near(text, change)

        after = far_rows(ranges(change.apply(text)), around, change.shift)
        assert after == far_rows(ranges(text), around)


def test_thousands_of_changes_keep_the_ranges_far_from_them() -> None:
    """The same for documents of the gold, and for made ones with broken marks of every style."""
    random = Random(SEED)
    compared = 0
    for text in chain(gold_documents(TEXTS // 2, random), made_documents(TEXTS // 2, random)):
        found = ranges(text)
        for _ in range(CHANGES):
            change = any_change(text, random)
            around = near(text, change)
            expected = far_rows(found, around)
            compared += len(expected)
            assert far_rows(ranges(change.apply(text)), around, change.shift) == expected, change

    assert compared > TEXTS * CHANGES


def test_changes_keep_the_quotations_far_from_them() -> None:
    """The same for the quotations of whole documents, read without a parse."""
    random = Random(SEED)
    gold = gold_documents(150, random, fewest=7, most_chars=SHORT_CHARS)
    compared = 0
    for text in chain(gold, made_documents(150, random)):
        change = any_change(text, random)
        around = near(text, change)
        expected = far_rows(rows(text, RULES), around)
        compared += len(expected)
        after = rows(change.apply(text), RULES)
        assert far_rows(after, around, change.shift) == expected, change

    assert compared > 300


@pytest.mark.slow
def test_changes_keep_the_quotations_of_the_packaged_model() -> None:
    """What stands between marks stays; the parser reads a whole page, so a few others may drift."""
    random = Random(SEED)
    drifting = 0
    for text in gold_documents(40, random, fewest=8, most_chars=SHORT_CHARS):
        change = any_change(text, random)
        around, changed = near(text, change), change.apply(text)
        before, after = rows(text, PACKAGED), rows(changed, PACKAGED)
        kept = far_rows(marked(changed, after), around, change.shift)
        assert kept == far_rows(marked(text, before), around), change
        drifting += far_rows(after, around, change.shift) != far_rows(before, around)

    assert drifting <= DRIFTING
