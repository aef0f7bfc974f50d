"""The grammar of numbers: digits, words, mixtures, fractions; no units and no qualifiers.

``read_number`` reads the longest number that starts at a lexeme; ``parse_number`` reads a whole
text. Both are exact: values are Decimal, never float.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from tasks.nlp.figures.lexemes import HYPHENS, Lexeme, LexemeKind, lex, parse_digits
from tasks.nlp.figures.vocabulary import NumberWord, number_words

HUNDRED: Final = Decimal(100)
GLUED_METRE: Final = "m"


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


def parse_number(text: str) -> Decimal:
    """Read a whole text as one number.

    Raises:
        ValueError: If the text is no number, or holds more than one.

    >>> parse_number("twenty-five thousand three hundred")
    Decimal('25300')
    >>> parse_number("1.25 million"), parse_number("three and a half million")
    (Decimal('1250000.00'), Decimal('3500000.0'))
    """
    lexemes = list(lex(text))
    number = read_number(lexemes, 0)
    if number is None or number.after != len(lexemes):
        msg = f"{text!r} is not one number"
        raise ValueError(msg)
    return number.value


def read_number(lexemes: Sequence[Lexeme], index: int) -> Number | None:
    """Return the longest number that starts at ``index``, or None."""
    lexeme = lexemes[index]
    if lexeme.kind in {LexemeKind.NUMBER, LexemeKind.FRACTION}:
        return read_digits(lexemes, index)
    if lexeme.kind is not LexemeKind.WORD:
        return None
    return read_half(lexemes, index) or read_part(lexemes, index) or read_words(lexemes, index)


def read_digits(lexemes: Sequence[Lexeme], index: int) -> Number | None:
    """Read digits, with a fraction and a magnitude word or letter behind them."""
    try:
        value = parse_digits(lexemes[index].text)
    except ValueError:
        return None
    after = index + 1
    quotient = read_quotient(lexemes, index)
    if quotient is not None:
        return read_scales(lexemes, quotient)
    following = lexeme_at(lexemes, after)
    if following and following.kind is LexemeKind.FRACTION and following.is_glued:
        value, after = value + parse_digits(following.text), after + 1
    else:
        value, after = read_and_a_half(lexemes, value, after)
    return read_scales(lexemes, Number(value, after))


def read_quotient(lexemes: Sequence[Lexeme], index: int) -> Number | None:
    """Read ``3/4``: two glued whole numbers, the first smaller than the second."""
    stroke, below = lexeme_at(lexemes, index + 1), lexeme_at(lexemes, index + 2)
    if not (stroke and below and stroke.text in "/⁄" and stroke.is_glued and below.is_glued):
        return None
    if not (lexemes[index].text.isdigit() and below.text.isdigit()) or len(below.text) > 3:  # noqa: PLR2004 - no denominator has four digits
        return None
    value, divisor = Decimal(lexemes[index].text), Decimal(below.text)
    return Number(value / divisor, index + 3) if 0 < value < divisor else None


def read_scales(lexemes: Sequence[Lexeme], number: Number) -> Number:
    """Multiply a number by the magnitude words or the glued magnitude letter behind it."""
    value, after, scale = number.value, number.after, number.scale
    glued = lexeme_at(lexemes, after)
    if glued and glued.is_glued:
        word = number_words().get(glued.lower)
        if word and word.role == "suffix" and is_suffix(lexemes, after):
            return Number(value * word.value, after + 1, scale * word.value)
    while True:
        position = skip_hyphen(lexemes, after)
        word = scale_at(lexemes, position)
        if word is None:
            return Number(value, after, scale)
        value, scale, after = value * word.value, scale * word.value, position + 1


def is_suffix(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Tell whether a glued letter is a magnitude; a glued ``m`` is metres without a currency."""
    text = lexemes[index].text
    if text.lower() not in {GLUED_METRE, "b"}:
        return True
    before = lexeme_at(lexemes, index - 2) if index >= 2 else None  # noqa: PLR2004 - sign, digits, letter
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
    return is_money or counts_things


def read_and_a_half(lexemes: Sequence[Lexeme], value: Decimal, after: int) -> tuple[Decimal, int]:
    """Add the fraction of ``and a half`` or ``and three quarters``."""
    if not word_is(lexemes, after, "and"):
        return value, after
    if word_is(lexemes, after + 1, "a") and word_is(lexemes, after + 2, "half"):
        return value + Decimal("0.5"), after + 3
    if word_is(lexemes, after + 1, "a") and word_is(lexemes, after + 2, "quarter"):
        return value + Decimal("0.25"), after + 3
    return value, after


def read_half(lexemes: Sequence[Lexeme], index: int) -> Number | None:
    """Read ``half a million``, ``a half million``, ``a quarter of a million``."""
    start = index + 1 if word_is(lexemes, index, "a") else index
    if not word_is(lexemes, start, "half"):
        return None
    position = skip_hyphen(lexemes, start + 1)
    if word_is(lexemes, position, "a"):
        position = skip_hyphen(lexemes, position + 1)
    word = scale_at(lexemes, position)
    if word is None:
        return None
    return read_scales(lexemes, Number(Decimal("0.5") * word.value, position + 1, word.value))


