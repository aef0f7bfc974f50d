"""Number, range, currency and unit together: the span that becomes ``figure_text``.

``read_amount`` reads at a lexeme; ``parse_amount`` reads a whole text again and must give the
same bounds: that is how a published warehouse proves each of its values. Ranges, compounds,
shared units and vague words have a module each.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal, localcontext
from typing import Final

from tasks.nlp.figures.amount import Amount
from tasks.nlp.figures.compounds import with_lesser_units
from tasks.nlp.figures.conversion import WIDE
from tasks.nlp.figures.fractions import has_unit
from tasks.nlp.figures.lexemes import (
    Lexeme,
    LexemeKind,
    lex,
    lexeme_at,
    lexeme_lower,
    skip_hyphen,
    word_is,
)
from tasks.nlp.figures.numbers import Number, is_whole, read_number, scale_at, sign_before
from tasks.nlp.figures.ranges import read_range
from tasks.nlp.figures.sharing import with_shared_unit
from tasks.nlp.figures.units import (
    FoundUnit,
    currency_before,
    is_code,
    is_priced,
    subunit_factor,
    unit_after,
)
from tasks.nlp.figures.vague import fold_word, read_vague
from tasks.nlp.figures.vocabulary import UnitWord

__all__ = ["LIMIT", "Amount", "parse_amount", "read_amount"]

PERCENT: Final = Decimal(100)
SHARE_DIGITS: Final = Decimal("0.01")
ARTICLES: Final = frozenset({"a", "an"})
MINUS: Final = frozenset("-−")
DIVIDED: Final = frozenset({"measure", "duration"})
"""Kinds of units of which a fraction is a part: ``half a metre``."""
LIMIT: Final = Decimal(10) ** 27
"""Numbers from here on do not fit the contract's decimal type and are rejected."""


def parse_amount(text: str, *, preceding: str = "", following: str = "") -> Amount:
    """Read a whole figure text again.

    Args:
        text: The figure as written.
        preceding: Some characters before it, which tell ``48`` from ``72 hours instead of 48``.
        following: Some characters behind it, which tell ``25m people`` from ``25m``.

    Raises:
        ValueError: If the text is not exactly one amount.

    >>> amount = parse_amount("6-8 million")
    >>> int(amount.low), int(amount.high)
    (6000000, 8000000)
    >>> parse_amount("$2.5bn").unit
    'USD'
    >>> parse_amount("48", preceding="72 hours instead of ").unit
    'hour'
    """
    start_char, end_char = len(preceding), len(preceding) + len(text)
    lexemes = list(lex(preceding + text + following))
    inside = [
        index for index, lexeme in enumerate(lexemes) if start_char <= lexeme.start_char < end_char
    ]
    is_whole = inside and (lexemes[inside[0]].start_char, lexemes[inside[-1]].end_char) == (
        start_char,
        end_char,
    )
    with localcontext(WIDE):
        for start in inside if is_whole else ():
            amount = read_amount(lexemes, start, joins_and=True)
            if amount and (amount.first, amount.after) == (inside[0], inside[-1] + 1):
                return amount
    msg = f"{text!r} is not one amount"
    raise ValueError(msg)


def read_amount(lexemes: Sequence[Lexeme], index: int, *, joins_and: bool = False) -> Amount | None:
    """Return the amount whose number starts at ``index``, with sign and currency before it.

    ``joins_and`` reads ``5 and 6`` as a range even without ``between``.
    """
    vague = read_vague(lexemes, index)
    if vague is not None:
        return vague
    number = read_number(lexemes, index)
    if number is None:
        return fold_word(lexemes, index) or unit_and_a_half(lexemes, index)
    if number.is_share:
        number = part_of_unit(lexemes, number) or number
    point = measured(lexemes, number, index)
    found = read_range(lexemes, point, number, joins_and=joins_and)
    if found is not None:
        return found
    return with_shared_unit(lexemes, with_lesser_units(lexemes, point), number)


def part_of_unit(lexemes: Sequence[Lexeme], number: Number) -> Number | None:
    """Read ``half a metre``, ``quarter-litre``, ``three quarters of an hour`` before the unit."""
    position = number.after
    follows_of = word_is(lexemes, position, "of")
    position = skip_hyphen(lexemes, position + follows_of)
    has_article = lexeme_lower(lexemes, position) in ARTICLES
    position = skip_hyphen(lexemes, position + has_article)
    unit = unit_after(lexemes, position)
    if unit is None or unit.word.kind not in DIVIDED | {"percent"}:
        return None
    is_ordinal = not lexeme_lower(lexemes, number.after - 1).startswith(("half", "quarter"))
    is_next = is_ordinal and lexeme_lower(lexemes, number.after - 2) in ARTICLES
    if has_article < follows_of or (is_next and not follows_of):
        return None  # "a third day" is the next one
    is_hyphen = number.after < position and not has_article
    return replace(number, after=number.after if is_hyphen else position, is_share=False)


