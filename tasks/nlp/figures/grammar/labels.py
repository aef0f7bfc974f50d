"""Figures behind a colon: ``Killed: 34; injured: 112``, ``Rifles handed in: 318``."""

from typing import Final

from tasks.nlp.figures.grammar.phrases import Phrase, lemma_of
from tasks.nlp.figures.grammar.view import COUNTS, FigureView
from tasks.nlp.syntax.arcs import NOMINAL, span_of
from tasks.nlp.syntax.tree import Word

OPENERS: Final = frozenset({"(", ",", ";", "-", "–", "•", "and", ":"})
CLOSERS: Final = frozenset({")", ",", ";", ".", "and", "•"})
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


def noun_label(view: FigureView) -> Word | None:
    """The noun right before an amount in a list: ``women 71, men 48``."""
    doc, first = view.top.doc, view.words[0].i
    if view.figure.kind not in COUNTS or first == 0 or first <= view.top.sent.start:
        return None
    noun, before = doc[first - 1], doc[first - 2] if first > 1 else None
    opens = before is None or noun.i == view.top.sent.start or before.text in OPENERS
    closes = view.after >= len(doc) or doc[view.after].text in CLOSERS
    is_noun = noun.pos_ in NOMINAL and noun.i not in view.amounts
    return noun if opens and closes and is_noun else None


def label_words(view: FigureView) -> list[Word]:
    """Return the words between a colon before the amount and the end of what comes before."""
    doc, colon = view.top.doc, view.words[0].i - 1
    if colon < 1 or doc[colon].text != ":":
        return []
    words: list[Word] = []
    for word in reversed(doc[max(0, colon - MOST_WORDS) : colon]):
        if word.text in ENDS or word.is_space:
            break
        words.insert(0, word)
        if word.is_sent_start:
            break
    while words and not words[0].is_alpha:
        words.pop(0)
    return words


def last_noun(words: list[Word]) -> Word:
    """Return the last noun before a participle or a preposition, else the participle."""
    head = None
    for word in words:
        if head is not None and word.pos_ not in {"NOUN", "PROPN"}:
            break
        if word.pos_ in {"NOUN", "PROPN"}:
            head = word
    return head or next((word for word in words if word.pos_ in {"VERB", "ADJ"}), words[0])
