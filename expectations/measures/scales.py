"""Scales on which values of one kind spread alike, however large they are, and their errors.

Counts, and days between events, are compared by their square root, shares by the arcsine of theirs:
then the error of counting does not depend on the value (Bartlett 1936; Anscombe 1948, Biometrika
35). A history is never taken as more exact than that error.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

PER_WORDS: Final = 1000
"""Words that a rate is stated for."""


@dataclass(frozen=True, kw_only=True)
class Scale:
    """How values of one kind are compared.

    Attributes:
        forward: From the value to the scale; it never falls.
        backward: From the scale to the value; what lies outside the values goes to the nearest one.
        error: Standard error on the scale that a value over ``base_count`` things has at least,
            given the centre of its history on the scale: ``error(centre, base_count)``.
        show: The value for a reader.
    """

    forward: Callable[[float], float]
    backward: Callable[[float], float]
    error: Callable[[float, int], float]
    show: Callable[[float], str]


def square(value: float) -> float:
    """Return the square of a number on the scale, of zero for anything below."""
    return max(value, 0.0) ** 2


def share_of_angle(angle: float) -> float:
    """Return the share (0 to 1) whose root has this arcsine."""
    return math.sin(min(max(angle, 0.0), math.pi / 2)) ** 2


def plain(value: float) -> str:
    """Return a number with three digits, or all before the point.

    >>> plain(1234.56), plain(12.345), plain(0.0)
    ('1,235', '12.3', '0')
    """
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"  # noqa: PLR2004 - three digits


RATE: Final = Scale(
    forward=math.sqrt,
    backward=square,
    error=lambda _, words: 0.5 * math.sqrt(PER_WORDS / max(words, 1)),
    show=plain,
)
"""Things per 1,000 words, over so many words."""
SHARE: Final = Scale(
    forward=lambda share: math.asin(math.sqrt(share)),
    backward=share_of_angle,
    error=lambda _, count: 0.5 / math.sqrt(max(count, 1)),
    show=lambda share: f"{share:.1%}",
)
"""Share (0 to 1) of so many things."""
DAYS: Final = Scale(
    forward=math.sqrt,
    backward=square,
    # One day more or less, the resolution of our ledger, at the centre of the history.
    error=lambda centre, _: 0.5 / max(centre, 1.0),
    show=plain,
)
"""Days between two events."""
