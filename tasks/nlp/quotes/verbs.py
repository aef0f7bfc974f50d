"""Verbs that report speech."""

from typing import Final

from tasks.nlp.figures.grammar.modality import NEGATIONS
from tasks.nlp.quotes.frames import contents_of
from tasks.nlp.quotes.particles import particle_of
from tasks.nlp.quotes.report import Report, Source
from tasks.nlp.quotes.saying import can_say, is_about_naming, is_mere_wish, is_nobody
from tasks.nlp.quotes.sources import make_source
from tasks.nlp.quotes.subjects import (
    QUOTING,
    addressee_of,
    cited_by,
    is_passive,
    quoting,
    speaker_of,
)
from tasks.nlp.quotes.vocabulary import (
    ADDRESSEE,
    CLAUSE,
    INFINITIVE,
    NAMING,
    SPEECH,
    Cue,
    cue_forms,
)
from tasks.nlp.spans import Span
from tasks.nlp.syntax.arcs import children
from tasks.nlp.syntax.tree import Word
from tasks.nlp.word_lists import word_list

BESIDE: Final = frozenset({SPEECH, NAMING})
"""Frames whose content may be nothing but words in marks beside the cue."""


def read_verb(verb: Word) -> Report | None:
    """Return the report of a verb; without any content if only quoted words can be it."""
    cue = cue_of(verb)
    if cue is None or is_negated(verb) or is_unsaid(verb) or is_leaning(verb):
        return None
    frame, contents = contents_of(verb, cue)
    if not contents and not cue.frames & BESIDE:
        return None
    speaker = speaker_of(verb)
    is_silent = ADDRESSEE in cue.frames or frame not in {CLAUSE, INFINITIVE}
    if speaker is None and (is_silent or not is_impersonal(verb, contents)):
        return None
    if speaker is not None and (is_nobody(speaker) or not can_say(speaker, frame)):
        return None
    if is_mere_wish(verb, speaker, frame) or any(is_about_naming(span) for span in contents):
        return None
    return make_report(verb, cue, speaker, frame, contents)


def cue_of(verb: Word) -> Cue | None:
    """Return the sense in which a verb reports speech here, None where it does not."""
    for cue in cue_forms("verb").get(verb.lower_, ()):
        if not cue.particle or particle_of(verb, cue.particle):
            return cue
    return None


def is_negated(verb: Word) -> bool:
    """Tell whether somebody did not say it."""
    return any(child.lower_ in NEGATIONS for child in verb.children)


def is_leaning(verb: Word) -> bool:
    """Tell ``citing customs data`` and ``quoted by AFP``: what leans on a report, or carries it."""
    is_described = verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"}
    return verb.lemma_.lower() in QUOTING and (verb.tag_ == "VBG" or is_described)


def is_unsaid(verb: Word) -> bool:
    """Tell whether a verb is an infinitive that says what is not said: ``refused to say``."""
    is_infinitive = any(mark.lower_ == "to" for mark in children(verb, "mark"))
    if not is_infinitive or verb.head is verb:
        return False
    return verb.head.lemma_.lower() not in word_list("going_to_say")


def is_impersonal(verb: Word, contents: list[Span]) -> bool:
    """Tell whether what is said is said by nobody: ``it is believed that``."""
    return bool(contents) and is_passive(verb) and bool(children(verb, "ccomp", "xcomp", "csubj"))


def make_report(
    verb: Word, cue: Cue, speaker: Word | None, frame: str, contents: list[Span]
) -> Report:
    """Return the report of a verb; a source that is cited is the one who says it."""
    cited = cited_by(verb, speaker)
    source, via = speaker, quoting(verb, speaker)
    if cited is not None:
        source, via = cited, speaker
    return Report(
        cue=verb.doc.span([verb]),
        stance=cue.stance,
        source=make_source(source) if source is not None else None,
        via=make_source(via) if via is not None else outlet_told(verb),
        contents=tuple(without_speaker(contents, speaker, verb)),
        takes_speech=bool(cue.frames & BESIDE),
        rule=f"verb/{rule_frame(frame, cue)}" if source is not None else f"impersonal/{frame}",
    )


def without_speaker(contents: list[Span], speaker: Word | None, verb: Word) -> list[Span]:
    """Return contents that end before the phrase of their speaker, if the parse put it in."""
    if speaker is None or speaker.i > verb.i:
        return contents
    top = speaker
    while top.dep_ in {"appos", "flat"} and top.head.pos_ in {"NOUN", "PROPN"}:
        top = top.head
    start = verb.doc.span([top.left_edge]).start_char
    kept = [cut_before(content, start) for content in contents]
    said_by = verb.doc.span([speaker])
    return [c for c in kept if c.text and not c.overlaps(said_by.start_char, said_by.end_char)]


def cut_before(content: Span, start_char: int) -> Span:
    """Return a content up to a character in it; another one as it is."""
    if not content.start_char < start_char < content.end_char:
        return content
    text = content.text[: start_char - content.start_char].rstrip(" ,;:–—-")
    return Span(content.start_char, content.start_char + len(text), text)


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
