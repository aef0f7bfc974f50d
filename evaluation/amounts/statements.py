"""An amount as a set states it or as a system reads it, in one form for all."""

from dataclasses import dataclass
from decimal import Decimal

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Statement:
    """An amount.

    Attributes:
        low: Lower bound, None where open or not known.
        high: Upper bound; equals ``low`` for a point.
        units: Our codes of the units that it may be in, the first one preferred; ``None`` stands
            for no unit, an empty tuple for a unit that nobody stated.
        kind: As ``core.figures.kind``; empty where nobody stated it.
        spans: Ranges of characters that are right; empty where nobody stated one.
        point: The value or the stated bound, None for a range.
    """

    low: Decimal | None
    high: Decimal | None
    units: tuple[str | None, ...] = ()
    kind: str = ""
    spans: tuple[Range, ...] = ()
    point: Decimal | None = None


@dataclass(frozen=True, slots=True)
class AmountInput:
    """An input of a set with all amounts that are to be read from it.

    Attributes:
        set_name: ``recognizers_text/NumberModel`` and the like.
        key: Name of the input, unique over all sets.
        text: What is read; offsets count in it.
        expected: The amounts in it.
    """

    set_name: str
    key: str
    text: str
    expected: tuple[Statement, ...]


def point(
    value: Decimal,
    units: tuple[str | None, ...] = (),
    kind: str = "",
    spans: tuple[Range, ...] = (),
) -> Statement:
    """Return the statement of one value."""
    return Statement(value, value, units, kind, spans, value)
