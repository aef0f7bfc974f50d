"""What a number measures: currency before it, unit or currency word behind it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from tasks.nlp.figures.lexemes import (
    HYPHENS,
    Lexeme,
    LexemeKind,
    lexeme_at,
    lexeme_lower,
    word_is,
)
from tasks.nlp.figures.vocabulary import UnitWord, currencies, first_unit_words, unit_words
from tasks.nlp.word_lists import word_list

MAX_UNIT_LEXEMES: Final = 5
BEHIND_UNIT: Final = word_list("dimension_word") | word_list("unit_ending")
"""Words that a hyphen may tie to a unit: ``5 metre-high``, ``12 hour-long``."""
SHORT_SYMBOL_CHARS: Final = 2
DIMENSIONS: Final = word_list("dimension_word")
COMPARATIVES: Final = word_list("comparative")
BETWEEN_NUMBER_AND_UNIT: Final = word_list("before_unit")
"""Words that a unit may have before it: ``three more years``, ``five full days``."""
BRACKETS: Final = {"(": ")", "[": "]", "{": "}", "<": ">"}
MILLION_CODES: Final = word_list("currency_million")
TENTHS: Final = dict.fromkeys(word_list("currency_tenth"), Decimal("0.1"))
SUBUNITS: Final = word_list("currency_hundredth")
NAMED_WITH_UNIT: Final = frozenset(tuple(name.split()) for name in word_list("named_with_unit"))
"""Things whose name starts with a unit word: ``barrel bombs``, ``foot soldiers``."""
PRICE_WORDS: Final = word_list("price_word")
WEIGHT_WORDS: Final = word_list("weight_word")
PRICE_REACH: Final = 9
PRICED_FROM: Final = Decimal(100_000)
"""So many pounds are money unless the text says what they weigh."""
MILLION: Final = Decimal(1_000_000)
CENT: Final = Decimal("0.01")
WORD_LIKE_CODES: Final = word_list("word_like_code")
CODE_CHARS: Final = 3


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
    if code and before.kind is LexemeKind.WORD and may_be_code(lexemes, index):
        return code, index - 1
    dotted = lexeme_at(lexemes, index - 2)
    if before.text == "." and dotted and dotted.text == "Rs":
        return currencies("before")["Rs"], index - 2
    return None


def may_be_code(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Tell a currency's code from a word in capitals (``ALL 5``) and from a letter (``R 5``)."""
    code = lexemes[index - 1].text
    is_letter = len(code) == 1
    return code not in WORD_LIKE_CODES and (not is_letter or lexemes[index].is_glued)


def unit_after(
    lexemes: Sequence[Lexeme], index: int, *, is_vague: bool = False
) -> FoundUnit | None:
    """Return the unit that stands at a position, over a hyphen or (when vague) over ``of``."""
    first = lexeme_at(lexemes, index)
    if first is None:
        return None
    position = index + (is_vague and word_is(lexemes, index, "of"))
    if first.lower in BETWEEN_NUMBER_AND_UNIT:
        position += 1
    elif first.text in BRACKETS:
        return bracketed_unit(lexemes, position, BRACKETS[first.text])
    hyphen = lexeme_at(lexemes, position)
    if hyphen and hyphen.text in HYPHENS and hyphen.is_glued:
        following = lexeme_at(lexemes, position + 1)
        if following is None or not following.is_glued:
            return None
        position += 1
    elif is_loose_age(lexemes, position):
        position += 1
    found = match_unit(lexemes, position)
    if found is None or found.after == position:
        return None
    return age_unit(lexemes, found) if found.word.kind == "duration" else found


def bracketed_unit(lexemes: Sequence[Lexeme], index: int, closing: str) -> FoundUnit | None:
    """Return the unit in brackets behind a number: ``20 (kg)``."""
    found = match_unit(lexemes, index + 1)
    if found is None or not word_is(lexemes, found.after, closing):
        return None
    return FoundUnit(found.word, found.after + 1)


