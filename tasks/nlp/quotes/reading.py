"""The reports of a parsed Doc."""

from functools import cache
from typing import Final

from spacy.strings import get_string_id
from spacy.tokens import Doc

from tasks.nlp.quotes.adjectives import read_adjective
from tasks.nlp.quotes.asides import read_aside
from tasks.nlp.quotes.labels import LABEL_MARKS, read_label
from tasks.nlp.quotes.nouns import read_noun
from tasks.nlp.quotes.phrases import phrase_at, read_phrase
from tasks.nlp.quotes.report import Report
from tasks.nlp.quotes.subjects import FINITE
from tasks.nlp.quotes.verbs import read_verb
from tasks.nlp.quotes.vocabulary import cue_forms, source_phrases
from tasks.nlp.syntax.sharing import tree_of
from tasks.nlp.syntax.stretches import inside
from tasks.nlp.syntax.tree import Word

LONGEST_SENTENCE: Final = 400
"""In words; what is longer is a list or no text, and its words would be walked again and again."""
AUXILIARY: Final = frozenset({"aux", "aux:pass", "cop", "case", "mark", "fixed", "amod"})


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
        if word.text in LABEL_MARKS:
            if report := read_label(word):
                found.append(report)
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
    forms += [*source_phrases(), *LABEL_MARKS]
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
