"""Qualifiers: the words that bound a figure, before it, behind it, and nested."""

from __future__ import annotations

import pytest

from tasks.nlp.figures.sentences import find_figures

CASES = {
    "none": ("60 men", "exact", None, 60, 60),
    "about": ("about 60 men", "about", "about", 60, 60),
    "an_estimated": ("an estimated 60 men", "about", "an estimated", 60, 60),
    "close_to": ("close to 60 men", "about", "close to", 60, 60),
    "over": ("over 60 men", "more_than", "over", 60, None),
    "just_over": ("just over 60 men", "more_than", "just over", 60, None),
    "at_least": ("at least 60 men", "at_least", "at least", 60, None),
    "no_fewer_than": ("no fewer than 60 men", "at_least", "no fewer than", 60, None),
    "or_more": ("60 or more men", "at_least", "or more", 60, None),
    "plus": ("60-plus men", "at_least", "-plus", 60, None),
    "under": ("just under 60 men", "less_than", "just under", None, 60),
    "fewer_than": ("fewer than 60 men", "less_than", "fewer than", None, 60),
    "up_to": ("up to 60 men", "at_most", "up to", None, 60),
    "as_many_as": ("as many as 60 men", "at_most", "as many as", None, 60),
    "total": ("a total of 60 men", "exact", "a total of", 60, 60),
    "nested": ("at least about 60 men", "at_least", "at least about", 60, None),
    "only_about": ("only about 60 men", "about", "only about", 60, 60),
    "range_wins": ("over 6-8 men", "range", "over", 6, 8),
    "vague_wins": ("about several hundred men", "vague", "about", 200, 999),
    "another": ("at least another 60 men", "at_least", "at least another", 60, None),
}


@pytest.mark.parametrize(("text", "name", "words", "low", "high"), CASES.values(), ids=CASES)
def test_qualifier_bounds_its_figure(
    text: str, name: str, words: str | None, low: int | None, high: int | None
) -> None:
    """A qualifier keeps its words and opens or keeps the bounds as FIGURES.md says."""
    figure = find_figures(text, 0, len(text)).figures[0]

    assert figure.qualifier == name
    assert (figure.qualifier_span.text if figure.qualifier_span else None) == words
    assert (figure.low, figure.high) == (low, high)


def test_over_a_duration_is_no_bound() -> None:
    """``over five years`` says when, not how long."""
    text = "a drop over five years"

    assert find_figures(text, 0, len(text)).figures[0].qualifier == "exact"


def test_more_than_sixty_is_a_count() -> None:
    """A qualified bare number is a count, neither money nor time."""
    text = "more than sixty came, about 650 left"

    assert [figure.kind for figure in find_figures(text, 0, len(text)).figures] == ["count"] * 2
