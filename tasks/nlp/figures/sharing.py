"""Units that two amounts share: ``from 310 to 620 million euros``, ``72 hours instead of 48``."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tasks.nlp.figures.amount import Amount
from tasks.nlp.figures.lexemes import Lexeme, LexemeKind, lexeme_at, lexeme_lower, word_is
from tasks.nlp.figures.numbers import Number, read_number
from tasks.nlp.figures.ranges import Second, is_change_of_level, second_bound
from tasks.nlp.figures.units import currency_before, unit_after
from tasks.nlp.word_lists import word_list

JOINTS: Final = sorted((tuple(words.split()) for words in word_list("shared_unit_joint")), key=len)
LAST_WORDS: Final = frozenset(words[-1] for words in JOINTS)
DIMENSION_JOINTS: Final = frozenset({"by", "x", "×"})
REACH: Final = 7
LEVELS: Final = frozenset({"money", "measure", "duration"})
"""Not percent: ``fell 3 percent from 19``."""
SHARED: Final = frozenset({"money", "percent", "measure", "duration"})


def with_shared_unit(lexemes: Sequence[Lexeme], amount: Amount, number: Number) -> Amount:
    """Return a bare count with the unit that it shares with its neighbour, if any."""
    if amount.unit is not None or amount.shape != "point" or amount.is_bare_word:
        return amount
    if lexeme_lower(lexemes, amount.after) in DIMENSION_JOINTS:
        return with_measure_behind(lexemes, amount)
    if word_is(lexemes, amount.after, "to") and is_change_of_level(lexemes, amount.first):
        return with_unit_behind(lexemes, amount, number)
    return with_unit_before(lexemes, amount)


def with_measure_behind(lexemes: Sequence[Lexeme], amount: Amount) -> Amount:
    """Read the first side of ``540 by 410 metres``."""
    second = second_bound(lexemes, amount.after + 1)
    word = second.unit.word if second and second.unit else None
    if word is None or word.kind != "measure":
        return amount
    return replace(amount, unit=word.unit, kind=word.kind)


def with_unit_behind(lexemes: Sequence[Lexeme], amount: Amount, number: Number) -> Amount:
    """Read the old level of a change whose new level has the unit and the magnitude."""
    second = second_bound(lexemes, amount.after + 1)
    unit = unit_of(second) if second else None
    if second is None or unit is None or unit[1] not in SHARED:
        return amount
    upper = second.number
    factor = upper.scale if number.scale == 1 and amount.low < upper.scale else 1
    return replace(
        amount, low=amount.low * factor, high=amount.high * factor, unit=unit[0], kind=unit[1]
    )


def unit_of(second: Second) -> tuple[str, str] | None:
    """Return unit and kind of a bound."""
    if second.currency:
        return second.currency, "money"
    return (second.unit.word.unit, second.unit.word.kind) if second.unit else None


def with_unit_before(lexemes: Sequence[Lexeme], amount: Amount) -> Amount:
    """Read the second of two amounts that are set against each other."""
    if lexeme_lower(lexemes, amount.first - 1) not in LAST_WORDS or not ends(lexemes, amount):
        return amount
    start = joint_start(lexemes, amount.first)
    if start is None:
        return amount
    end = start - word_is(lexemes, start - 1, ",")
    for index in range(end - 1, max(-1, end - REACH), -1):
        unit = unit_of_number(lexemes, index, end)
        if unit is not None:
            may_share = unit[1] in (SHARED if lexemes[start].lower != "from" else LEVELS)
            return replace(amount, unit=unit[0], kind=unit[1]) if may_share else amount
    return amount


def ends(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell whether nothing follows that the amount could count."""
    following = lexeme_at(lexemes, amount.after)
    if following is None or following.lower in word_list("counted_stop"):
        return True
    return following.kind is LexemeKind.MARK and not following.text.isalnum()


def joint_start(lexemes: Sequence[Lexeme], index: int) -> int | None:
    """Return where the joint that ends at a position starts."""
    for words in reversed(JOINTS):
        start = index - len(words)
        if start > 0 and tuple(lexeme.lower for lexeme in lexemes[start:index]) == words:
            return start
    return None


def unit_of_number(lexemes: Sequence[Lexeme], index: int, end: int) -> tuple[str, str] | None:
    """Return unit and kind of a number at a position whose unit ends at another one."""
    if lexemes[index].kind not in {LexemeKind.NUMBER, LexemeKind.WORD}:
        return None
    number = read_number(lexemes, index)
    if number is None:
        return None
    currency = currency_before(lexemes, index)
    if currency is not None:
        return (currency[0], "money") if number.after == end else None
    found = unit_after(lexemes, number.after)
    return (found.word.unit, found.word.kind) if found and found.after == end else None
