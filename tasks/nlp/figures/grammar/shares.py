"""What has the property of which a percentage tells the share."""

from typing import Final

from spacy.tokens import Token

from tasks.nlp.figures.grammar.arcs import clause_of, span_of, subject_of
from tasks.nlp.figures.grammar.phrases import Phrase, phrase_of
from tasks.nlp.figures.grammar.view import FigureView
from tasks.nlp.spans import Span
from tasks.nlp.word_lists import word_list

BEFORE: Final = frozenset({"case", "amod", "compound", "advmod"})
BEHIND: Final = frozenset({"obj", "obl", "nmod", "xcomp", "advmod", "compound:prt", "obl:agent"})
WHOLES: Final = frozenset({"of_phrase", "same_as_before", "sentence_before", "of_whom"})


def find_share(view: FigureView, phrase: Phrase | None) -> Span | None:
    """Return the property: ``80 percent of the arms were Russian-made``, ``Wages take 38 % of it``.

    Where the share is the subject, the property is the predicate; where it is the object, the
    property is the subject.
    """
    if view.figure.kind != "percent" or phrase is None or phrase.rule not in WHOLES:
        return None
    clause = clause_of(view.top)
    if view.top.dep_.startswith("nsubj"):
        return predicate(clause)
    if clause.lemma_.lower() not in word_list("share_verb") or view.top.dep_ not in {"obj", "obl"}:
        return None
    holder = subject_of(clause)
    found = phrase_of(holder, "share") if holder is not None and not view.holds(holder) else None
    return found.span if found else None


def predicate(word: Token) -> Span:
    """Return what is said of a subject: verb or predicate noun with what belongs to it."""
    first, last = word.i, word.i
    for child in reversed(list(word.lefts)):
        if child.dep_ not in BEFORE or child.right_edge.i != first - 1:
            break
        first = child.left_edge.i
    for child in word.rights:
        if child.dep_ not in BEHIND or child.left_edge.i != last + 1:
            break
        last = child.right_edge.i
    return span_of(word.doc[first : last + 1])
