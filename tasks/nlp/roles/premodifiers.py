"""What stands before a role noun: modifiers of the role, names, words of past."""

from dataclasses import dataclass, field
from typing import Final

from tasks.nlp.roles.nouns import noun_at
from tasks.nlp.roles.sentence import ORGANISATIONS, PERSON, PLACES, Name, Words
from tasks.nlp.roles.vocabulary import ADDRESS, determiners, modifiers, role_words

REACH: Final = 14
"""More words than this are not read; a longer phrase is a parse of junk."""
POSSESSIVE: Final = frozenset({"'s", "’s", "'", "’"})
HYPHENS: Final = frozenset({"-", "‐", "‑"})
MODIFIER_POS: Final = frozenset({"ADJ", "NOUN", "PROPN"})


@dataclass(slots=True)
class Front:
    """The left part of a phrase.

    Attributes:
        start: First word of the phrase.
        role_start: First word of the role.
        noun_start: First word of the role noun.
        names: Names in the phrase, in order.
        is_former: Whether a word says that the role is over.
        article: The article or possessive pronoun that opens the phrase, empty without one.
    """

    start: int
    role_start: int
    noun_start: int
    names: list[Name] = field(default_factory=list)
    is_former: bool = False
    article: str = ""


def front_of(words: Words, start: int, floor: int) -> Front:
    """Return what belongs to a role before its noun.

    Args:
        words: Sentence.
        start: First word of the role noun.
        floor: First word that may belong to it.
    """
    front = Front(start, start, start)
    place = start
    while place > max(floor, start - REACH) and not front.article:
        step = step_back(words, place - 1, front, is_open=place == front.role_start)
        if step is None:
            break
        place = step
    give_back_verb(words, front)
    take_adverb(words, front)
    return front


def step_back(words: Words, place: int, front: Front, *, is_open: bool) -> int | None:
    """Take a word, or a whole name, into the phrase; return its start, None when it is outside.

    ``is_open`` says that the role itself may still grow.
    """
    name, low = words.name(place), words.lower(place)
    if low == ")" and (short := words.name(place - 1)) and words.lower(short.start - 1) == "(":
        name = words.name(short.start - 2)
    if name:
        return take_name(words, name, front)
    if low in determiners():
        front.article, front.start = low, place
        return place
    if low in HYPHENS and words.is_glued(place - 1):
        return take_hyphen(words, place, front, is_open=is_open)
    if low in POSSESSIVE:
        return place if words.pos(place) in {"PART", ""} else None
    return take_word(words, place, front, is_open=is_open)


def take_word(words: Words, place: int, front: Front, *, is_open: bool) -> int | None:
    """Take a common word into the phrase."""
    low = words.lower(place)
    is_past = low in role_words("past")
    if words.tag(place) == "VBD" or is_address(words, place):
        return None
    if is_past or low in role_words("dropped_modifier"):
        front.is_former |= is_past
    elif not is_modifier(words, place):
        return None
    elif is_open:
        front.role_start = place
    front.start = place
    return place


def take_name(words: Words, name: Name, front: Front) -> int | None:
    """Take a name into the phrase; a person only as an owner (X's spokesman)."""
    if name.label == PERSON and words.lower(name.end) not in POSSESSIVE:
        return None
    if name.label != PERSON and name.label not in ORGANISATIONS | PLACES:
        return None
    if name.label != PERSON and words.lower(name.start - 1) not in HYPHENS:
        front.names.insert(0, name)
    front.start = name.start
    return name.start


def take_hyphen(words: Words, place: int, front: Front, *, is_open: bool) -> int | None:
    """Take the part of a compound before its hyphen: deputy-director, ex-minister."""
    name, low = words.name(place - 1), words.lower(place - 1)
    if name:
        close_compound(front, place)
    if name or low in role_words("past"):
        return place
    front.start = place - 1
    if is_open and low not in role_words("dropped_modifier"):
        front.role_start = place - 1
    return place - 1


def close_compound(front: Front, hyphen: int) -> None:
    """Leave the second half of a compound with a name out of the role: US-backed leader."""
    if hyphen + 1 < front.noun_start:
        front.role_start = max(front.role_start, hyphen + 2)


def is_modifier(words: Words, place: int) -> bool:
    """Tell whether a word modifies the noun behind it."""
    low = words.lower(place)
    if low in modifiers():
        return True
    if words.pos(place) == "VERB":
        return words.lower(place - 1) in HYPHENS
    return words.pos(place) in MODIFIER_POS


def give_back_verb(words: Words, front: Front) -> None:
    """Leave out a verb of appointing at the left end: was elected president."""
    while not front.article and front.start < front.role_start:
        if words.lower(front.start) not in role_words("appointing_verb"):
            return
        front.start += 1


def is_address(words: Words, place: int) -> bool:
    """Tell whether a word is a style of address: Mr Justice X."""
    found = noun_at(words.lower, place)
    return found is not None and found[1].kind == ADDRESS and found[0] == place + 1


def take_adverb(words: Words, front: Front) -> None:
    """Take an adverb of time before the phrase: X, then head of Y."""
    before = words.lower(front.start - 1)
    if before in role_words("past_adverb"):
        front.is_former = True
    elif before not in role_words("present_adverb"):
        return
    front.start -= 1
