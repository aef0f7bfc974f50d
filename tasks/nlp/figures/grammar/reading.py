"""Reads the figures of a parsed Doc once more, by its grammar."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tasks.nlp.figures.categories import HOUSEHOLDS
from tasks.nlp.figures.grammar.ages import with_age
from tasks.nlp.figures.grammar.category import find_category
from tasks.nlp.figures.grammar.change import find_change
from tasks.nlp.figures.grammar.counted import find_counted
from tasks.nlp.figures.grammar.designations import as_designation
from tasks.nlp.figures.grammar.discourse import fill_gaps
from tasks.nlp.figures.grammar.modality import find_modality
from tasks.nlp.figures.grammar.phrases import Phrase
from tasks.nlp.figures.grammar.places import find_place
from tasks.nlp.figures.grammar.rates import with_denominator
from tasks.nlp.figures.grammar.repairs import with_shared_unit, without_place
from tasks.nlp.figures.grammar.shares import find_share
from tasks.nlp.figures.grammar.temporal import find_temporal_type, is_present
from tasks.nlp.figures.grammar.totals import find_total
from tasks.nlp.figures.grammar.view import FigureView, views
from tasks.nlp.spans import Figure, RejectedNumber
from tasks.nlp.syntax.tree import Tree

LASTING: Final = frozenset({"compound", "noun_behind_dimensions"})
"""Rules of spelling that no parse improves on."""


def read_grammar(
    tree: Tree, figures: Sequence[Figure]
) -> tuple[list[Figure], list[RejectedNumber]]:
    """Return figures with what the parse says of them, and numbers that it shows to be names.

    Args:
        tree: Words of a Doc with arcs, tags and sentences.
        figures: Its figures in order; offsets count in the Doc.
    """
    first = views(tree, figures)
    named = [as_designation(view) for view in first]
    kept = [view for view, name in zip(first, named, strict=True) if name is None]
    seen = repaired(tree, kept)
    found = fill_gaps(seen, [local_phrase(view) for view in seen])
    read = [read_figure(view, phrase) for view, phrase in zip(seen, found, strict=True)]
    totals = (find_total(seen, place) for place in range(len(seen)))
    by_span = {figure.span: figure for figure in read}
    parts = [
        as_part(figure, by_span[total.span]) if total else figure
        for figure, total in zip(read, totals, strict=True)
    ]
    return parts, [name for name in named if name is not None]


def as_part(figure: Figure, total: Figure) -> Figure:
    """Return a figure as a part: children among the killed were killed, too."""
    is_silent = figure.category == "other" and total.category.startswith("people_")
    category = total.category if is_silent else figure.category
    return replace(figure, total_span=total.span, category=category)


def repaired(tree: Tree, first: Sequence[FigureView]) -> list[FigureView]:
    """Return figures with kind, unit and bounds as the parse has them, in their places."""
    placed = [replace(view, figure=without_place(view)) for view in first]
    seen = views(tree, [with_age(view) or view.figure for view in placed])
    return [replace(view, figure=with_shared_unit(seen, place)) for place, view in enumerate(seen)]


def read_figure(view: FigureView, phrase: Phrase | None) -> Figure:
    """Return a figure with what it counts and what that means."""
    category = find_category(view, phrase)
    figure = with_denominator(view, phrase, view.figure)
    return replace(
        figure,
        counted=phrase.span if phrase else None,
        counted_head=phrase.head if phrase else None,
        counted_rule=phrase.rule if phrase else None,
        category=category,
        household_unit=phrase is not None and phrase.head in HOUSEHOLDS,
        share=find_share(view, phrase),
        change=find_change(view),
        temporal_type=find_temporal_type(view, category),
        modality=find_modality(view),
        place=find_place(view, phrase),
        is_present=is_present(view),
    )


def local_phrase(view: FigureView) -> Phrase | None:
    """Return what a figure counts by its own sentence: spelling, then parse."""
    figure = view.figure
    is_spelt = figure.counted_rule in LASTING or figure.kind == "multiple" or view.is_ratio
    if is_spelt and figure.counted and figure.counted_head and figure.counted_rule:
        return Phrase(figure.counted, figure.counted_head, figure.counted_rule)
    return find_counted(view)
