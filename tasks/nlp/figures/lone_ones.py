"""A lone ``one``: an amount only where it clearly counts, never as article or pronoun."""

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from tasks.nlp.figures.amounts import Amount
from tasks.nlp.figures.categories import governing_category
from tasks.nlp.figures.counted import find_counted
from tasks.nlp.figures.lexemes import Lexeme, LexemeKind
from tasks.nlp.figures.nouns import cardinals, end_of_nouns, end_of_word
from tasks.nlp.figures.numbers import lexeme_at, lexeme_lower
from tasks.nlp.figures.rates import find_per
from tasks.nlp.figures.vocabulary import category_words
from tasks.nlp.word_lists import word_list

Rule: TypeAlias = Callable[[Sequence[Lexeme], Amount], bool]
COUNTING_ONE: Final = frozenset({"person", "fighters"})
BOUND_BEFORE: Final = word_list("bound_before_one")
PRONOUN_BEFORE: Final = word_list("before_pronoun_one")
LIST_REACH: Final = 5
LIST_JOINTS: Final = frozenset({",", "and", "or"})


def settle_one(lexemes: Sequence[Lexeme], amount: Amount) -> tuple[Amount | None, str]:
    """Decide a lone "one", "hundred" or "thousand"; the rule that holds is the reason."""
    following = lexeme_at(lexemes, amount.after)
    if following is None or following.kind is not LexemeKind.WORD:
        return None, "pronoun"
    if lexemes[amount.first].lower != "one":
        return amount, "lone_magnitude"
    rule = next((name for name, holds in RULES.items() if holds(lexemes, amount)), None)
    return (amount, rule) if rule else (None, "pronoun")


def is_bounded(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell ``only one engineer`` from ``only one of them``."""
    before, behind = lexeme_lower(lexemes, amount.first - 1), lexeme_lower(lexemes, amount.after)
    return before in BOUND_BEFORE and behind != "of"


def is_person(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell whether one person is counted: ``one soldier was killed``, not ``one leader``."""
    noun = lexeme_lower(lexemes, amount.after)
    is_counted = category_words("head").get(noun) in COUNTING_ONE
    if not is_counted or lexeme_lower(lexemes, amount.first - 1) in PRONOUN_BEFORE:
        return False
    return noun == "person" or one_is_victim(lexemes, amount)


def is_rate_of_one(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell whether a denominator stands behind the noun: ``one meal a day``."""
    ends = {end_of_nouns(lexemes, amount.after), end_of_word(lexemes, amount.after)}
    return any(end > amount.after and find_per(lexemes, end, None) for end in ends)


def is_listed_one(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell whether other counts stand beside it: ``two boats and one jet ski``.

    A list of things opens or goes on with a number right behind the comma or ``and``.
    """
    after = end_of_nouns(lexemes, amount.after)
    if after == amount.after:
        return False
    joint = after + (lexeme_lower(lexemes, after) == ",")
    joint += lexeme_lower(lexemes, joint) == "and"
    following = lexeme_at(lexemes, joint)
    if joint > after and following is not None and is_count_word(following):
        return True
    if lexeme_lower(lexemes, amount.first - 1) not in {"and", ","}:
        return False
    before = lexemes[max(0, amount.first - LIST_REACH) : amount.first - 1]
    return any(is_count_word(lexeme) for lexeme in before)


def is_count_word(lexeme: Lexeme) -> bool:
    """Tell whether a lexeme is a number."""
    return lexeme.kind is LexemeKind.NUMBER or lexeme.lower in cardinals()


def one_is_victim(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell whether a verb of harm governs ``one soldier``, or other counts stand before it."""
    category = governing_category(lexemes, amount, find_counted(lexemes, amount, amount.after))
    if category is not None and category.startswith("people_"):
        return True
    if (
        lexeme_lower(lexemes, amount.after + 1) in LIST_JOINTS
        and lexeme_lower(lexemes, amount.after + 2) in cardinals()
    ):
        return True
    before = lexemes[max(0, amount.first - LIST_REACH) : amount.first]
    joined = lexeme_lower(lexemes, amount.first - 1) in LIST_JOINTS
    return joined and any(
        lexeme.kind is LexemeKind.NUMBER or lexeme.lower in cardinals() for lexeme in before
    )


RULES: Final[dict[str, Rule]] = {
    "bounded_one": is_bounded,
    "one_in_list": is_listed_one,
    "one_in_rate": is_rate_of_one,
    "one_counts_person": is_person,
}
