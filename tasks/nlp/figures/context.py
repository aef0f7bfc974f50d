"""Candidates that need their surroundings: lone words, ages, shares, rates."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tasks.nlp.figures.ages import age_rule
from tasks.nlp.figures.amounts import Amount
from tasks.nlp.figures.lexemes import HYPHENS, Lexeme, LexemeKind
from tasks.nlp.figures.lone_ones import settle_one
from tasks.nlp.figures.lone_shares import settle_share
from tasks.nlp.figures.numbers import lexeme_at, lexeme_lower
from tasks.nlp.word_lists import word_list

POSSESSIVES: Final = word_list("possessive")
SCORE_JOINTS: Final = HYPHENS | {"/"}


def settle(lexemes: Sequence[Lexeme], amount: Amount) -> tuple[Amount | None, str]:
    """Return the amount as its context has it, and why it is refused when it is none."""
    if amount.kind == "age" and amount.shape == "vague":
        is_personal = lexeme_lower(lexemes, amount.first - 1) in POSSESSIVES
        return (amount, "decade_of_age") if is_personal else (None, "year")
    rule = age_rule(lexemes, amount)
    if rule is not None:
        return replace(amount, kind="age", unit=amount.unit or "year"), rule
    reason = refusal(lexemes, amount)
    return (None, reason) if reason else settle_word(lexemes, amount)


def refusal(lexemes: Sequence[Lexeme], amount: Amount) -> str | None:
    """Return why digits are part of a name or a score, or None when they are not."""
    if is_inside_word(lexemes, amount):
        return "designation"
    return "score" if is_score(lexemes, amount) else None


def settle_word(lexemes: Sequence[Lexeme], amount: Amount) -> tuple[Amount | None, str]:
    """Decide an amount that a lone word may be."""
    if not amount.is_bare_word:
        return amount, "amount"
    if is_alone(lexemes, amount):
        return amount, "alone"
    if amount.kind == "percent":
        return settle_share(lexemes, amount)
    return settle_one(lexemes, amount)


def is_alone(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell whether nothing else stands in the sentence, as in a cell or a heading."""
    behind = lexemes[amount.after : amount.after + 2]
    return amount.first == 0 and all(lexeme.text in {".", "?", "!"} for lexeme in behind)


def is_inside_word(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell whether digits are glued to letters that are no unit: ``Covid-19``, ``7UP``."""
    first = lexemes[amount.first]
    if first.kind is not LexemeKind.NUMBER:
        return False
    following = lexeme_at(lexemes, amount.after)
    if following and following.is_glued and following.kind is LexemeKind.WORD:
        return amount.unit is None and amount.after == amount.first + 1
    before = lexeme_at(lexemes, amount.first - 1)
    if before is None or not first.is_glued:
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


def is_score(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell whether a glued hyphen joins two plain numbers that are no range: ``3-1``."""
    if amount.shape != "point" or lexemes[amount.first].kind is not LexemeKind.NUMBER:
        return False
    behind = joined_number(lexemes, amount.after, 1)
    before = joined_number(lexemes, amount.first - 1, -1)
    return amount.unit is None and (behind or before)


def joined_number(lexemes: Sequence[Lexeme], hyphen: int, step: int) -> bool:
    """Tell whether a hyphen at a position ties a number behind (1) or before (-1) it."""
    mark, number = lexeme_at(lexemes, hyphen), lexeme_at(lexemes, hyphen + step)
    behind = number if step > 0 else lexeme_at(lexemes, hyphen + 1)
    return (
        mark is not None
        and number is not None
        and behind is not None
        and mark.text in SCORE_JOINTS
        and mark.is_glued
        and behind.is_glued
        and number.kind is LexemeKind.NUMBER
    )
