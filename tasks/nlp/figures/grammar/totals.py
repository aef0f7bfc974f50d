"""Parts and wholes among figures: ``12, including three children``; ``three of the 12``."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from tasks.nlp.figures.grammar.view import COUNTS, FigureView
from tasks.nlp.spans import Figure
from tasks.nlp.syntax.arcs import antecedent, case_of, children

DIVISIBLE: Final = frozenset({"money", "measure", "duration"})
ARGUMENTS: Final = frozenset({"nsubj", "nsubj:pass", "obj"})
OPENING: Final = (-2, -1)
"""Where ``of whom`` and ``among them`` stand before an amount."""
PRONOUNS: Final = frozenset({"whom", "which", "them", "these", "those"})
INCLUDING: Final = frozenset({"including", "among", "amongst"})
OF: Final = frozenset({"of", "among", "amongst"})
REST: Final = frozenset({"other", "remaining"})
"""``the other six`` are what is left of a whole."""
DETERMINERS: Final = frozenset({"the", "its", "their", "these", "those", "his", "her", "our"})
OPEN_BRACKET: Final = "("
CLOSE_BRACKET: Final = ")"
MOST_PARTS: Final = 12
"""So many figures around one are looked at: a table has more, but no parts of a whole."""
SUMMANDS: Final = 2
"""At least so many parts make a sum."""
MOST_WORDS: Final = 6
"""Between a whole and the bracket that lists its parts, or within ``Of these 40 men``."""


def find_total(views: Sequence[FigureView], place: int) -> Figure | None:
    """Return the figure of which another one is a part, or None.

    Args:
        views: Figures in their order.
        place: Position of the part.
    """
    view = views[place]
    whole = named_whole(views, place)
    if whole is None and view.figure.kind in COUNTS:
        whole = (
            announced(views, place)
            or bracketed(views, place)
            or summed(views, place)
            or (before(views, place) if is_part(view) or is_rest(view) else None)
        )
    return whole if whole is not None and not exceeds(view.figure, whole) else None


def named_whole(views: Sequence[FigureView], place: int) -> Figure | None:
    """Return the amount of an of-phrase: ``three of the 12 guards``, ``Of the 40, ten fled``."""
    view = views[place]
    wholes = children(view.top, "nmod")
    wholes += [word for word in children(view.nominal, "nmod") if case_of(word) == "among"]
    if view.top.dep_ in ARGUMENTS:
        wholes += children(view.top.head, "obl", "nmod")
    inside = {
        inner.i
        for word in wholes
        if case_of(word) in OF
        for inner in (word, *children(word, "nummod"))
    }
    for other in beside(views, place):
        if not same_thing(view.figure, other.figure):
            continue
        if (view.figure.kind in COUNTS and other.top.i in inside) or follows_of(view, other):
            return other.figure
    return None


def same_thing(one: Figure, two: Figure) -> bool:
    """Tell whether one amount can be part of the other: both counts, or both in one unit."""
    if one.kind in COUNTS:
        return two.kind in COUNTS
    return one.kind in DIVISIBLE and (one.kind, one.unit) == (two.kind, two.unit)


def beside(views: Sequence[FigureView], place: int) -> Iterator[FigureView]:
    """Yield the other figures of a sentence, in order, the nearest ones of a long list."""
    first = last = place
    while first > max(0, place - MOST_PARTS) and is_beside(views, first - 1, place):
        first -= 1
    while last + 1 < min(len(views), place + MOST_PARTS) and is_beside(views, last + 1, place):
        last += 1
    yield from (views[other] for other in range(first, last + 1) if other != place)


def is_beside(views: Sequence[FigureView], one: int, other: int) -> bool:
    """Tell whether two figures stand in one sentence."""
    return views[one].sentence == views[other].sentence


def follows_of(view: FigureView, other: FigureView) -> bool:
    """Tell whether ``of the`` joins two amounts: ``37 of the 54 attack drones``."""
    between = [word.lower_ for word in view.top.doc[view.after : other.words[0].i]]
    return between[:1] == ["of"] and len(between) == 2 and between[1] in DETERMINERS  # noqa: PLR2004 - of, and a determiner


def announced(views: Sequence[FigureView], place: int) -> Figure | None:
    """Return the whole that opens the sentence: ``Of 47 drones launched, 41 were brought down``."""
    view = views[place]
    if has_noun_of_its_own(view):
        return None
    for other in beside(views, place):
        if other.figure.kind in COUNTS and other.top.i < view.top.i and opens_with_of(other):
            return other.figure
    return None


def opens_with_of(view: FigureView) -> bool:
    """Tell whether ``Of the`` opens the sentence right before an amount."""
    start, first = view.top.sent.start, view.words[0].i
    words = [word.lower_ for word in view.top.doc[start:first]]
    return bool(words) and words[0] in OF and set(words[1:]) <= DETERMINERS


def has_noun_of_its_own(view: FigureView) -> bool:
    """Tell whether a noun behind an amount is counted: ``Of 40, ten burned two cars``."""
    return view.nominal != view.top


def bracketed(views: Sequence[FigureView], place: int) -> Figure | None:
    """Return the whole right before a bracket: ``133 dead (women 71, men 48, children 14)``."""
    view = views[place]
    doc, start = view.top.doc, view.top.sent.start
    opening = view.words[0].i - 1
    while opening > start and doc[opening].text not in {OPEN_BRACKET, CLOSE_BRACKET}:
        opening -= 1
    if opening < start or doc[opening].text != OPEN_BRACKET:
        return None
    earlier = [other for other in beside(views, place) if other.after <= opening]
    if not earlier or earlier[-1].figure.kind not in COUNTS:
        return None
    return earlier[-1].figure if opening - earlier[-1].after < MOST_WORDS else None


def summed(views: Sequence[FigureView], place: int) -> Figure | None:
    """Return the whole that parts add up to: ``36 people, 20 soldiers and 16 civilians``.

    The parts stand next to each other, right behind the whole, and are few.
    """
    counts = [other for other in beside(views, place) if other.figure.kind in COUNTS]
    counts = sorted([*counts, views[place]], key=lambda other: other.top.i)
    here = counts.index(views[place])
    for whole in range(max(0, here - MOST_PARTS), here):
        parts = neighbours(counts[whole : whole + MOST_PARTS + 1])[1:]
        last = add_up(counts[whole].figure.value, parts)
        if last is not None and whole < here <= whole + last:
            return counts[whole].figure
    return None


def add_up(size: Decimal | None, parts: Sequence[FigureView]) -> int | None:
    """Return how many of the parts, from the first one on, make up a size; None if none do."""
    total = Decimal(0)
    for number, part in enumerate(parts, start=1):
        if size is None or part.figure.value is None or total > size:
            return None
        total += part.figure.value
        if total == size and number >= SUMMANDS:
            return number
    return None


def neighbours(counts: Sequence[FigureView]) -> Sequence[FigureView]:
    """Return the exact counts from the first one on, up to the first gap."""
    end = 1
    while end < len(counts) and counts[end].words[0].i - counts[end - 1].after <= MOST_WORDS:
        end += 1
    exact = [view.figure.qualifier == "exact" for view in counts[:end]]
    return counts[: exact.index(False)] if False in exact else counts[:end]


def is_part(view: FigureView) -> bool:
    """Tell whether a figure says that it is a part: ``of them``, ``of whom``, ``including``."""
    if view.case in INCLUDING or (view.words[0].i and view.words[0].nbor(-1).lower_ in INCLUDING):
        return True
    above = view.top.head
    if above.i > view.top.i and case_of(above) in INCLUDING:
        return True
    if is_followed_by_pronoun(view):
        return True
    for word in children(view.top, "nmod"):
        is_pronoun = word.pos_ in {"PRON", "DET"} or antecedent(word).i != word.i
        if case_of(word) == "of" and is_pronoun:
            return True
    noun = above if view.top.dep_ == "nummod" else view.top
    if any(case_of(word) in INCLUDING and word.pos_ == "PRON" for word in children(noun, "nmod")):
        return True
    return is_preceded_by_pronoun(view)


def is_followed_by_pronoun(view: FigureView) -> bool:
    """Tell whether ``of them`` or ``of whom`` stands right behind an amount."""
    behind = [word.lower_ for word in view.top.doc[view.after : view.after + 2]]
    return len(behind) == len(OPENING) and behind[0] == "of" and behind[1] in PRONOUNS


def is_preceded_by_pronoun(view: FigureView) -> bool:
    """Tell whether ``of whom``, ``among them`` or ``Of these,`` stands right before an amount."""
    doc, last = view.top.doc, view.words[0].i - 1
    last -= last > 0 and doc[last].text == ","
    if last < 1:
        return False
    opener, pronoun = doc[last - 1].lower_, doc[last].lower_
    return pronoun in PRONOUNS and opener in OF | INCLUDING


def is_rest(view: FigureView) -> bool:
    """Tell whether ``the other`` or ``the remaining`` stands before an amount."""
    doc, first = view.top.doc, view.words[0].i
    if first < len(OPENING):
        return False
    return doc[first - 1].lower_ in REST and doc[first - 2].lower_ in DETERMINERS


def before(views: Sequence[FigureView], place: int) -> Figure | None:
    """Return the nearest earlier count of the sentence, or of the one before it.

    A part is no whole of another part, and a whole is no smaller than its part.
    """
    for other in range(place - 1, -1, -1):
        if views[place].sentence - views[other].sentence > 1:
            return None
        is_whole = views[other].figure.kind in COUNTS and not is_part(views[other])
        if is_whole and not exceeds(views[place].figure, views[other].figure):
            return views[other].figure
    return None


def exceeds(part: Figure, whole: Figure) -> bool:
    """Tell whether a part is certainly larger than its whole."""
    low = part.low or Decimal(0)
    return whole.high is not None and low > whole.high
