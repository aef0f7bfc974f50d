"""What an elliptical figure counts: another figure of its sentence, or of the one before.

``Another 12 were wounded`` counts what the figure before it counts; ``of whom 13`` counts the noun
that the pronoun stands for.
"""

from collections.abc import Sequence
from dataclasses import replace

from tasks.nlp.figures.grammar.phrases import Phrase, phrase_of
from tasks.nlp.figures.grammar.view import COUNTS, FigureView
from tasks.nlp.syntax.arcs import antecedent, case_of, children, clause_of
from tasks.nlp.word_lists import word_list

Found = Phrase | None


def fill_gaps(views: Sequence[FigureView], found: Sequence[Found]) -> list[Found]:
    """Return the phrases with those of elliptical figures filled in.

    Args:
        views: Figures in their order.
        found: What each counts by its own sentence; None where that says nothing.
    """
    filled = list(found)
    for place, view in enumerate(views):
        if filled[place] is None:
            filled[place] = (
                pronoun(view) or later(views, filled, place) or earlier(views, filled, place)
            )
    return filled


def later(views: Sequence[FigureView], found: Sequence[Found], place: int) -> Found:
    """Return what ``from four`` counts: the noun of ``to ten sorties`` behind it."""
    if views[place].case != "from" or place + 1 == len(views):
        return None
    following, phrase = views[place + 1], found[place + 1]
    is_pair = following.case == "to" and following.sentence == views[place].sentence
    if phrase is None or not is_pair or following.figure.kind != views[place].figure.kind:
        return None
    return replace(phrase, rule="same_as_behind")


def pronoun(view: FigureView) -> Found:
    """Return what ``of whom`` and ``of which`` stand for."""
    for word in children(view.top, "nmod"):
        if case_of(word) == "of":
            noun = antecedent(word)
            if noun.i != word.i:
                return phrase_of(noun, "of_whom")
    return held_part(view)


def held_part(view: FigureView) -> Found:
    """Return what ``of which the building had four`` speaks of."""
    clause = clause_of(view.top)
    if clause.dep_ != "acl:relcl" or view.top.dep_ not in {"obj", "nsubj", "obl"}:
        return None
    openers = (word for word in clause.children if case_of(word) == "of" and word.i < view.top.i)
    nouns = (antecedent(word) for word in openers if antecedent(word).i != word.i)
    return next((phrase_of(noun, "of_whom") for noun in nouns), None)


def earlier(views: Sequence[FigureView], found: Sequence[Found], place: int) -> Found:
    """Return what the nearest earlier figure counts that this one may continue."""
    view = views[place]
    if not is_elliptical(view):
        return None
    for other in range(place - 1, -1, -1):
        distance = view.sentence - views[other].sentence
        if distance > 1:
            break
        phrase = found[other]
        if phrase is None or not alike(view, views[other], is_near=distance == 0):
            continue
        rule = "same_as_before" if distance == 0 else "sentence_before"
        return replace(phrase, rule=rule)
    return None


def alike(view: FigureView, other: FigureView, *, is_near: bool) -> bool:
    """Tell whether two figures may count the same thing."""
    one, two = view.figure, other.figure
    if is_near and other.holds(view.top.head) and view.top.dep_ == "conj":
        return True
    if one.kind in COUNTS:
        return two.kind in COUNTS or (two.kind == "percent" and is_near)
    if one.kind == "percent":
        return is_near or two.kind in COUNTS | {"percent"}
    return is_near and one.kind == two.kind and one.unit == two.unit


def is_elliptical(view: FigureView) -> bool:
    """Tell whether an amount stands where the thing itself would stand."""
    if view.figure.kind in {"age", "duration", "multiple"} or says_number(view):
        return False
    if view.case in word_list("comparison_case") | {"to", "of", "by"}:
        return True
    if view.figure.kind in COUNTS:
        return True
    return view.top.dep_ in {"nsubj", "nsubj:pass", "conj", "appos", "orphan", "parataxis", "ROOT"}


def says_number(view: FigureView) -> bool:
    """Tell whether the clause speaks of ``the number``, whose noun may stand anywhere before."""
    return any(child.lower_ in word_list("bare_number_noun") for child in view.top.head.children)
