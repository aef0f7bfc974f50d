"""What a figure counts, prices, measures or shares: the noun phrase behind it.

Without a parse the phrase is read from words: it starts behind the amount and ends at a stop word
(``seeds/counted_stop_words.csv``), a mark, or a verb form. A parse will come first where there
is one; the rules keep their names in ``counted_rule``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tasks.nlp.figures.amounts import Amount
from tasks.nlp.figures.lexemes import HYPHENS, Lexeme, LexemeKind
from tasks.nlp.figures.numbers import lexeme_at, lexeme_lower, read_number
from tasks.nlp.figures.vocabulary import word_list

MAX_PHRASE_WORDS: Final = 8
MAX_GAP: Final = 9
DETERMINERS: Final = frozenset(
    ["the", "a", "an", "its", "their", "his", "her", "our", "these", "those", "such", "all"]
)
QUANTIFIERS: Final = frozenset({"more", "other", "others", "additional", "further", "another"})
WHOLE_KINDS: Final = frozenset({"percent"})
SIZED_KINDS: Final = frozenset({"measure"})
DIMENSIONS: Final = frozenset(["wide", "deep", "long", "high", "tall", "thick", "away"])
IRREGULAR: Final = {"people": "person", "men": "man", "women": "woman", "children": "child"}


@dataclass(frozen=True, slots=True)
class Counted:
    """The phrase as lexeme positions (``after`` exclusive), its head and the rule."""

    first: int
    after: int
    head: str
    rule: str


def find_counted(lexemes: Sequence[Lexeme], amount: Amount, after: int) -> Counted | None:
    """Return what the amount counts, or None.

    Args:
        lexemes: Lexemes of the sentence.
        amount: The amount.
        after: Position behind the amount and its qualifier.
    """
    if amount.kind in {"age", "duration", "multiple"}:
        return follow(lexemes, after, "noun_behind") if amount.kind == "multiple" else None
    start = skip_of(lexemes, after, amount)
    if start is None:
        return None
    if amount.kind in SIZED_KINDS:
        return sized_noun(lexemes, start)
    rule = "of_phrase" if start > after else "noun_behind"
    return follow(lexemes, start, rule)


def skip_of(lexemes: Sequence[Lexeme], index: int, amount: Amount) -> int | None:
    """Return where the phrase starts: over ``of`` after vague words, shares and measures."""
    if lexeme_lower(lexemes, index) != "of":
        return index
    takes_of = amount.shape == "vague" or amount.kind in {"percent", "measure", "money"}
    return index + 1 if takes_of or amount.low % 12 == 0 else None


def sized_noun(lexemes: Sequence[Lexeme], index: int) -> Counted | None:
    """Return the noun behind ``4 meter wide and 2 meter deep``, or right behind the measure."""
    position = index
    while position < min(len(lexemes), index + MAX_GAP):
        lower = lexeme_lower(lexemes, position)
        if (
            lower in DIMENSIONS
            or lower in {"and", "by"}
            or lexemes[position].kind != "word"
            or read_number(lexemes, position)
            or is_unit_like(lower)
        ):
            position += 1
        else:
            break
    rule = "noun_behind" if position == index else "noun_behind_dimensions"
    return follow(lexemes, position, rule) if position < len(lexemes) else None


def is_unit_like(lower: str) -> bool:
    """Tell whether a word is the unit of a second dimension."""
    return lower.rstrip("s") in {"meter", "metre", "kilometer", "kilometre", "foot", "feet", "inch"}


def follow(lexemes: Sequence[Lexeme], start: int, rule: str) -> Counted | None:
    """Read a noun phrase from ``start``: words up to a stop word, joined by ``of`` and ``and``."""
    first = start
    while lexeme_lower(lexemes, first) in DETERMINERS | QUANTIFIERS:
        first += 1
    after = end_of_nouns(lexemes, first)
    if after == first:
        return None
    head = lexemes[after - 1].lower
    after = with_and(lexemes, first, after)
    of_nouns = word_list("counted_of_nouns")
    if lexeme_lower(lexemes, after) == "of" and head in of_nouns:
        inner = after + 1
        while lexeme_lower(lexemes, inner) in DETERMINERS:
            inner += 1
        inner_end = end_of_nouns(lexemes, inner)
        if inner_end > inner:
            after = with_and(lexemes, inner, inner_end)
    elif after > first and lexemes[after - 1].kind is LexemeKind.WORD:
        head = lexemes[after - 1].lower if rule != "of_phrase" else head
    return Counted(first, after, singular(head), rule)


def with_and(lexemes: Sequence[Lexeme], first: int, after: int) -> int:
    """Extend a phrase over ``and`` when only bare nouns follow (firearms and devices)."""
    if lexeme_lower(lexemes, after) != "and" or after - first > 2:  # noqa: PLR2004 - long phrases stand alone
        return after
    following = lexeme_at(lexemes, after + 1)
    if following is None or following.kind is not LexemeKind.WORD:
        return after
    if read_number(lexemes, after + 1) or following.lower in DETERMINERS | QUANTIFIERS:
        return after
    end = end_of_nouns(lexemes, after + 1)
    closes = lexeme_at(lexemes, end)
    ends_here = closes is None or not closes.text.isalnum() or is_stop(closes)
    return end if end > after + 1 and ends_here else after


def end_of_nouns(lexemes: Sequence[Lexeme], start: int) -> int:
    """Return where a run of nouns and adjectives ends."""
    position = start
    while position < len(lexemes) and position - start < MAX_PHRASE_WORDS:
        lexeme = lexemes[position]
        if lexeme.text in HYPHENS and lexeme.is_glued and position > start:
            following = lexeme_at(lexemes, position + 1)
            if following is None or not following.is_glued or following.kind == "number":
                break
        elif lexeme.kind is not LexemeKind.WORD or is_stop(lexeme):
            break
        position += 1
    while position > start and lexemes[position - 1].kind is not LexemeKind.WORD:
        position -= 1
    return position


def is_stop(lexeme: Lexeme) -> bool:
    """Tell whether a word cannot stand inside the phrase."""
    lower = lexeme.lower
    return (
        lower in word_list("counted_stop_words")
        or lower == "of"
        or (lower.endswith("ly") and lower not in {"family", "supply", "assembly", "only"})
        or lower.endswith(("n't", "n’t"))
    )


def singular(noun: str) -> str:
    """Return the singular of a regular English noun; a table of lemmas will replace it.

    >>> singular("people"), singular("devices"), singular("armies")
    ('person', 'device', 'army')
    """
    noun = noun.removesuffix("'s").removesuffix("’s")
    if noun in IRREGULAR:
        return IRREGULAR[noun]
    if noun.endswith("ies") and len(noun) > 4:  # noqa: PLR2004 - "ties", "lies"
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        return noun[:-1]
    return noun
