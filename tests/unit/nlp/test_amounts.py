"""Amounts: number, range, unit and currency together."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tasks.nlp.figures.amounts import parse_amount
from tasks.nlp.figures.sentences import find_figures
from tasks.nlp.figures.vocabulary import vague_words

AMOUNTS = {
    "sign_before": ("$40 billion", 40_000_000_000, 40_000_000_000, "USD"),
    "sign_with_country": ("A$2 million", 2_000_000, 2_000_000, "AUD"),
    "code_glued": ("USD34.6 million", 34_600_000, 34_600_000, "USD"),
    "code_apart": ("EUR 30 million", 30_000_000, 30_000_000, "EUR"),
    "suffix_m": ("£94m", 94_000_000, 94_000_000, "GBP"),
    "name_behind": ("4,300 Kenyan shillings", 4_300, 4_300, "KES"),
    "rupees_with_stop": ("Rs. 20 lakh", 2_000_000, 2_000_000, "INR"),
    "percent_sign": ("15%", 15, 15, "percent"),
    "per_cent": ("60 per cent", 60, 60, "percent"),
    "percentage_points": ("9 percentage points", 9, 9, "percentage_point"),
    "glued_unit": ("40km", 40, 40, "kilometer"),
    "square": ("14 square kilometres", 14, 14, "kilometer ** 2"),
    "hyphen_unit": ("10-kilometre", 10, 10, "kilometer"),
    "duration": ("six weeks", 6, 6, "week"),
    "age": ("34-year-old", 34, 34, "year"),
    "fold": ("ten-fold", 10, 10, "fold"),
    "dash_range": ("6-8 million", 6_000_000, 8_000_000, None),
    "word_range": ("20 to 25", 20, 25, None),
    "money_range": ("$5 million to $6 million", 5_000_000, 6_000_000, "USD"),
    "unit_range": ("5-7 days", 5, 7, "day"),
    "and_range": ("five and six thousand", 5_000, 6_000, None),
    "hundreds": ("hundreds", 200, 999, None),
    "several_thousand": ("several thousand", 2_000, 9_999, None),
    "vague_money": ("tens of millions of dollars", 20_000_000, 99_999_999, "USD"),
    "decade_of_age": ("40s", 40, 49, "year"),
    "part_of_decade": ("mid-20s", 24, 26, "year"),
    "half_a_million": ("half-million dollars", 500_000, 500_000, "USD"),
    "unknown_francs": ("300 pesos", 300, 300, "XXX"),
}


@pytest.mark.parametrize(("text", "low", "high", "unit"), AMOUNTS.values(), ids=AMOUNTS)
def test_parse_amount_gives_bounds_and_unit(
    text: str, low: int, high: int, unit: str | None
) -> None:
    """Each form of an amount is read to its bounds and unit code."""
    amount = parse_amount(text)

    assert (amount.low, amount.high, amount.unit) == (low, high, unit)


@pytest.mark.parametrize("word", sorted(vague_words()), ids=" ".join)
def test_vague_word_has_the_bounds_of_the_seed_table(word: tuple[str, ...]) -> None:
    """A vague word gives the bounds of the published table, scaled when it is a factor."""
    published = vague_words()[word]
    text = " ".join(word) + (" hundred" if published.is_factor else "")
    scale = 100 if published.is_factor else 1

    amount = parse_amount(text)

    assert amount.low == published.low * scale
    assert amount.shape == "vague"
    assert amount.high in {published.high * scale, (published.high + 1) * scale - 1}


def spans(text: str) -> list[str]:
    """Return the figures of a sentence as text."""
    return [figure.span.text for figure in find_figures(text, 0, len(text)).figures]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("it rose from 5 to 6", ["5", "6"], id="change_is_two"),
        pytest.param("went from 12 km to 75 km", ["12 km", "75 km"], id="move_is_two"),
        pytest.param("between five and six men", ["five and six"], id="between"),
        pytest.param("killed five and six men", ["five", "six"], id="and_alone"),
        pytest.param("25m people need aid", ["25m"], id="million_people"),
        pytest.param("a wall 25m high", ["25m"], id="metres"),
        pytest.param("12 or 300 men", ["12", "300"], id="far_or_is_two"),
        pytest.param("two or three men", ["two or three"], id="near_or"),
        pytest.param("18- to 25-year-olds", ["18- to 25-year-olds"], id="suspended_hyphen"),
        pytest.param("half a metre deep", ["half a metre"], id="half_of_unit"),
        pytest.param("4 000 men", ["4 000"], id="space_groups"),
        pytest.param("816 000 t of wheat", ["816 000 t"], id="keeps_three_digits"),
        pytest.param("hundred dollars were paid", ["hundred dollars"], id="bare_hundred"),
        pytest.param("$5-$10 each", ["$5-$10"], id="repeated_sign"),
    ],
)
def test_sentence_gives_these_amounts(text: str, found: list[str]) -> None:
    """Ranges are joined and changes of level are not."""
    assert spans(text) == found


def test_over_ten_million_is_open_above() -> None:
    """A bound stays a bound: more than ten million is never exactly ten million."""
    figure = find_figures("over ten million men", 0, 20).figures[0]

    assert (figure.low, figure.high, figure.qualifier) == (Decimal(10_000_000), None, "more_than")


@pytest.mark.parametrize("text", ["", "5 men", "rifles", "$", "and 5", "between 5 and 6"])
def test_parse_amount_refuses_what_is_not_one_amount(text: str) -> None:
    """A text that is not exactly one amount raises ValueError."""
    with pytest.raises(ValueError, match="is not one amount"):
        parse_amount(text)


@pytest.mark.parametrize("digits", [27, 28, 40, 41, 400])
def test_number_too_large_for_the_contract_is_never_a_figure(digits: int) -> None:
    """A number that the decimal type cannot hold is no figure."""
    text = "9" * (digits + 1) + " men"

    assert find_figures(text, 0, len(text)).figures == []
