"""Cuts a text into the lexemes that the grammar of figures works on.

One regular expression without nested repetition, so the work is linear in the text. spaCy's own
tokens are not used here: they cut ``$2.5bn``, ``4 000`` and ``5-6`` in ways that differ with the
neighbouring characters, and the grammar needs the same cut everywhere to parse a span again.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Final, NamedTuple

from warehouse.seeds import read_seed_rows
from warehouse.tables.ref import CURRENCIES

GROUP_SPACES: Final = "\u00a0\u2009\u202f\u2007'’"
HYPHENS: Final = frozenset("-‐‑–—−")
DECIMAL_COMMA: Final = re.compile(r"\d+,\d{1,2}")
DOT_GROUPS: Final = re.compile(r"\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:\.\d{3})+,\d{1,2}")
FORMULA: Final = re.compile(
    r"(?P<base>[\d.]+)(?:(?P<ten>[eE]|\s?[x×*]\s?10\^?)|\^)(?P<exponent>[-+−]{0,2}\d{1,3})"
)
"""``1.3x10^6``, ``4e14`` and ``2.5^-1``, as written in science."""
MAX_DIGITS: Final = 40
"""A longer run of digits is an identifier; it is lexed but never a number."""


class LexemeKind(StrEnum):
    """What a lexeme is."""

    NUMBER = "number"
    FRACTION = "fraction"
    WORD = "word"
    CURRENCY = "currency"
    MARK = "mark"


KINDS: Final = {kind.value: kind for kind in LexemeKind}


class Lexeme(NamedTuple):
    """A lexeme with its offsets and its lower case; ``is_glued``: no space stands before it."""

    kind: LexemeKind
    text: str
    start_char: int
    end_char: int
    is_glued: bool
    lower: str


@cache
def lexeme_pattern() -> re.Pattern[str]:
    """Return the scanner; currency signs come from the seeds, longest first."""
    signs = {
        str(row["currency_word"])
        for row in read_seed_rows(CURRENCIES)
        if not str(row["currency_word"])[-1].isalnum() and row["position"] != "after"
    }
    currency = "|".join(re.escape(sign) for sign in sorted(signs, key=lambda s: (-len(s), s)))
    return re.compile(
        rf"""
        (?P<currency>(?<![^\W\d_])(?:{currency}))
        |(?P<number>
            \d{{1,4}}(?:\.\d{{1,12}})?(?:[eE][-+−]?\d{{1,3}}|\s?[x×*]\s?10(?:\^[-+−]?|[-−])\d{{1,3}})(?!\w)
            |\d{{1,4}}(?:\.\d{{1,6}})?\^[-+−]{{0,2}}\d{{1,2}}(?!\w)
            |\d{{1,3}}(?:,\d{{3}})+(?![\d])(?:\.\d+)?
            |\d{{1,3}}(?:\.\d{{3}})+,\d{{1,2}}(?!\d|,\d)
            |\d{{1,3}}(?:\.\d{{3}}){{2,}}(?![\d.]*\d)
            |\d{{1,2}}(?:,\d{{2}}){{1,5}},\d{{3}}(?![\d])(?:\.\d+)?
            |\d{{1,3}}(?:[{GROUP_SPACES}]\d{{3}})+(?![\d])(?:\.\d+)?
            |(?<![\d.,])\d{{1,3}}(?:\ \d{{3}})+(?!\d|[.,]\d)
            |(?<![\d.,])\d{{1,3}},\d{{1,2}}(?=\s?(?:[%€£]|(?!(?:and|or)\b)[^\W\d_]))
            |\d+(?:\.\d+)?
            |(?<![\w.])\.\d+
         )
        |(?P<fraction>[¼½¾⅐-⅞])
        |(?P<word>[^\W\d_]+(?:[.](?=[^\W\d_]\.)[^\W\d_])*(?:['’][^\W\d_]+)?)
        |(?P<mark>\S)
        """,
        re.VERBOSE,
    )


def lex(text: str, start_char: int = 0, end_char: int | None = None) -> Iterator[Lexeme]:
    """Yield the lexemes of a text between two offsets.

    >>> [lexeme.text for lexeme in lex("over $2.5bn, 4 000 men")]
    ['over', '$', '2.5', 'bn', ',', '4 000', 'men']
    """
    stop = len(text) if end_char is None else end_char
    previous_end = -1
    for match in lexeme_pattern().finditer(text, start_char, stop):
        start, end = match.span()
        surface = match.group()
        kind = KINDS[match.lastgroup or "mark"]
        yield Lexeme(kind, surface, start, end, start == previous_end, surface.lower())
        previous_end = end


def computed(formula: re.Match[str]) -> Decimal:
    """Return the value of a power of ten with a factor, or of a power.

    >>> parse_digits("6.23x10^-4"), parse_digits("4e14") == 4 * 10**14
    (Decimal('0.000623'), True)
    """
    exponent = int(formula["exponent"].replace("−", "-").replace("--", "").replace("++", ""))
    if formula["ten"]:
        return Decimal(formula["base"]).scaleb(exponent)
    return Decimal(formula["base"]) ** exponent


def lexeme_at(lexemes: Sequence[Lexeme], index: int) -> Lexeme | None:
    """Return the lexeme at a position, or None outside the text."""
    return lexemes[index] if 0 <= index < len(lexemes) else None


def lexeme_lower(lexemes: Sequence[Lexeme], index: int) -> str:
    """Return the lower-case lexeme at a position, empty outside the text."""
    lexeme = lexeme_at(lexemes, index)
    return lexeme.lower if lexeme else ""


def word_is(lexemes: Sequence[Lexeme], index: int, word: str) -> bool:
    """Tell whether a position holds a given lower-case word."""
    return lexeme_lower(lexemes, index) == word


def skip_hyphen(lexemes: Sequence[Lexeme], index: int) -> int:
    """Return the position behind a glued hyphen, or the same position."""
    hyphen, following = lexeme_at(lexemes, index), lexeme_at(lexemes, index + 1)
    is_joint = (
        hyphen and following and hyphen.text in HYPHENS and hyphen.is_glued and following.is_glued
    )
    return index + 1 if is_joint else index


def parse_digits(text: str) -> Decimal:
    """Read digits with grouping marks as an exact number.

    Args:
        text: Text of a lexeme of the kind number or fraction.

    Raises:
        ValueError: If the text has more than ``MAX_DIGITS`` characters or no digits.

    >>> parse_digits("4 000"), parse_digits("1,234.50"), parse_digits("½")
    (Decimal('4000'), Decimal('1234.50'), Decimal('0.5'))
    """
    if len(text) == 1 and not text.isdigit():
        return Decimal(str(unicodedata.numeric(text)))
    if formula := FORMULA.fullmatch(text):
        return computed(formula)
    if DOT_GROUPS.fullmatch(text):
        text = text.replace(".", "")
    if DECIMAL_COMMA.fullmatch(text):
        text = text.replace(",", ".")
    plain = re.sub(rf"[ ,{GROUP_SPACES}]", "", text)
    if len(plain) > MAX_DIGITS or not plain.isascii():
        msg = f"{text[:MAX_DIGITS]!r} is no number of at most {MAX_DIGITS} digits"
        raise ValueError(msg)
    return Decimal(plain)
