"""What a measure may be: fixed bounds, and how far it may lie from earlier runs."""

from __future__ import annotations

import math

import pytest

from expectations.measures.catalogue import FIGURES, LANGUAGES, SILENCE, UNREAD_TEXTS, Measure
from expectations.measures.history import History
from expectations.measures.judging import Verdict, judge_sample, judge_samples
from expectations.measures.robust import spread_of
from expectations.measures.samples import Sample
from tests.measured_samples import history, limit

USUAL = (9.0, 10.0, 11.0, 9.5, 10.5, 10.0, 9.0, 11.0)


def judged(measure: Measure, value: float, base: int = 10_000, **bounds: float) -> Verdict:
    """Judge a value beside a usual history of the same measure."""
    sample = Sample(measure=measure, value=value, base_count=base)
    return judge_sample(sample, limit(measure, **bounds), USUAL)


@pytest.mark.parametrize(
    ("value", "is_success"), [(0.1, False), (0.2, True), (0.5, True), (0.6, False)]
)
def test_bounds_are_inclusive(value: float, *, is_success: bool) -> None:
    """A value on a bound is allowed, one beyond it is not."""
    verdict = judged(UNREAD_TEXTS, value, minimum=0.2, maximum=0.5)

    assert verdict.is_success is is_success
    assert (verdict.expected_low, verdict.expected_high) == (0.2, 0.5)
    assert (verdict.robust_z, verdict.history_count) == (None, 0)


@pytest.mark.parametrize(
    ("value", "is_success"), [(2.0, False), (9.2, True), (10.9, True), (24.0, False)]
)
def test_value_far_from_history_is_odd(value: float, *, is_success: bool) -> None:
    """What many deviations part from earlier runs, either way, is not allowed."""
    verdict = judged(FIGURES, value, max_robust_z=5)

    assert verdict.is_success is is_success
    assert verdict.history_count == len(USUAL)
    assert verdict.robust_z is not None
    assert (verdict.robust_z > 0) == (value > 10)


def test_band_ends_where_the_distance_does() -> None:
    """The smallest and the largest value that are shown as expected are the last ones allowed."""
    verdict = judged(FIGURES, 10.0, max_robust_z=4)

    for edge, outward in ((verdict.expected_low, -0.01), (verdict.expected_high, 0.01)):
        assert edge is not None
        assert judged(FIGURES, edge - outward, max_robust_z=4).is_success
        assert not judged(FIGURES, edge + outward, max_robust_z=4).is_success


def test_fixed_bound_tightens_the_band() -> None:
    """Of a bound and the history the tighter one is shown."""
    verdict = judged(FIGURES, 10.0, max_robust_z=4, maximum=10.2, minimum=1.0)

    assert verdict.expected_high == 10.2
    assert verdict.expected_low is not None
    assert verdict.expected_low > 1.0


def test_one_sided_measure_may_be_small() -> None:
    """A source that has just delivered is never odd, one that is silent for long is."""
    short, long = (judged(SILENCE, value, max_robust_z=3.5) for value in (0.0, 60.0))

    assert short.is_success
    assert short.expected_low is None
    assert short.robust_z is not None
    assert short.robust_z < -3.5
    assert not long.is_success


@pytest.mark.parametrize("earlier", [(), USUAL[:4]], ids=["first run", "few runs"])
def test_short_history_tells_nothing(earlier: tuple[float, ...]) -> None:
    """Before enough runs nothing is far from them."""
    sample = Sample(measure=FIGURES, value=500.0, base_count=10_000)

    verdict = judge_sample(sample, limit(FIGURES, max_robust_z=3.5, min_history=5), earlier)

    assert verdict.is_success
    assert (verdict.robust_z, verdict.expected_high, verdict.history_count) == (None, None, 0)


def test_small_base_is_never_judged() -> None:
    """A value over few things breaks no limit, however odd it is."""
    bounds = {"maximum": 1.0, "max_robust_z": 3.5, "min_base": 200}

    assert judged(FIGURES, 500.0, base=199, **bounds).is_success
    assert not judged(FIGURES, 500.0, base=200, **bounds).is_success


def test_weight_of_a_loss_is_what_was_lost() -> None:
    """Nine lost things of nine stop nothing: the limit's base counts what was lost."""
    own = limit(UNREAD_TEXTS, maximum=0.2, min_base=10)
    few = Sample(measure=UNREAD_TEXTS, value=1.0, base_count=9000, weight=9)
    many = Sample(measure=UNREAD_TEXTS, value=1.0, base_count=10, weight=10)

    assert judge_sample(few, own, ()).is_success
    assert not judge_sample(many, own, ()).is_success


def test_equal_history_allows_for_counting() -> None:
    """After runs that were all alike, a value within the error of counting is not odd."""
    alike = (10.0,) * 20
    bounds = limit(FIGURES, max_robust_z=5)
    few, many = (
        judge_sample(Sample(measure=FIGURES, value=13.0, base_count=words), bounds, alike)
        for words in (2_000, 1_000_000)
    )

    assert few.is_success
    assert not many.is_success
    assert few.robust_z == pytest.approx((math.sqrt(13) - math.sqrt(10)) / (0.5 * math.sqrt(0.5)))


def test_mostly_equal_history_uses_the_mean() -> None:
    """Where the median deviation is zero, the mean one gives the spread."""
    spread = spread_of([10.0, 10.0, 10.0, 10.0, 15.0], least=0.01)

    assert spread.deviation == pytest.approx(math.sqrt(math.pi / 2))


@pytest.mark.parametrize(
    ("values", "least"), [([], 1.0), ([math.nan], 1.0), ([math.inf], 1.0), ([1.0], 0.0)]
)
def test_spread_refuses_what_gives_none(values: list[float], least: float) -> None:
    """Nothing, infinities and a deviation of zero raise instead of giving a wrong distance."""
    with pytest.raises(ValueError, match="no spread of"):
        spread_of(values, least)


def test_measure_without_a_limit_is_left_out() -> None:
    """Who removes a row from the file of limits gets no such measure."""
    sample = Sample(measure=FIGURES, value=1.0, base_count=1)

    assert judge_samples([sample], {}, History()) == []


def test_runs_over_few_things_are_no_history() -> None:
    """Earlier values that were never judged themselves are not compared with."""
    sample = Sample(measure=FIGURES, value=500.0, base_count=3_000)
    limits = {(FIGURES.name, "*"): limit(FIGURES, max_robust_z=3.5, min_base=2_000)}
    thin, thick = (history(FIGURES, USUAL, base=base) for base in (1_999, 2_000))

    assert judge_samples([sample], limits, thin)[0].is_success
    assert not judge_samples([sample], limits, thick)[0].is_success


def test_run_without_a_language_counts_as_zero() -> None:
    """A language that only one earlier run had was absent from all others."""
    rows = history(LANGUAGES, [1.0] * 20, subject="en")

    assert rows.values(LANGUAGES, "de", min_base=0) == [0.0] * 20
    assert rows.values(LANGUAGES, "en", min_base=0) == [1.0] * 20
    assert rows.values(FIGURES, "de", min_base=0) == []
