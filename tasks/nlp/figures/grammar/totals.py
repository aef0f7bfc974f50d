"""Parts and wholes among figures: ``12, including three children``; ``three of the 12``."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from tasks.nlp.figures.grammar.arcs import antecedent, case_of, children
from tasks.nlp.figures.grammar.view import COUNTS, FigureView
from tasks.nlp.spans import Figure

ARGUMENTS: Final = frozenset({"nsubj", "nsubj:pass", "obj"})
OPENING: Final = (-2, -1)
"""Where ``of whom`` and ``among them`` stand before an amount."""
PRONOUNS: Final = frozenset({"whom", "which", "them", "these", "those"})
INCLUDING: Final = frozenset({"including", "among", "amongst"})


def find_total(views: Sequence[FigureView], place: int) -> Figure | None:
    """Return the figure of which another one is a part, or None.

    Args:
        views: Figures in their order.
        place: Position of the part.
    """
    view = views[place]
    if view.figure.kind not in COUNTS:
        return None
    whole = named_whole(views, place) or (before(views, place) if is_part(view) else None)
    return whole if whole is not None and not exceeds(view.figure, whole) else None


def named_whole(views: Sequence[FigureView], place: int) -> Figure | None:
    """Return the amount of an of-phrase: ``three of the 12 guards``, ``Of the 40, ten fled``."""
    view = views[place]
    wholes = [*children(view.top, "nmod")]
    if view.top.dep_ in ARGUMENTS:
        wholes += children(view.top.head, "obl", "nmod")
    inside = {
        inner.i
        for word in wholes
        if case_of(word) in {"of", "among"}
        for inner in (word, *children(word, "nummod"))
    }
    for other in beside(views, place):
        if other.figure.kind in COUNTS and (other.top.i in inside or follows_of(view, other)):
            return other.figure
    return None


def beside(views: Sequence[FigureView], place: int) -> Iterator[FigureView]:
    """Yield the other figures of a sentence, in order."""
    first = last = place
    while first and views[first - 1].sentence == views[place].sentence:
        first -= 1
    while last + 1 < len(views) and views[last + 1].sentence == views[place].sentence:
        last += 1
    yield from (views[other] for other in range(first, last + 1) if other != place)


def follows_of(view: FigureView, other: FigureView) -> bool:
    """Tell whether ``of the`` joins two amounts: ``37 of the 54 attack drones``."""
    between = [word.lower_ for word in view.top.doc[view.after : other.words[0].i]]
    return between[:1] == ["of"] and len(between) == 2  # noqa: PLR2004 - of, and a determiner


def is_part(view: FigureView) -> bool:
    """Tell whether a figure says that it is a part: ``of them``, ``of whom``, ``including``."""
    if view.case in INCLUDING or (view.words[0].i and view.words[0].nbor(-1).lower_ in INCLUDING):
        return True
    above = view.top.head
    if above.i > view.top.i and case_of(above) in INCLUDING:
        return True
    for word in children(view.top, "nmod"):
        is_pronoun = word.pos_ in {"PRON", "DET"} or antecedent(word).i != word.i
        if case_of(word) == "of" and is_pronoun:
            return True
    noun = above if view.top.dep_ == "nummod" else view.top
    if any(case_of(word) in INCLUDING and word.pos_ == "PRON" for word in children(noun, "nmod")):
        return True
    if view.words[0].i < len(OPENING):
        return False
    opener, pronoun = (view.words[0].nbor(back).lower_ for back in OPENING)
    return pronoun in PRONOUNS and opener in INCLUDING | {"of"}


def before(views: Sequence[FigureView], place: int) -> Figure | None:
    """Return the nearest earlier count of the sentence, or of the one before it."""
    for other in range(place - 1, -1, -1):
        if views[place].sentence - views[other].sentence > 1:
            return None
        if views[other].figure.kind in COUNTS and not is_part(views[other]):
            return views[other].figure
    return None


def exceeds(part: Figure, whole: Figure) -> bool:
    """Tell whether a part is certainly larger than its whole."""
    low = part.low or Decimal(0)
    return whole.high is not None and low > whole.high
