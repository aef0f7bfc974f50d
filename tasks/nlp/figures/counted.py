"""What a figure counts, prices, measures or shares: the noun phrase behind it.

Without a parse the phrase is read from words: it starts behind the amount and ends at a stop word
(list ``counted_stop``), a mark, or a verb form. A parse will come first where there
is one; the rules keep their names in ``counted_rule``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tasks.nlp.figures.amounts import Amount
from tasks.nlp.figures.lexemes import HYPHENS, Lexeme, LexemeKind
from tasks.nlp.figures.nouns import OBJECT_OPENERS, end_of_nouns, is_stop, singular
from tasks.nlp.figures.numbers import lexeme_at, lexeme_lower, read_number
from tasks.nlp.figures.vocabulary import conversions, first_vague_words
from tasks.nlp.word_lists import word_list

MAX_GAP: Final = 9
DETERMINERS: Final = word_list("determiner")
ARTICLES: Final = DETERMINERS - {"these", "those", "such", "all"}
QUANTIFIERS: Final = word_list("quantifier")
SIZED_KINDS: Final = frozenset({"measure"})
SIZE_ENDINGS: Final = word_list("size_ending")
MAX_LABEL_WORDS: Final = 4
NOT_SIZED: Final = word_list("size_name")
DIMENSIONS: Final = word_list("dimension")


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
    if amount.kind in {"age", "duration"}:
        return None
    if amount.kind == "multiple":
        return follow(lexemes, after, "noun_behind")
    return (
        compound_noun(lexemes, amount, after)
        or noun_phrase(lexemes, amount, after)
        or labelled(lexemes, amount)
    )


def noun_phrase(lexemes: Sequence[Lexeme], amount: Amount, after: int) -> Counted | None:
    """Return the noun phrase behind an amount, or None."""
    start = skip_of(lexemes, after, amount)
    if start is None:
        return None
    if amount.kind in SIZED_KINDS:
        return sized_noun(lexemes, start)
    if start > after:
        return follow(lexemes, start, "of_phrase" if amount.kind != "count" else "partitive")
    if amount.kind != "percent" and lexeme_lower(lexemes, start) in ARTICLES:
        return None
    return follow(lexemes, start, "noun_behind")


def compound_noun(lexemes: Sequence[Lexeme], amount: Amount, after: int) -> Counted | None:
    """Return the noun that a hyphen ties to a count (``80-bed hospital``), or None."""
    hyphen, noun = lexeme_at(lexemes, after), lexeme_at(lexemes, after + 1)
    if amount.kind != "count" or hyphen is None or noun is None or hyphen.text not in HYPHENS:
        return None
    if not (hyphen.is_glued and noun.is_glued and noun.kind is LexemeKind.WORD):
        return None
    if noun.lower in SIZE_ENDINGS:
        return follow(lexemes, after + 2, "noun_behind")
    return Counted(after + 1, after + 2, singular(noun.lower), "compound")


def labelled(lexemes: Sequence[Lexeme], amount: Amount) -> Counted | None:
    """Return the noun of a label that opens the line (``police officers: 2``), or None."""
    colon = amount.first - 1
    if amount.kind != "count" or lexeme_lower(lexemes, colon) != ":":
        return None
    start = 0
    while start < colon and lexemes[start].kind is not LexemeKind.WORD:
        start += 1
    after = end_of_nouns(lexemes, start)
    if after != colon or after == start or after - start > MAX_LABEL_WORDS:
        return None
    return Counted(start, after, singular(lexemes[after - 1].lower), "label_before")


def skip_of(lexemes: Sequence[Lexeme], index: int, amount: Amount) -> int | None:
    """Return where the phrase starts: over ``of`` after vague words, shares, measures, dozens.

    ``14 of the 120 patients`` counts patients, but ``72 of anything`` counts nothing.
    """
    if lexeme_lower(lexemes, index) != "of":
        return index
    if amount.kind == "measure":
        return None if is_place_behind(lexemes, index, amount) else index + 1
    takes_of = (
        amount.shape == "vague"
        or amount.kind in {"percent", "money"}
        or lexeme_lower(lexemes, amount.after - 1) == "dozen"
        or lexeme_lower(lexemes, index + 1) in DETERMINERS
    )
    return index + 1 if takes_of else None


def is_place_behind(lexemes: Sequence[Lexeme], index: int, amount: Amount) -> bool:
    """Tell ``within one kilometre of the market`` from ``260 kilometres of pipes``."""
    word = conversions().get(amount.unit or "")
    is_length = word is not None and word.unit_si == "meter"
    following = lexeme_at(lexemes, index + 1)
    return is_length and (
        following is None or following.lower in DETERMINERS or following.text[0].isupper()
    )


def sized_noun(lexemes: Sequence[Lexeme], index: int) -> Counted | None:
    """Return the noun behind ``4 meter wide and 2 meter deep``, or right behind the measure."""
    position = index
    while position < min(len(lexemes), index + MAX_GAP):
        lower = lexeme_lower(lexemes, position)
        if lower in DIMENSIONS or lexemes[position].text in HYPHENS:
            position += 1
        elif end_of_dimension(lexemes, position) > position:
            position = end_of_dimension(lexemes, position)
        elif lower in {"and", "by", ",", "x"} and starts_dimension(lexemes, position + 1):
            position = end_of_dimension(lexemes, position + 1)
        else:
            break
    rule = "noun_behind" if position == index else "noun_behind_dimensions"
    if lexeme_lower(lexemes, position) in NOT_SIZED:
        return None
    if lexeme_lower(lexemes, index - 1) == "of" and rule == "noun_behind":
        rule = "of_phrase"
    elif lexeme_lower(lexemes, position) in ARTICLES:
        return None
    return follow(lexemes, position, rule) if position < len(lexemes) else None


def starts_dimension(lexemes: Sequence[Lexeme], index: int) -> bool:
    """Tell whether another measure stands at a position: ``and 2 meter deep``."""
    return end_of_dimension(lexemes, index) > index


def end_of_dimension(lexemes: Sequence[Lexeme], index: int) -> int:
    """Return the position behind the measure at a position, or the same one."""
    number = read_number(lexemes, index) if index < len(lexemes) else None
    if number is None:
        return index
    after = number.after
    if lexeme_lower(lexemes, after) in HYPHENS:
        after += 1
    return after + 1 if is_unit_like(lexeme_lower(lexemes, after)) else index


def is_unit_like(lower: str) -> bool:
    """Tell whether a word is the unit of a second dimension."""
    return lower.rstrip("s") in {"meter", "metre", "kilometer", "kilometre", "foot", "feet", "inch"}


def follow(lexemes: Sequence[Lexeme], start: int, rule: str) -> Counted | None:
    """Read a noun phrase from ``start``: words up to a stop word, joined by ``of`` and ``and``."""
    first = skip_determiners(lexemes, start, over_number=rule in {"of_phrase", "partitive"})
    after = end_of_nouns(lexemes, first)
    if after == first:
        return None
    head = last_word(lexemes, first, after)
    after = with_and(lexemes, first, after)
    if lexeme_lower(lexemes, after) == "of" and head in word_list("counted_of"):
        inner = skip_determiners(lexemes, after + 1, over_number=False)
        inner_end = end_of_nouns(lexemes, inner)
        if inner_end > inner:
            after = with_and(lexemes, inner, inner_end)
    elif rule != "of_phrase":
        head = last_word(lexemes, first, after)
    return Counted(first, after, singular(head), rule)


def last_word(lexemes: Sequence[Lexeme], first: int, after: int) -> str:
    """Return the last word of a phrase in lower case, with its hyphens: ``asylum-seekers``."""
    start = after - 1
    while start > first and lexemes[start].is_glued:
        start -= 1
    return "".join(lexeme.lower for lexeme in lexemes[start:after])


def skip_determiners(lexemes: Sequence[Lexeme], start: int, *, over_number: bool) -> int:
    """Return where the nouns start: behind articles, ``other``, and the size of the whole."""
    first = start
    while lexeme_lower(lexemes, first) in DETERMINERS | QUANTIFIERS:
        first += 1
    number = read_number(lexemes, first) if over_number and first < len(lexemes) else None
    return number.after if number else first


def with_and(lexemes: Sequence[Lexeme], first: int, after: int) -> int:
    """Extend a phrase over ``and`` when only bare nouns follow (firearms and devices)."""
    if lexeme_lower(lexemes, after) != "and" or after - first > 2:  # noqa: PLR2004 - long phrases stand alone
        return after
    following = lexeme_at(lexemes, after + 1)
    if following is None or following.kind is not LexemeKind.WORD:
        return after
    is_amount = read_number(lexemes, after + 1) or following.lower in first_vague_words()
    if is_amount or following.lower in DETERMINERS | QUANTIFIERS or following.lower.endswith("ing"):
        return after
    end = end_of_nouns(lexemes, after + 1)
    if lexeme_lower(lexemes, end) in OBJECT_OPENERS | {"each", "about", "around", "some"}:
        return after
    closes = lexeme_at(lexemes, end)
    ends_here = closes is None or not closes.text.isalnum() or is_stop(closes)
    return end if end > after + 1 and ends_here else after
