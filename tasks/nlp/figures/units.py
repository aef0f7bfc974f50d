"""What a number measures: currency before it, unit or currency word behind it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tasks.nlp.figures.lexemes import HYPHENS, Lexeme, LexemeKind
from tasks.nlp.figures.numbers import lexeme_at, lexeme_lower, word_is
from tasks.nlp.figures.vocabulary import UnitWord, currencies, unit_words
from tasks.nlp.word_lists import word_list

MAX_UNIT_LEXEMES: Final = 5
SHORT_SYMBOL_CHARS: Final = 2
COMPARATIVES: Final = word_list("comparative")


@dataclass(frozen=True, slots=True)
class FoundUnit:
    """A unit and the position after its last lexeme."""

    word: UnitWord
    after: int


def currency_before(lexemes: Sequence[Lexeme], index: int) -> tuple[str, int] | None:
    """Return ISO code and position of the currency right before a number, or None."""
    before = lexeme_at(lexemes, index - 1)
    if before is None:
        return None
    if before.kind is LexemeKind.CURRENCY:
        code = currencies("before").get(before.text)
        return (code, index - 1) if code else None
    code = currencies("before").get(before.text)
    if code and before.kind is LexemeKind.WORD:
        return code, index - 1
    dotted = lexeme_at(lexemes, index - 2)
    if before.text == "." and dotted and dotted.text == "Rs":
        return currencies("before")["Rs"], index - 2
    return None


def unit_after(
    lexemes: Sequence[Lexeme], index: int, *, is_vague: bool = False
) -> FoundUnit | None:
    """Return the unit that stands at a position, over a hyphen or (when vague) over ``of``."""
    position = index
    if is_vague and word_is(lexemes, position, "of"):
        position += 1
    hyphen = lexeme_at(lexemes, position)
    if hyphen and hyphen.text in HYPHENS and hyphen.is_glued:
        following = lexeme_at(lexemes, position + 1)
        if following is None or not following.is_glued:
            return None
        position += 1
    found = match_unit(lexemes, position)
    if found is None or found.after == position:
        return None
    return age_unit(lexemes, found) if found.word.kind == "duration" else found


def match_unit(lexemes: Sequence[Lexeme], position: int) -> FoundUnit | None:
    """Return the longest unit phrase at a position; symbols keep their case, words do not."""
    for length in range(MAX_UNIT_LEXEMES, 0, -1):
        window = lexemes[position : position + length]
        if len(window) < length:
            continue
        written = tuple(lexeme.text for lexeme in window)
        lowered = tuple(lexeme.lower for lexeme in window)
        word = unit_words().get(written)
        if word is None and (not is_symbol(lowered) or is_capital_symbol(written)):
            word = unit_words().get(lowered)
        if word is not None and may_follow(lexemes, position, length, word):
            return FoundUnit(word, position + length)
    return None


def is_symbol(lowered: tuple[str, ...]) -> bool:
    """Tell whether a unit is a short symbol, whose case matters."""
    return len(lowered) == 1 and len(lowered[0]) <= SHORT_SYMBOL_CHARS


def is_capital_symbol(written: tuple[str, ...]) -> bool:
    """Tell whether a symbol of two letters stands in capitals, as in bulletins: ``60 KM``."""
    return len(written[0]) == SHORT_SYMBOL_CHARS and written[0].isupper()


def may_follow(lexemes: Sequence[Lexeme], position: int, length: int, word: UnitWord) -> bool:
    """Refuse words that only look like a unit there: ``times`` needs a comparison behind it."""
    following = lexeme_at(lexemes, position + length)
    text = lexemes[position].text
    if word.unit == "fold" and text == "times":
        return following is not None and following.lower in COMPARATIVES
    if following and following.is_glued and following.kind is LexemeKind.WORD:
        return False
    if len(text) == 1 and text.isalpha():
        return not (following and following.is_glued and following.text in {"'", "’", "."})
    return True


def age_unit(lexemes: Sequence[Lexeme], found: FoundUnit) -> FoundUnit:
    """Turn ``34-year-old`` and ``34 years old`` into an age; else return the duration."""
    hyphen, old = lexeme_at(lexemes, found.after), lexeme_at(lexemes, found.after + 1)
    if hyphen and old and hyphen.text in HYPHENS and old.lower in {"old", "olds"}:
        return FoundUnit(UnitWord(found.word.unit, "age"), found.after + 2)
    if lexeme_lower(lexemes, found.after) == "old":
        return FoundUnit(UnitWord(found.word.unit, "age"), found.after + 1)
    return found
