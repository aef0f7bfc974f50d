"""Two bounds in one expression: ``5-6 million``, ``between 44 mg and 50 mg``."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from tasks.nlp.figures.amount import Amount
from tasks.nlp.figures.lexemes import (
    HYPHENS,
    Lexeme,
    LexemeKind,
    lexeme_at,
    lexeme_lower,
    skip_hyphen,
    word_is,
)
from tasks.nlp.figures.numbers import Number, read_number
from tasks.nlp.figures.units import FoundUnit, currency_before, unit_after
from tasks.nlp.figures.vocabulary import change_words, qualifier_words
from tasks.nlp.word_lists import word_list

BETWEEN_REACH: Final = 9
CHANGE_REACH: Final = 8
MAX_BOUND_WORDS: Final = 6
MOVES: Final = word_list("move_verb")
"""Verbs without direction that lead from an old level to a new one."""
JOINTS: Final = frozenset({"to", "or", "through"})
APPROXIMATE: Final = frozenset(
    {"plus", "+", "~", "about", "around", "some", "approximately", "roughly"}
)
MINUS: Final = frozenset({"-", "−", "‑", "minus"})
UPPER: Final = frozenset({"less_than", "at_most"})
LOWER: Final = frozenset({"more_than", "at_least"})
BOUND_JOINTS: Final = frozenset({"and", "but", ","})


@dataclass(frozen=True, slots=True)
class Second:
    """The second bound of a range: its number, signed, and what stands around it."""

    number: Number
    value: Decimal
    currency: str | None
    unit: FoundUnit | None

    @property
    def after(self) -> int:
        """Position behind the bound."""
        return self.unit.after if self.unit else self.number.after


def read_range(
    lexemes: Sequence[Lexeme], point: Amount, number: Number, *, joins_and: bool
) -> Amount | None:
    """Return the range that a point opens, or None.

    Args:
        lexemes: Lexemes of the sentence.
        point: First bound with its sign, currency and unit.
        number: First bound without them.
        joins_and: Whether ``5 and 6`` is a range even without ``between``.
    """
    bounded = two_sided(lexemes, point, is_proved=joins_and)
    if bounded is not None:
        return bounded
    tolerance = with_tolerance(lexemes, point, number)
    if tolerance is not None:
        return tolerance
    if is_change_of_level(lexemes, point.first) or is_step_of_change(lexemes, point):
        return None
    start = range_start(lexemes, point.after, joins_and=joins_and)
    start = start or range_start(lexemes, number.after, joins_and=joins_and)
    second = second_bound(lexemes, start) if start is not None else None
    if start is None or second is None:
        return None
    return joined(lexemes, point, number, second, start)


def with_tolerance(lexemes: Sequence[Lexeme], point: Amount, number: Number) -> Amount | None:
    """Read ``5 ± 0.1 kg``: as far below as above."""
    length = next((n for n in (1, 3) if is_plus_minus(lexemes, number.after, n)), 0)
    second = second_bound(lexemes, number.after + length) if length else None
    if second is None:
        return None
    unit = second.unit.word if second.unit else None
    tolerance = abs(second.value)
    low, high = point.low - tolerance, point.low + tolerance
    span = Amount(point.first, second.after, low, high, point.unit, point.kind, "range")
    return replace(span, unit=unit.unit, kind=unit.kind) if unit else span


def is_plus_minus(lexemes: Sequence[Lexeme], index: int, length: int) -> bool:
    """Tell whether ``±`` or ``+/-`` stands at a position."""
    return "".join(lexeme.text for lexeme in lexemes[index : index + length]) in {"±", "+/-"}


def second_bound(lexemes: Sequence[Lexeme], start: int) -> Second | None:
    """Return the bound that starts at a position, over an approximator, sign and currency."""
    start += lexeme_lower(lexemes, start) in APPROXIMATE
    is_signed = lexeme_lower(lexemes, start) in MINUS
    start += is_signed
    opening = lexeme_at(lexemes, start)
    if opening and (opening.kind is LexemeKind.CURRENCY or currency_before(lexemes, start + 1)):
        start += 1
    number = read_number(lexemes, start) if start < len(lexemes) else None
    if number is None or number.is_share:
        return None
    value = -number.value if is_signed else number.value
    currency = currency_before(lexemes, start)
    return Second(
        number, value, currency[0] if currency else None, unit_after(lexemes, number.after)
    )


def joined(
    lexemes: Sequence[Lexeme], point: Amount, number: Number, second: Second, start: int
) -> Amount | None:
    """Return the range of two bounds that fit each other."""
    low, high = shared_scale(point.low, number, second), second.value
    found = second.unit.word if second.unit else None
    units = {unit for unit in (point.unit, second.currency, found and found.unit) if unit}
    joined_by_or = word_is(lexemes, start - 1, "or")
    if low > high and high < 0:
        low, high = high, low
    if point.kind == "money" and second.currency and point.after > number.after:
        return None  # "rose 8 cents to $4.71"
    if low >= high or len(units) > 1 or (joined_by_or and high > 2 * low + 2):
        return None
    if point.after > number.after and second.unit is None and second.currency is None:
        return None  # "fell 1.2 percent to 19": a unit behind the first bound alone joins nothing
    span = Amount(point.first, second.after, low, high, point.unit, point.kind, "range")
    if second.currency or point.kind == "money":
        return replace(span, unit=second.currency or point.unit, kind="money")
    return replace(span, unit=found.unit, kind=found.kind) if found else span


def shared_scale(low: Decimal, number: Number, second: Second) -> Decimal:
    """Return the first bound with the magnitude word that both share: ``6-8 million``."""
    upper = second.number
    is_shared = number.scale == 1 and upper.scale > 1 and low < upper.value / upper.scale
    return low * upper.scale if is_shared else low


def range_start(lexemes: Sequence[Lexeme], index: int, *, joins_and: bool) -> int | None:
    """Return where the upper bound of a range starts, or None when no joint stands here."""
    joint = lexeme_at(lexemes, index)
    following = lexeme_at(lexemes, index + 1)
    if joint is None or following is None:
        return None
    if joint.text in HYPHENS and joint.is_glued and following.lower in {"to", "or"}:
        return skip_hyphen(lexemes, index + 2)
    if joint.text in HYPHENS:
        joins = following.is_glued or not joint.is_glued
    elif joint.text == "~":
        joins = joint.is_glued and following.is_glued
    elif joint.lower == "and":
        joins = joins_and or follows_between(lexemes, index)
    else:
        joins = joint.lower in JOINTS
    return index + 1 if joins else None


def follows_between(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Tell whether ``between`` opens the range whose ``and`` stands at ``index``."""
    window = [lexeme.lower for lexeme in lexemes[max(0, index - BETWEEN_REACH) : index]]
    if "between" not in window:
        return False
    inside = window[window.index("between") :]
    return inside.count("and") <= is_hundred_and(inside)


