"""Words before or behind an amount that bound or approximate it, and what they do to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from tasks.nlp.figures.amount import Amount
from tasks.nlp.figures.lexemes import Lexeme, LexemeKind, lexeme_lower
from tasks.nlp.figures.vocabulary import qualifier_words
from tasks.nlp.word_lists import word_list

MAX_PHRASE_LEXEMES: Final = 6
OPEN_ABOVE: Final = frozenset({"more_than", "at_least"})
OPEN_BELOW: Final = frozenset({"less_than", "at_most"})
COMPARISONS: Final = frozenset({"<", ">"})
BOUNDING: Final = OPEN_ABOVE | OPEN_BELOW
RANGE_OPENERS: Final = frozenset({"between", "from"})
SPAN_OF_TIME: Final = word_list("span_of_time_verb")


@dataclass(frozen=True, slots=True)
class Qualifier:
    """What qualifies an amount, and which lexemes say so (``first`` to ``after``, exclusive)."""

    qualifier: str
    first: int
    after: int


@dataclass(frozen=True, slots=True)
class Bounds:
    """Bounds of a figure, inclusive, and its one point; null where open or not stated."""

    low: Decimal | None
    high: Decimal | None
    value: Decimal | None


def find_qualifier(lexemes: Sequence[Lexeme], amount: Amount) -> Qualifier | None:
    """Return the qualifier beside an amount, nested ones joined, or None."""
    behind = match_behind(lexemes, amount.after)
    inner = match_before(lexemes, amount.first)
    if inner is None:
        return range_opener(lexemes, amount) or behind
    if is_during(lexemes, amount, inner):
        return behind
    is_bound = behind is not None and behind.qualifier in BOUNDING
    if is_bound and (inner.qualifier not in BOUNDING or may_be_particle(lexemes, inner)):
        return behind
    outer = match_before(lexemes, inner.first)
    if outer is None:
        return inner
    stronger = outer if outer.qualifier in BOUNDING or inner.qualifier == "exact" else inner
    return Qualifier(stronger.qualifier, outer.first, inner.after)


def match_before(lexemes: Sequence[Lexeme], index: int) -> Qualifier | None:
    """Return the longest qualifier phrase that ends right before ``index``."""
    for length in range(min(MAX_PHRASE_LEXEMES, index), 0, -1):
        words = tuple(lexeme.lower for lexeme in lexemes[index - length : index])
        found = qualifier_words("before").get(words)
        if found and not is_other_operator(lexemes, index - length):
            return Qualifier(found, index - length, index)
    return None


def match_behind(lexemes: Sequence[Lexeme], index: int) -> Qualifier | None:
    """Return the longest qualifier phrase that starts at ``index``."""
    for length in range(MAX_PHRASE_LEXEMES, 0, -1):
        window = lexemes[index : index + length]
        words = tuple(lexeme.lower for lexeme in window)
        found = qualifier_words("after").get(words) if len(words) == length else None
        if found and is_before_number(lexemes, index + length, words[-1]):
            continue
        if found and (length > 1 or window[0].is_glued):
            return Qualifier(found, index, index + length)
    return None


def is_other_operator(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Tell whether a mark of comparison is the end of another operator: ``<>``, ``=>``."""
    before = lexeme_lower(lexemes, index - 1)
    return lexemes[index].text in COMPARISONS and before in COMPARISONS | {"="}


def is_before_number(lexemes: Sequence[Lexeme], index: int, last: str) -> bool:
    """Tell whether a phrase belongs to the next number: ``200 or greater than 190``."""
    if lexeme_lower(lexemes, index) == "than":
        return True
    has_number = index < len(lexemes) and lexemes[index].kind is LexemeKind.NUMBER
    return last == "than" and has_number


def range_opener(lexemes: Sequence[Lexeme], amount: Amount) -> Qualifier | None:
    """Return ``between`` or ``from`` before a range."""
    if amount.shape != "range" or lexeme_lower(lexemes, amount.first - 1) not in RANGE_OPENERS:
        return None
    return Qualifier("range", amount.first - 1, amount.first)


def is_during(lexemes: Sequence[Lexeme], amount: Amount, found: Qualifier) -> bool:
    """Tell whether ``over`` before a duration means "in the course of"."""
    if amount.kind != "duration" or lexeme_lower(lexemes, found.first) != "over":
        return False
    return lexeme_lower(lexemes, found.first - 1) not in SPAN_OF_TIME


def may_be_particle(lexemes: Sequence[Lexeme], found: Qualifier) -> bool:
    """Tell whether a lone ``over`` may belong to a verb: ``handed over 250-plus tanks``."""
    return found.after - found.first == 1 and lexemes[found.first].lower == "over"


def effective_qualifier(shape: str, found: str | None) -> str:
    """Return the qualifier of a figure; two stated bounds and vague words come first."""
    if shape in {"range", "vague"}:
        return shape
    return found or "exact"


def apply_bounds(low: Decimal, high: Decimal, qualifier: str) -> Bounds:
    """Return the bounds of an amount under its qualifier, both inclusive.

    >>> apply_bounds(Decimal(5), Decimal(5), "at_least")
    Bounds(low=Decimal('5'), high=None, value=Decimal('5'))
    """
    if qualifier in {"range", "vague"}:
        return Bounds(low, high, None)
    if qualifier in OPEN_ABOVE:
        return Bounds(low, None, low)
    if qualifier in OPEN_BELOW:
        return Bounds(None, high, high)
    return Bounds(low, high, low if low == high else None)
