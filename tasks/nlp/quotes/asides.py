"""Insertions that say who speaks: ``Ten men, police said, were held``."""

from typing import Final

from tasks.nlp.quotes.contents import around, host_of, reporting_words
from tasks.nlp.quotes.report import Report
from tasks.nlp.quotes.sources import make_source
from tasks.nlp.quotes.vocabulary import CLAUSE, cue_forms
from tasks.nlp.spans import Span
from tasks.nlp.syntax.arcs import children
from tasks.nlp.syntax.tree import Word

ASIDE_DEPS: Final = frozenset({"parataxis", "acl:relcl", "acl", "advcl", "advcl:relcl"})
RELATIVES: Final = frozenset({"who", "which", "that", "whom", "where", "when", "why", "whose"})


def aside(verb: Word) -> list[Span]:
    """Return the clause around an insertion: ``Ten men, police said, were held``."""
    if verb.dep_ not in ASIDE_DEPS or verb.head is verb or not is_insertion(verb):
        return []
    words = reporting_words(verb, None)
    places = [word.i for word in words]
    host = host_of(verb.head)
    if any(word is host for word in words):
        return []
    return around(host, min(places), max(places) + 1)


def is_insertion(verb: Word) -> bool:
    """Tell a clause in commas, or behind ``as``, from one that describes a noun."""
    subjects = [child for child in verb.children if child.dep_.startswith("nsubj")]
    openers = {child.lower_ for child in verb.lefts if child.dep_ in {"mark", "advmod"}}
    if not subjects or any(subject.lower_ in RELATIVES for subject in subjects):
        return False
    if verb.dep_.startswith("advcl"):
        return "as" in openers or (not openers and is_set_off(verb))
    return is_set_off(verb)


def is_set_off(verb: Word) -> bool:
    """Tell whether a comma or dash stands before a clause and a mark behind it."""
    words = [word for word in reporting_words(verb, None) if not word.is_punct]
    first, last = min(word.i for word in words), max(word.i for word in words)
    sentence = verb.sent
    opens = first == sentence.start or verb.doc[first - 1].is_punct
    closes = last + 1 >= sentence.end or verb.doc[last + 1].is_punct
    return opens and closes


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
