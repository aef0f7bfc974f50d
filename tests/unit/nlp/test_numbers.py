"""Numbers: digits, words and mixtures give exact values; everything else raises."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tasks.nlp.figures.lexemes import lex, parse_digits
from tasks.nlp.figures.numbers import parse_number

NUMBERS = {
    "digits": ("847", "847"),
    "comma_groups": ("1,234,567", "1234567"),
    "space_groups": ("4 000", "4000"),
    "thin_space_groups": ("4\u2009000", "4000"),
    "narrow_space_groups": ("12\u202f500", "12500"),
    "no_break_space_groups": ("12\u00a0500", "12500"),
    "indian_groups": ("12,34,567", "1234567"),
    "decimals": ("1,234.50", "1234.50"),
    "leading_point": (".50", "0.50"),
    "one_word": ("seventeen", "17"),
    "tens_and_units": ("twenty-five", "25"),
    "hundreds": ("three hundred and twelve", "312"),
    "thousands": ("twenty-three thousand four hundred", "23400"),
    "hundred_thousand": ("two hundred thousand", "200000"),
    "two_magnitudes": ("one million two hundred thousand", "1200000"),
    "scale_after_digits": ("1.25 million", "1250000"),
    "glued_billion": ("3bn", "3000000000"),
    "lakh": ("45 lakh", "4500000"),
    "crore": ("3 crore", "30000000"),
    "half_a_million": ("half a million", "500000"),
    "half_million_with_hyphen": ("half-million", "500000"),
    "and_a_half_million": ("three and a half million", "3500000"),
    "glued_fraction": ("3½", "3.5"),
    "quotient": ("3/4", "0.75"),
    "dozens": ("two dozen", "24"),
    "a_hundred": ("a hundred", "100"),
    "capitals": ("FORTY", "40"),
}


@pytest.mark.parametrize(("text", "value"), NUMBERS.values(), ids=NUMBERS)
def test_parse_number_gives_the_exact_value(text: str, value: str) -> None:
    """Each form of a number is read to its exact decimal value."""
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["", "rifles", "5 6", "a", "and", "7" * 41, "two two", "million-", "%"]
)
def test_parse_number_refuses_what_is_not_one_number(text: str) -> None:
    """A text that is not exactly one number raises ValueError."""
    with pytest.raises((ValueError, IndexError)):
        parse_number(text)


@pytest.mark.parametrize(
    ("text", "lexemes"),
    [
        pytest.param("12,34,567 men", ["12,34,567", "men"], id="indian_groups"),
        pytest.param("2,50 euros", ["2,50", "euros"], id="decimal_comma_before_a_unit"),
        pytest.param("5,6 and 7", ["5", ",", "6", "and", "7"], id="list_is_no_decimal"),
        pytest.param("2019, 350 men", ["2019", ",", "350", "men"], id="year_and_count_apart"),
        pytest.param("816 000 t", ["816 000", "t"], id="space_groups"),
        pytest.param("US$5m", ["US$", "5", "m"], id="longest_sign_first"),
        pytest.param("U.S. men", ["U.S", ".", "men"], id="dotted_name"),
    ],
)
def test_lex_cuts_at_the_same_places_everywhere(text: str, lexemes: list[str]) -> None:
    """Grouping marks, signs and units are cut as the grammar needs them."""
    assert [lexeme.text for lexeme in lex(text)] == lexemes


def test_parse_digits_reads_a_decimal_comma() -> None:
    """One comma before one or two digits is a decimal comma."""
    assert parse_digits("2,50") == Decimal("2.50")
