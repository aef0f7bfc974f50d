"""Where a figure holds: a place in its own clause, else the only one of its sentence."""

from collections.abc import Iterator
from typing import Final

from tasks.nlp.figures.grammar.category import head_word
from tasks.nlp.figures.grammar.phrases import Phrase
from tasks.nlp.figures.grammar.view import FigureView
from tasks.nlp.spans import Span
from tasks.nlp.syntax.arcs import case_of, clause_of, span_of, top_of
from tasks.nlp.syntax.tree import Sentence, Word
from tasks.nlp.word_lists import word_list

PLACES: Final = frozenset({"GPE", "LOC", "FAC"})


def find_place(view: FigureView, phrase: Phrase | None) -> Span | None:
    """Return the name of the figure's own place; never one of another sentence.

    A place that acts (``Germany delivers 18 tanks``) is not where the figure holds.
    """
    places = {root.i: name for name in places_of(view.top.sent) if (root := top_of(name))}
    roots = [view.top.doc[place] for place in places]
    located = [root for root in roots if case_of(root) in word_list("place_case")]
    anchors = {view.top.i, clause_of(view.top).i}
    noun = head_word(view, phrase)
    if noun is not None:
        anchors.add(noun.i)
    for found in (
        [root for root in located if root.head.i in anchors],
        [root for root in located if is_same_clause(root, view.top)],
        roots if len(roots) == 1 and not roots[0].dep_.startswith("nsubj") else [],
    ):
        if found:
            return span_of(places[min(found, key=lambda root: abs(root.i - view.top.i)).i])
    return None


def places_of(sentence: Sentence) -> Iterator[list[Word]]:
    """Yield the names of places in a sentence."""
    for word in sentence:
        if word.ent_iob_ == "B" and word.ent_type_ in PLACES:
            last = word.i
            while last + 1 < sentence.end and word.doc[last + 1].ent_iob_ == "I":
                last += 1
            yield word.doc[word.i : last + 1]


def is_same_clause(word: Word, other: Word) -> bool:
    """Tell whether two words stand in one clause."""
    return clause_of(word).i == clause_of(other).i
