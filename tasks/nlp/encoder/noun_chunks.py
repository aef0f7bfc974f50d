"""Base noun phrases of a parse in Universal Dependencies; spaCy's own read ClearNLP labels."""

from collections.abc import Iterator
from typing import Any, Final

from spacy.tokens import Doc, Span, Token
from spacy.vocab import Vocab

HEADS: Final = frozenset({"NOUN", "PROPN", "PRON"})
PHRASES: Final = frozenset(
    {
        *("nsubj", "csubj", "obj", "iobj", "obl", "nmod", "appos", "ROOT", "conj", "expl"),
        *("dislocated", "vocative", "parataxis", "list", "orphan", "reparandum", "dep"),
        *("xcomp", "ccomp", "advcl", "acl"),
    }
)
"""Labels, without their subtypes, of a noun that heads a phrase of its own."""
INSIDE: Final = frozenset(
    {
        *("det", "det:predet", "amod", "nummod", "compound", "nmod:poss", "nmod:desc", "flat"),
        *("advmod", "goeswith"),
    }
)
"""Labels of what stands before a noun and belongs to its phrase."""
AFTER: Final = frozenset({"flat", "goeswith", "compound", "nummod", "nmod:desc"})
"""Labels of what stands directly behind a noun and belongs to its phrase."""


def use_noun_chunks(vocab: Vocab) -> None:
    """Let Docs of a vocabulary find their noun chunks by our labels."""
    untyped: Any = vocab  # spaCy's stub tells another type than its code uses
    untyped.get_noun_chunks = noun_chunks


def noun_chunks(doclike: Doc | Span) -> Iterator[tuple[int, int, int]]:
    """Yield first token, token after the last, and label of each base noun phrase.

    The preposition, punctuation, relative clauses and further phrases stay outside.

    Raises:
        ValueError: If the Doc has not been parsed.
    """
    doc = doclike.doc
    if not doc.has_annotation("DEP"):
        msg = "noun chunks need a Doc with dependency arcs"
        raise ValueError(msg)
    label = doc.vocab.strings.add("NP")
    end = 0
    for word in doclike:
        if word.pos_ in HEADS and heads_phrase(word):
            first, last = edges(word)
            if first >= end:
                yield first, last + 1, label
                end = last + 1


def heads_phrase(word: Token) -> bool:
    """Tell whether a word heads a phrase that is not part of another one."""
    while word.dep_ == "conj" and word.head.i < word.i:
        word = word.head
    return word.dep_ not in INSIDE and word.dep_.partition(":")[0] in PHRASES


def edges(word: Token) -> tuple[int, int]:
    """Return the first and the last token of the phrase that a word heads."""
    first = min([word.i, *(child.left_edge.i for child in word.lefts if child.dep_ in INSIDE)])
    last = word.i
    for child in word.rights:
        if child.dep_ not in AFTER or child.left_edge.i != last + 1:
            break
        last = child.right_edge.i
    return first, last
