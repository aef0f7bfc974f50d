"""Converts measures to SI and durations to days with the factors of ``seeds/units.csv``.

The unit library checks those factors in the tests; at run time the table is enough.
"""

from decimal import MAX_EMAX, MIN_EMIN, ROUND_HALF_EVEN, Context, Decimal
from typing import Final

from tasks.nlp.figures.vocabulary import conversions
from tasks.nlp.spans import Figure
from warehouse.contract import DECIMAL_SCALE

QUANTUM: Final = Decimal(1).scaleb(-DECIMAL_SCALE)
WIDE: Final = Context(prec=80, Emax=MAX_EMAX, Emin=MIN_EMIN, rounding=ROUND_HALF_EVEN)
"""Wider than any number that is stored, so that reading never rounds and never overflows."""


def to_si(figure: Figure) -> tuple[Decimal, str] | None:
    """Return value and unit in SI, or None without a point or a conversion."""
    word = conversions().get(figure.unit or "")
    if word is None or word.si_factor is None or word.unit_si is None or figure.value is None:
        return None
    return round_amount(WIDE.multiply(figure.value, word.si_factor)), word.unit_si


def round_amount(value: Decimal) -> Decimal:
    """Return a value at the precision of the contract's decimal type (half to even)."""
    return value.quantize(QUANTUM, context=WIDE)


def round_bound(value: Decimal | None) -> Decimal | None:
    """Return a bound at the precision of the contract, or None where it is open."""
    return None if value is None else round_amount(value)
