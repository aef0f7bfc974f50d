"""The adverbs and prepositions of cues: point out, call for."""

from typing import Final

from tasks.nlp.quotes.contents import as_spans
from tasks.nlp.spans import Span
from tasks.nlp.syntax.arcs import case_of, children
from tasks.nlp.syntax.tree import Word

BEHIND_PARTICLE: Final = frozenset({"obl", "advcl", "nmod"})


def particle_of(verb: Word, particle: str) -> Word | None:
    """Return the adverb beside a verb, or the noun or clause behind its preposition."""
    for child in verb.rights:
        if child.lower_ == particle and child.dep_ in {"compound:prt", "advmod", "obl", "case"}:
            return child
        if child.dep_ in BEHIND_PARTICLE and opens_with(child, particle):
            return child
    return below_object(verb, particle)


def below_object(verb: Word, particle: str) -> Word | None:
    """Return the amount that the parse ties to an object: ``put the number of dead at 40``."""
    for child in verb.rights:
        if child.dep_ == "obj" and particle == "at":
            for inner in verb.doc[child.i + 1 : child.right_edge.i + 1]:
                if inner.dep_ == "nmod" and case_of(inner) == particle:
                    return inner
    return None


def opens_with(word: Word, particle: str) -> bool:
    """Tell whether a preposition or conjunction stands before a noun or clause."""
    marks = children(word, "mark")
    return case_of(word) == particle or any(mark.lower_ == particle for mark in marks)


def behind_case(word: Word) -> list[Span]:
    """Return a noun phrase or clause without the preposition before it."""
    openers = [child.right_edge.i for child in children(word, "case", "mark") if child.i < word.i]
    first = max(openers) + 1 if openers else word.left_edge.i
    return as_spans(word.doc, [(first, word.right_edge.i + 1)])
