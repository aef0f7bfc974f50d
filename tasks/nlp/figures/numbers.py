"""The grammar of numbers: digits, words, mixtures, fractions; no units and no qualifiers.

``read_number`` reads the longest number that starts at a lexeme; ``parse_number`` reads a whole
text. Both are exact: values are Decimal, never float. Cardinals and fractions have a module each.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from tasks.nlp.figures.cardinals import (
    Number,
    is_whole,
    read_cardinal,
    read_scales,
    scale_at,
    with_decimals,
)
from tasks.nlp.figures.fractions import (
    read_fraction,
    read_mixed_digits,
    read_quotient,
    with_fraction,
)
from tasks.nlp.figures.lexemes import (
    HYPHENS,
    Lexeme,
    LexemeKind,
    lex,
    lexeme_at,
    lexeme_lower,
    parse_digits,
    skip_hyphen,
    word_is,
)
from tasks.nlp.figures.vocabulary import number_words

__all__ = [
    "Number",
    "is_whole",
    "lexeme_at",
    "lexeme_lower",
    "parse_number",
    "read_number",
    "scale_at",
    "sign_before",
    "skip_hyphen",
    "word_is",
]

UNIT_LETTERS: Final = frozenset({"m", "b", "mm", "t", "g"})
"""Suffixes that are units as well, unless money or a plural noun stands beside them."""
SIGN_MARKS: Final = frozenset("-−‑–")
BRACKETS: Final = {"(": ")", "[": "]"}


def parse_number(text: str) -> Decimal:
    """Read a whole text as one number.

    Raises:
        ValueError: If the text is no number, or holds more than one.

    >>> parse_number("twenty-five thousand three hundred")
    Decimal('25300')
    >>> parse_number("1.25 million"), parse_number("three and a half million")
    (Decimal('1250000.00'), Decimal('3500000.0'))
    >>> parse_number("minus five point five"), parse_number("-4/5")
    (Decimal('-5.5'), Decimal('-0.8'))
    """
    lexemes = list(lex(text))
    for index in (0, 1):
        number = read_number(lexemes, index) if index < len(lexemes) else None
        is_negative = number is not None and sign_before(lexemes, index) == index - 1
        if number and number.after == len(lexemes) and (index == 0 or is_negative):
            return -number.value if is_negative else number.value
    msg = f"{text!r} is not one number"
    raise ValueError(msg)


def read_number(lexemes: Sequence[Lexeme], index: int) -> Number | None:
    """Return the longest number that starts at ``index``, or None; its sign stands before it."""
    lexeme = lexemes[index]
    if lexeme.kind in {LexemeKind.NUMBER, LexemeKind.FRACTION}:
        number = read_digits(lexemes, index)
    elif lexeme.kind is LexemeKind.WORD:
        number = read_words(lexemes, index)
    else:
        return None
    return number and with_restatement(lexemes, number)


def read_words(lexemes: Sequence[Lexeme], index: int) -> Number | None:
    """Read a number in words; of a cardinal and a fraction the longer one."""
    cardinal = read_cardinal(lexemes, index)
    if cardinal is not None:
        cardinal = with_fraction(lexemes, cardinal)
        if not is_whole(cardinal.value):
            cardinal = read_scales(lexemes, cardinal) if cardinal.scale == 1 else cardinal
            return replace(cardinal, is_bare_word=False)
    fraction = read_fraction(lexemes, index)
    if fraction is None or (cardinal is not None and fraction.after <= cardinal.after):
        return cardinal
    return fraction


def read_digits(lexemes: Sequence[Lexeme], index: int) -> Number | None:
    """Read digits, with a fraction and a magnitude word or letter behind them."""
    try:
        value = parse_digits(lexemes[index].text)
    except (ValueError, ArithmeticError):
        return None
    fraction = read_mixed_digits(lexemes, index) or read_quotient(lexemes, index)
    if fraction is not None:
        number = read_scales(lexemes, fraction)
        return replace(number, is_share=number.value < 1 and word_is(lexemes, number.after, "of"))
    if lexemes[index].kind is LexemeKind.FRACTION:
        return read_scales(lexemes, Number(value, index + 1))
    number = with_suffix(lexemes, Number(value, index + 1))
    if number.after == index + 1:
        number = read_cardinal(lexemes, index) or with_decimals(lexemes, index, number)
        number = with_fraction(lexemes, number)
    return read_scales(lexemes, number) if number.scale == 1 else number


def with_suffix(lexemes: Sequence[Lexeme], number: Number) -> Number:
    """Multiply a number by the magnitude letter behind it: ``40k``, ``€2.5bn``, ``2.33 k``."""
    letter = lexeme_at(lexemes, number.after)
    word = number_words().get(letter.lower) if letter else None
    if letter is None or word is None or word.role != "suffix":
        return number
    if not letter.is_glued and letter.lower not in {"k", "mil"}:
        return number
    if letter.lower in UNIT_LETTERS and not is_suffix(lexemes, number.after):
        return number
    return replace(
        number, value=number.value * word.value, after=number.after + 1, scale=word.value
    )


def is_suffix(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Tell whether a glued letter is a magnitude; ``m`` is metres without money or people."""
    letter = lexemes[index].text
    if letter == "M" or (letter in {"b", "G"} and "." in lexemes[index - 1].text):
        return True
    before = sign_of_range(lexemes, index)
    following = lexeme_at(lexemes, index + 1)
    is_money = before is not None and (
        before.kind is LexemeKind.CURRENCY or (before.text.isupper() and len(before.text) == 3)  # noqa: PLR2004 - ISO 4217
    )
    counts_things = (
        following is not None
        and following.kind is LexemeKind.WORD
        and following.lower.endswith("s")
        and len(following.text) > 4  # noqa: PLR2004 - "was", "has", "this" are no nouns
    ) or (following is not None and following.lower in {"people", "barrels"})
    return is_money or (counts_things and lexemes[index].lower in {"m", "b"})