def read_part(lexemes: Sequence[Lexeme], index: int) -> Number | None:
    """Read a part of a whole: ``half``, ``a third``, ``two-thirds``, ``three quarters``."""
    if word_is(lexemes, index, "half"):
        return Number(Decimal("0.5"), index + 1, is_share=True)
    first = number_words().get(lexemes[index].lower)
    if first is None or first.role not in {"article", "unit"}:
        return None
    position = skip_hyphen(lexemes, index + 1)
    part = number_words().get(lexeme_lower(lexemes, position))
    if part is None or part.role != "fraction":
        return None
    plural = lexemes[position].lower.endswith("s")
    if plural != (first.value > 1):
        return None
    return Number(first.value * part.value, position + 1, is_share=True)


def read_words(lexemes: Sequence[Lexeme], index: int) -> Number | None:
    """Read a cardinal in words by the usual grammar of hundreds and magnitudes."""
    total, current, after, scale = Decimal(0), None, index, Decimal(1)
    last_role, limit = "", None
    while True:
        position = next_word_position(lexemes, after, index, current, last_role)
        word = number_words().get(lexeme_lower(lexemes, position))
        if word is None or not fits(word, last_role, current, limit):
            break
        if word.role == "scale" and current is not None:
            total, limit, scale = total + current * word.value, word.value, word.value
            current = None
        elif word.role in {"hundred", "scale"}:
            current = (current or Decimal(1)) * word.value
        elif word.role == "article":
            current = None
        else:
            current = (current or Decimal(0)) + word.value
        last_role, after = word.role, position + 1
    if after == index or last_role == "article":
        return None
    if current is not None:
        current, after = read_and_a_half(lexemes, current, after)
    value = total + (current or Decimal(0))
    words = after - index
    bare = words == 1 and lexemes[index].lower in {"one", "hundred", "thousand", "dozen"}
    number = Number(value, after, scale, is_bare_word=bare)
    return with_half_scale(lexemes, number, last_role)


def with_half_scale(lexemes: Sequence[Lexeme], number: Number, last_role: str) -> Number:
    """Read the magnitude behind ``three and a half``."""
    if is_whole(number.value) or last_role == "scale":
        return number
    return read_scales(lexemes, number)


def next_word_position(
    lexemes: Sequence[Lexeme], after: int, index: int, current: Decimal | None, last_role: str
) -> int:
    """Return where the next word of a cardinal may stand: over a hyphen or an inner ``and``."""
    if after == index:
        return after
    position = skip_hyphen(lexemes, after)
    inner_and = last_role in {"hundred", "scale"} and word_is(lexemes, position, "and")
    if inner_and:
        following = number_words().get(lexeme_lower(lexemes, position + 1))
        large = current is None or current >= HUNDRED
        if following and large and following.role in {"unit", "teen", "ten"}:
            return position + 1
    return position


def fits(word: NumberWord, last_role: str, current: Decimal | None, limit: Decimal | None) -> bool:
    """Tell whether a word may follow inside a cardinal."""
    allowed = {
        "": {"unit", "teen", "ten", "hundred", "scale", "article"},
        "article": {"hundred", "scale"},
        "unit": {"hundred", "scale"},
        "teen": {"hundred", "scale"},
        "ten": {"unit", "hundred", "scale"},
        "hundred": {"unit", "teen", "ten", "scale"},
        "scale": {"unit", "teen", "ten"},
    }[last_role]
    if word.role not in allowed or (last_role == "ten" and word.value == 0):
        return False
    if word.role == "scale" and limit is not None:
        return word.value < limit or current is None
    return True


def is_whole(value: Decimal) -> bool:
    """Tell whether a number of any size has no fraction."""
    return value == value.to_integral_value()


def scale_at(lexemes: Sequence[Lexeme], index: int) -> NumberWord | None:
    """Return the magnitude word at a position, or None."""
    word = number_words().get(lexeme_lower(lexemes, index))
    return word if word and word.role in {"scale", "hundred"} else None


def skip_hyphen(lexemes: Sequence[Lexeme], index: int) -> int:
    """Return the position behind a glued hyphen, or the same position."""
    hyphen, following = lexeme_at(lexemes, index), lexeme_at(lexemes, index + 1)
    is_joint = (
        hyphen and following and hyphen.text in HYPHENS and hyphen.is_glued and following.is_glued
    )
    return index + 1 if is_joint else index


def word_is(lexemes: Sequence[Lexeme], index: int, word: str) -> bool:
    """Tell whether a position holds a given lower-case word."""
    return lexeme_lower(lexemes, index) == word


def lexeme_at(lexemes: Sequence[Lexeme], index: int) -> Lexeme | None:
    """Return the lexeme at a position, or None outside the text."""
    return lexemes[index] if 0 <= index < len(lexemes) else None


def lexeme_lower(lexemes: Sequence[Lexeme], index: int) -> str:
    """Return the lower-case lexeme at a position, empty outside the text."""
    lexeme = lexeme_at(lexemes, index)
    return lexeme.lower if lexeme else ""
