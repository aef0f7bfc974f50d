"""How many statements can both be true of one amount, and how many cannot."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    Bounds = tuple[Decimal | None, Decimal | None]


def count_pairs(bounds: Iterable[Bounds]) -> tuple[int, int]:
    """Return how many pairs have an amount in common, and how many have none.

    Args:
        bounds: Low and high of each statement, inclusive; None is open.

    >>> from decimal import Decimal
    >>> count_pairs([(Decimal(5), Decimal(9)), (Decimal(9), None), (None, Decimal(4))])
    (1, 2)
    """
    pairs = list(combinations(bounds, 2))
    excluding = sum(is_below(one, other) or is_below(other, one) for one, other in pairs)
    return len(pairs) - excluding, excluding


def is_below(one: Bounds, other: Bounds) -> bool:
    """Return whether every amount of one statement is smaller than every amount of the other."""
    high, low = one[1], other[0]
    return high is not None and low is not None and high < low