def sign_of_range(lexemes: Sequence[Lexeme], index: int) -> Lexeme | None:
    """Return what stands before the digits of a letter, or before the range that they end."""
    before = lexeme_at(lexemes, index - 2)
    first = lexeme_at(lexemes, index - 3)
    if before is None or first is None or before.text not in HYPHENS:
        return before
    return lexeme_at(lexemes, index - 4) if first.kind is LexemeKind.NUMBER else before


def with_restatement(lexemes: Sequence[Lexeme], number: Number) -> Number:
    """Take in the same number in brackets, as contracts have it: ``thirty (30) days``."""
    closing = BRACKETS.get(lexeme_lower(lexemes, number.after))
    start = number.after + 1
    first = lexeme_at(lexemes, start)
    if closing is None or first is None or first.kind not in {LexemeKind.NUMBER, LexemeKind.WORD}:
        return number
    again = read_number(lexemes, start)
    if again is None or again.value != number.value or not word_is(lexemes, again.after, closing):
        return number
    return replace(number, after=again.after + 1, is_bare_word=False)


def sign_before(lexemes: Sequence[Lexeme], index: int) -> int | None:
    """Return the position of the minus that belongs to a number, or None.

    A hyphen is one when it is glued to the number and not to a word or number before it.
    """
    sign, number = lexeme_at(lexemes, index - 1), lexeme_at(lexemes, index)
    if sign is None or number is None:
        return None
    before = lexeme_at(lexemes, index - 2)
    follows_number = before is not None and before.kind is LexemeKind.NUMBER
    word = number_words().get(sign.lower)
    if word is not None and word.role == "sign":
        is_result = before is not None and before.lower.startswith("test")
        return None if follows_number or is_result else index - 1
    if sign.text not in SIGN_MARKS or sign.text not in HYPHENS or not number.is_glued:
        return None
    if before is None or (not sign.is_glued and not follows_number):
        return index - 1
    opens = sign.is_glued and before.text in {"(", "[", "<", ">", "=", "~", "≈"}
    return index - 1 if opens or before.kind is LexemeKind.CURRENCY else None
