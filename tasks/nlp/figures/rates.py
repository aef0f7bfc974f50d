"""Denominators: ``one in five``, ``per 100,000 inhabitants``, ``each missile``, ``a day``."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from tasks.nlp.figures.amounts import Amount, read_amount
from tasks.nlp.figures.counted import Counted
from tasks.nlp.figures.lexemes import Lexeme, LexemeKind
from tasks.nlp.figures.nouns import end_of_nouns, end_of_word, is_stop
from tasks.nlp.figures.numbers import is_whole, lexeme_at, lexeme_lower, read_number
from tasks.nlp.figures.units import match_unit, unit_after
from tasks.nlp.word_lists import word_list

Positions = tuple[int, int]
WHOLES: Final = frozenset(
    Decimal(whole) for whole in (*range(2, 11), 12, 20, 100, 1_000, 10_000, 100_000, 1_000_000)
)
"""Sizes of the whole that ``N in M`` is said of; other sizes are counts of their own."""
SMALL_WHOLE: Final = Decimal(10)
EACH: Final = frozenset({"each", "every"})
ARTICLES: Final = frozenset({"a", "an"})
BY_THE: Final = word_list("rate_noun")
"""Words besides units that ``a`` makes a denominator of: ``$5 a head``."""
NOT_A_RATE: Final = word_list("behind_no_rate")
"""Words that make ``a year`` a time: ``45 roubles a year before``."""


def find_ratio(lexemes: Sequence[Lexeme], amount: Amount) -> Positions | None:
    """Return where ``in five`` stands behind ``one`` or ``one lorry``, or None."""
    if amount.shape != "point" or amount.kind != "count" or not is_whole(amount.low):
        return None
    found = whole_at(lexemes, amount.after, amount.low)
    following = lexeme_at(lexemes, amount.after)
    if found is None and following is not None and amount.low == 1 and not is_stop(following):
        found = whole_at(lexemes, end_of_word(lexemes, amount.after), amount.low)
    return found


def whole_at(lexemes: Sequence[Lexeme], index: int, part: Decimal) -> Positions | None:
    """Return the positions of ``in M`` or ``out of M`` where M is the size of a whole."""
    if lexeme_lower(lexemes, index) == "in":
        start = index + 1
    elif lexeme_lower(lexemes, index) == "out" and lexeme_lower(lexemes, index + 1) == "of":
        start = index + 2
    else:
        return None
    start += lexeme_lower(lexemes, start) == "every"
    number = read_number(lexemes, start) if start < len(lexemes) else None
    if number is None or number.value not in WHOLES or not 0 < part < number.value:
        return None
    following = lexeme_at(lexemes, number.after)
    if following is not None and following.is_glued and following.kind is LexemeKind.WORD:
        return None
    has_unit = unit_after(lexemes, number.after) is not None
    is_plain = part <= SMALL_WHOLE or number.value > SMALL_WHOLE**2
    return None if has_unit or not is_plain else (index, number.after)


def find_per(lexemes: Sequence[Lexeme], behind: int, counted: Counted | None) -> Positions | None:
    """Return the positions of a denominator right behind the amount or its noun phrase."""
    for position in sorted({behind, counted.after if counted else end_of_word(lexemes, behind)}):
        after = end_of_per(lexemes, position)
        if after > position:
            start = position + (lexeme_lower(lexemes, position) == "for")
            further = end_of_per(lexemes, after)
            return start, max(after, further)
    return None


def end_of_per(lexemes: Sequence[Lexeme], index: int) -> int:
    """Return the position behind the denominator at a position, or the same position."""
    word = lexeme_lower(lexemes, index)
    if word == "per":
        return end_of_noun(lexemes, index + 1) or index
    if word == "apiece":
        return index + 1
    if word == "for" and lexeme_lower(lexemes, index + 1) in EACH:
        return end_of_noun(lexemes, index + 2) or index
    if word in EACH:
        return end_of_noun(lexemes, index + 1) or (index + 1 if word == "each" else index)
    return end_of_article(lexemes, index) if word in ARTICLES else index


def end_of_noun(lexemes: Sequence[Lexeme], index: int) -> int:
    """Return the position behind a number, unit or single noun; 0 where there is none."""
    first = lexeme_at(lexemes, index)
    if first is None or first.kind is LexemeKind.MARK or is_stop(first):
        amount = read_amount(lexemes, index) if first is not None else None
        return end_of_nouns(lexemes, amount.after) if amount else 0
    amount = read_amount(lexemes, index)
    if amount is not None and amount.first == index:
        return end_of_nouns(lexemes, amount.after)
    unit = match_unit(lexemes, index)
    if unit is not None:
        return unit.after
    position = index
    while is_name_before_noun(lexemes, position):
        position += 1
    return end_of_word(lexemes, position)


def is_name_before_noun(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Tell whether a capitalised word stands before another noun: ``each Javelin missile``."""
    name, noun = lexeme_at(lexemes, index), lexeme_at(lexemes, index + 1)
    return (
        name is not None
        and noun is not None
        and name.text[0].isupper()
        and noun.kind is LexemeKind.WORD
        and not is_stop(noun)
    )


def end_of_article(lexemes: Sequence[Lexeme], index: int) -> int:
    """Return the position behind ``a day``, unless it says when: ``a year before``."""
    unit = match_unit(lexemes, index + 1)
    if unit is not None and unit.word.kind in {"duration", "measure"}:
        after = unit.after
    elif lexeme_lower(lexemes, index + 1) in BY_THE:
        after = index + 2
    else:
        return index
    return index if lexeme_lower(lexemes, after) in NOT_A_RATE else after
