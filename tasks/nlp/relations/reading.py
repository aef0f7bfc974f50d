"""The relations of a parsed Doc."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from spacy.strings import get_string_id
from spacy.tokens import Doc

from tasks.nlp.relations.arguments import Arguments
from tasks.nlp.relations.event_words import event_words
from tasks.nlp.relations.modality import find_modality
from tasks.nlp.relations.nouns import noun_arguments
from tasks.nlp.relations.phrases import noun_phrase
from tasks.nlp.relations.relation import Relation
from tasks.nlp.relations.verbs import verb_arguments
from tasks.nlp.spans import Span
from tasks.nlp.syntax.sharing import tree_of
from tasks.nlp.syntax.stretches import inside
from tasks.nlp.syntax.tree import Word

RECEIVERS: Final[Mapping[str, frozenset[str]]] = {
    "sell": frozenset({"to", "for"}),
    "supply": frozenset({"to", "for"}),
}
"""Prepositions of those who get the object, by event."""
LONGEST_SENTENCE: Final = 300
"""In words; what is longer is a list or no text, and its words would be walked again and again."""
NOT_EVENTS: Final = frozenset({"amod", "compound", "flat", "aux", "case"})


def read_relations(doc: Doc, stretches: list[tuple[int, int]]) -> list[Relation]:
    """Return the relations of a Doc in text order of their verbs.

    Args:
        doc: Document with lemmas, tags and arcs.
        stretches: First and last characters (exclusive) of what is read, sorted.
    """
    places = event_places(doc, stretches)
    if not places:
        return []
    tree = tree_of(doc)
    found = [(word, read_word(word)) for word in (tree[place] for place in places)]
    said = {arguments.fixed.i for _, arguments in found if arguments and arguments.fixed}
    return [
        make_relation(word, arguments)
        for word, arguments in found
        if arguments and word.i not in said and (arguments.subject or arguments.object)
    ]


def event_places(doc: Doc, stretches: list[tuple[int, int]]) -> list[int]:
    """Return the positions of the words that may say an event."""
    known = event_lemmas()
    columns = doc.to_array(["LEMMA", "POS", "IDX"])
    words: list[list[int]] = columns[:, :2].tolist()
    places = [place for place, (lemma, pos) in enumerate(words) if (lemma, pos) in known]
    starts: list[int] = columns[:, 2].tolist()
    return list(inside(places, starts, stretches))


@cache
def event_lemmas() -> frozenset[tuple[int, int]]:
    """Return the hash of each lemma of an event with the number of its word class."""
    return frozenset(
        (get_string_id(lemma), get_string_id(kind.upper()))
        for kind in ("verb", "noun")
        for lemma in event_words(kind)
    )


def read_word(word: Word) -> Arguments | None:
    """Return the event that a word says and who takes part, None where it says none."""
    if word.dep_ in NOT_EVENTS or word.sent.end - word.sent.start > LONGEST_SENTENCE:
        return None
    if word.pos_ == "VERB":
        return verb_arguments(word)
    return noun_arguments(word) if word.pos_ == "NOUN" else None


def make_relation(word: Word, found: Arguments) -> Relation:
    """Return a relation of spans."""
    return Relation(
        event=found.word.event,
        subject=phrase(found.subject),
        verb=word.doc.span([word]),
        object=phrase(found.object, RECEIVERS.get(found.word.event, frozenset())),
        modality=find_modality(word, (found.subject, found.object)),
        rule=found.rule,
    )


def phrase(noun: Word | None, stop: frozenset[str] = frozenset()) -> Span | None:
    """Return the span of a noun phrase that ends before some prepositions, or None."""
    return noun_phrase(noun, stop) if noun else None
