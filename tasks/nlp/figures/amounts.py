"""Number, range, currency and unit together: the span that becomes ``figure_text``.

``read_amount`` reads at a lexeme; ``parse_amount`` reads a whole text again and must give the
same bounds: that is how a published warehouse proves each of its values.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from typing import Final

from tasks.nlp.figures.conversion import WIDE
from tasks.nlp.figures.lexemes import HYPHENS, Lexeme, LexemeKind, lex
from tasks.nlp.figures.numbers import Number, lexeme_at, lexeme_lower, read_number, word_is
from tasks.nlp.figures.units import FoundUnit, currency_before, unit_after
from tasks.nlp.figures.vocabulary import (
    UnitWord,
    VagueWord,
    change_words,
    number_words,
    vague_words,
)
from tasks.nlp.word_lists import word_list

PERCENT: Final = Decimal(100)
SHARE_DIGITS: Final = Decimal("0.01")
MAX_VAGUE_WORDS: Final = 3
BETWEEN_REACH: Final = 7
CHANGE_REACH: Final = 8
DECADE_DIGITS: Final = 2
WHOLE_DECADE: Final = (0, 9)
DECADE_PARTS: Final = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
ARTICLES: Final = frozenset({"a", "an"})
HALF: Final = Decimal("0.5")
MOVES: Final = word_list("move_verb")
"""Verbs without direction that lead from an old level to a new one."""
LIMIT: Final = Decimal(10) ** 27
"""Numbers from here on do not fit the contract's decimal type and are rejected."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A numeric expression before any qualifier is applied.

    Attributes:
        first: Index of its first lexeme (the currency sign when there is one).
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


def parse_amount(text: str, *, following: str = "") -> Amount:
    """Read a whole figure text again.

    Args:
        text: The figure as written.
        following: Some characters behind it, which tell ``25m people`` from ``25m``.

    Raises:
        ValueError: If the text is not exactly one amount.

    >>> amount = parse_amount("6-8 million")
    >>> int(amount.low), int(amount.high)
    (6000000, 8000000)
    >>> parse_amount("$2.5bn").unit
    'USD'
    """
    lexemes = list(lex(text + following))
    count = sum(lexeme.start_char < len(text) for lexeme in lexemes)
    is_cut = count == 0 or lexemes[0].start_char > 0 or lexemes[count - 1].end_char != len(text)
    with localcontext(WIDE):
        for start in range(0 if is_cut else count):
            amount = read_amount(lexemes, start, joins_and=True)
            if amount and amount.first == 0 and amount.after == count:
                return amount
    msg = f"{text!r} is not one amount"
    raise ValueError(msg)


def read_amount(lexemes: Sequence[Lexeme], index: int, *, joins_and: bool = False) -> Amount | None:
    """Return the amount whose number starts at ``index``, with its currency before it.

    ``joins_and`` reads ``5 and 6`` as a range even without ``between``.
    """
    vague = read_vague(lexemes, index)
    if vague is not None:
        return vague
    number = read_number(lexemes, index)
    if number is None:
        return fold_word(lexemes, index)
    if number.is_share:
        number = half_of_unit(lexemes, index) or number
    currency = currency_before(lexemes, index)
    first = currency[1] if currency else index
    point = measured(lexemes, number, first, currency[0] if currency else None)
    if is_change_of_level(lexemes, first):
        return point
    start = range_start(lexemes, point.after, joins_and=joins_and)
    start = start or range_start(lexemes, number.after, joins_and=joins_and)
    if start is None:
        return point
    return read_range(lexemes, point, number, start) or point


def half_of_unit(lexemes: Sequence[Lexeme], index: int) -> Number | None:
    """Read ``half a metre`` and ``half an hour`` as 0.5 before the unit."""
    if not word_is(lexemes, index, "half") or lexeme_lower(lexemes, index + 1) not in ARTICLES:
        return None
    unit = unit_after(lexemes, index + 2)
    return Number(HALF, index + 2) if unit and unit.word.kind in {"measure", "duration"} else None


