"""Titles: role nouns with their modifiers, and the phrase around them."""

from dataclasses import dataclass

from tasks.nlp.roles.complements import Complement, complement_at
from tasks.nlp.roles.nouns import noun_at
from tasks.nlp.roles.premodifiers import Front, front_of
from tasks.nlp.roles.sentence import ORGANISATIONS, PLACES, Name, Words
from tasks.nlp.roles.vocabulary import ADDRESS, RANK, RoleNoun


@dataclass(frozen=True, slots=True)
class Title:
    """A role in a sentence.

    Attributes:
        start: First word of the role itself.
        end: Word after the role itself.
        front: What stands before the role and belongs to its phrase.
        complement: What stands behind it and belongs to its phrase.
        noun: Its role noun.
    """

    start: int
    end: int
    front: Front
    complement: Complement
    noun: RoleNoun

    @property
    def phrase_start(self) -> int:
        """First word of the phrase."""
        return self.front.start

    @property
    def phrase_end(self) -> int:
        """Word after the phrase."""
        return self.complement.end

    @property
    def is_former(self) -> bool:
        """Whether the phrase says that the role is over."""
        return self.front.is_former

    @property
    def organisation(self) -> Name | None:
        """The body in which the role is held."""
        return nearest([*reversed(self.front.names), *self.complement.names], ORGANISATIONS)

    @property
    def place(self) -> Name | None:
        """The place or nationality of the role."""
        return nearest([*reversed(self.front.names), *self.complement.names], PLACES)


def nearest(names: list[Name], labels: frozenset[str]) -> Name | None:
    """Return the first name that has one of the labels."""
    return next((name for name in names if name.label in labels), None)


def find_titles(words: Words) -> list[Title]:
    """Return the titles of a sentence in order; a title may lie in the phrase of another."""
    titles: list[Title] = []
    place = 0
    while place < len(words):
        found = noun_at(words.lower, place)
        if not found or not is_free(words, place, found[0]) or is_modifier(words, found[0]):
            place += 1
            continue
        end, noun = found
        if noun.kind != ADDRESS:
            title = title_of(words, place, end, noun, titles[-1] if titles else None)
            if titles and title.start <= titles[-1].start:
                titles.pop()
            titles.append(title)
        place = end
    return titles


def title_of(words: Words, start: int, end: int, noun: RoleNoun, last: Title | None) -> Title:
    """Return the title of a role noun; ``last`` is the one before it."""
    if words.lower(end) == "." and words.is_glued(end - 1):
        end += words.is_capital(end + 1) or words.lower(end + 1) == "("
    front = front_of(words, start, floor_of(start, noun, last))
    complement = complement_at(words, end)
    return Title(front.role_start, complement.role_end, front, complement, noun)


def floor_of(start: int, noun: RoleNoun, last: Title | None) -> int:
    """Return the first word that a role may take: none of a title that is complete."""
    if last is None or last.phrase_end > start:
        return last.end if last and is_other(noun, last) else 0
    return last.phrase_end if is_other(noun, last) or last.phrase_end > last.end else 0


def is_other(noun: RoleNoun, last: Title) -> bool:
    """Tell whether a rank stands behind a role of another kind: army chief General X."""
    return noun.kind == RANK and last.noun.kind != RANK


def is_free(words: Words, start: int, end: int) -> bool:
    """Tell whether no word belongs to a longer name, or to a person."""
    for place in range(start, end):
        name = words.name(place)
        if name and (name.label == "PERSON" or name.start < start or name.end > end):
            return False
    return True


def is_modifier(words: Words, end: int) -> bool:
    """Tell whether a noun follows that is the head: police officer training."""
    if words.name(end) or words.pos(end) not in {"NOUN", "PROPN"}:
        return False
    found = noun_at(words.lower, end)
    return not (found and found[1].kind in {RANK, ADDRESS})
