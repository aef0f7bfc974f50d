"""Titles that stand before the name: Foreign Minister X; the head of Y, X, said."""

from typing import Final

from tasks.nlp.roles.link import RETIRED, Link, Scene
from tasks.nlp.roles.phrases import Title
from tasks.nlp.roles.premodifiers import POSSESSIVE
from tasks.nlp.roles.sentence import Name
from tasks.nlp.roles.vocabulary import role_words

OPENERS: Final = frozenset({",", "–", "—", "-", ":", "("})
CLOSERS: Final = frozenset({",", ".", ";", ")", "–", "—", "-", "(", "", "”", '"', "?", "!", ":"})
NAMING: Final = frozenset({"as", "is", "was", "are", "were"})


def before_name(scene: Scene, title: Title) -> list[Link]:
    """Return the persons whose name follows a title at once."""
    person = scene.person_at(title.phrase_end)
    if person is None:
        return []
    listed = scene.persons_from(title.phrase_end) if title.noun.is_plural else [person]
    is_retired = scene.words.lower(title.phrase_end + 1) in RETIRED
    return [Link(one, title, "before_name", is_retired) for one in listed]


def apposed(scene: Scene, title: Title) -> list[Link]:
    """Return the persons named behind a title and a comma."""
    words, place = scene.words, title.phrase_end
    if words.lower(place) not in OPENERS:
        return []
    persons = scene.persons_from(place + 1)
    if not title.noun.is_plural:
        persons = persons[:1]
    elif len(persons) == 1:
        return []
    if not persons or not (is_closed(scene, persons[-1]) or follows_as(scene, title)):
        return []
    return [Link(person, title, "name_apposed") for person in persons]


def is_closed(scene: Scene, person: Name) -> bool:
    """Tell whether the apposition ends behind a name; an origin may follow it (X of Y)."""
    words, place = scene.words, person.end
    following = words.name(place + 1)
    if words.lower(place) == "of" and following:
        place = following.end
    return words.lower(place) in CLOSERS or words.lower(place) in {"who", "and"}


def follows_as(scene: Scene, title: Title) -> bool:
    """Tell whether the phrase is an adverbial: as head of Y, X said."""
    return scene.words.lower(title.phrase_start - 1) == "as"


def named(scene: Scene, title: Title) -> list[Link]:
    """Return the person whom a title is said to be: a guard named X; the head of Y is X."""
    words, place = scene.words, title.phrase_end
    verbs = role_words("named_verb")
    while words.lower(place) in NAMING or words.lower(place) in verbs:
        place += 1
    persons = scene.persons_from(place) if place > title.phrase_end else []
    if not persons or words.lower(persons[-1].end) in POSSESSIVE:
        return []
    if title.noun.is_plural and len(persons) == 1:
        return []
    named_ones = persons if title.noun.is_plural else persons[:1]
    return [Link(person, title, "named") for person in named_ones]
