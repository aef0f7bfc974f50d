"""The value object of the grammar: a numeric expression before any qualifier is applied."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Amount:
    """A numeric expression before any qualifier is applied.

    Attributes:
        first: Index of its first lexeme (the sign or currency when there is one).
        after: Index after its last lexeme.
        low: Lower bound, inclusive; equals ``high`` for a point.
        high: Upper bound, inclusive.
        unit: Unit code, or None for a count.
        kind: Kind of figure that the unit makes.
        shape: ``point``, ``range`` or ``vague``.
        is_bare_word: True for a lone word such as "one" that needs context.
    """

    first: int
    after: int
    low: Decimal
    high: Decimal
    unit: str | None
    kind: str
    shape: str = "point"
    is_bare_word: bool = False
