"""A date as a set states it or as the product reads it, in one form for all."""

from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

Range: TypeAlias = tuple[int, int]
Days: TypeAlias = tuple[date, date]
"""First and last day, both inclusive."""
CALENDAR: Final = "date"
"""The kind of the expressions that are scored; all others are counted apart."""


@dataclass(frozen=True, slots=True)
class DateStatement:
    """A marked expression.

    Attributes:
        span: First character, and the character after the last one.
        kind: ``date`` where it is scored, else why it is counted apart: ``duration``, ``set``, ...
        values: What it may mean; None stands for a value that cannot be known. Several where
            the set leaves it open; none where it states nothing that we could compare.
        side: ``start``, ``mid`` or ``end`` where it means a part of the first value that has no
            days of its own in our conventions ("early 1941"), ``inside`` where all that is known
            is that it lies in the first value ("later that month").
        precision: As ``core.dates.precision``; empty where nobody stated it.
    """

    span: Range
    kind: str
    values: tuple[Days | None, ...] = ()
    side: str = ""
    precision: str = ""

    def accepts(self, days: Days | None) -> bool:
        """Tell whether days are what the expression means."""
        if days in self.values:
            return True
        whole = self.values[0] if self.values else None
        return bool(self.side) and is_part(days, whole, self.side)


@dataclass(frozen=True, slots=True)
class DateInput:
    """A text with every expression that is marked in it.

    Attributes:
        key: Name of the text, unique in its set.
        text: What is read; offsets count in it.
        published: Day of publication as ISO 8601, None where none is stated.
        expected: The expressions, in order.
        split: ``dev`` or ``test``.
    """

    key: str
    text: str
    published: str | None
    expected: tuple[DateStatement, ...]
    split: str = "dev"


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date as the product reads it; ``days`` is None where the value is null."""

    span: Range
    days: Days | None
    precision: str
    value: str | None
    rule: str


def is_part(days: Days | None, whole: Days | None, side: str) -> bool:
    """Tell whether days lie in a stretch, at its start, around its middle or at its end.

    >>> year = (date(1941, 1, 1), date(1941, 12, 31))
    >>> is_part((date(1941, 1, 1), date(1941, 4, 30)), year, "start")
    True
    """
    if days is None or whole is None or days[0] < whole[0] or days[1] > whole[1]:
        return False
    middle = whole[0] + (whole[1] - whole[0]) / 2
    return {
        "inside": True,
        "start": days[0] == whole[0],
        "mid": days[0] <= middle <= days[1],
        "end": days[1] == whole[1],
    }[side]