def is_loose_age(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Tell whether ``- year - old`` stands there, as tokenized text has it."""
    return (
        word_is(lexemes, index, "-")
        and word_is(lexemes, index + 2, "-")
        and word_is(lexemes, index + 3, "old")
    )


def match_unit(lexemes: Sequence[Lexeme], position: int) -> FoundUnit | None:
    """Return the longest unit phrase at a position; symbols keep their case, words do not."""
    first = lexeme_at(lexemes, position)
    if first is None or not {first.text, first.lower} & first_unit_words():
        return None
    for length in range(MAX_UNIT_LEXEMES, 0, -1):
        window = lexemes[position : position + length]
        if len(window) < length:
            continue
        written = tuple(lexeme.text for lexeme in window)
        lowered = tuple(lexeme.lower for lexeme in window)
        word = unit_words().get(written)
        if word is None and (not is_symbol(lowered) or is_capital_symbol(written)):
            word = unit_words().get(lowered)
        if word is None or (
            length == 1 and lowered + next_lower(lexemes, position) in NAMED_WITH_UNIT
        ):
            continue
        if may_follow(lexemes, position, length, word):
            return FoundUnit(word, position + length)
    return None


def next_lower(lexemes: Sequence[Lexeme], position: int) -> tuple[str]:
    """Return the lower case of the lexeme behind a position."""
    return (lexeme_lower(lexemes, position + 1),)


def is_code(lexemes: Sequence[Lexeme], found: FoundUnit) -> bool:
    """Tell whether a unit is a code, which a magnitude may follow: ``75 USD million``."""
    last = lexemes[found.after - 1].text
    return found.word.kind == "money" and len(last) == CODE_CHARS and last.isupper()


def subunit_factor(lexemes: Sequence[Lexeme], found: FoundUnit) -> Decimal:
    """Return what part of its currency a unit word is: a cent is a hundredth."""
    last = lexemes[found.after - 1]
    if found.word.kind != "money":
        return Decimal(1)
    if last.text in MILLION_CODES:
        return MILLION
    return CENT if last.lower in SUBUNITS else TENTHS.get(last.lower, Decimal(1))


def is_priced(lexemes: Sequence[Lexeme], found: FoundUnit, value: Decimal) -> bool:
    """Tell whether pounds are money: millions, or beside a price where nothing is weighed."""
    last = lexemes[found.after - 1].lower
    if found.word.unit != "pound" or last not in {"pound", "pounds"}:
        return False
    if word_is(lexemes, found.after, "of") or lexemes[found.after - 2].text in HYPHENS:
        return False
    if value >= PRICED_FROM:
        return True
    start = max(0, found.after - PRICE_REACH)
    window = [
        lexeme for lexeme in lexemes[start : found.after + PRICE_REACH] if lexeme.lower != last
    ]
    if last == "pound" or any(lexeme.lower in WEIGHT_WORDS for lexeme in window):
        return False
    return any(
        lexeme.lower in PRICE_WORDS or lexeme.kind is LexemeKind.CURRENCY for lexeme in window
    )


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
        return is_multiple(lexemes, position)
    if is_part_of_compound(lexemes, position + length) or is_cut_word(following):
        return False
    if text == "in":
        return is_inch(lexemes, position)
    if length > 1 and not lexemes[position + length - 1].is_glued and text == "m":
        return False
    if len(text) == 1 and text.isalpha():
        return not (following and following.is_glued and following.text in {"'", "’", ".", "/"})
    return True


def is_multiple(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Tell ``2.5 times`` and ``three times more`` from ``was shot three times``."""
    before = lexemes[index - 1]
    is_broken = "." in before.text or before.lower == "half"
    return is_broken or lexeme_lower(lexemes, index + 1) in COMPARATIVES


def is_part_of_compound(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Tell ``9,600 night-vision goggles`` from ``a 5 metre-high wall``."""
    hyphen, following = lexeme_at(lexemes, index), lexeme_at(lexemes, index + 1)
    if hyphen is None or following is None or hyphen.text not in HYPHENS:
        return False
    is_joined = hyphen.is_glued and following.is_glued and following.kind is LexemeKind.WORD
    return is_joined and not lexemes[index - 1].is_glued and following.lower not in BEHIND_UNIT


def is_cut_word(following: Lexeme | None) -> bool:
    """Tell whether letters or digits are glued to what looked like a unit."""
    kinds = {LexemeKind.WORD, LexemeKind.NUMBER}
    return following is not None and following.is_glued and following.kind in kinds


def is_inch(lexemes: Sequence[Lexeme], position: int) -> bool:
    """Tell the unit ``in`` from the preposition: the end or a dimension stands behind."""
    following = lexeme_at(lexemes, position + 1)
    if following is None or following.lower in DIMENSIONS:
        return True
    ends = following.text in {".", ")"} and position + 2 >= len(lexemes)
    return ends or lexeme_lower(lexemes, position - 2) in {"ft", "feet", "foot"}


def age_unit(lexemes: Sequence[Lexeme], found: FoundUnit) -> FoundUnit:
    """Turn ``34-year-old`` and ``34 years old`` into an age; else return the duration."""
    hyphen, old = lexeme_at(lexemes, found.after), lexeme_at(lexemes, found.after + 1)
    if hyphen and old and hyphen.text in HYPHENS and old.lower in {"old", "olds"}:
        return FoundUnit(UnitWord(found.word.unit, "age"), found.after + 2)
    if lexeme_lower(lexemes, found.after) == "old":
        return FoundUnit(UnitWord(found.word.unit, "age"), found.after + 1)
    return found
