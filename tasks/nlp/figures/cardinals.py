"""Cardinal numbers in words, and words behind digits: hundreds, magnitudes, decimals."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from tasks.nlp.figures.lexemes import (
    Lexeme,
    LexemeKind,
    lexeme_at,
    lexeme_lower,
    parse_digits,
    skip_hyphen,
    word_is,
)
from tasks.nlp.figures.vocabulary import NumberWord, number_words

HUNDRED: Final = Decimal(100)
LONGEST_ABBREVIATION: Final = 4
"""Abbreviated magnitudes (``cr``, ``bn``) follow a number; they are none by themselves."""
SMALL: Final = frozenset({"unit", "teen", "ten"})
LARGE: Final = frozenset({"hundred", "scale"})
NEXT_ROLES: Final = {
    "": SMALL | LARGE | {"article", "digits"},
    "article": LARGE,
    "digits": LARGE,
    "unit": LARGE,
    "teen": LARGE,
    "ten": LARGE | {"unit"},
    "hundred": SMALL | {"scale", "digits"},
    "scale": SMALL | {"digits", "scale"},
}
"""Which roles may follow inside a cardinal."""
LONE_WORDS: Final = frozenset({"one", "hundred", "thousand", "dozen", "nil"})


@dataclass(frozen=True, slots=True)
class Number:
    """A number and the position after its last lexeme.

    Attributes:
        value: Exact value in units of one.
        after: Index of the lexeme after the number.
        scale: Product of the magnitude words inside, 1 when there is none.
        is_share: True for fractions that name a part of a whole (a third, two-thirds, half).
        is_bare_word: True for a lone "one", "hundred" or "thousand", which needs context.
    """

    value: Decimal
    after: int
    scale: Decimal = Decimal(1)
    is_share: bool = False
    is_bare_word: bool = False


@dataclass(slots=True)
class Reading:
    """A cardinal as far as it was read."""

    after: int
    total: Decimal = Decimal(0)
    current: Decimal | None = None
    group: Decimal = Decimal(0)
    last_role: str = ""
    limit: Decimal | None = None
    scale: Decimal = Decimal(1)
    has_digits: bool = False

    @property
    def value(self) -> Decimal:
        """Value of what was read."""
        return self.total + (self.current or Decimal(0))

    def add(self, word: NumberWord, after: int) -> None:
        """Take up the next word."""
        if word.role == "scale" and self.last_role == "scale":
            self.total += self.group * (word.value - 1)
            self.group, self.scale = self.group * word.value, self.scale * word.value
        elif word.role == "scale":
            self.group = (self.current or Decimal(1)) * word.value
            self.total, self.current = self.total + self.group, None
            self.limit = self.scale = word.value
        elif word.role == "hundred":
            self.current = (self.current or Decimal(1)) * word.value
        elif word.role == "article":
            self.current = None
        else:
            self.current = (self.current or Decimal(0)) + word.value
        self.last_role, self.after = word.role, after


def read_cardinal(lexemes: Sequence[Lexeme], index: int) -> Number | None:
    """Return the cardinal that starts at a position, by the usual grammar of English."""
    reading = Reading(index)
    while True:
        position = next_position(lexemes, reading, index)
        word = word_at(lexemes, position)
        if word is None or not may_follow(lexemes, position, word, reading):
            break
        reading.has_digits = reading.has_digits or word.role == "digits"
        reading.add(word, position + 1)
    if reading.after == index or reading.last_role == "article":
        return None
    is_word = reading.after == index + 1 and lexemes[index].lower in LONE_WORDS
    return with_decimals(
        lexemes, index, Number(reading.value, reading.after, reading.scale, is_bare_word=is_word)
    )


def word_at(lexemes: Sequence[Lexeme], index: int) -> NumberWord | None:
    """Return the number word at a position; digits are a word of their own role."""
    lexeme = lexeme_at(lexemes, index)
    if lexeme is None:
        return None
    if lexeme.kind is not LexemeKind.NUMBER:
        return number_words().get(lexeme.lower)
    try:
        return NumberWord(parse_digits(lexeme.text), "digits")
    except ArithmeticError:
        return None
    except ValueError:
        return None


def next_position(lexemes: Sequence[Lexeme], reading: Reading, index: int) -> int:
    """Return where the next word of a cardinal may stand: over a hyphen or an inner ``and``."""
    if reading.after == index:
        return index
    position = skip_hyphen(lexemes, reading.after)
    if reading.last_role == "ten" and is_loose_hyphen(lexemes, position):
        return position + 1
    if is_comma_in_words(lexemes, reading, position):
        return position + 1
    if reading.last_role not in LARGE or lexeme_lower(lexemes, position) not in {"and", "&"}:
        return position
    following = word_at(lexemes, position + 1)
    large = reading.current is None or reading.current >= HUNDRED
    joins = following is not None and large and following.role in SMALL | {"digits"}
    return position + 1 if joins else position


def is_comma_in_words(lexemes: Sequence[Lexeme], reading: Reading, index: int) -> bool:
    """Tell whether the comma of ``five thousand, two hundred and six`` stands there."""
    if reading.last_role != "scale" or reading.has_digits or not word_is(lexemes, index, ","):
        return False
    first, second = word_at(lexemes, index + 1), word_at(lexemes, index + 2)
    is_group = first is not None and first.role == "unit" and second is not None
    return is_group and second is not None and second.role == "hundred"


def is_loose_hyphen(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Tell whether a hyphen with spaces stands there, as tokenized text has it: ``fifty - two``."""
    hyphen, following = lexeme_at(lexemes, index), lexeme_at(lexemes, index + 1)
    return (
        hyphen is not None
        and following is not None
        and hyphen.text == "-"
        and not hyphen.is_glued
        and not following.is_glued
    )


