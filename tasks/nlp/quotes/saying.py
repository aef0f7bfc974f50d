"""Who can say something, and whose wishes are news."""

from typing import Final

from tasks.nlp.quotes.sources import points_back
from tasks.nlp.quotes.subjects import PARTIES
from tasks.nlp.quotes.vocabulary import AMOUNT, INFINITIVE, WEAK, document_nouns
from tasks.nlp.relations.object_classes import classes_of
from tasks.nlp.roles.vocabulary import role_nouns
from tasks.nlp.spans import Span
from tasks.nlp.syntax.arcs import children
from tasks.nlp.syntax.tree import Word
from tasks.nlp.word_lists import word_list

NOBODY: Final = frozenset({"nobody", "no", "none", "neither"})
OURS: Final = frozenset({"my", "our"})
OFFICIAL: Final = frozenset({"organisation", "role", "document", "country"})
"""Classes of those whose plans are news."""
SOURCES: Final = frozenset({"person", "organisation", "document", "country", "role", "fighter"})


def can_say(speaker: Word, frame: str) -> bool:
    """Tell whether a subject can be a source: anything may say, but only some things mention."""
    if frame not in WEAK:
        return True
    if frame == AMOUNT and any(child.lower_ in OURS for child in speaker.lefts):
        return False
    if speaker.ent_type_ in PARTIES or speaker.pos_ == "PRON":
        return True
    if speaker.lower_ in document_nouns() or (speaker.lower_,) in role_nouns():
        return True
    return bool(classes_of(speaker) & SOURCES)


def is_mere_wish(verb: Word, speaker: Word | None, frame: str) -> bool:
    """Tell what people that nobody knows want: it is told of them, not said by them."""
    if speaker is None or frame != INFINITIVE:
        return False
    if verb.dep_ == "acl":
        return True
    is_named = bool(speaker.ent_type_) or speaker.pos_ == "PROPN"
    is_personal = speaker.lower_ in word_list("personal_pronoun")
    is_known = is_named or is_personal or bool(children(speaker, "appos"))
    is_definite = any(points_back(child) for child in speaker.lefts)
    return not is_known and not (is_definite and is_official(speaker))


def is_nobody(speaker: Word) -> bool:
    """Tell ``no official said`` and ``nobody said``."""
    return speaker.lower_ in NOBODY or any(child.lower_ in NOBODY for child in speaker.lefts)


def is_official(speaker: Word) -> bool:
    """Tell whether a noun names somebody whose plans are news."""
    is_role = (speaker.lower_,) in role_nouns()
    return is_role or bool(classes_of(speaker) & OFFICIAL)


def is_about_naming(content: Span) -> bool:
    """Tell whether a source asks not to be named."""
    return content.text.lower() in word_list("anonymity_phrase")
