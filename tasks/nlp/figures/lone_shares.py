"""Lone fractions: a share of something, or a numbered thing (``a third man``, ``first half``)."""

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from tasks.nlp.figures.amounts import Amount
from tasks.nlp.figures.lexemes import Lexeme, LexemeKind
from tasks.nlp.figures.nouns import is_stop
from tasks.nlp.figures.numbers import lexeme_at, lexeme_lower
from tasks.nlp.word_lists import word_list

Rule: TypeAlias = Callable[[Sequence[Lexeme], Amount], bool]
WHOLE_BEHIND: Final = word_list("behind_share")
SHARE_BOUNDS: Final = word_list("bound_before_share")
WHOLE_PRONOUNS: Final = word_list("whole_pronoun")
PARTS_OF_TIME: Final = word_list("before_part_of_time")
PLURAL_VERBS: Final = word_list("plural_verb")
CLAUSE_JOINTS: Final = frozenset({"and", "or"})


def settle_share(lexemes: Sequence[Lexeme], amount: Amount) -> tuple[Amount | None, str]:
    """Decide a lone fraction by what stands beside it; the rule that holds is the reason."""
    if lexeme_lower(lexemes, amount.first - 1) in PARTS_OF_TIME:
        return None, "ordinal"
    rule = next((name for name, holds in RULES.items() if holds(lexemes, amount)), None)
    if rule is not None:
        return amount, rule
    return None, "pronoun" if lexemes[amount.first].lower == "half" else "ordinal"


def is_before_whole(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell whether the whole, or a comparative, stands behind: ``half of``, ``a third less``."""
    return lexeme_lower(lexemes, amount.after) in WHOLE_BEHIND


def is_of_pronoun(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell whether the whole stands before a share: ``of which a quarter goes on food``."""
    return (
        lexeme_lower(lexemes, amount.first - 1) in WHOLE_PRONOUNS
        and lexeme_lower(lexemes, amount.first - 2) == "of"
    )


def is_by(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell ``fell by a third``."""
    return lexeme_lower(lexemes, amount.first - 1) == "by" and is_open(lexemes, amount)


def is_numbered_share(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell ``one sixth`` and ``two fifths`` from ordinals; quarters may be parts of a year."""
    last = lexemes[amount.after - 1].lower
    is_one = lexemes[amount.first].lower == "one"
    is_share = "quarter" not in last and (is_one or last.endswith("s"))
    return is_share and amount.after - amount.first > 1 and is_open(lexemes, amount)


def is_bounded(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell ``fewer than half had gone``."""
    return lexeme_lower(lexemes, amount.first - 1) in SHARE_BOUNDS and is_open(lexemes, amount)


def is_subject(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell ``A third were children`` from ``a third was shot``, who is one more man."""
    before = lexeme_at(lexemes, amount.first - 1)
    opens = before is None or before.kind is LexemeKind.MARK or before.lower in CLAUSE_JOINTS
    return opens and lexeme_lower(lexemes, amount.after) in PLURAL_VERBS


def is_open(lexemes: Sequence[Lexeme], amount: Amount) -> bool:
    """Tell whether no noun stands behind that a fraction could number."""
    following = lexeme_at(lexemes, amount.after)
    return following is None or following.kind is LexemeKind.MARK or is_stop(following)


RULES: Final[dict[str, Rule]] = {
    "share_of_whole": is_before_whole,
    "share_of_pronoun": is_of_pronoun,
    "share_by_which": is_by,
    "share_in_numbers": is_numbered_share,
    "share_bounded": is_bounded,
    "share_as_subject": is_subject,
}
