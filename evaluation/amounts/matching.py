"""Tells whether the amounts that were read are the amounts that were expected."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from typing import Final

from evaluation.amounts.statements import Statement
from evaluation.amounts.unit_names import in_si

TOLERANCE: Final = Decimal("1e-8")
"""Relative; the sets give thirds and feet in inches as decimals that are cut off somewhere."""
SI_TOLERANCE: Final = Decimal("1e-5")
"""Relative, for values that were converted: factors are kept with nine decimals."""
SHARE_QUANTUM: Final = Decimal("0.01")
HUNDRED: Final = Decimal(100)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What of an input is right; each part needs the part before."""

    value: bool
    unit: bool
    full: bool


def judge(
    expected: Sequence[Statement], found: Sequence[Statement], counts: Callable[[Statement], bool]
) -> Verdict:
    """Compare all amounts of an input.

    An input is right when each expected amount is read, each by another statement, and nothing
    else is read that counts in its set.
    """
    return Verdict(
        value=all_paired(expected, found, counts, same_value),
        unit=all_paired(expected, found, counts, same_amount),
        full=all_paired(expected, found, counts, same_in_full),
    )


def all_paired(
    expected: Sequence[Statement],
    found: Sequence[Statement],
    counts: Callable[[Statement], bool],
    same: Callable[[Statement, Statement], bool],
) -> bool:
    """Tell whether each expected amount has a partner of its own, and none that counts is left."""
    left = list(found)
    for wanted in expected:
        partners = [statement for statement in left if same(wanted, statement)]
        partner = max(partners, key=partial(likeness, wanted), default=None)
        if partner is None:
            return False
        left.remove(partner)
    return not any(map(counts, left))


def likeness(wanted: Statement, found: Statement) -> int:
    """Return how much of a partner is right, for the choice between several."""
    return same_in_full(wanted, found) + same_amount(wanted, found)


def same_value(wanted: Statement, found: Statement) -> bool:
    """Tell whether the number is right, as written, converted, or as the share that it is."""
    if same_bounds(wanted, found, TOLERANCE):
        return True
    return same_in_si(wanted, found) or is_same_share(wanted, found)


def same_amount(wanted: Statement, found: Statement) -> bool:
    """Tell whether number and unit are right; a set without units asks for none."""
    if not wanted.units:
        return same_value(wanted, found)
    has_unit = any(unit in wanted.units for unit in found.units)
    if has_unit and same_bounds(wanted, found, TOLERANCE):
        return True
    return same_in_si(wanted, found) or (None in wanted.units and is_same_share(wanted, found))


def same_in_full(wanted: Statement, found: Statement) -> bool:
    """Tell whether number, unit and span are right."""
    return same_amount(wanted, found) and any(span in found.spans for span in wanted.spans)


def same_bounds(wanted: Statement, found: Statement, tolerance: Decimal) -> bool:
    """Tell whether both bounds agree; a set that states a point has no word for open bounds."""
    if wanted.point is not None:
        stated = found.point if found.point is not None else found.low
        one_sided = found.low is None or found.high is None or found.low == found.high
        return one_sided and is_close(wanted.point, stated, tolerance)
    return is_close(wanted.low, found.low, tolerance) and is_close(
        wanted.high, found.high, tolerance
    )


def is_close(first: Decimal | None, second: Decimal | None, tolerance: Decimal) -> bool:
    """Tell whether two bounds are equal; open ones only equal each other."""
    if first is None or second is None:
        return first is second
    return abs(first - second) <= tolerance * max(abs(first), abs(second))


def same_in_si(wanted: Statement, found: Statement) -> bool:
    """Tell whether two amounts are equal after conversion to SI."""
    return any(
        same_bounds(first, second, SI_TOLERANCE)
        for first in (converted(wanted, unit) for unit in wanted.units)
        for second in (converted(found, unit) for unit in found.units)
        if first is not None and second is not None and first.units == second.units
    )


def converted(statement: Statement, unit: str | None) -> Statement | None:
    """Return a statement in SI, None where its unit has no conversion."""
    if in_si(Decimal(0), unit) is None:
        return None
    values: list[Decimal | None] = []
    si = ""
    for bound in (statement.low, statement.high, statement.point):
        both = None if bound is None else in_si(bound, unit)
        values.append(both[0] if both else None)
        si = both[1] if both else si
    return Statement(values[0], values[1], (si,), statement.kind, (), values[2])


def is_same_share(wanted: Statement, found: Statement) -> bool:
    """Tell whether ``two thirds`` was read as 66.67 percent: our shares have two decimals."""
    if found.units != ("percent",):
        return False
    return same_bounds(in_percent(wanted), found, TOLERANCE)


def in_percent(statement: Statement) -> Statement:
    """Return a part of one as a share in percent with two decimals."""
    low, high, value = (
        None if bound is None else (bound * HUNDRED).quantize(SHARE_QUANTUM)
        for bound in (statement.low, statement.high, statement.point)
    )
    return replace(statement, low=low, high=high, point=value)
