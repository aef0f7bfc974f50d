"""The vocabularies of ``seeds/`` that figures need, read once and shaped for look-up."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from warehouse.seeds import read_seed_rows
from warehouse.tables.ref import (
    CATEGORY_WORDS,
    CHANGE_WORDS,
    CURRENCIES,
    NUMBER_WORDS,
    QUALIFIER_WORDS,
    UNITS,
    VAGUE_WORDS,
)


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A word of the grammar of numbers."""

    value: Decimal
    role: str


@dataclass(frozen=True, slots=True)
class VagueWord:
    """A vague expression with its published bounds, inclusive."""

    low: Decimal
    high: Decimal
    is_factor: bool


@dataclass(frozen=True, slots=True)
class UnitWord:
    """A unit as written: its code, the kind of figure it makes, and its SI conversion."""

    unit: str
    kind: str
    unit_si: str | None = None
    si_factor: Decimal | None = None


Phrases = dict[tuple[str, ...], str]


@cache
def number_words() -> dict[str, NumberWord]:
    """Return number words by their lower-case form."""
    return {
        str(row["number_word"]): NumberWord(exact(row["number_value"]), str(row["role"]))
        for row in read_seed_rows(NUMBER_WORDS)
    }


@cache
def vague_words() -> dict[tuple[str, ...], VagueWord]:
    """Return vague expressions by their words."""
    return {
        tuple(str(row["vague_word"]).split()): VagueWord(
            exact(row["low"]), exact(row["high"]), bool(row["is_factor"])
        )
        for row in read_seed_rows(VAGUE_WORDS)
    }


@cache
def first_vague_words() -> frozenset[str]:
    """Return the first words of all vague expressions."""
    return frozenset(words[0] for words in vague_words())


@cache
def qualifier_words(position: str) -> Phrases:
    """Return the qualifier of each expression that stands ``before`` or ``after`` a number."""
    return {
        phrase_key(str(row["qualifier_word"])): str(row["qualifier"])
        for row in read_seed_rows(QUALIFIER_WORDS)
        if row["position"] == position
    }


@cache
def currencies(position: str) -> dict[str, str]:
    """Return ISO codes by sign, code or name that may stand ``before`` or ``after`` a number."""
    return {
        str(row["currency_word"]): str(row["unit"])
        for row in read_seed_rows(CURRENCIES)
        if row["position"] in {position, "both"}
    }


@cache
def unit_words() -> dict[tuple[str, ...], UnitWord]:
    """Return units of measure and currencies that follow a number, by their lexemes."""
    words = {
        phrase_key(str(row["unit_word"])): UnitWord(
            str(row["unit"]),
            str(row["kind"]),
            None if row["unit_si"] is None else str(row["unit_si"]),
            None if row["si_factor"] is None else exact(row["si_factor"]),
        )
        for row in read_seed_rows(UNITS)
    }
    for word, code in currencies("after").items():
        words.setdefault(phrase_key(word), UnitWord(code, "money"))
    return words


@cache
def first_unit_words() -> frozenset[str]:
    """Return the first lexemes of all units."""
    return frozenset(words[0] for words in unit_words())


@cache
def conversions() -> dict[str, UnitWord]:
    """Return the conversion of each unit that has one, by its code."""
    return {word.unit: word for word in unit_words().values() if word.si_factor is not None}


@cache
def category_words(role: str) -> dict[str, str]:
    """Return categories by word: counted nouns (``head``), governing words, money words."""
    return {
        str(row["category_word"]): str(row["category"])
        for row in read_seed_rows(CATEGORY_WORDS)
        if row["role"] == role
    }


@cache
def change_words() -> dict[str, str]:
    """Return ``increase`` or ``decrease`` by word."""
    return {str(row["change_word"]): str(row["direction"]) for row in read_seed_rows(CHANGE_WORDS)}


def phrase_key(phrase: str) -> tuple[str, ...]:
    """Return a phrase as the sequence of its lexemes, as the text scanner cuts them."""
    from tasks.nlp.figures.lexemes import lex  # noqa: PLC0415 - lexemes need the currency signs

    return tuple(lexeme.text for lexeme in lex(phrase))


def exact(value: object) -> Decimal:
    """Return a seed value as Decimal.

    Raises:
        TypeError: If the seed holds no number there.
    """
    if isinstance(value, Decimal):
        return value
    msg = f"a seed holds {value!r} where a number belongs"
    raise TypeError(msg)
