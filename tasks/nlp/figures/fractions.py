"""Fractions: ``3/4``, ``two-thirds``, ``three and a half``, ``a quarter of a million``."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from tasks.nlp.figures.cardinals import (
    LARGE,
    SMALL,
    Number,
    is_loose_hyphen,
    read_cardinal,
    read_scales,
    scale_at,
)
from tasks.nlp.figures.lexemes import (
    Lexeme,
    LexemeKind,
    lexeme_at,
    lexeme_lower,
    parse_digits,
    skip_hyphen,
    word_is,
)
from tasks.nlp.figures.units import unit_after
from tasks.nlp.figures.vocabulary import NumberWord, number_words

ARTICLES: Final = frozenset({"a", "an"})
MAX_WORDS: Final = 12
LONGEST_DENOMINATOR: Final = 4
PARTS: Final = frozenset({"fraction", "ordinal"})
SHARE_ROLES: Final = SMALL | LARGE
TWENTY: Final = 20


@dataclass(frozen=True, slots=True)
class Part:
    """A word of a fraction; ``joint`` is what stands before it: nothing, ``-`` or ``and``."""

    word: NumberWord
    position: int
    joint: str


def read_quotient(lexemes: Sequence[Lexeme], index: int) -> Number | None:
    """Read ``3/4``: two glued whole numbers, the first smaller than the second."""
    stroke, below = lexeme_at(lexemes, index + 1), lexeme_at(lexemes, index + 2)
    if not (stroke and below and stroke.text in "/⁄" and stroke.is_glued and below.is_glued):
        return None
    is_plain = lexemes[index].text.isdigit() and below.text.isdigit()
    if not is_plain or len(below.text) > LONGEST_DENOMINATOR:
        return None
    value, divisor = Decimal(lexemes[index].text), Decimal(below.text)
    return Number(value / divisor, index + 3) if 0 < value < divisor else None


def read_mixed_digits(lexemes: Sequence[Lexeme], index: int) -> Number | None:
    """Read ``3½`` and ``2 1/4``."""
    lexeme, following = lexemes[index], lexeme_at(lexemes, index + 1)
    if following is None or not lexeme.text.isdigit():
        return None
    if following.kind is LexemeKind.FRACTION:
        return Number(parse_digits(lexeme.text) + parse_digits(following.text), index + 2)
    quotient = read_quotient(lexemes, index + 1) if following.text.isdigit() else None
    if quotient is None or following.is_glued:
        return None
    return replace(quotient, value=quotient.value + parse_digits(lexeme.text))


def read_fraction(lexemes: Sequence[Lexeme], index: int) -> Number | None:
    """Read a fraction in words and the magnitude of which it is a part."""
    part = bare_half(lexemes, index) or fraction_of_words(lexemes, index)
    if part is None:
        return None
    whole = of_magnitude(lexemes, part)
    if whole is None and word_is(lexemes, index, "quarter"):
        is_divided = has_unit(lexemes, skip_hyphen(lexemes, part.after))
        return replace(part, is_share=True) if is_divided else None
    return whole or replace(part, is_share=part.value < 1)


def bare_half(lexemes: Sequence[Lexeme], index: int) -> Number | None:
    """Read ``half``, ``a half`` and ``quarter`` before the magnitude or the unit they divide."""
    start = index + 1 if lexeme_lower(lexemes, index) in ARTICLES else index
    word = number_words().get(lexeme_lower(lexemes, start))
    if word is None or word.role != "fraction":
        return None
    is_named = lexeme_lower(lexemes, start).endswith("s")
    return None if is_named else Number(word.value, start + 1)


def of_magnitude(lexemes: Sequence[Lexeme], part: Number) -> Number | None:
    """Read ``half a million``, ``three quarters billion``, ``two thirds of a million``."""
    position = part.after + word_is(lexemes, part.after, "of")
    position = skip_hyphen(lexemes, position)
    if lexeme_lower(lexemes, position) in ARTICLES:
        position = skip_hyphen(lexemes, position + 1)
    word = scale_at(lexemes, position)
    plural = lexeme_lower(lexemes, position).endswith("s")
    if word is None or plural:
        return None
    number = Number(part.value * word.value, position + 1, word.value)
    return read_scales(lexemes, number)


def fraction_of_words(lexemes: Sequence[Lexeme], index: int) -> Number | None:
    """Read ``two-thirds``, ``a twentieth``, ``one hundred thirty-fifths``.

    Where the words can be cut in more than one way, the shortest numerator wins, as in speech.
    """
    parts = fraction_words(lexemes, index)
    if not parts:
        return None
    mixed = mixed_number(lexemes, parts)
    if mixed is not None:
        return mixed
    for cut in range(1, len(parts)):
        number = divided(lexemes, parts, cut)
        if number is not None:
            return number
    return None


def mixed_number(lexemes: Sequence[Lexeme], parts: list[Part]) -> Number | None:
    """Read ``one hundred and three quarters``: what stands behind ``and`` is less than one."""
    for part in reversed(parts[1:]):
        if part.joint == "and":
            end = part.position - 1
            whole = read_cardinal(lexemes[:end], parts[0].position)
            if whole is None or whole.after != end:
                return None
            longer = with_fraction(lexemes, whole)
            return longer if longer.after > end else None
    return None


def fraction_words(lexemes: Sequence[Lexeme], index: int) -> list[Part]:
    """Return the words from a position to the first denominator; none where there is none."""
    found: list[Part] = []
    for part in number_parts(lexemes, index):
        found.append(part)
        if part.word.role in PARTS:
            return found if len(found) > 1 else []
        if len(found) == MAX_WORDS or (len(found) > 1 and part.word.role == "article"):
            return []
    return []


def number_parts(lexemes: Sequence[Lexeme], index: int) -> Iterator[Part]:
    """Yield number words one after the other, over hyphens and ``and``."""
    position, joint = index, ""
    while True:
        word = number_words().get(lexeme_lower(lexemes, position))
        if word is None or word.role not in SHARE_ROLES | PARTS | {"article"}:
            return
        yield Part(word, position, joint)
        position, joint = behind_joint(lexemes, position + 1)


def behind_joint(lexemes: Sequence[Lexeme], index: int) -> tuple[int, str]:
    """Return the position behind a joint of words and the joint."""
    if skip_hyphen(lexemes, index) > index or is_loose_hyphen(lexemes, index):
        return index + 1, "-"
    return (index + 1, "and") if word_is(lexemes, index, "and") else (index, "")


def divided(lexemes: Sequence[Lexeme], parts: list[Part], cut: int) -> Number | None:
    """Return the fraction whose denominator starts at a part, or None when it cannot."""
    is_compound = len(parts) - cut > 1
    joint = parts[cut].joint
    if joint == "and" or (is_compound and joint == "-"):
        return None
    divisor = ordinal_value(parts[cut:])
    above = numerator(lexemes, parts[:cut])
    last = parts[-1]
    plural = lexemes[last.position].lower.endswith(("s", "S"))
    if divisor is None or above is None or (plural != (above > 1) and joint != "-"):
        return None
    value = above * last.word.value if last.word.role == "fraction" else above / divisor
    return Number(value, last.position + 1)


def numerator(lexemes: Sequence[Lexeme], parts: list[Part]) -> Decimal | None:
    """Return the value of a numerator that is one cardinal from end to end."""
    if len(parts) == 1 and parts[0].word.role in {"article", "unit"}:
        return parts[0].word.value
    number = read_cardinal(lexemes[: parts[-1].position + 1], parts[0].position)
    return number.value if number and number.after == parts[-1].position + 1 else None


def ordinal_value(parts: list[Part]) -> Decimal | None:
    """Return the value of an ordinal: ``third``, ``twenty-fifth``, ``one hundred fifth``."""
    *before, last = parts
    if not before:
        return None if is_first(last) else last.word.value
    if before[0].word.role not in SMALL or last.word.role != "ordinal":
        return None
    total, current = Decimal(0), Decimal(0)
    for part in before:
        role, value = part.word.role, part.word.value
        if role == "scale":
            total, current = total + current * value, Decimal(0)
        elif role == "hundred":
            current *= value
        elif (role in SMALL and current % 100 == 0) or (
            role == "unit" and current % 100 >= TWENTY and current % 10 == 0
        ):
            current += value
        else:
            return None
    group = with_last(current, before[-1], last)
    return None if group is None else total + group


def with_last(current: Decimal, before: Part, last: Part) -> Decimal | None:
    """Return a group of hundreds with the ordinal word that ends it, None where it cannot."""
    if last.word.value >= 100:  # noqa: PLR2004 - hundredth, thousandth multiply
        return current * last.word.value
    fits = before.word.role in LARGE or (before.word.role == "ten" and last.word.value < 10)  # noqa: PLR2004
    return current + last.word.value if fits else None


def is_first(part: Part) -> bool:
    """Tell whether a denominator is no part of anything: ``one first``."""
    return part.word.role == "ordinal" and part.word.value == 1


def with_fraction(lexemes: Sequence[Lexeme], number: Number) -> Number:
    """Add the fraction behind ``and``: ``three and a half``, ``one million and a quarter``."""
    if not word_is(lexemes, number.after, "and"):
        return number
    start = number.after + 1
    part = bare_half(lexemes, start) or fraction_of_words(lexemes, start)
    part = part or quarters_of_unit(lexemes, start)
    if part is None or part.value >= 1 or not ends_fraction(lexemes, start, part):
        return number
    scaled = of_magnitude(lexemes, part)
    if scaled is not None:
        if number.scale == 1:
            return Number((number.value + part.value) * scaled.scale, scaled.after, scaled.scale)
        return Number(number.value + scaled.value, scaled.after, number.scale)
    factor = number.scale if number.scale > 100 else Decimal(1)  # noqa: PLR2004 - from a thousand up
    return Number(number.value + part.value * factor, part.after, number.scale)


def ends_fraction(lexemes: Sequence[Lexeme], start: int, part: Number) -> bool:
    """Tell ``five and a third`` from ``five, and a third man``: only halves stand before nouns."""
    word = number_words().get(lexeme_lower(lexemes, part.after - 1))
    following = lexeme_at(lexemes, part.after)
    if word is not None and word.role == "fraction" and lexemes[start].lower != "half":
        return True
    if lexeme_lower(lexemes, part.after - 1).endswith("s") or following is None:
        return True
    is_closed = following.kind is LexemeKind.MARK
    return is_closed or scale_at(lexemes, part.after) is not None or has_unit(lexemes, part.after)


def has_unit(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Tell whether a unit stands at a position, or behind ``of``."""
    found = unit_after(lexemes, index + word_is(lexemes, index, "of"))
    return found is not None and found.word.kind in {"measure", "duration"}


def quarters_of_unit(lexemes: Sequence[Lexeme], index: int) -> Number | None:
    """Read ``two quarter hour``: before a unit the denominator may stand in the singular."""
    above = number_words().get(lexeme_lower(lexemes, index))
    part = number_words().get(lexeme_lower(lexemes, index + 1))
    if above is None or part is None or above.role != "unit" or part.role != "fraction":
        return None
    return Number(above.value * part.value, index + 2) if has_unit(lexemes, index + 2) else None
