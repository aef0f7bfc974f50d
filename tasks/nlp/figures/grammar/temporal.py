"""Whether a figure is a state, what happened in a span of time, or a running total."""

import itertools
from typing import Final

from tasks.nlp.figures.grammar.view import FigureView
from tasks.nlp.syntax.arcs import children, clause_of
from tasks.nlp.syntax.tree import Word
from tasks.nlp.word_lists import word_list

TIMELESS: Final = frozenset({"age", "duration", "percent", "multiple", "rate"})
BY_CATEGORY: Final = {"flow": "flow_category", "stock": "stock_category"}
PRESENT: Final = frozenset({"is", "are", "am"})
PAST: Final = frozenset({"had", "was", "were", "did"})
NOW: Final = frozenset({"is", "are", "am", "has", "have", "'s", "'ve", "’ve"})
PERFECT: Final = frozenset({"has", "have", "had", "'s", "'ve", "’ve"})
FUTURE: Final = frozenset({"will", "would", "could", "may", "might", "shall", "should", "to"})
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
    """Return what the verb of the clause tells: ``holds 40``, ``40 are ill``, ``opened 40``."""
    verb = clause_of(view.top)
    is_count = view.figure.kind == "count"
    if verb.lemma_.lower() in word_list("state_verb"):
        return "stock" if is_count else None
    if is_count and is_state(verb):
        return "stock"
    happened = verb.tag_ in {"VBD", "VBN", "VBG"} or bool(children(verb, "aux"))
    is_paid = view.figure.kind == "money" and verb.lemma_.lower() in word_list("money_verb")
    return "flow" if (is_count or is_paid) and happened else None


def is_present(view: FigureView) -> bool:
    """Tell whether the clause of a figure is in the present tense: ``there are 40``, ``holds``.

    What has happened by now counts (``have fled``), what had, will or may happen does not.
    """
    verb = clause_of(view.top)
    helpers = {child.lower_ for child in children(verb, "aux", "aux:pass", "cop")}
    if helpers & (FUTURE | PAST):
        return False
    return verb.tag_ in {"VBZ", "VBP"} or bool(helpers & NOW)


def is_state(verb: Word) -> bool:
    """Tell whether a clause says how things are: a predicate with ``be``, or the present tense."""
    helpers = {child.lower_ for child in children(verb, "aux", "aux:pass")}
    if children(verb, "cop"):
        return not helpers & FUTURE
    is_present = verb.tag_ in {"VBZ", "VBP"} or bool(helpers & PRESENT)
    return is_present and not helpers & (PERFECT | FUTURE)


def says_so_far(view: FigureView) -> bool:
    """Tell whether the clause says since when, so far, or in all."""
    doc, sentence = view.top.doc, view.top.sent
    first = max(sentence.start, view.words[0].i - REACH)
    last = min(sentence.end, view.after + REACH)
    words = [word.lower_ for word in doc[first:last]]
    pairs = {" ".join(pair) for pair in itertools.pairwise(words)}
    return "since" in words or bool(pairs & word_list("running_total"))
