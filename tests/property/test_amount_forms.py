"""Every form in which an amount is written gives its value back."""

from __future__ import annotations

from decimal import Decimal, localcontext

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.nlp.figures.amounts import parse_amount
from tasks.nlp.figures.conversion import WIDE
from tasks.nlp.figures.numbers import parse_number
from tasks.nlp.figures.sentences import find_figures

ANY_TIME = settings(deadline=None)
UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))
ORDINALS = {
    2: "half",
    3: "third",
    4: "quarter",
    5: "fifth",
    8: "eighth",
    10: "tenth",
    20: "twentieth",
}
WHOLE = st.integers(min_value=0, max_value=10**15 - 1)
GROUPS = st.sampled_from([",", " ", "\u00a0", "\u2009", "\u202f", "'", "\u2019"])


def below_hundred(value: int) -> str:
    """Return a number from 0 to 99 in words."""
    if value < len(UNITS):
        return UNITS[value]
    tens, rest = divmod(value, 10)
    return TENS[tens - 2] + (f"-{UNITS[rest]}" if rest else "")


def below_thousand(value: int, joint: str) -> str:
    """Return a number from 1 to 999 in words."""
    hundreds, rest = divmod(value, 100)
    if not hundreds:
        return below_hundred(rest)
    return f"{UNITS[hundreds]} hundred" + (f"{joint}{below_hundred(rest)}" if rest else "")


def in_words(value: int, joint: str = " ") -> str:
    """Return a whole number in words; ``joint`` stands behind the hundreds."""
    if value == 0:
        return "zero"
    words = []
    for scale, name in SCALES:
        group, value = divmod(value, scale)
        if group:
            words.append(f"{below_thousand(group, joint)} {name}")
    if value:
        words.append(below_thousand(value, joint))
    return " ".join(words)


@ANY_TIME
@given(WHOLE, st.sampled_from([" ", " and "]))
def test_words_give_their_number_back(value: int, joint: str) -> None:
    """A cardinal in words, with or without ``and``, is read to its value."""
    assert parse_number(in_words(value, joint)) == value


@ANY_TIME
@given(WHOLE, st.sampled_from([str.upper, str.title, str.lower]))
def test_case_of_words_does_not_matter(value: int, change: object) -> None:
    """Capitals change nothing."""
    assert callable(change)
    assert parse_number(change(in_words(value))) == value


@ANY_TIME
@given(WHOLE, GROUPS)
def test_grouped_digits_give_their_number_back(value: int, group: str) -> None:
    """Digits in groups of three are read to their value, whatever groups them."""
    assert parse_number(f"{value:,}".replace(",", group)) == value


@ANY_TIME
@given(st.integers(min_value=10**6, max_value=10**9 - 1))
def test_digits_grouped_by_dots_give_their_number_back(value: int) -> None:
    """Two dots or more between groups of three are no decimal point."""
    assert parse_number(f"{value:,}".replace(",", ".")) == value


@ANY_TIME
@given(st.decimals(min_value=0, max_value=10**6, places=2, allow_nan=False))
def test_decimals_give_their_number_back(value: Decimal) -> None:
    """A decimal point keeps every digit."""
    assert parse_number(f"{value:f}") == value


@ANY_TIME
@given(st.integers(0, 999), st.lists(st.integers(0, 9), min_size=1, max_size=5))
def test_decimals_in_words_give_their_number_back(whole: int, digits: list[int]) -> None:
    """``five point zero three`` is 5.03."""
    text = f"{in_words(whole)} point {' '.join(UNITS[digit] for digit in digits)}"

    assert parse_number(text) == Decimal(f"{whole}.{''.join(map(str, digits))}")


