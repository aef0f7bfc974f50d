"""Robust z-score: how far a value lies from others, in standard deviations that outliers spare.

Method: Iglewicz and Hoaglin (1993), How to Detect and Handle Outliers (ASQC Basic References in
Quality Control, volume 16): the distance from the median over the median absolute deviation (MAD).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

MAD_FACTOR: Final = 1.4826
"""Standard deviation over MAD of a normal distribution."""
MEAN_FACTOR: Final = math.sqrt(math.pi / 2)
"""Standard deviation over mean absolute deviation of a normal distribution."""


@dataclass(frozen=True, kw_only=True)
class Spread:
    """Where values lie: their median and a robust standard deviation, above zero."""

    centre: float
    deviation: float

    def z_of(self, value: float) -> float:
        """Return how many deviations a value lies above the centre; negative below.

        >>> Spread(centre=10.0, deviation=2.0).z_of(13.0)
        1.5
        """
        return (value - self.centre) / self.deviation


def spread_of(values: Sequence[float], least: float) -> Spread:
    """Return where values lie, whatever their order.

    The deviation is 1.4826 times the MAD. Where more than half of the values are equal, the MAD is
    zero and the mean absolute deviation times 1.2533 stands for it; ``least`` stands for both where
    they are smaller, so that a history of equal values never makes any other value infinitely far.

    Args:
        values: At least one finite number.
        least: Smallest deviation, above zero: the error that a single value has anyway.

    Raises:
        ValueError: If there is no value, one is not finite, or ``least`` is not above zero.

    >>> spread_of([4.0, 5.0, 6.0, 7.0, 90.0], least=0.1)
    Spread(centre=6.0, deviation=1.4826)
    """
    if not values or not all(map(math.isfinite, values)) or not least > 0:
        msg = f"no spread of {len(values)} values with a least deviation of {least}"
        raise ValueError(msg)
    centre = median(values)
    distances = [abs(value - centre) for value in values]
    deviation = MAD_FACTOR * median(distances)
    if deviation == 0:
        # The exact sum, so that the order of the values changes nothing.
        deviation = MEAN_FACTOR * math.fsum(distances) / len(distances)
    return Spread(centre=centre, deviation=max(deviation, least))
