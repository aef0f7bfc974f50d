"""Pairs of statements: which can both be true of one amount."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dashboard.comparison.pairs import count_pairs


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ((5, 5), (5, 5), True),
        ((5, 5), (6, 6), False),
        ((1, 5), (5, 9), True),
        ((1, 4), (5, 9), False),
        ((5, None), (None, 5), True),
        ((6, None), (None, 5), False),
        ((6, None), (1, None), True),
        ((None, None), (7, 7), True),
    ],
)
def test_pair_overlaps_where_an_amount_lies_within_both(
    one: tuple[int | None, int | None], other: tuple[int | None, int | None], *, overlap: bool
) -> None:
    """Bounds are inclusive, open ones allow anything, and the order of a pair says nothing."""
    bounds = [
        tuple(None if bound is None else Decimal(bound) for bound in pair) for pair in (one, other)
    ]

    for pair in (bounds, bounds[::-1]):
        assert count_pairs(pair) == ((1, 0) if overlap else (0, 1))  # type: ignore[arg-type] # pairs


@pytest.mark.parametrize("count", [0, 1])
def test_one_statement_is_no_pair(count: int) -> None:
    """Nothing is compared with itself."""
    assert count_pairs([(Decimal(5), Decimal(5))] * count) == (0, 0)
