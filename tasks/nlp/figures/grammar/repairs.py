"""Corrections of what words alone misread: ``handed over 14``, ``5,000 francs, up from 900``."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tasks.nlp.figures.grammar.view import FigureView
from tasks.nlp.spans import SHARED_UNIT, Figure
from tasks.nlp.syntax.tree import Word
from tasks.nlp.word_lists import word_list

PLACES: Final = frozenset({"over", "above", "under", "below", "near", "around", "about"})
"""Qualifiers of one word that may be prepositions of place, or particles of a verb."""
SHARING: Final = frozenset({"money", "measure", "duration", "rate"})
NOUN_BEHIND: Final = frozenset({"nummod", "amod", "det"})


def without_place(view: FigureView) -> Figure:
    """Return a figure without a qualifier that belongs to a verb or to the noun behind.

    ``drones over five regions`` fly over regions, and ``hand over 14 drones`` is no bound.
    """
    figure = view.figure
    span = figure.qualifier_span
    if span is None or span.text.lower() not in PLACES or figure.kind == "age":
        return figure
    words = view.top.doc.between(span.start_char, span.end_char)
    if len(words) != 1 or not is_place(words[0], view):
        return figure
    bound = figure.value
    if bound is None:
        return figure
    return replace(figure, low=bound, high=bound, qualifier="exact", qualifier_span=None)


def is_place(word: Word, view: FigureView) -> bool:
    """Tell whether a word is a particle, or the preposition of a noun outside of the amount."""
    if word.dep_ == "compound:prt":
        return True
    return word.dep_ == "case" and not view.holds(word.head)


def with_shared_unit(views: Sequence[FigureView], place: int) -> Figure:
    """Return a figure with the unit that it shares with the one before, or behind it.

    A bare number behind ``from``, ``against`` or ``instead of`` has the unit of the figure that it
    is compared with. ``tasks.nlp.figures.sharing`` has read those that stand next to each other;
    here are those that only the arcs join, and denominators.
    """
    view = views[place]
    figure = view.figure
    if figure.kind != "count" or has_noun(view):
        return figure
    other = partner(views, place)
    if other is None:
        return figure
    path = figure.rule.partition("/")[2]
    return replace(
        figure,
        kind=other.kind,
        unit=other.unit,
        per=other.per,
        rule=f"{other.kind}/{path}{SHARED_UNIT}",
    )


def partner(views: Sequence[FigureView], place: int) -> Figure | None:
    """Return the figure that a bare number is compared with, where it has a unit to share."""
    view = views[place]
    if view.case == "from" and place + 1 < len(views):
        behind = views[place + 1]
        if behind.case == "to" and shares(view, behind):
            return behind.figure
    is_compared = view.case in word_list("comparison_case") or instead_of(view)
    if is_compared and place and shares(view, views[place - 1]):
        return views[place - 1].figure
    return None


def shares(view: FigureView, other: FigureView) -> bool:
    """Tell whether a figure of the same sentence has a unit, or a denominator, to share."""
    return other.sentence == view.sentence and other.figure.kind in SHARING


def instead_of(view: FigureView) -> bool:
    """Tell whether ``instead of`` stands before an amount, articles between them allowed."""
    first = view.words[0].i
    before = [word.lower_ for word in view.top.doc[max(0, first - 3) : first]]
    return "instead" in before and "of" in before


def has_noun(view: FigureView) -> bool:
    """Tell whether a noun behind the number says what it counts."""
    doc = view.top.doc
    modifies = view.top.dep_ in NOUN_BEHIND and view.top.head.i >= view.after
    return modifies or (view.after < len(doc) and doc[view.after].pos_ in {"NOUN", "PROPN"})
