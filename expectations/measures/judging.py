"""Samples beside their limits: fixed bounds, and the robust distance from earlier values."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from expectations.limits import find_limit
from expectations.measures.robust import Spread, spread_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from expectations.limits import Limit
    from expectations.measures.history import History
    from expectations.measures.samples import Sample


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """A sample, what was allowed (inclusive, None for no bound), and whether it was kept."""

    sample: Sample
    limit: Limit
    expected_low: float | None = None
    expected_high: float | None = None
    history_count: int = 0
    robust_z: float | None = None
    is_success: bool = True


def judge_samples(
    samples: Sequence[Sample], limits: Mapping[tuple[str, str], Limit], history: History
) -> list[Verdict]:
    """Judge samples, in their order; a measure that has no limit is left out.

    Args:
        samples: What was measured.
        limits: All limits by measure and subject.
        history: What earlier runs measured.
    """
    verdicts = []
    for sample in samples:
        limit = find_limit(limits, sample.measure.name, sample.subject)
        if limit is not None:
            values = sample.history
            if values is None:
                values = tuple(history.values(sample.measure, sample.subject, limit.min_base))
            verdicts.append(judge_sample(sample, limit, values))
    return verdicts


def judge_sample(sample: Sample, limit: Limit, earlier: Sequence[float]) -> Verdict:
    """Judge one sample; over fewer things than the limit's ``min_base`` it is never odd.

    Bounds that hold are stated all the same.

    Args:
        sample: What was measured.
        limit: What it may be.
        earlier: Values to compare with; fewer than the limit's ``min_history`` tell nothing.
    """
    weight = sample.base_count if sample.weight is None else sample.weight
    if weight < limit.min_base:
        is_within = _is_within(sample, limit)
        low, high = (limit.minimum, limit.maximum) if is_within else (None, None)
        return Verdict(sample=sample, limit=limit, expected_low=low, expected_high=high)
    spread = _spread_of(sample, limit, earlier)
    z = spread.z_of(sample.measure.scale.forward(sample.value)) if spread else None
    low, high = _band(sample, limit, spread)
    return Verdict(
        sample=sample,
        limit=limit,
        expected_low=_tighter(max, limit.minimum, low),
        expected_high=_tighter(min, limit.maximum, high),
        history_count=len(earlier) if spread else 0,
        robust_z=z,
        is_success=_is_within(sample, limit) and not _is_far(sample, limit, z),
    )


def _spread_of(sample: Sample, limit: Limit, earlier: Sequence[float]) -> Spread | None:
    if limit.max_robust_z is None or len(earlier) < max(limit.min_history, 1):
        return None
    scale = sample.measure.scale
    values = [scale.forward(value) for value in earlier]
    return spread_of(values, least=scale.error(median(values), sample.base_count))


def _band(sample: Sample, limit: Limit, spread: Spread | None) -> tuple[float | None, float | None]:
    if spread is None or limit.max_robust_z is None:
        return None, None
    reach = limit.max_robust_z * spread.deviation
    backward = sample.measure.scale.backward
    low = backward(spread.centre - reach) if sample.measure.is_two_sided else None
    return low, backward(spread.centre + reach)


def _tighter(
    choose: Callable[[list[float]], float], first: float | None, second: float | None
) -> float | None:
    present = [bound for bound in (first, second) if bound is not None]
    return choose(present) if present else None


def _is_within(sample: Sample, limit: Limit) -> bool:
    low, high = limit.minimum, limit.maximum
    return (low is None or sample.value >= low) and (high is None or sample.value <= high)


def _is_far(sample: Sample, limit: Limit, z: float | None) -> bool:
    if z is None or limit.max_robust_z is None:
        return False
    return (abs(z) if sample.measure.is_two_sided else z) > limit.max_robust_z
