"""Denominators behind the phrase that is counted: ``ten sorties a week``."""

from dataclasses import replace
from typing import Final

from tasks.nlp.figures.grammar.phrases import Phrase
from tasks.nlp.figures.grammar.view import FigureView
from tasks.nlp.figures.nouns import singular
from tasks.nlp.spans import Figure, Span
from tasks.nlp.syntax.arcs import span_of
from tasks.nlp.word_lists import word_list

OPENERS: Final = frozenset({"a", "an", "per", "each", "every"})
KINDS: Final = frozenset({"count", "money", "measure"})


def with_denominator(view: FigureView, phrase: Phrase | None, figure: Figure) -> Figure:
    """Return a figure with the denominator that stands behind what it counts."""
    if figure.per is not None or figure.kind not in KINDS or phrase is None:
        return figure
    span = denominator(view, phrase)
    if span is None:
        return figure
    return replace(figure, per=span, kind="rate" if figure.kind == "count" else figure.kind)


def denominator(view: FigureView, phrase: Phrase) -> Span | None:
    """Return article and noun right behind a phrase of the figure's own: ``a week``."""
    doc = view.top.doc
    words = doc.between(phrase.span.start_char, phrase.span.end_char)
    if not words or words[0].i < view.after or words[-1].i + 2 >= len(doc):
        return None
    opener, noun = doc[words[-1].i + 1], doc[words[-1].i + 2]
    is_rate = singular(noun.lower_) in word_list("rate_noun") | word_list("time_noun")
    return span_of(doc[opener.i : noun.i + 1]) if opener.lower_ in OPENERS and is_rate else None