def may_follow(lexemes: Sequence[Lexeme], index: int, word: NumberWord, reading: Reading) -> bool:
    """Tell whether a word may follow inside a cardinal."""
    last, role = reading.last_role, word.role
    if role not in NEXT_ROLES[last] or (last == "ten" and word.value == 0):
        return False
    if last == "":
        return role != "scale" or len(lexemes[index].text) > LONGEST_ABBREVIATION
    if role == "digits":
        return digits_may_follow(lexemes, index, word, reading)
    if reading.has_digits and last in LARGE and role in SMALL:
        is_joined = last == "hundred" and lexeme_lower(lexemes, index - 1) in {"and", "&"}
        return is_joined or opens_group(lexemes, index + 1)
    if role == "scale" and reading.limit is not None and last != "scale":
        return word.value < reading.limit
    return True


def digits_may_follow(
    lexemes: Sequence[Lexeme], index: int, word: NumberWord, reading: Reading
) -> bool:
    """Tell ``4 thousand 3 hundred and 21`` from ``3 hundred`` beside another number."""
    if not reading.has_digits or word.value != word.value.to_integral_value():
        return False
    if reading.last_role == "hundred":
        following = word_at(lexemes, index + 1)
        is_last = following is None or following.role not in LARGE
        is_joined = lexeme_lower(lexemes, index - 1) in {"and", "&"}
        return is_joined and is_last and 0 < word.value < HUNDRED
    following = word_at(lexemes, index + 1)
    return following is not None and following.role in LARGE and following.value < reading.scale


def opens_group(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Tell whether a magnitude follows: ``two hundred``, ``twenty-one thousand``."""
    following = word_at(lexemes, skip_hyphen(lexemes, index))
    if following is not None and following.role == "unit":
        following = word_at(lexemes, index + 2)
    return following is not None and following.role in LARGE


def with_decimals(lexemes: Sequence[Lexeme], index: int, number: Number) -> Number:
    """Read ``five point five``: digits one by one, or a number below a hundred."""
    if not word_is(lexemes, number.after, "point") or not is_whole(number.value):
        return number
    if word_is(lexemes, index - 1, "at") and number.is_bare_word:
        return number
    digits, position = decimal_digits(lexemes, number.after + 1)
    if not digits.isdigit():
        return number
    value = number.value + Decimal(f"0.{digits}")
    return read_scales(lexemes, replace(number, value=value, after=position, is_bare_word=False))


def decimal_digits(lexemes: Sequence[Lexeme], index: int) -> tuple[str, int]:
    """Return the digits behind ``point`` and where they end: ``zero three``, ``seventy-one``."""
    first = word_at(lexemes, index)
    if first is None or first.role not in SMALL | {"digits"} or not is_whole(first.value):
        return "", index
    if first.role == "ten":
        position = skip_hyphen(lexemes, index + 1)
        unit = word_at(lexemes, position)
        if unit is not None and unit.role == "unit" and unit.value:
            return str(first.value + unit.value), position + 1
    if first.role == "digits":
        return lexemes[index].text, index + 1
    digits, position = str(first.value), index + 1
    while first.role == "unit" and (word := word_at(lexemes, position)) and word.role == "unit":
        digits, position = digits + str(word.value), position + 1
    return digits, position


def read_scales(lexemes: Sequence[Lexeme], number: Number) -> Number:
    """Multiply a number by the magnitude words behind it."""
    value, after, scale = number.value, number.after, number.scale
    while True:
        position = skip_hyphen(lexemes, after)
        word = scale_at(lexemes, position)
        if word is None:
            return replace(number, value=value, after=after, scale=scale)
        value, scale, after = value * word.value, scale * word.value, position + 1


def scale_at(lexemes: Sequence[Lexeme], index: int) -> NumberWord | None:
    """Return the magnitude word at a position, or None."""
    word = number_words().get(lexeme_lower(lexemes, index))
    return word if word and word.role in LARGE else None


def is_whole(value: Decimal) -> bool:
    """Tell whether a number of any size has no fraction."""
    return value == value.to_integral_value()
