"""Amounts in more than one unit, read as one: ``5 feet 2 inches``, ``3 dollars 50 cents``."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from tasks.nlp.figures.amount import Amount
from tasks.nlp.figures.lexemes import Lexeme, LexemeKind, lexeme_at, lexeme_lower, word_is
from tasks.nlp.figures.numbers import Number, is_whole, read_number
from tasks.nlp.figures.units import SUBUNITS, FoundUnit, unit_after
from tasks.nlp.figures.vocabulary import UnitWord, conversions

CENT: Final = Decimal("0.01")
WHOLE: Final = Decimal(100)
LEAST_MINUTES: Final = 10
INEXACT: Final = Decimal("0.001")
"""Factors are kept with nine decimals, so an hour is 60.00004 minutes by them."""
TOLD_AS_ONE: Final = frozenset({"hour", "minute", "decade", "year"})
"""Durations that go on in a smaller unit: ``two years and three months``."""
CALENDAR_PARTS: Final = {("decade", "year"): Decimal(10), ("year", "month"): Decimal(12)}
"""Units of the calendar that have no fixed length but a fixed number of parts."""


def with_lesser_units(lexemes: Sequence[Lexeme], amount: Amount) -> Amount:
    """Add what follows in smaller units; the smallest one is the unit of the whole."""
    if amount.shape != "point" or not is_whole(amount.low):
        return amount
    if amount.kind == "money":
        return with_cents(lexemes, amount)
    if amount.kind != "measure" and amount.unit not in TOLD_AS_ONE:
        return amount
    while (longer := with_next_unit(lexemes, amount)) is not None:
        amount = longer
    return amount


def with_next_unit(lexemes: Sequence[Lexeme], amount: Amount) -> Amount | None:
    """Return the amount with the next smaller unit, None when none follows."""
    start = behind_bridge(lexemes, amount.after)
    number = read_number(lexemes, start) if start < len(lexemes) else None
    if number is None or number.is_share:
        return None
    found = unit_after(lexemes, number.after) or unsaid_unit(lexemes, amount, number)
    if found is None or found.word.kind != amount.kind:
        return None
    ratio = parts_in(amount.unit, found.word.unit)
    if ratio is None or number.scale > 1 or (number.value >= ratio and ratio != 3):  # noqa: PLR2004 - feet may exceed a yard
        return None
    value = amount.low * ratio + number.value
    return replace(amount, low=value, high=value, unit=found.word.unit, after=found.after)


def unsaid_unit(lexemes: Sequence[Lexeme], amount: Amount, number: Number) -> FoundUnit | None:
    """Return the unit that a bare number at the end has: ``1 hour thirty``, ``2 yd 7'``."""
    following = lexeme_at(lexemes, number.after)
    if amount.unit == "yard" and following is not None and following.text in {"'", "’"}:
        return FoundUnit(UnitWord("foot", "measure"), number.after + 1)
    closed = following is None or following.text in {".", "?", "!"}
    if amount.unit != "hour" or not closed or number.value < LEAST_MINUTES:
        return None
    return FoundUnit(UnitWord("minute", "duration"), number.after)


def behind_bridge(lexemes: Sequence[Lexeme], index: int) -> int:
    """Return the position behind a comma, an ``and`` or both."""
    if word_is(lexemes, index, ","):
        index += 1
    return index + word_is(lexemes, index, "and")


def parts_in(unit: str | None, lesser: str) -> Decimal | None:
    """Return how many of the lesser unit make the other, None unless it is a whole number."""
    if (str(unit), lesser) in CALENDAR_PARTS:
        return CALENDAR_PARTS[str(unit), lesser]
    larger, smaller = conversions().get(unit or ""), conversions().get(lesser)
    if larger is None or smaller is None or larger.unit_si != smaller.unit_si:
        return None
    if not larger.si_factor or not smaller.si_factor:
        return None
    ratio = larger.si_factor / smaller.si_factor
    whole = ratio.to_integral_value()
    return whole if whole > 1 and abs(ratio - whole) < INEXACT * ratio else None


def with_cents(lexemes: Sequence[Lexeme], amount: Amount) -> Amount:
    """Read ``3 dollars 50 cents``, ``15 dollars and 50``."""
    if lexemes[amount.after - 1].kind is LexemeKind.NUMBER:
        return amount
    start = amount.after + word_is(lexemes, amount.after, "and")
    first = lexeme_at(lexemes, start)
    number = read_number(lexemes, start) if first else None
    if first is None or number is None or number.is_share or not 0 < number.value < WHOLE:
        return amount
    after = number.after
    has_name = lexeme_lower(lexemes, after) in SUBUNITS
    following = lexeme_at(lexemes, after)
    is_closed = following is None or following.text in {".", ",", ";", "!", "?"}
    if not has_name and not (is_closed and number.value >= WHOLE / 10):
        return amount
    value = amount.low + number.value * CENT
    return replace(amount, low=value, high=value, after=after + has_name)