def is_hundred_and(words: list[str]) -> int:
    """Count the ``and`` that belong to numbers: ``one hundred and five``."""
    pairs = pairwise(words)
    return sum(first in {"hundred", "thousand"} and second == "and" for first, second in pairs)


def is_change_of_level(lexemes: Sequence[Lexeme], first: int) -> bool:
    """Tell whether ``from`` before an amount names an old level: ``rose from 5 to 6``."""
    if not word_is(lexemes, first - 1, "from"):
        return False
    window = lexemes[max(0, first - CHANGE_REACH) : first - 1]
    return any(lexeme.lower in change_words() or lexeme.lower in MOVES for lexeme in window)


def is_step_of_change(lexemes: Sequence[Lexeme], point: Amount) -> bool:
    """Tell whether ``by`` before an amount makes it a step: ``rose by nine to 112``."""
    if not word_is(lexemes, point.first - 1, "by") or not word_is(lexemes, point.after, "to"):
        return False
    window = lexemes[max(0, point.first - CHANGE_REACH) : point.first - 1]
    if not any(lexeme.lower in change_words() for lexeme in window):
        return False
    second = second_bound(lexemes, point.after + 1)
    is_share = second is not None and second.unit is not None and second.unit.word.kind == "percent"
    return not (is_share and point.unit is None)  # "grow by 1.8 to 2.2 percent"


def two_sided(lexemes: Sequence[Lexeme], point: Amount, *, is_proved: bool) -> Amount | None:
    """Read ``more than 10 and less than 20``: two open bounds that close each other."""
    if lexeme_lower(lexemes, point.after) not in BOUND_JOINTS:
        return None
    behind = bound_at(lexemes, point.after + 1)
    if behind is None:
        return None
    side, start = behind
    before = bound_before(lexemes, point.first)
    if not is_proved and (before is None or (before in UPPER) == (side in UPPER)):
        return None
    second = second_bound(lexemes, start)
    if second is None or (second.unit and point.unit and second.unit.word.unit != point.unit):
        return None
    low, high = (point.low, second.value) if side in UPPER else (second.value, point.low)
    if low >= high:
        return None
    unit = (point.unit, point.kind)
    if second.unit is not None and point.unit is None:
        unit = (second.unit.word.unit, second.unit.word.kind)
    return Amount(point.first, second.after, low, high, *unit, "range")


def bound_at(lexemes: Sequence[Lexeme], index: int) -> tuple[str, int] | None:
    """Return the bounding qualifier that starts at a position and where it ends."""
    for length in range(MAX_BOUND_WORDS, 0, -1):
        words = tuple(lexeme.lower for lexeme in lexemes[index : index + length])
        found = qualifier_words("before").get(words)
        if found in UPPER | LOWER and len(words) == length:
            return found, index + length
    return None


def bound_before(lexemes: Sequence[Lexeme], index: int) -> str | None:
    """Return the bounding qualifier that ends at a position."""
    for length in range(min(MAX_BOUND_WORDS, index), 0, -1):
        words = tuple(lexeme.lower for lexeme in lexemes[index - length : index])
        found = qualifier_words("before").get(words)
        if found in UPPER | LOWER:
            return found
    return None
