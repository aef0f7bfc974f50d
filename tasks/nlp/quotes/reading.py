"""The reports of a parsed Doc."""

from functools import cache
from typing import Final

from spacy.strings import get_string_id
from spacy.tokens import Doc

from tasks.nlp.quotes.contents import around, host_of
from tasks.nlp.quotes.nouns import read_noun
from tasks.nlp.quotes.phrases import phrase_at, read_phrase
from tasks.nlp.quotes.places import inside
from tasks.nlp.quotes.report import Report, Source
from tasks.nlp.quotes.sources import PARTIES, make_source, points_back
from tasks.nlp.quotes.subjects import addressee_of, cited_by, is_passive, quoting, speaker_of
from tasks.nlp.quotes.verbs import clause, contents_of, cue_of, is_negated, own_infinitive
from tasks.nlp.quotes.vocabulary import (
    ADDRESSEE,
    AMOUNT,
    CLAUSE,
    INFINITIVE,
    NAMING,
    OBJECT,
    SPEECH,
    Cue,
    cue_forms,
    document_nouns,
    source_phrases,
)
from tasks.nlp.relations.object_classes import classes_of
from tasks.nlp.roles.vocabulary import role_nouns
from tasks.nlp.spans import Span
from tasks.nlp.syntax.arcs import antecedent, children
from tasks.nlp.syntax.sharing import tree_of
from tasks.nlp.syntax.tree import Word
from tasks.nlp.word_lists import word_list

LONGEST_SENTENCE: Final = 400
"""In words; what is longer is a list or no text, and its words would be walked again and again."""
AUXILIARY: Final = frozenset({"aux", "aux:pass", "cop", "case", "mark", "fixed", "amod"})
BESIDE: Final = frozenset({SPEECH, NAMING})
"""Frames whose content may be nothing but words in marks beside the cue."""
OURS: Final = frozenset({"my", "our"})
WEAK: Final = frozenset({AMOUNT, OBJECT, NAMING})
"""Frames that anything may be the subject of: ``marks point to``."""
FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
OFFICIAL: Final = frozenset({"organisation", "role", "document", "country"})
"""Classes of those whose plans are news."""
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


@cache
def known_forms() -> frozenset[int]:
    """Return the hash of each form of a cue, and of the first words of phrases."""
    kinds = ("verb", "noun", "adjective")
    forms = [form for kind in kinds for form in cue_forms(kind)]
    forms += source_phrases()
    return frozenset(get_string_id(form) for form in forms)


def read_word(word: Word) -> Report | None:
    """Return the report of a verb or noun, None where it reports nothing."""
    if word.dep_ in AUXILIARY:
        return None
    if word.pos_ == "VERB" or word.tag_ in FINITE:
        return read_verb(word)
    if word.pos_ == "ADJ" and word.lower_ in cue_forms("adjective"):
        return read_adjective(word)
    return read_aside(word) or (read_noun(word) if word.pos_ == "NOUN" else None)


def read_adjective(word: Word) -> Report | None:
    """Return what somebody is sure or afraid of."""
    [cue, *_] = cue_forms("adjective")[word.lower_]
    subjects = children(word, "nsubj")
    contents = clause(word, cue) if CLAUSE in cue.frames else []
    if not contents and INFINITIVE in cue.frames:
        contents = own_infinitive(word, cue)
    is_predicate = bool(subjects) and bool(children(word, "cop"))
    if not contents or not is_predicate or is_negated(word) or not can_say(subjects[0], OBJECT):
        return None
    return Report(
        cue=word.doc.span([word]),
        stance=cue.stance,
        source=make_source(antecedent(subjects[0])),
        via=None,
        contents=tuple(contents),
        takes_speech=False,
        rule="adjective/clause",
    )


def read_aside(word: Word) -> Report | None:
    """Return the report of an insertion whose verb the parse has taken for a name.

    ``Forty shells fell, Admiral Barkatis notes, in three hours``.
    """
    names = [child for child in children(word, "compound", "flat") if child.pos_ == "PROPN"]
    is_verb = word.text.islower() and CLAUSE in {
        frame for cue in cue_forms("verb").get(word.lower_, ()) for frame in cue.frames
    }
    is_inserted = word.dep_ in {"parataxis", "appos"} and word.i + 1 < word.sent.end
    if not (names and is_verb and is_inserted and word.nbor(1).is_punct):
        return None
    contents = around(host_of(word.head), word.left_edge.i, word.i + 1)
    return Report(
        cue=word.doc.span([word]),
        stance=cue_forms("verb")[word.lower_][0].stance,
        source=make_source(names[-1]),
        via=None,
        contents=tuple(contents),
        takes_speech=True,
        rule="verb/aside",
    )


def read_verb(verb: Word) -> Report | None:
    """Return the report of a verb; without any content if only quoted words can be it."""
    cue = cue_of(verb)
    if cue is None or is_negated(verb) or is_unsaid(verb):
        return None
    frame, contents = contents_of(verb, cue)
    if not contents and not cue.frames & BESIDE:
        return None
    speaker = speaker_of(verb)
    is_silent = ADDRESSEE in cue.frames or frame not in {CLAUSE, INFINITIVE}
    if speaker is None and (is_silent or not is_impersonal(verb, contents)):
        return None
    if speaker is not None and not can_say(speaker, frame):
        return None
    if is_mere_wish(verb, speaker, frame) or any(is_about_naming(span) for span in contents):
        return None
    return make_report(verb, cue, speaker, frame, contents)


def is_unsaid(verb: Word) -> bool:
    """Tell whether a verb is an infinitive that says what is not said: ``refused to say``."""
    is_infinitive = any(mark.lower_ == "to" for mark in children(verb, "mark"))
    if not is_infinitive or verb.head is verb:
        return False
    return verb.head.lemma_.lower() not in word_list("going_to_say")


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
    is_known = speaker.ent_type_ or speaker.pos_ in {"PROPN", "PRON"} or children(speaker, "appos")
    is_definite = any(points_back(child) for child in speaker.lefts)
    return not is_known and not (is_definite and is_official(speaker))


def is_official(speaker: Word) -> bool:
    """Tell whether a noun names somebody whose plans are news."""
    is_role = (speaker.lower_,) in role_nouns()
    return is_role or bool(classes_of(speaker) & OFFICIAL)


def is_about_naming(content: Span) -> bool:
    """Tell whether a source asks not to be named."""
    return content.text.lower() in word_list("anonymity_phrase")


def is_impersonal(verb: Word, contents: list[Span]) -> bool:
    """Tell whether what is said is said by nobody: ``it is believed that``."""
    return bool(contents) and is_passive(verb) and bool(children(verb, "ccomp", "xcomp"))


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
