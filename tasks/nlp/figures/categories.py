"""The category of a figure: what is counted, what happens to it, what the money is for."""

from collections.abc import Iterable, Sequence
from typing import Final

from tasks.nlp.figures.amounts import Amount
from tasks.nlp.figures.counted import Counted
from tasks.nlp.figures.lexemes import Lexeme
from tasks.nlp.figures.nouns import singular
from tasks.nlp.figures.numbers import lexeme_lower
from tasks.nlp.figures.vocabulary import category_words, conversions
from tasks.nlp.word_lists import word_list

REACH: Final = 9
CLAUSE_MARKS: Final = frozenset({",", ";", ".", ":", "while", "but"})
BY_KIND: Final = {"percent": "share", "duration": "duration", "age": "age"}
WEAPON_CATEGORIES: Final = frozenset({"weapons_stock", "ammunition", "vehicles"})
ARMED: Final = frozenset({"weapons_stock", "ammunition"})
DRUGS: Final = word_list("drug")
INSERTED: Final = word_list("insertion")
INSERTION_REACH: Final = 16
HOUSEHOLDS: Final = word_list("household")


def find_category(lexemes: Sequence[Lexeme], amount: Amount, counted: Counted | None) -> str:
    """Return the category of an amount; ``other`` when nothing decides."""
    if amount.kind in BY_KIND:
        return BY_KIND[amount.kind]
    if amount.kind == "money":
        return money_category(lexemes, amount)
    if amount.kind == "measure":
        return measure_category(amount, lexemes, counted)
    if amount.kind != "count":
        return "other"
    head = counted.head if counted else ""
    base = category_words("head").get(head) or category_words("head").get(head + "s")
    verb = governing_category(lexemes, amount, counted)
    if counted is None:
        return verb or "other"
    return combined(base, verb)


def combined(base: str | None, verb: str | None) -> str:
    """Return the category that noun and verb give together."""
    people_verb = verb is not None and verb.startswith("people_")
    if base in {"person", "fighters", "migrants"}:
        return verb if verb and people_verb else ("other" if base == "person" else base)
    if base in WEAPON_CATEGORIES:
        return verb if verb and verb.startswith("weapons_") and base == "weapons_stock" else base
    return base or "other"


def governing_category(
    lexemes: Sequence[Lexeme], amount: Amount, counted: Counted | None
) -> str | None:
    """Return the category of the governing word.

    First the active verb right before the amount (``killed 12 people and wounded 30``), then what
    stands behind the phrase, then what stands before it in the clause.
    """
    verbs = category_words("verb")
    if lexeme_lower(lexemes, amount.first - 1) in verbs:
        return verbs[lexeme_lower(lexemes, amount.first - 1)]
    start = behind_insertion(lexemes, counted.after if counted else amount.after)
    label = amount.first - 1 if lexeme_lower(lexemes, amount.first - 1) == ":" else amount.first
    return nearest_category(lexemes[start : start + REACH]) or nearest_category(
        reversed(lexemes[max(0, amount.first - REACH) : label])
    )


def nearest_category(lexemes: Iterable[Lexeme]) -> str | None:
    """Return the category of the first governing word before the clause ends."""
    verbs = category_words("verb")
    for lexeme in lexemes:
        if lexeme.lower in verbs:
            return verbs[lexeme.lower]
        if lexeme.lower in CLAUSE_MARKS or lexeme.kind == "number":
            break
    return None


def behind_insertion(lexemes: Sequence[Lexeme], index: int) -> int:
    """Return the position behind an insertion: ``17 people, including two boys, were killed``."""
    if lexeme_lower(lexemes, index) != "," or lexeme_lower(lexemes, index + 1) not in INSERTED:
        return index
    for position in range(index + 1, min(len(lexemes), index + INSERTION_REACH)):
        if lexemes[position].text == ",":
            return position + 1
    return index


def money_category(lexemes: Sequence[Lexeme], amount: Amount) -> str:
    """Return what the money is for, by the nearest word that says so."""
    words = category_words("money")
    behind = lexemes[amount.after : amount.after + REACH]
    before = reversed(lexemes[max(0, amount.first - REACH) : amount.first])
    for lexeme in (*behind, *before):
        if lexeme.lower in words:
            return words[lexeme.lower]
    return "money_other"


def measure_category(amount: Amount, lexemes: Sequence[Lexeme], counted: Counted | None) -> str:
    """Return distance or area by the unit's dimension; drugs by the noun.

    The calibre of a weapon is a length but no distance.
    """
    head = counted.head if counted else ""
    if (category_words("head").get(head) or category_words("head").get(head + "s")) in ARMED:
        return "other"
    nouns = {lexeme.lower for lexeme in lexemes[amount.after : amount.after + 3]}
    if nouns & DRUGS:
        return "drugs_seized"
    word = conversions().get(amount.unit or "")
    return {"meter": "distance", "meter ** 2": "area"}.get((word and word.unit_si) or "", "other")


def counts_households(counted: Counted | None) -> bool:
    """Tell whether households or families are counted."""
    return counted is not None and singular(counted.head) in HOUSEHOLDS
