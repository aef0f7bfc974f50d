"""The run of words that makes a noun phrase, told by spelling and stop words, without a parse."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from tasks.nlp.figures.lexemes import HYPHENS, Lexeme, LexemeKind
from tasks.nlp.figures.numbers import lexeme_at, lexeme_lower
from tasks.nlp.figures.vocabulary import category_words, number_words
from tasks.nlp.word_lists import word_list

MAX_PHRASE_WORDS: Final = 8
MIN_PLURAL_CHARS: Final = 4
COMPASS: Final = word_list("compass_point")
"""Not when only the first letter is a capital: ``12 South Korean soldiers`` goes on."""
OBJECT_OPENERS: Final = word_list("object_opener")
PLURAL_MODIFIERS: Final = word_list("plural_modifier")
"""Plurals that may stand before the head: arms dealers, weapons caches."""
SINGULAR_IN_S: Final = word_list("singular_in_s")
IRREGULAR: Final = {
    "caches": "cache",
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "policemen": "policeman",
    "servicemen": "serviceman",
    "gunmen": "gunman",
    "fishermen": "fisherman",
    "countrymen": "countryman",
    "tribesmen": "tribesman",
    "feet": "foot",
    "teeth": "tooth",
    "lives": "life",
    "wives": "wife",
    "personnel": "personnel",
    "police": "police",
    "cattle": "cattle",
    "sheep": "sheep",
    "newborns": "newborn",
}


def end_of_nouns(lexemes: Sequence[Lexeme], start: int) -> int:
    """Return where a run of nouns and adjectives ends: at a stop, or behind its plural.

    English modifiers stand in the singular, so the first plural noun is the head (``25 people
    need help``), except those of ``PLURAL_MODIFIERS`` before another noun.
    """
    position = start
    if is_participle_before_noun(lexemes, position):
        position += 1
    while position < len(lexemes) and position - start < MAX_PHRASE_WORDS:
        end = end_of_word(lexemes, position)
        if end == position or (end == position + 1 and is_stop(lexemes[position])):
            break
        if is_cut_by_verb(lexemes, start, position):
            break
        position = end
        if closes_phrase(lexemes, position):
            break
    return position


def end_of_word(lexemes: Sequence[Lexeme], start: int) -> int:
    """Return the position behind the word at ``start``: hyphens and designations are one word.

    ``anti-tank``, ``T-72``, ``9M133`` and ``34-year-old`` are words; a number alone is none.
    """
    end = start
    has_letters = False
    while end < len(lexemes) and (end == start or lexemes[end].is_glued):
        lexeme = lexemes[end]
        is_part = lexeme.kind in {LexemeKind.WORD, LexemeKind.NUMBER} or (
            lexeme.text in HYPHENS and end > start
        )
        if not is_part:
            break
        has_letters = has_letters or lexeme.kind is LexemeKind.WORD
        end += 1
    while end > start and lexemes[end - 1].text in HYPHENS:
        end -= 1
    return end if has_letters else start


def closes_phrase(lexemes: Sequence[Lexeme], position: int) -> bool:
    """Tell whether the noun before ``position`` is the head, because it is a plural."""
    last = lexemes[position - 1]
    if not is_plural(last):
        return False
    if last.lower not in PLURAL_MODIFIERS:
        return True
    following = end_of_word(lexemes, position) if position < len(lexemes) else position
    return following == position or not any(
        is_plural(lexeme) or lexeme.lower in category_words("head")
        for lexeme in lexemes[position : following + 1]
        if not is_stop(lexeme)
    )


def is_plural(lexeme: Lexeme) -> bool:
    """Tell whether a lower-case word looks like a plural noun."""
    text = lexeme.text
    if lexeme.kind is not LexemeKind.WORD or not (text.islower() or text.isupper()):
        return False
    if lexeme.lower in IRREGULAR:
        return True
    return lexeme.lower.endswith("s") and not (
        lexeme.lower.endswith(("ss", "us", "is", "ous", "'s", "’s"))
        or len(text) < MIN_PLURAL_CHARS
        or text.isupper()
        or lexeme.lower in SINGULAR_IN_S
    )


def is_cut_by_verb(lexemes: Sequence[Lexeme], start: int, position: int) -> bool:
    """Tell whether a lower-case word is a verb because its object follows: ``6.3 shook the``."""
    following = lexeme_lower(lexemes, position + 1)
    return (
        position == start
        and lexemes[position].text.islower()
        and not is_plural(lexemes[position])
        and following in OBJECT_OPENERS
    )


def is_participle_before_noun(lexemes: Sequence[Lexeme], position: int) -> bool:
    """Tell whether a participle describes the noun behind it: ``1,500 displaced people``."""
    following = lexeme_at(lexemes, position + 1)
    lower = lexeme_lower(lexemes, position)
    return (
        following is not None
        and lower in word_list("counted_stop")
        and (lower.endswith(("ed", "ing")) or lower in {"dead", "homeless", "lost", "fallen"})
        and following.kind is LexemeKind.WORD
        and not is_stop(following)
        and (is_plural(following) or following.lower in category_words("head"))
    )


def is_stop(lexeme: Lexeme) -> bool:
    """Tell whether a word cannot stand inside the phrase."""
    lower = lexeme.lower
    return (
        lower in word_list("counted_stop")
        or lower == "of"
        or (lower in COMPASS and not lexeme.text.istitle())
        or (lower in cardinals() and lexeme.text.islower())
        or (lower.endswith("ly") and lower not in {"family", "supply", "assembly", "only"})
        or lower.endswith(("n't", "n’t"))
    )


@cache
def cardinals() -> frozenset[str]:
    """Return the number words that open an amount of their own."""
    roles = {"unit", "teen", "ten", "hundred", "scale"}
    return frozenset(word for word, entry in number_words().items() if entry.role in roles)


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
