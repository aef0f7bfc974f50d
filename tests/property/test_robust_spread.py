"""Laws of the robust z-score over any history."""

from __future__ import annotations

import math
from fractions import Fraction
from statistics import median

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from expectations.measures.catalogue import MEASURES
from expectations.measures.robust import MAD_FACTOR, spread_of
from expectations.measures.scales import DAYS, RATE, SHARE, Scale

NUMBERS = st.integers(-(10**6), 10**6).map(float)
HISTORIES = st.lists(NUMBERS, min_size=1, max_size=40)
LEAST = st.sampled_from([0.001, 0.5, 3.0])


@given(
    st.lists(st.floats(-1e6, 1e6) | st.just(0.1), min_size=1, max_size=40).flatmap(
        lambda each: st.tuples(st.just(each), st.permutations(each))
    ),
    LEAST,
)
@example(([0.0] * 9 + [1e16, 1.0, 1.0, 1.0, 1.0], [1.0] * 4 + [0.0] * 9 + [1e16]), 0.001)
def test_order_changes_nothing(histories: tuple[list[float], list[float]], least: float) -> None:
    """The same values in another order give exactly the same z."""
    history, other = histories

    assert spread_of(other, least) == spread_of(history, least)


@given(HISTORIES, NUMBERS, LEAST)
def test_z_is_a_finite_number(history: list[float], value: float, least: float) -> None:
    """No history, not even one of equal values, makes a z infinite or not a number."""
    assert math.isfinite(spread_of(history, least).z_of(value))


@given(HISTORIES, NUMBERS, LEAST, NUMBERS)
def test_shift_changes_nothing(
    history: list[float], value: float, least: float, shift: float
) -> None:
    """Values that all lie higher by the same have the same z."""
    moved = spread_of([each + shift for each in history], least).z_of(value + shift)

    assert moved == pytest.approx(spread_of(history, least).z_of(value))


@given(HISTORIES, NUMBERS, LEAST, st.sampled_from([-8.0, -1.0, 0.25, 1000.0]))
def test_scale_changes_the_sign_at_most(
    history: list[float], value: float, least: float, factor: float
) -> None:
    """Values in another unit have the same z, mirrored ones the opposite."""
    scaled = spread_of([each * factor for each in history], least * abs(factor))
    expected = math.copysign(1, factor) * spread_of(history, least).z_of(value)

    assert scaled.z_of(value * factor) == pytest.approx(expected)


@given(HISTORIES, NUMBERS, NUMBERS, LEAST)
def test_z_grows_with_the_value(
    history: list[float], one: float, other: float, least: float
) -> None:
    """Of two values the greater one never has the smaller z, and the median has none."""
    spread = spread_of(history, least)

    assert spread.z_of(max(one, other)) >= spread.z_of(min(one, other))
    assert spread.z_of(median(history)) == 0


@given(HISTORIES, LEAST)
def test_deviation_is_that_of_the_paper(history: list[float], least: float) -> None:
    """Wherever the median absolute deviation is above zero, it alone gives the deviation."""
    exact = [Fraction(each) for each in history]
    mad = median(abs(each - median(exact)) for each in exact)
    if mad:
        expected = max(MAD_FACTOR * float(mad), least)
        assert spread_of(history, least).deviation == pytest.approx(expected)


@given(st.lists(NUMBERS, min_size=3, max_size=40), LEAST)
def test_one_outlier_moves_little(history: list[float], least: float) -> None:
    """However far one of three or more values lies, the centre stays among the others."""
    spread = spread_of([*history[:-1], 1e12], least)

    assert min(history[:-1]) <= spread.centre <= max(history[:-1])


@pytest.mark.parametrize(
    ("scale", "highest"), [(RATE, 1e6), (SHARE, 1.0), (DAYS, 1e6)], ids=["rate", "share", "days"]
)
@given(st.floats(0, 1), st.floats(0, 1))
def test_scale_goes_there_and_back(scale: Scale, highest: float, one: float, other: float) -> None:
    """A value on its scale leads back to itself, and the scale keeps the order of values."""
    low, high = sorted((one * highest, other * highest))

    assert scale.backward(scale.forward(high)) == pytest.approx(high, abs=1e-9)
    assert scale.forward(low) <= scale.forward(high)


@given(st.floats(-50, 50))
def test_band_holds_possible_values(place: float) -> None:
    """What is expected of a share lies within 0 and 1, and nothing is expected below zero."""
    nearest = min(max(place, SHARE.forward(0)), SHARE.forward(1))
    assert SHARE.backward(place) == SHARE.backward(nearest)
    assert 0 <= SHARE.backward(place) <= 1
    assert RATE.backward(place) >= 0
    assert DAYS.backward(place) >= 0


@given(st.sampled_from(sorted(MEASURES)), st.floats(0, 100), st.integers(0, 10**9))
def test_error_is_above_zero(name: str, centre: float, base: int) -> None:
    """No measure ever takes a history for exact, however many things it was taken over."""
    error = MEASURES[name].scale.error(centre, base)

    assert 0 < error < math.inf
