"""Amounts without an exact number: ``hundreds``, ``several thousand``, ``40s``, ``tenfold``."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from tasks.nlp.figures.amount import Amount
from tasks.nlp.figures.lexemes import HYPHENS, Lexeme, LexemeKind, lexeme_at, lexeme_lower
from tasks.nlp.figures.units import currency_before, unit_after
from tasks.nlp.figures.vocabulary import (
    VagueWord,
    first_vague_words,
    number_words,
    vague_words,
)
from tasks.nlp.word_lists import word_list

SCORES: Final = ("scores",)
SCORERS: Final = frozenset(
    {"he", "she", "it", "who", "team", "which", "test", "their", "his", "her"}
)
"""Before ``scores`` they make it a verb, or marks of an examination."""
MAX_VAGUE_WORDS: Final = 3
DECADE_DIGITS: Final = 2
WHOLE_DECADE: Final = (0, 9)
DECADE_PARTS: Final = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}


def read_vague(lexemes: Sequence[Lexeme], index: int) -> Amount | None:
    """Read ``hundreds``, ``several thousand``, ``dozens``; ``several days`` has no magnitude."""
    found = vague_phrase(lexemes, index)
    if found is None:
        return read_decade_of_age(lexemes, index)
    word, after = found
    low, high = word.low, word.high
    if word.is_factor:
        scale, after = magnitude(lexemes, after)
        if scale is None:
            return couple(lexemes, index, after) if low == high else None
        low, high = low * scale, (high + 1) * scale - 1 if high > low else high * scale
    currency = currency_before(lexemes, index)
    first = currency[1] if currency else index
    amount = Amount(first, after, low, high, None, "count", "vague")
    if currency:
        return replace(amount, unit=currency[0], kind="money")
    unit = unit_after(lexemes, after, is_vague=True)
    return (
        replace(amount, unit=unit.word.unit, kind=unit.word.kind, after=unit.after)
        if unit
        else amount
    )


def couple(lexemes: Sequence[Lexeme], index: int, after: int) -> Amount | None:
    """Read ``a couple of men`` as two; ``a couple`` alone may be husband and wife.

    A pair of glasses is one thing.
    """
    if lexeme_lower(lexemes, after) != "of" and (index > 0 or after < len(lexemes)):
        return None
    if lexeme_lower(lexemes, after + 1) in word_list("pair_thing"):
        return None
    two = vague_words()[tuple(lexeme.lower for lexeme in lexemes[index:after])].low
    return Amount(index, after, two, two, None, "count", "vague")


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
    if lexemes[index].lower not in first_vague_words():
        return None
    for length in range(MAX_VAGUE_WORDS, 0, -1):
        words = tuple(lexeme.lower for lexeme in lexemes[index : index + length])
        word = vague_words().get(words)
        if word is not None and len(words) == length:
            if words == SCORES and lexeme_lower(lexemes, index - 1) in SCORERS:
                return None
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
