"""Candidates that need their surroundings: lone words, ages, shares, rates."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tasks.nlp.figures.amounts import Amount
from tasks.nlp.figures.lexemes import HYPHENS, Lexeme, LexemeKind
from tasks.nlp.figures.numbers import lexeme_at, lexeme_lower
from tasks.nlp.figures.vocabulary import category_words

AGE_WORDS: Final = frozenset({"aged", "age", "ages"})
COUNTED_BY_ONE: Final = frozenset(
    {"person", "people", "soldier", "civilian", "policeman", "officer", "child", "woman", "man"}
)
PRONOUN_BEFORE: Final = frozenset(
    ["no", "any", "every", "each", "this", "that", "which", "another", "the", "only"]
)


def settle(lexemes: Sequence[Lexeme], amount: Amount) -> tuple[Amount | None, str]:
    """Return the amount as its context has it, and why it is refused when it is none."""
    if lexeme_lower(lexemes, amount.first - 1) in AGE_WORDS and amount.unit is None:
        return replace(amount, kind="age", unit="year"), "age_word_before"
    if is_inside_word(lexemes, amount):
        return None, "designation"
    if not amount.is_bare_word:
        return amount, "amount"
    if amount.kind == "percent":
        is_share = lexeme_lower(lexemes, amount.after) in {"of", "the", "its", "their", "all"}
        return (amount, "share_of_whole") if is_share else (None, "pronoun")
    return settle_one(lexemes, amount)


def settle_one(lexemes: Sequence[Lexeme], amount: Amount) -> tuple[Amount | None, str]:
    """Decide a lone "one", "hundred" or "thousand": an amount only when it clearly counts."""
    following = lexeme_at(lexemes, amount.after)
    if following is None or following.kind is not LexemeKind.WORD:
        return None, "pronoun"
    if lexemes[amount.first].lower != "one":
        return amount, "lone_magnitude"
    noun = following.lower
    heads = category_words("head")
    is_counted = heads.get(noun) in {"person", "fighters"}
    if is_counted and lexeme_lower(lexemes, amount.first - 1) not in PRONOUN_BEFORE:
        return amount, "one_counts_person"
    return None, "pronoun"


def is_inside_word(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell whether digits are glued to a name by letters or a hyphen: ``Covid-19``."""
    first = lexemes[amount.first]
    if first.kind is not LexemeKind.NUMBER or not first.is_glued:
        return False
    before = lexeme_at(lexemes, amount.first - 1)
    if before is None:
        return False
    if before.kind is LexemeKind.WORD:
        return True
    name = lexeme_at(lexemes, amount.first - 2)
    return (
        before.text in HYPHENS
        and before.is_glued
        and name is not None
        and name.kind is LexemeKind.WORD
        and name.lower not in {"mid", "sub", "over", "under", "pre", "post"}
    )