def measured(lexemes: Sequence[Lexeme], number: Number, first: int, currency: str | None) -> Amount:
    """Attach the unit behind a number."""
    found = unit_after(lexemes, number.after)
    value = number.value
    if currency:
        after = found.after if found and found.word.unit == currency else number.after
        return Amount(first, after, value, value, currency, "money")
    if found:
        return with_unit(Amount(first, found.after, value, value, None, "count"), found.word)
    if number.is_share:
        share = (value * PERCENT).quantize(SHARE_DIGITS)
        return Amount(first, number.after, share, share, "percent", "percent", "point", True)  # noqa: FBT003 - a lone fraction word needs context
    return Amount(
        first, number.after, value, value, None, "count", is_bare_word=number.is_bare_word
    )


def with_unit(amount: Amount, word: UnitWord) -> Amount:
    """Return the amount in the given unit."""
    return replace(amount, unit=word.unit, kind=word.kind)


def read_range(
    lexemes: Sequence[Lexeme], point: Amount, number: Number, start: int
) -> Amount | None:
    """Return the range whose upper bound starts at ``start``, or None."""
    sign = lexeme_at(lexemes, start)
    if sign and sign.kind is LexemeKind.CURRENCY:
        start += 1
    upper = read_number(lexemes, start) if start < len(lexemes) else None
    if upper is None or upper.is_share:
        return None
    own = currency_before(lexemes, start)
    found = unit_after(lexemes, upper.after)
    low = number.value
    if number.scale == 1 and upper.scale > 1 and low < upper.value / upper.scale:
        low *= upper.scale
    units = {unit for unit in (point.unit, own and own[0], found and found.word.unit) if unit}
    joined_by_or = word_is(lexemes, start - 1, "or")
    if low >= upper.value or len(units) > 1 or (joined_by_or and upper.value > 2 * low + 2):
        return None
    if point.after > number.after and found is None and own is None:
        return None  # "fell 1.2 percent to 19": a unit behind the first bound alone joins nothing
    return finish_range(point, low, upper, found, own[0] if own else None)


def finish_range(
    point: Amount, low: Decimal, upper: Number, found: FoundUnit | None, currency: str | None
) -> Amount:
    """Build the range from its bounds and the unit of either."""
    after = found.after if found else upper.after
    span = Amount(point.first, after, low, upper.value, point.unit, point.kind, "range")
    if currency or point.kind == "money":
        return replace(span, unit=currency or point.unit, kind="money")
    return with_unit(span, found.word) if found else span


def range_start(lexemes: Sequence[Lexeme], index: int, *, joins_and: bool) -> int | None:
    """Return where the upper bound of a range starts, or None when no joint stands here."""
    joint = lexeme_at(lexemes, index)
    following = lexeme_at(lexemes, index + 1)
    if joint is None or following is None:
        return None
    if joint.text in HYPHENS and joint.is_glued and following.lower in {"to", "or"}:
        return index + 2
    if joint.text in HYPHENS:
        return index + 1 if joint.is_glued == following.is_glued else None
    if joint.lower in {"to", "or"}:
        return index + 1
    if joint.lower == "and" and (joins_and or follows_between(lexemes, index)):
        return index + 1
    return None


