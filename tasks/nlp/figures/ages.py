"""Numbers that are ages by their context: ``aged 20 to 25``, ``Dawud, 46,``, ``under five``."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from tasks.nlp.figures.amounts import Amount
from tasks.nlp.figures.lexemes import Lexeme, LexemeKind
from tasks.nlp.figures.nouns import is_plural
from tasks.nlp.figures.numbers import lexeme_at, lexeme_lower
from tasks.nlp.word_lists import word_list

AGE_WORDS: Final = word_list("age_word")
AGED_PERSONS: Final = word_list("aged_person")
BRIDGES: Final = word_list("age_bridge")
MAX_BRIDGES: Final = 8
MAX_AGE: Final = Decimal(110)
MAX_YOUNG_AGE: Final = Decimal(21)
PLACE_BEFORE: Final = word_list("place_preposition")
YOUNG: Final = word_list("age_group")
AGED_PEOPLE: Final = word_list("aged_people")
EXTREMES: Final = word_list("age_extreme")
LIFE_EVENTS: Final = word_list("age_event")
SEXES: Final = word_list("gender") | AGED_PERSONS
EXTREME_REACH: Final = 4
OPENING: Final = frozenset({"(", ",", "aged"})
LIMITS: Final = frozenset({"under", "below", "over", "above"})
PERSONS: Final = frozenset({"he", "she", "i", "who"})
BEING: Final = frozenset({"is", "was", "am", "turned"})
FIRST_MONTHS: Final = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august"}
    | {"september", "october", "november", "december"}
)


def age_rule(lexemes: Sequence[Lexeme], amount: Amount) -> str | None:
    """Return the rule by which a number or a duration is an age, or None."""
    if amount.kind == "duration" and amount.shape != "vague":
        return "age_in_months" if is_stated_age(lexemes, amount) else None
    if amount.unit is not None or amount.shape == "vague" or amount.is_bare_word:
        return None
    if not is_age(amount.high):
        return None
    return next((name for name, holds in RULES.items() if holds(lexemes, amount)), None)


def is_stated_age(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell whether ``aged 6 to 59 months`` or ``a girl of eight months`` states an age."""
    return lexeme_lower(lexemes, amount.first - 1) in AGE_WORDS or is_person_of(lexemes, amount)


def is_person_of(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell whether a person and ``of`` stand before it: ``a man of 35``."""
    position = amount.first - 1
    position -= lexeme_lower(lexemes, position) in {"about", "around", "only", "just"}
    person = lexeme_lower(lexemes, position - 1)
    return (
        lexeme_lower(lexemes, position) == "of"
        and person in AGED_PERSONS
        and ends_list(lexemes, amount)
    )


def is_age(value: Decimal) -> bool:
    """Tell whether a number can be an age in whole years."""
    return 0 < value <= MAX_AGE and value == value.to_integral_value()


def follows_age_word(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell whether ``aged`` or ``ages`` stands before, with at most other ages between."""
    position = amount.first - 1
    while position >= max(0, amount.first - MAX_BRIDGES):
        lexeme = lexemes[position]
        if lexeme.lower in AGE_WORDS:
            return position == amount.first - 1 or ends_list(lexemes, amount)
        is_bridge = lexeme.kind is LexemeKind.NUMBER or lexeme.lower in BRIDGES
        if not is_bridge:
            return False
        position -= 1
    return False


def ends_list(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell whether no noun of its own follows: ``aged 4, 7 and 11`` but ``aged 4, 7 people``."""
    following = lexeme_at(lexemes, amount.after)
    return (
        following is None
        or following.kind is not LexemeKind.WORD
        or following.lower in BRIDGES
        or following.lower in word_list("counted_stop")
    )


def is_apposition(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell whether the number stands between commas behind a name or noun: ``Dawud, 46, said``."""
    before, name = lexeme_at(lexemes, amount.first - 1), lexeme_at(lexemes, amount.first - 2)
    after = lexeme_lower(lexemes, amount.after)
    if before is None or name is None or before.text != "," or after != ",":
        return False
    if lexemes[amount.first].kind is not LexemeKind.NUMBER or name.kind is not LexemeKind.WORD:
        return False
    if name.lower in FIRST_MONTHS or name.lower in word_list("counted_stop"):
        return False
    return (
        not is_place(lexemes, amount.first - 2) if name.text[0].isupper() else not is_plural(name)
    )


def is_place(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Tell whether a capitalised name stands behind a preposition of place: ``in Mosul, 24,``."""
    position = index
    while position >= 0 and lexemes[position].text[0].isupper():
        position -= 1
    first = lexeme_lower(lexemes, position + 1)
    return lexeme_lower(lexemes, position) in PLACE_BEFORE or first in PLACE_BEFORE


def is_stated_of_person(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell ``He is 26.`` from ``He is 26 kilometres away``."""
    following = lexeme_at(lexemes, amount.after)
    closes = following is None or following.kind is LexemeKind.MARK or following.lower == "and"
    return (
        closes
        and lexeme_lower(lexemes, amount.first - 1) in BEING
        and lexeme_lower(lexemes, amount.first - 2) in PERSONS
    )


def is_limit_of_age(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell ``children under five`` and ``those over 65`` from ``areas under five flags``."""
    following = lexeme_at(lexemes, amount.after)
    if lexeme_lower(lexemes, amount.first - 1) not in LIMITS:
        return False
    if following is not None and is_plural(following):
        return False
    group = amount.first - 2
    group -= lexeme_lower(lexemes, group) in OPENING
    is_young = amount.high <= MAX_YOUNG_AGE and lexeme_lower(lexemes, group) in YOUNG
    is_grown = lexeme_lower(lexemes, group) in AGED_PEOPLE and ends_list(lexemes, amount)
    return is_young or is_grown


def is_of_extreme(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell ``the youngest 16 and the oldest of them 79``."""
    window = lexemes[max(0, amount.first - EXTREME_REACH) : amount.first]
    is_near = any(lexeme.lower in EXTREMES for lexeme in window)
    is_cut = any(lexeme.text in {".", ";"} for lexeme in window)
    return is_near and not is_cut and ends_list(lexemes, amount)


def is_at_event(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell ``retirement at 60`` and ``died at 84`` from ``died at 84 sites``."""
    return (
        lexeme_lower(lexemes, amount.first - 1) == "at"
        and lexeme_lower(lexemes, amount.first - 2) in LIFE_EVENTS
        and ends_list(lexemes, amount)
    )


def is_in_brackets(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell ``(female, 62)``."""
    return (
        lexeme_lower(lexemes, amount.first - 1) == ","
        and lexeme_lower(lexemes, amount.first - 2) in SEXES
        and lexeme_lower(lexemes, amount.after) in {")", ";"}
    )


RULES: Final = {
    "age_word_before": follows_age_word,
    "age_in_apposition": is_apposition,
    "age_of_pronoun": is_stated_of_person,
    "age_of_person": is_person_of,
    "age_limit": is_limit_of_age,
    "age_of_extreme": is_of_extreme,
    "age_at_event": is_at_event,
    "age_in_brackets": is_in_brackets,
}
"""Rules for a number without unit, the surest first."""
