"""Verbs that stand for a title: X, who heads Y; X leads Y."""

from collections.abc import Iterator
from typing import Final

from tasks.nlp.roles.complements import Complement, noun_phrase
from tasks.nlp.roles.link import Link, Scene
from tasks.nlp.roles.phrases import Title
from tasks.nlp.roles.premodifiers import Front
from tasks.nlp.roles.sentence import ORGANISATIONS, Words
from tasks.nlp.roles.vocabulary import RoleNoun, determiners, role_words

LEADING: Final = RoleNoun("office", None, is_plural=False)
FOUNDING: Final = frozenset({"founded", "co-founded"})
"""Deeds: who founded something remains its founder."""


def leaders(scene: Scene) -> Iterator[Link]:
    """Yield the persons whom a verb makes the head of a named body."""
    words = scene.words
    for person in words.persons():
        place = person.end
        place += words.lower(place) == "," and words.lower(place + 1) == "who"
        place += words.lower(place) == "who"
        while words.lower(place) in role_words("present_adverb") | role_words("past_adverb"):
            place += 1
        title = leading_title(words, place)
        if title:
            yield Link(person, title, "leads")


def leading_title(words: Words, place: int) -> Title | None:
    """Return a verb and the body behind it as a title."""
    verb = words.lower(place)
    if verb not in role_words("leading_verb"):
        return None
    start = place + 1
    while words.lower(start) in determiners():
        start += 1
    end, names = noun_phrase(words, start)
    if not any(name.label in ORGANISATIONS for name in names):
        return None
    is_past = verb.endswith("ed") and verb not in FOUNDING
    front = Front(place, place, place, is_former=is_past or verb == "led")
    return Title(place, place + 1, front, Complement(end, place + 1, names), LEADING)