def follows_between(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Tell whether ``between`` opens the range whose ``and`` stands at ``index``."""
    window = [lexeme.lower for lexeme in lexemes[max(0, index - BETWEEN_REACH) : index]]
    return "between" in window and "and" not in window[window.index("between") :]


def is_change_of_level(lexemes: Sequence[Lexeme], first: int) -> bool:
    """Tell whether ``from`` before an amount names an old level: ``rose from 5 to 6``."""
    if not word_is(lexemes, first - 1, "from"):
        return False
    window = lexemes[max(0, first - CHANGE_REACH) : first - 1]
    return any(lexeme.lower in change_words() or lexeme.lower in MOVES for lexeme in window)


def read_vague(lexemes: Sequence[Lexeme], index: int) -> Amount | None:
    """Read ``hundreds``, ``tens of thousands``, ``several thousand``, ``dozens``."""
    found = vague_phrase(lexemes, index)
    if found is None:
        return read_decade_of_age(lexemes, index)
    word, after = found
    low, high = word.low, word.high
    if word.is_factor:
        scale, after = magnitude(lexemes, after)
        if scale is None:
            return None
        low, high = low * scale, (high + 1) * scale - 1 if high > low else high * scale
    currency = currency_before(lexemes, index)
    first = currency[1] if currency else index
    amount = Amount(first, after, low, high, None, "count", "vague")
    if currency:
        return replace(amount, unit=currency[0], kind="money")
    unit = unit_after(lexemes, after, is_vague=True)
    return replace(with_unit(amount, unit.word), after=unit.after) if unit else amount


def read_decade_of_age(lexemes: Sequence[Lexeme], index: int) -> Amount | None:
    """Read ``40s``, ``mid-20s`` and ``thirties``, which the context proves to be ages."""
    lexeme, ending = lexemes[index], lexeme_at(lexemes, index + 1)
    in_digits = (
        ending is not None
        and ending.is_glued
        and ending.lower == "s"
        and len(lexeme.text) == DECADE_DIGITS
        and lexeme.text.endswith("0")
    )
    word = number_words().get(lexeme.lower.removesuffix("ies") + "y")
    in_words = lexeme.lower.endswith("ties") and word is not None and word.role == "ten"
    if not (in_digits or in_words):
        return None
    decade = Decimal(lexeme.text) if in_digits else word.value if word else Decimal(0)
    after = index + 2 if in_digits else index + 1
    first, offsets = part_of_decade(lexemes, index)
    low, high = decade + offsets[0], decade + offsets[1]
    return Amount(first, after, low, high, "year", "age", "vague")


def part_of_decade(lexemes: Sequence[Lexeme], index: int) -> tuple[int, tuple[int, int]]:
    """Return where a decade starts and which of its years are meant: ``mid-`` is the middle."""
    hyphen = lexeme_at(lexemes, index - 1)
    first = index - 2 if hyphen is not None and hyphen.text in HYPHENS else index - 1
    years = DECADE_PARTS.get(lexeme_lower(lexemes, first))
    return (index, WHOLE_DECADE) if years is None else (first, years)


def vague_phrase(lexemes: Sequence[Lexeme], index: int) -> tuple[VagueWord, int] | None:
    """Return the longest vague expression at a position and where it ends."""
    for length in range(MAX_VAGUE_WORDS, 0, -1):
        words = tuple(lexeme.lower for lexeme in lexemes[index : index + length])
        word = vague_words().get(words)
        if word is not None and len(words) == length:
            return word, index + length
    return None


def magnitude(lexemes: Sequence[Lexeme], index: int) -> tuple[Decimal | None, int]:
    """Return the product of the magnitude words at a position and where they end."""
    scale, after = Decimal(1), index
    while (word := number_words().get(lexeme_lower(lexemes, after))) and word.role in {
        "scale",
        "hundred",
    }:
        scale, after = scale * word.value, after + 1
    return (scale if after > index else None), after


def fold_word(lexemes: Sequence[Lexeme], index: int) -> Amount | None:
    """Read a multiple in one word: ``tenfold``."""
    lower = lexemes[index].lower
    if not lower.endswith("fold") or lexemes[index].kind is not LexemeKind.WORD:
        return None
    word = number_words().get(lower.removesuffix("fold"))
    if word is None or word.role not in {"unit", "teen", "ten", "hundred"}:
        return None
    return Amount(index, index + 1, word.value, word.value, "fold", "multiple")