def unit_and_a_half(lexemes: Sequence[Lexeme], index: int) -> Amount | None:
    """Read ``an hour and a half`` and ``a year and six months``; a lone ``an hour`` is none."""
    if lexeme_lower(lexemes, index) not in ARTICLES:
        return None
    unit = unit_after(lexemes, index + 1)
    if unit is None or unit.word.kind not in DIVIDED:
        return None
    one = Amount(index, unit.after, Decimal(1), Decimal(1), unit.word.unit, unit.word.kind)
    longer = with_half_behind(lexemes, one)
    longer = with_lesser_units(lexemes, one) if longer.after == one.after else longer
    return longer if longer.after > one.after else None


def with_half_behind(lexemes: Sequence[Lexeme], amount: Amount) -> Amount:
    """Add the ``and a half`` behind a unit."""
    if not word_is(lexemes, amount.after, "and"):
        return amount
    start = amount.after + 1
    start += lexeme_lower(lexemes, start) in ARTICLES
    following = lexeme_at(lexemes, start + 1)
    closes = following is None or following.kind is not LexemeKind.WORD or start > amount.after + 1
    if not word_is(lexemes, start, "half") or not closes:
        return amount
    value = amount.low + Decimal("0.5")
    return replace(amount, low=value, high=value, after=start + 1)


def measured(lexemes: Sequence[Lexeme], number: Number, index: int) -> Amount:
    """Attach sign, currency and unit to a number."""
    sign = sign_before(lexemes, index)
    currency = currency_before(lexemes, index if sign is None else sign)
    first = currency[1] if currency else index if sign is None else sign
    outer = sign_before(lexemes, first) if sign is None else None
    found = unit_after(lexemes, number.after)
    if found is None and not is_whole(number.value) and has_unit(lexemes, number.after):
        found = unit_after(lexemes, number.after + 1)  # "one and a quarter of an hour"
    if found is not None and number.is_share and found.word.kind in DIVIDED:
        found = None  # "a third day" is the next one; ``part_of_unit`` has read the others
    amount = with_unit(lexemes, number, currency, found, first)
    if sign is None and outer is None:
        outer = loose_minus(lexemes, amount)
    if sign is None and outer is None:
        return with_half_behind(lexemes, amount) if found and not currency else amount
    first = first if outer is None else outer
    return replace(amount, first=first, low=-amount.low, high=-amount.high, is_bare_word=False)


def loose_minus(lexemes: Sequence[Lexeme], amount: Amount) -> int | None:
    """Return where a minus with spaces stands: before degrees, or in a cell of its own."""
    sign = lexeme_at(lexemes, amount.first - 1)
    if sign is None or sign.text not in MINUS or sign.is_glued:
        return None
    before = lexeme_at(lexemes, amount.first - 2)
    is_cell = before is None and amount.after == len(lexemes)
    is_heat = str(amount.unit).startswith("degree_")
    follows_number = before is not None and before.kind is LexemeKind.NUMBER
    return amount.first - 1 if is_cell or (is_heat and not follows_number) else None


def with_unit(
    lexemes: Sequence[Lexeme],
    number: Number,
    currency: tuple[str, int] | None,
    found: FoundUnit | None,
    first: int,
) -> Amount:
    """Return the amount that a number makes with the currency or unit beside it."""
    value = number.value
    if currency is not None:
        after = found.after if found and found.word.unit == currency[0] else number.after
        return Amount(first, after, value, value, currency[0], "money")
    if found is not None:
        return in_unit(lexemes, Amount(first, found.after, value, value, None, "count"), found)
    if number.is_share:
        share = (value * PERCENT).quantize(SHARE_DIGITS)
        return Amount(first, number.after, share, share, "percent", "percent", "point", True)  # noqa: FBT003 - a lone fraction word needs context
    is_bare = number.is_bare_word
    return Amount(first, number.after, value, value, None, "count", is_bare_word=is_bare)


def in_unit(lexemes: Sequence[Lexeme], amount: Amount, found: FoundUnit) -> Amount:
    """Return an amount in the unit behind it; cents, and pounds that are money, are converted."""
    word = found.word
    if is_priced(lexemes, found, amount.low):
        word = UnitWord("GBP", "money")
    value, after = amount.low * subunit_factor(lexemes, found), found.after
    scale = scale_at(lexemes, after) if is_code(lexemes, found) else None
    if scale is not None:
        value, after = value * scale.value, after + 1
    return replace(amount, low=value, high=value, unit=word.unit, kind=word.kind, after=after)
