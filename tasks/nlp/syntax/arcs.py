"""Ways through a parse that several rules take."""

from collections.abc import Iterable, Iterator
from typing import Final

from tasks.nlp.spans import Span
from tasks.nlp.syntax.tree import Word

SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
CLAUSES: Final = frozenset(
    {"ROOT", "acl", "acl:relcl", "advcl", "advcl:relcl", "ccomp", "csubj", "parataxis", "conj"}
)
NOMINAL: Final = frozenset({"NOUN", "PROPN"})
SAME_SUBJECT: Final = frozenset({"xcomp", "conj", "advcl", "parataxis"})
"""Clauses that take the subject of the clause above when they have none of their own."""
MOST_STEPS: Final = 30
"""No path from a word to its root is longer in a sentence that somebody wrote."""


def children(word: Word, *labels: str) -> list[Word]:
    """Return the dependents of a word that have one of some labels, subtypes included."""
    return [
        child
        for child in word.children
        if child.dep_ in labels or (":" in child.dep_ and child.dep_.partition(":")[0] in labels)
    ]


def case_of(word: Word) -> str:
    """Return the preposition of a nominal in lower case, empty without one."""
    cases = [child for child in children(word, "case") if child.i < word.i]
    return cases[0].lower_ if cases else ""


def ancestors(word: Word) -> Iterator[Word]:
    """Yield the heads of a word, nearest first."""
    for _ in range(MOST_STEPS):
        if word.head.i == word.i:
            return
        word = word.head
        yield word


def clause_of(word: Word) -> Word:
    """Return the head of the clause that a word stands in: a verb, or a predicate noun."""
    for step in (word, *ancestors(word)):
        if step.pos_ in {"VERB", "AUX"} or children(step, "cop") or step.head.i == step.i:
            return step
    return word


def subject_of(verb: Word) -> Word | None:
    """Return the subject of a clause.

    A participle's is the noun that it modifies, an infinitive's the object above it
    (``expects the number to sink``).
    """
    for _ in range(MOST_STEPS):
        own = [child for child in verb.children if child.dep_ in SUBJECTS]
        if own:
            return antecedent(own[-1])
        if verb.dep_ == "acl":
            return verb.head
        raised = children(verb.head, "obj") if verb.dep_ == "xcomp" else []
        if raised:
            return raised[0]
        if verb.dep_ == "acl:relcl" or verb.dep_ not in SAME_SUBJECT or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def antecedent(word: Word) -> Word:
    """Return the noun that a relative pronoun stands for, else the word itself."""
    if word.tag_ not in {"WDT", "WP", "WP$"} and word.lower_ not in {"which", "who", "whom"}:
        return word
    for step in ancestors(word):
        if step.dep_ == "acl:relcl":
            return step.head
    return word


def span_of(words: list[Word]) -> Span:
    """Return the characters of neighbouring words."""
    return words[0].doc.span(words)


def top_of(words: Iterable[Word]) -> Word | None:
    """Return the word whose head lies outside of a group of words; the last one of several."""
    group = list(words)
    inside = {word.i for word in group}
    tops = [word for word in group if word.head.i not in inside or word.head.i == word.i]
    return tops[-1] if tops else None
