"""Figures behind a colon: ``Killed: 34; injured: 112``, ``Rifles handed in: 318``."""

from typing import Final

from spacy.tokens import Token

from tasks.nlp.figures.grammar.arcs import span_of
from tasks.nlp.figures.grammar.phrases import Phrase, lemma_of
from tasks.nlp.figures.grammar.view import FigureView

ENDS: Final = frozenset({";", ".", "•", "*", "–", "—", "·", "|", ":"})
MOST_WORDS: Final = 9


def label_before(view: FigureView) -> Phrase | None:
    """Return the noun of the label that ends right before an amount, or its only word."""
    words = label_words(view)
    if not words:
        return None
    head = last_noun(words)
    first = words.index(head)
    while first > 0 and words[first - 1].pos_ in {"NOUN", "PROPN", "ADJ", "VERB"}:
        first -= 1
    span = head.doc[words[first].i : head.i + 1]
    return Phrase(span_of(span), lemma_of(head), "label_before")


def label_words(view: FigureView) -> list[Token]:
    """Return the words between a colon before the amount and the end of what comes before."""
    doc, colon = view.top.doc, view.words[0].i - 1
    if colon < 1 or doc[colon].text != ":":
        return []
    words: list[Token] = []
    for word in reversed(doc[max(0, colon - MOST_WORDS) : colon]):
        if word.text in ENDS or word.is_space:
            break
        words.insert(0, word)
        if word.is_sent_start:
            break
    while words and not words[0].is_alpha:
        words.pop(0)
    return words


def last_noun(words: list[Token]) -> Token:
    """Return the last noun before a participle or a preposition, else the participle."""
    head = None
    for word in words:
        if head is not None and word.pos_ not in {"NOUN", "PROPN"}:
            break
        if word.pos_ in {"NOUN", "PROPN"}:
            head = word
    return head or next((word for word in words if word.pos_ in {"VERB", "ADJ"}), words[0])
