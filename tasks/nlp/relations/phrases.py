"""The noun phrase of a subject or object, without clauses, appositions and adverbials."""

from collections.abc import Container
from typing import Final

from tasks.nlp.relations.event_words import event_words
from tasks.nlp.spans import Span
from tasks.nlp.syntax.arcs import case_of, children
from tasks.nlp.syntax.tree import Word

OUTSIDE_LEFT: Final = frozenset(
    {"case", "cc", "cc:preconj", "punct", "mark", "cop", "aux", "discourse", "nsubj", "advcl"}
    | {"parataxis", "nsubj:outer", "dislocated", "vocative", "obl"}
)
INSIDE_RIGHT: Final = frozenset(
    {"nmod", "flat", "compound", "conj", "nummod", "goeswith", "fixed", "amod", "nmod:desc"}
)
SKIPPED: Final = frozenset({"punct"})
TIMES: Final = frozenset({"DATE", "TIME"})
MOST_DEPTH: Final = 20


def noun_phrase(head: Word, stop: Container[str] = ()) -> Span:
    """Return the phrase of a head, coordinated nouns included.

    Args:
        head: Its noun.
        stop: Prepositions that the phrase ends before: the receiver in ``sell arms to rebels``.
    """
    words = head.doc[first_of(head) : last_of(head, stop) + 1]
    return head.doc.span(words)


def first_of(head: Word) -> int:
    """Return the first word of a phrase: behind the last one before it that is no part."""
    first = head.left_edge.i
    for child in head.lefts:
        if child.dep_ in OUTSIDE_LEFT:
            first = child.right_edge.i + 1
    return min(first, head.i)


def last_of(head: Word, stop: Container[str] = (), depth: int = 0) -> int:
    """Return the last word of a phrase: before the first clause, apposition or time."""
    last = head.i
    for child in head.rights:
        if child.dep_ in SKIPPED:
            continue
        if not is_inside(child) or case_of(child) in stop or depth > MOST_DEPTH:
            break
        last = last_of(child, stop if child.dep_ == "conj" else (), depth + 1)
    return last


def is_inside(child: Word) -> bool:
    """Tell whether a dependent behind a head belongs to its phrase."""
    if child.dep_ not in INSIDE_RIGHT or child.ent_type_ in TIMES or case_of(child) == "by":
        return False
    return child.dep_ != "conj" or not (is_clause(child) or is_event(child))


def is_event(word: Word) -> bool:
    """Tell ``the arrest of men and the seizure of arms`` from ``men and arms``."""
    return word.lemma_.lower() in event_words("noun") and bool(children(word, "nmod"))


def is_clause(word: Word) -> bool:
    """Tell whether a coordinated word is a verb or has a subject of its own."""
    return word.pos_ in {"VERB", "AUX"} or bool(children(word, "nsubj", "cop"))
