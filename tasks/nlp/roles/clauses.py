"""Titles that a verb gives: X was named head of Y; X, who served as spokesman."""

from typing import Final

from tasks.nlp.roles.link import Link, Scene
from tasks.nlp.roles.phrases import Title
from tasks.nlp.roles.sentence import Name, Words
from tasks.nlp.roles.vocabulary import role_words

REACH: Final = 8
"""Words of a verb group at most."""
INSERTION: Final = 20
"""Words between the two commas of an insertion behind a name at most."""
OPENERS: Final = frozenset({",", "(", "–", "—"})
CLOSERS: Final = frozenset({",", ")", "–", "—"})
ADJUNCT: Final = 6
"""Words of a phrase between subject and verb at most."""
ADJUNCT_POS: Final = frozenset({"ADP", "NOUN", "PROPN", "ADJ", "NUM", "DET"})
NEGATIONS: Final = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})
PAST: Final = frozenset({"was", "were", "served", "worked", "ruled", "acted"})
PERFECT: Final = frozenset({"has", "have", "had"})
LIGHT: Final = frozenset({"as", "to", "the", "has", "had", "have", "will", "would"})


def predicated(scene: Scene, title: Title, subject: Name | None) -> list[Link]:
    """Return the person of whom a verb says a title.

    Args:
        scene: Sentence.
        title: Title.
        subject: Person of the clause before, whom a clause behind ``and`` goes on about.
    """
    words = scene.words
    start = verb_group(words, title.phrase_start)
    if start == title.phrase_start:
        return []
    group = {words.lower(place) for place in range(start, title.phrase_start)}
    if group & NEGATIONS or not group & verbs() or not is_passive(group):
        return []
    person = subject_before(words, start) or continued(words, start, subject)
    if person is None:
        return []
    persons = scene.persons_to(person) if title.noun.is_plural else [person]
    is_past = bool(group & PAST) and not group & (role_words("appointing_verb") | PERFECT)
    return [Link(person, title, "predicated", is_past) for person in persons]


def verbs() -> frozenset[str]:
    """Return the verbs that give a title to their subject."""
    return (
        role_words("being_verb") | role_words("serving_verb") | role_words("appointing_verb")
    ) - {"in", "over", "down"}


def is_passive(group: set[str]) -> bool:
    """Tell whether a verb of appointing, if there is one, has an auxiliary: was named."""
    return not group & role_words("appointing_verb") or bool(group & role_words("being_verb"))


def verb_group(words: Words, end: int) -> int:
    """Return the first word of the verbs, adverbs and ``as`` in front of a phrase."""
    place = end
    while place > max(0, end - REACH) and belongs(words, place - 1):
        place -= 1
    return place


def belongs(words: Words, place: int) -> bool:
    """Tell whether a word may belong to such a group."""
    low = words.lower(place)
    if low in LIGHT or low in NEGATIONS or low in verbs() or words.name(place):
        return not words.name(place)
    return (
        low in role_words("present_adverb")
        or low in role_words("serving_verb")
        or words.pos(place) in {"ADV", "AUX"}
    )


def subject_before(words: Words, place: int) -> Name | None:
    """Return the person before a verb group, also across ``who``, a date or an insertion."""
    place = before_adjunct(words, place)
    if words.lower(place - 1) == "who":
        place -= 1
        return words.person_ending(place - (words.lower(place - 1) == ","))
    person = words.person_ending(place)
    if person:
        return None if words.lower(person.start - 1) in role_words("complement_case") else person
    return before_insertion(words, place)


def before_adjunct(words: Words, place: int) -> int:
    """Return where a phrase such as ``until last year`` in front of a verb begins."""
    for other in range(place - 1, max(0, place - ADJUNCT), -1):
        if words.name(other) or words.pos(other) not in ADJUNCT_POS:
            break
        if words.pos(other) == "ADP":
            return other
    return place


def before_insertion(words: Words, place: int) -> Name | None:
    """Return the person before the insertion that ends in front of a verb: X, of Y, is."""
    if words.lower(place - 1) not in CLOSERS:
        return None
    for other in range(place - 1, max(0, place - INSERTION), -1):
        if words.lower(other) in OPENERS and words.person_ending(other):
            return words.person_ending(other)
    return None


def continued(words: Words, place: int, subject: Name | None) -> Name | None:
    """Return the person of the clause before when a conjunction joins the two."""
    return subject if words.lower(place - 1) in {"and", "but"} else None