@ANY_TIME
@given(
    st.decimals(min_value=1, max_value=999, places=1, allow_nan=False),
    st.sampled_from([*SCALES, (10**9, "bn"), (10**5, "lakh"), (10**7, "crore")]),
)
def test_magnitude_words_multiply(value: Decimal, scale: tuple[int, str]) -> None:
    """Digits before a magnitude word are multiplied by it."""
    assert parse_number(f"{value:f} {scale[1]}") == value * scale[0]


@ANY_TIME
@given(st.integers(1, 10**6), st.sampled_from(["-", "\u2212", "minus ", "negative "]))
def test_signs_negate(value: int, sign: str) -> None:
    """A sign before digits negates them."""
    assert parse_number(f"{sign}{value}") == -value


@ANY_TIME
@given(st.integers(1, 99), st.sampled_from(sorted(ORDINALS)), st.sampled_from([" ", "-"]))
def test_fractions_in_words_are_divided(above: int, below: int, joint: str) -> None:
    """A numerator and a denominator in words are divided."""
    name = "halves" if below == 2 and above > 1 else ORDINALS[below] + "s" * (above > 1)
    expected = Decimal(above) / below
    if above % 10 == 0 and above > 10 and below in {3, 5, 8}:
        return  # "twenty fifths" may be a part of twenty-five

    with localcontext(WIDE):
        assert abs(parse_number(f"{in_words(above)}{joint}{name}") - expected) < Decimal("1e-12")


@ANY_TIME
@given(st.integers(1, 999), st.integers(1, 999), st.sampled_from(["-", "\u2013", " to ", "-to-"]))
def test_ranges_give_both_bounds_back(first: int, second: int, joint: str) -> None:
    """Two bounds with a joint are read to both of them."""
    low, high = sorted((first, first + second))
    amount = parse_amount(f"{low}{joint}{high}")

    assert (amount.low, amount.high, amount.shape) == (low, high, "range")


@ANY_TIME
@given(
    st.integers(1, 10**6),
    st.sampled_from(["$", "€", "£", "USD ", "EUR", "A$", "US$"]),
    st.booleans(),
)
def test_money_gives_its_value_back(value: int, sign: str, negative: bool) -> None:  # noqa: FBT001
    """A currency before digits stays with them, signed or not."""
    amount = parse_amount(f"{'-' * negative}{sign}{value:,}")

    assert (amount.low, amount.kind) == (-value if negative else value, "money")


@ANY_TIME
@given(st.integers(1, 500), st.integers(1, 59))
def test_compounds_give_their_sum_back(hours: int, minutes: int) -> None:
    """Hours and minutes are one amount in minutes."""
    amount = parse_amount(f"{hours} hours and {minutes} minutes")

    assert (amount.low, amount.unit) == (hours * 60 + minutes, "minute")


WORDS = """
5 1,2 7.5 -3 half third thirds and a an of the hundred million point minus - / ( ) [ ] \u00b1 ~ $
\u20ac USD MUSD km % percent pounds cents in to or from between more than less up rose . , ' \" x10^
1e5 2^9 \u00bd one two twenty couple dozens tens year old degrees C K m b bn k \u2013 \u2212
"""
PIECES = st.sampled_from(WORDS.split())


@ANY_TIME
@given(st.lists(PIECES, max_size=14), st.sampled_from([" ", ""]))
def test_no_sequence_of_words_breaks_the_grammar(pieces: list[str], joint: str) -> None:
    """Whatever stands beside each other, figures are read, in order, with bounds in order."""
    text = joint.join(pieces)
    figures = find_figures(text, 0, len(text)).figures

    spans = [(figure.span.start_char, figure.span.end_char) for figure in figures]
    assert spans == sorted(spans)
    assert all(f.low is None or f.high is None or f.low <= f.high for f in figures)


@pytest.mark.parametrize("value", [0, 1, 13, 40, 99, 100, 101, 999, 1000, 1_000_001, 10**12])
def test_words_of_corner_values(value: int) -> None:
    """The corners of the grammar are read to their values."""
    assert parse_number(in_words(value)) == value
