"""What stands behind a role noun: of the Border Guards Service, for Syria, at Y University."""

from dataclasses import dataclass, field
from typing import Final

from tasks.nlp.roles.nouns import noun_at
from tasks.nlp.roles.premodifiers import HYPHENS, POSSESSIVE
from tasks.nlp.roles.sentence import ORGANISATIONS, PERSON, PLACES, Name, Words
from tasks.nlp.roles.vocabulary import RANK, determiners, role_words

SEGMENTS: Final = 4
"""Prepositional phrases behind a role that are read."""
REACH: Final = 16
"""Words of one of them."""
NOMINAL: Final = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
BARE_CASE: Final = frozenset({"of", "for"})


@dataclass(slots=True)
class Complement:
    """The right part of a phrase.

    Attributes:
        end: Word after the phrase.
        role_end: Word after the role.
        names: Names that belong to the role, in order.
        is_attached: Whether the next phrase belongs to the role, and not to a thing between the
            two: owner of a shipyard in X.
    """

    end: int
    role_end: int
    names: list[Name] = field(default_factory=list)
    is_attached: bool = True


def complement_at(words: Words, place: int) -> Complement:
    """Return what belongs to a role behind its noun."""
    complement = Complement(place, place)
    for _ in range(SEGMENTS):
        case = words.lower(complement.end)
        if case not in role_words("complement_case") or not take_segment(words, complement):
            break
    return complement


def take_segment(words: Words, complement: Complement) -> bool:
    """Take a preposition and its noun phrase; return whether another one may follow."""
    case_at = complement.end
    start = case_at + 1
    while words.lower(start) in determiners():
        start += 1
    end, names = noun_phrase(words, start)
    person = words.person(end)
    if person and (end == start or ends_in_role(words, start, end)):
        complement.end = person.end
        return False
    if end == start:
        return False
    complement.end = end
    if complement.is_attached:
        complement.names += held_in(words, case_at, end, names)
    is_bare = start == case_at + 1 and not names
    if is_bare and complement.role_end == case_at and words.lower(case_at) in BARE_CASE:
        complement.role_end = end
    complement.is_attached &= bool(names) or is_bare
    return True


def held_in(words: Words, case_at: int, end: int, names: list[Name]) -> list[Name]:
    """Return the names that say where a role is held: not the country of an ambassador to it."""
    if words.lower(case_at) != "to" or words.name(end - 1) is None:
        return names
    return [name for name in names if name.label in ORGANISATIONS]


def noun_phrase(words: Words, start: int) -> tuple[int, list[Name]]:
    """Return the end of the words that may form one noun phrase, and the names in them."""
    names: list[Name] = []
    place = start
    while place < min(len(words), start + REACH):
        name = words.name(place)
        if name:
            if name.label == PERSON and words.lower(name.end) not in POSSESSIVE:
                break
            if name.label in ORGANISATIONS | PLACES and not is_in_body(words, name):
                names.append(with_region_noun(words, name))
            place = behind_acronym(words, name)
        elif continues(words, place, start) and not is_rank_of_name(words, place, start):
            place += 1
        else:
            break
    return place, names


def is_in_body(words: Words, name: Name) -> bool:
    """Tell whether a place is the first word of a body without mark: of the Asia Program."""
    following = name.end
    if name.label not in {"GPE", "LOC"} or words.name(following):
        return False
    return words.is_capital(following) and words.pos(following) in {"NOUN", "PROPN"}


def is_rank_of_name(words: Words, place: int, start: int) -> bool:
    """Tell whether a rank opens the name behind a body: Commander of the Fleet Admiral X."""
    found = noun_at(words.lower, place) if place > start and words.is_capital(place - 1) else None
    if not found or found[1].kind != RANK:
        return False
    end = found[0] + (words.lower(found[0]) == ".")
    return words.person(end) is not None


def behind_acronym(words: Words, name: Name) -> int:
    """Return the position behind a name and its acronym in brackets."""
    short = words.name(name.end + 1) if words.lower(name.end) == "(" else None
    if short and short.label == name.label and words.lower(short.end) == ")":
        return short.end + 1
    return name.end


def with_region_noun(words: Words, name: Name) -> Name:
    """Return a place with the noun that says what it is: Kharkiv region."""
    if name.label == "GPE" and words.lower(name.end) in role_words("region_noun"):
        return Name(name.start, name.end + 1, name.label)
    return name


def continues(words: Words, place: int, start: int) -> bool:
    """Tell whether a word goes on with a noun phrase."""
    low = words.lower(place)
    if low in POSSESSIVE or low in HYPHENS:
        return place > start
    if low in {"and", "&"}:
        return joins(words, place, start)
    if not words.is_parsed:
        return words.is_capital(place) or low in role_words("region_noun")
    return words.pos(place) in NOMINAL


def joins(words: Words, place: int, start: int) -> bool:
    """Tell whether a conjunction stands inside the phrase: of trade and industry."""
    following = words.name(place + 1)
    if place == start or (following and following.label == PERSON):
        return False
    if noun_at(words.lower, place + 1) or words.lower(place + 1) in determiners():
        return False
    return bool(following) == bool(words.name(place - 1)) and (
        bool(following) or words.pos(place + 1) in NOMINAL
    )


def ends_in_role(words: Words, start: int, end: int) -> bool:
    """Tell whether a role noun ends in front of a word: adviser to President X."""
    return any(
        (found := noun_at(words.lower, place)) is not None and found[0] == end
        for place in range(start, end)
        if words.name(place) is None
    )
