"""Lone fractions and a lone ``one``: amounts only where their surroundings say so."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tasks.nlp.figures.sentences import find_figures

SHARES = {
    "bounded": "Fewer than half had gone to the police.",
    "of a pronoun": "It costs $6, of which half goes on food.",
    "subject": "The rest fled; half were children.",
    "by": "The harvest shrank by half.",
    "before a comparative": "Bread is half cheaper.",
}
NO_SHARES = {
    "one more man": ("One died and a third was shot.", "ordinal"),
    "one more day": ("It went on for a third straight day.", "ordinal"),
    "part of a month": ("They came in the second half of November.", "ordinal"),
}
ONES = {
    "list before": ("They lost two boats and one jet ski.", "count"),
    "list behind": ("The slide buried one chapel, two bridges and a road.", "count"),
    "every": ("There is one latrine for every 84 people.", "rate"),
    "a day": ("They get one meal a day.", "rate"),
}


def read(text: str) -> list[tuple[str, str, Decimal | None]]:
    """Return surface, kind and point of each figure of a sentence."""
    figures = find_figures(text, 0, len(text)).figures
    return [(figure.span.text, figure.kind, figure.value) for figure in figures]


@pytest.mark.parametrize("text", SHARES.values(), ids=SHARES)
def test_half_is_a_share(text: str) -> None:
    """A half that stands for a part of something is fifty percent."""
    assert ("half", "percent", Decimal(50)) in read(text)


@pytest.mark.parametrize(("text", "reason"), NO_SHARES.values(), ids=NO_SHARES)
def test_numbered_thing_is_no_share(text: str, reason: str) -> None:
    """A fraction that numbers something is refused with its reason."""
    found = find_figures(text, 0, len(text))

    assert "percent" not in {figure.kind for figure in found.figures}
    assert reason in {rejected.reason for rejected in found.rejected}


@pytest.mark.parametrize(("text", "kind"), ONES.values(), ids=ONES)
def test_one_counts_among_numbers(text: str, kind: str) -> None:
    """``one`` beside other numbers, or with a denominator, is an amount."""
    assert ("one", kind, Decimal(1)) in read(text)


def test_one_of_two_is_a_pronoun() -> None:
    """``one`` before a noun that nothing else counts is none."""
    assert read("The shell hit one wall of the school.") == []


def test_pair_is_two_unless_it_is_one_thing() -> None:
    """A pair of boats is two boats, a pair of boots is none of our business."""
    assert [value for *_, value in read("A pair of boats sank.")] == [None]
    assert find_figures("A pair of boats sank.", 0, 21).figures[0].low == Decimal(2)
    assert read("He took a pair of boots.") == []


def test_part_of_a_percentage_is_in_percent() -> None:
    """Half a percent is no share of something."""
    assert read("Rates rose half a percent.") == [("half a percent", "percent", Decimal("0.5"))]
