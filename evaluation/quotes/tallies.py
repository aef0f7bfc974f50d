"""Questions with yes and no as counts, and the shares that follow."""

from typing import Any

from evaluation.scores.counts import DECIMALS, Counts, points

Record = dict[str, Any]


def answer(*, is_right: bool) -> Counts:
    """Return the count of one question."""
    return Counts(int(is_right), 1, 1)


def membership(*, is_wanted: bool, is_found: bool) -> Counts:
    """Return the count of one member of a class."""
    return Counts(int(is_wanted and is_found), int(is_found), int(is_wanted))


def share(counts: Counts) -> float | None:
    """Return the share of right answers in points, None where nothing was asked."""
    return points(counts.hits, counts.gold)


def harmonic_mean(precision: float | None, recall: float | None) -> float | None:
    """Return F1 of two shares in points, None without one of them.

    >>> harmonic_mean(100.0, 50.0), harmonic_mean(0.0, 0.0)
    (66.67, 0.0)
    """
    if precision is None or recall is None:
        return None
    total = precision + recall
    return round(2 * precision * recall / total, DECIMALS) if total else 0.0
