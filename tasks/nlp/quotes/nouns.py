"""Nouns that report speech: the claim that ..., a warning of ..., its vow to ..."""

from typing import Final

from tasks.nlp.quotes.contents import as_spans, behind, end_of
from tasks.nlp.quotes.particles import behind_case
from tasks.nlp.quotes.report import Report
from tasks.nlp.quotes.sources import make_source
from tasks.nlp.quotes.subjects import is_empty, speaker_of
from tasks.nlp.quotes.verbs import cue_of
from tasks.nlp.quotes.vocabulary import CLAUSE, INFINITIVE, OBJECT, Cue, cue_forms
from tasks.nlp.spans import Span
from tasks.nlp.syntax.arcs import case_of, children
from tasks.nlp.syntax.tree import Word
from tasks.nlp.word_lists import word_list

ABOUT: Final = frozenset({"about", "of", "on", "as"})
AGENT_CASES: Final = ("by", "from", "of")
IMPERSONAL: Final = "impersonal/clause"
WH_TAGS: Final = frozenset({"WRB", "WP", "WDT", "WP$"})


def read_noun(noun: Word) -> Report | None:
    """Return the report of a noun, None where it has no content or nobody to say it."""
    for cue in cue_forms("noun").get(noun.lower_, ()):
        contents = contents_of(noun, cue)
        source = holder_of(noun, contents) if contents else None
        if source is not None or (contents and is_hearsay(noun, cue)):
            return Report(
                cue=noun.doc.span([noun]),
                stance=cue.stance,
                source=make_source(source) if source is not None else None,
                via=None,
                contents=tuple(contents),
                takes_speech=False,
                rule=f"noun/{noun.lemma_.lower()}" if source is not None else IMPERSONAL,
            )
    return None


def is_hearsay(noun: Word, cue: Cue) -> bool:
    """Tell ``reports that`` of nobody, where no verb says how somebody stands to them."""
    is_plain = CLAUSE in cue.frames and cue.stance in {"reported", "claimed"}
    verb = noun.head
    is_judged = noun.dep_ == "obj" and cue_of(verb) is not None
    return is_plain and noun.tag_ == "NNS" and not is_judged


def contents_of(noun: Word, cue: Cue) -> list[Span]:
    """Return what a noun reports, nothing where it only names a kind of speech."""
    if CLAUSE in cue.frames and (found := clause(noun)):
        return found
    if INFINITIVE in cue.frames:
        for content in children(noun, "acl"):
            if any(mark.lower_ == "to" for mark in children(content, "mark")):
                return behind(noun, content)
    if OBJECT in cue.frames:
        for content in children(noun, "nmod", "acl"):
            is_of = case_of(content) == "of" or content.tag_ == "VBG"
            if content.i > noun.i and is_of and content.ent_type_ not in {"PERSON", "ORG", "GPE"}:
                return behind_case(content)
    return []


def clause(noun: Word) -> list[Span]:
    """Return the clause behind a noun: ``the claim that``, ``claims about how``."""
    for content in children(noun, "acl", "ccomp", "advcl", "nmod"):
        marks = {mark.lower_ for mark in children(content, "mark", "case")}
        if content.i < noun.i or content.dep_ == "acl:relcl":
            continue
        if "that" in marks:
            return behind(noun, content)
        if asks_before(noun, content):
            first = content.left_edge.i - 1
            return as_spans(noun.doc, [(first, end_of(content, first))])
        asks = [word for word in content.lefts if word.tag_ in WH_TAGS]
        if marks & ABOUT and asks and content.pos_ in {"VERB", "AUX"}:
            return as_spans(noun.doc, [(asks[0].i, end_of(content, asks[0].i))])
    return []


def asks_before(noun: Word, content: Word) -> bool:
    """Tell ``claims about how it recruited``, where the parse ties how to the noun."""
    before = content.left_edge.i - 1
    is_clause = content.dep_ == "acl" and bool(children(content, "nsubj"))
    return is_clause and before > noun.i + 1 and noun.doc[before].tag_ in WH_TAGS


def holder_of(noun: Word, contents: list[Span]) -> Word | None:
    """Return who says it: an owner, an agent, or the subject of the verb that governs the noun."""
    first = min(content.start_char for content in contents)
    for case in AGENT_CASES:
        for child in children(noun, "nmod", "obl"):
            is_before = child.doc.span([child]).start_char < first
            if case_of(child) == case and child.i > noun.i and is_before:
                return child
    owners = children(noun, "nmod:poss")
    if owners:
        return owners[0]
    return governing_subject(noun) or next(iter(bodies_before(noun)), None)


def bodies_before(noun: Word) -> list[Word]:
    """Return the names of bodies before a noun: ``government claims``, ``police reports``."""
    return [
        child
        for child in children(noun, "compound", "amod")
        if child.ent_type_ in {"ORG", "GPE", "NORP"} or child.lower_ in word_list("body_noun")
    ]


def governing_subject(noun: Word) -> Word | None:
    """Return the subject of the verb that takes a noun as its object: ``made the claim``.

    A verb that reports speech itself says how its subject stands to it: ``denied reports``.
    """
    verb = noun.head
    if noun.dep_ != "obj" or verb.pos_ != "VERB" or cue_of(verb) is not None:
        return None
    subject = speaker_of(verb)
    return None if subject is None or is_empty(subject) else subject
