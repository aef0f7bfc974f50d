"""The reports of a parsed Doc."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from spacy.strings import get_string_id
from spacy.tokens import Doc

from tasks.nlp.quotes.nouns import read_noun
from tasks.nlp.quotes.phrases import phrase_at, read_phrase
from tasks.nlp.quotes.report import Report, Source
from tasks.nlp.quotes.sources import PARTIES, make_source
from tasks.nlp.quotes.subjects import addressee_of, cited_by, is_passive, quoting, speaker_of
from tasks.nlp.quotes.verbs import contents_of, cue_of, is_negated
from tasks.nlp.quotes.vocabulary import (
    AMOUNT,
    NAMING,
    SPEECH,
    Cue,
    cue_forms,
    document_nouns,
    source_phrases,
)
from tasks.nlp.relations.object_classes import classes_of
from tasks.nlp.roles.vocabulary import role_nouns
from tasks.nlp.spans import Span
from tasks.nlp.syntax.arcs import children
from tasks.nlp.syntax.sharing import tree_of
from tasks.nlp.syntax.tree import Word
from tasks.nlp.word_lists import word_list

LONGEST_SENTENCE: Final = 400
"""In words; what is longer is a list or no text, and its words would be walked again and again."""
AUXILIARY: Final = frozenset({"aux", "aux:pass", "cop", "case", "mark", "fixed", "amod"})
BESIDE: Final = frozenset({SPEECH, NAMING})
"""Frames whose content may be nothing but words in marks beside the cue."""
OURS: Final = frozenset({"my", "our"})
SOURCES: Final = frozenset({"person", "organisation", "document", "country", "role", "fighter"})


def read_reports(doc: Doc, stretches: list[tuple[int, int]]) -> list[Report]:
    """Return the reports of a Doc in text order of their cues.

    Args:
        doc: Document with tags and arcs.
        stretches: First and last characters (exclusive) of what is read, sorted.
    """
    places = cue_places(doc, stretches)
    if not places:
        return []
    tree = tree_of(doc)
    found: list[Report] = []
    behind_phrase = 0
    for place in places:
        word = tree[place]
        if place < behind_phrase or word.sent.end - word.sent.start > LONGEST_SENTENCE:
            continue
        phrase = phrase_at(tree, place)
        if phrase is not None and (report := read_phrase(tree, place, *phrase)):
            found.append(report)
            behind_phrase = phrase[0]
        elif report := read_word(word):
            found.append(report)
    return found


def cue_places(doc: Doc, stretches: list[tuple[int, int]]) -> list[int]:
    """Return the positions of the words that may be a cue or begin one."""
    forms = known_forms()
    columns = doc.to_array(["LOWER", "IDX"])
    words: list[int] = columns[:, 0].tolist()
    starts: list[int] = columns[:, 1].tolist()
    places = [place for place, form in enumerate(words) if form in forms]
    return list(inside(places, starts, stretches))


def inside(places: list[int], starts: list[int], stretches: list[tuple[int, int]]) -> Iterator[int]:
    """Yield the positions of words that start in a stretch."""
    number = 0
    for place in places:
        while number < len(stretches) and stretches[number][1] <= starts[place]:
            number += 1
        if number < len(stretches) and stretches[number][0] <= starts[place]:
            yield place


@cache
def known_forms() -> frozenset[int]:
    """Return the hash of each form of a cue, and of the first words of phrases."""
    forms = [*cue_forms("verb"), *cue_forms("noun"), *source_phrases()]
    return frozenset(get_string_id(form) for form in forms)


def read_word(word: Word) -> Report | None:
    """Return the report of a verb or noun, None where it reports nothing."""
    if word.dep_ in AUXILIARY:
        return None
    if word.pos_ == "VERB":
        return read_verb(word)
    return read_noun(word) if word.pos_ == "NOUN" else None


def read_verb(verb: Word) -> Report | None:
    """Return the report of a verb; without any content if only quoted words can be it."""
    cue = cue_of(verb)
    if cue is None or is_negated(verb) or is_unsaid(verb):
        return None
    frame, contents = contents_of(verb, cue)
    if not contents and not cue.frames & BESIDE:
        return None
    speaker = speaker_of(verb)
    if speaker is None and not is_impersonal(verb, contents):
        return None
    if speaker is not None and not can_say(speaker, cue, frame):
        return None
    return make_report(verb, cue, speaker, frame, contents)


def is_unsaid(verb: Word) -> bool:
    """Tell whether a verb is an infinitive that says what is not said: ``refused to say``."""
    is_infinitive = any(mark.lower_ == "to" for mark in children(verb, "mark"))
    if not is_infinitive or verb.head is verb:
        return False
    return verb.head.lemma_.lower() not in word_list("going_to_say")


def can_say(speaker: Word, cue: Cue, frame: str) -> bool:
    """Tell whether a subject can be a source: anything may say, but only some things mention."""
    if SPEECH in cue.frames and frame != AMOUNT:
        return True
    if frame == AMOUNT and any(child.lower_ in OURS for child in speaker.lefts):
        return False
    if speaker.ent_type_ in PARTIES or speaker.pos_ == "PRON":
        return True
    if speaker.lower_ in document_nouns() or (speaker.lemma_.lower(),) in role_nouns():
        return True
    return bool(classes_of(speaker) & SOURCES)


def is_impersonal(verb: Word, contents: list[Span]) -> bool:
    """Tell whether what is said is said by nobody: ``it is believed that``."""
    return bool(contents) and is_passive(verb) and bool(children(verb, "ccomp", "xcomp"))


def make_report(
    verb: Word, cue: Cue, speaker: Word | None, frame: str, contents: list[Span]
) -> Report:
    """Return the report of a verb; a source that is cited is the one who says it."""
    cited = cited_by(verb)
    source, via = speaker, quoting(verb, speaker)
    if cited is not None:
        source, via = cited, speaker
    return Report(
        cue=verb.doc.span([verb]),
        stance=cue.stance,
        source=make_source(source) if source is not None else None,
        via=make_source(via) if via is not None else outlet_told(verb),
        contents=tuple(contents),
        takes_speech=bool(cue.frames & BESIDE),
        rule=f"verb/{rule_frame(frame, cue)}" if source is not None else f"impersonal/{frame}",
    )


def rule_frame(frame: str, cue: Cue) -> str:
    """Return the frame for the rule: naming, where a cue without content can only name."""
    return NAMING if frame == SPEECH and SPEECH not in cue.frames else frame


def outlet_told(verb: Word) -> Source | None:
    """Return the news outlet that something is told to, None for any other listener."""
    listener = addressee_of(verb)
    if listener is None or listener.ent_type_ != "ORG":
        return None
    source = make_source(listener)
    name = (source.named or source.span).text.lower()
    words = {*name.split(), *(child.lower_ for child in listener.lefts)}
    is_outlet = name in word_list("news_outlet") or bool(words & word_list("outlet_word"))
    return source if is_outlet else None
