"""Numbers that name the thing before them: ``page 11``, ``Checkpoint 12``, ``counter 3``."""

from typing import Final

from tasks.nlp.figures.grammar.view import FigureView
from tasks.nlp.spans import RejectedNumber
from tasks.nlp.syntax.arcs import NOMINAL
from tasks.nlp.word_lists import word_list

NAMING: Final = frozenset(
    {"nummod", "nmod:desc", "compound", "nmod:unmarked", "flat", "appos", "nmod"}
)
MOST_DIGITS: Final = 4


def as_designation(view: FigureView) -> RejectedNumber | None:
    """Return a bare number as the name of the singular noun right before it, or None."""
    figure, first = view.figure, view.words[0].i
    text = figure.span.text
    if figure.kind != "count" or figure.qualifier_span or not text.isdigit() or first == 0:
        return None
    noun = view.top.doc[first - 1]
    is_named = view.top.dep_ in NAMING and view.top.head.i == noun.i and noun.pos_ in NOMINAL
    is_plural = noun.tag_ in {"NNS", "NNPS"} or noun.lower_ in word_list("victim_adjective")
    if (
        not is_named
        or is_plural
        or len(text) > MOST_DIGITS
        or noun.lower_ in word_list("counted_people")
    ):
        return None
    return RejectedNumber(figure.span, "designation", "number_of_noun")
