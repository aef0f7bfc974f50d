"""Whether a figure is a state, what happened in a span of time, or a running total."""

import itertools
from typing import Final

from tasks.nlp.figures.grammar.arcs import clause_of
from tasks.nlp.figures.grammar.view import FigureView
from tasks.nlp.word_lists import word_list

TIMELESS: Final = frozenset({"age", "duration", "percent", "multiple", "rate"})
BY_CATEGORY: Final = {"flow": "flow_category", "stock": "stock_category"}
REACH: Final = 12
"""Tokens in which words such as ``since`` are looked for, on either side."""


def find_temporal_type(view: FigureView, category: str) -> str | None:
    """Return ``stock``, ``flow`` or ``cumulative``; None where nothing tells.

    Args:
        view: The figure.
        category: Its category: killings happen, garrisons stand.
    """
    if view.figure.kind in TIMELESS:
        return None
    if says_so_far(view):
        return "cumulative"
    for name, lists in BY_CATEGORY.items():
        if category in word_list(lists):
            return name
    return by_verb(view)


def by_verb(view: FigureView) -> str | None:
    """Return what the verb of the clause tells: ``holds 40``, ``opened 40``."""
    verb = clause_of(view.top)
    if verb.lemma_.lower() in word_list("state_verb"):
        return "stock"
    is_past = verb.tag_ in {"VBD", "VBN"}
    return "flow" if is_past and view.figure.kind == "count" else None


def says_so_far(view: FigureView) -> bool:
    """Tell whether the clause says since when, so far, or in all."""
    doc, sentence = view.top.doc, view.top.sent
    first = max(sentence.start, view.words[0].i - REACH)
    last = min(sentence.end, view.after + REACH)
    words = [word.lower_ for word in doc[first:last]]
    pairs = {" ".join(pair) for pair in itertools.pairwise(words)}
    return "since" in words or bool(pairs & word_list("running_total"))
