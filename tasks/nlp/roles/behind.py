"""Titles that stand behind the name: X, spokesman of Y; X (Director, FSB); X as head of Y."""

from dataclasses import replace
from typing import Final

from tasks.nlp.roles.complements import Complement
from tasks.nlp.roles.link import Link, Scene
from tasks.nlp.roles.phrases import Title
from tasks.nlp.roles.premodifiers import POSSESSIVE
from tasks.nlp.roles.sentence import Name, Words
from tasks.nlp.roles.vocabulary import role_words

OPENERS: Final = frozenset({",", "(", "–", "—", "-"})
ENDS: Final = frozenset({",", ")", ".", ";", ""})
FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
REACH: Final = 12
"""Words between a verb of appointing and the person at most."""


def behind_name(scene: Scene, title: Title) -> list[Link]:
    """Return the persons before a comma, bracket or dash behind which a title stands."""
    words, place = scene.words, title.phrase_start - 1
    if words.lower(place) not in OPENERS or is_subject(words, title):
        return []
    person = named_before(words, before_age(words, place))
    if person is None:
        return []
    persons = scene.persons_to(person) if title.noun.is_plural else [person]
    title = with_body_behind_comma(words, title)
    return [Link(person, title, "behind_name") for person in persons]


def is_subject(words: Words, title: Title) -> bool:
    """Tell whether a title begins a clause or is an owner: X was hit, a minister said."""
    following = title.phrase_end
    return words.lower(following) in POSSESSIVE or words.tag(following) in FINITE


def before_age(words: Words, place: int) -> int:
    """Return the position of the comma behind a name, before an age if there is one."""
    start = place - 1
    if words.lower(start).isdigit() or words.pos(start) == "NUM":
        start -= words.lower(start - 1) == "aged"
        return start - 1 if words.lower(start - 1) in {",", "("} else place
    if words.lower(start) == ")" and words.lower(start - 2) == "(":
        return start - 2
    return place


def named_before(words: Words, place: int) -> Name | None:
    """Return the person who is named before a word, also with an origin: X of Y."""
    person = words.person_ending(place)
    name = words.name(place - 1)
    if person is None and name and words.lower(name.start - 1) in {"of", "from"}:
        return words.person_ending(name.start - 1)
    return person


def with_body_behind_comma(words: Words, title: Title) -> Title:
    """Return a title with the body behind a comma, if there is one: Director, FSB."""
    if title.organisation or words.lower(title.phrase_end) != ",":
        return title
    body = words.name(title.phrase_end + 1)
    if body is None or body.label != "ORG" or words.lower(body.end) not in ENDS:
        return title
    names = [*title.complement.names, body]
    return replace(title, complement=Complement(body.end, title.complement.role_end, names))


def made(scene: Scene, title: Title) -> list[Link]:
    """Return the person who is made or called something: named X head of Y; X as head of Y."""
    words, place = scene.words, title.phrase_start
    if words.lower(place - 2) == "to" and words.lower(place - 1) == "be":
        place -= 2
    is_as = words.lower(place - 1) == "as"
    person = words.person_ending(place - is_as)
    if person is None or not (is_as or is_object(words, person)):
        return []
    if preceded_by(words, person, role_words("replacing_verb")):
        return replacing(words, person, title)
    return [Link(person, title, "made")]


def replacing(words: Words, person: Name, title: Title) -> list[Link]:
    """Return who gave up a title and who took it over: X succeeded Y as head of Z."""
    verb = person.start - 1
    while verb > 0 and words.lower(verb) not in role_words("replacing_verb"):
        verb -= 1
    verb -= words.pos(verb - 1) == "AUX"
    successor = words.person_ending(verb)
    found = [Link(person, title, "replaced", is_former=True)]
    return [*found, Link(successor, title, "made")] if successor else found


def is_object(words: Words, person: Name) -> bool:
    """Tell whether a verb of appointing precedes a person, with nothing but titles between."""
    return preceded_by(words, person, role_words("appointing_verb"))


def preceded_by(words: Words, person: Name, verbs: frozenset[str]) -> bool:
    """Tell whether one of some verbs precedes a person, with nothing but titles between."""
    for place in range(person.start - 1, max(-1, person.start - REACH), -1):
        if words.lower(place) in verbs:
            return True
        if words.pos(place) in {"VERB", "AUX", "PUNCT"}:
            return False
    return False
