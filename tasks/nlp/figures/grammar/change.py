"""Whether a figure is the size, the start or the end of a change: ``rose 12 percent to 300``."""

from collections.abc import Iterator
from typing import Final

from tasks.nlp.figures.grammar.trends import (
    compared,
    is_level_of_trend,
    level_of_close,
    trend_before,
)
from tasks.nlp.figures.grammar.view import FigureView
from tasks.nlp.figures.vocabulary import change_words
from tasks.nlp.syntax.arcs import NOMINAL, case_of, children
from tasks.nlp.syntax.tree import Word
from tasks.nlp.word_lists import word_list

ENDS: Final = {
    "to": "to",
    "by": "by",
    "from": "from",
    "below": "to",
    "under": "to",
    "above": "to",
    "over": "to",
}
LEVELS: Final = frozenset({"to", "from", "by"})
"""Prepositions whose amount may hang on the object of the verb: ``cut its ration to 300 g``."""
SIZES: Final = frozenset(
    {"obj", "obl", "obl:unmarked", "nmod:unmarked", "advmod", "nummod", "compound", "xcomp"}
)
SHARES: Final = frozenset({"percent", "multiple"})
PARTICLES: Final = frozenset({"up", "down"})
MOST_NOUNS: Final = 3
"""Nouns between an amount and the verb of its change."""


def find_change(view: FigureView) -> str | None:
    """Return what ``core.figures.change`` says of a figure, or None.

    What stands right beside the amount comes first (``up from 9``, ``8 fewer than``, ``lower at
    640``), then the word that governs it.
    """
    case = case_in_change(view)
    if view.figure.kind in {"age", "duration"} and not case:
        return None
    trend = trend_before(view)
    if trend == "":
        return "from" if case == "from" else None
    if trend is not None and not case:
        return f"{trend}_by"
    beside = compared(view) or level_of_close(view)
    return beside or governed_change(view, case) or is_level_of_trend(view)


def case_in_change(view: FigureView) -> str:
    """Return the preposition before an amount, or before the noun that it modifies."""
    return view.case or case_of(view.nominal)


def governed_change(view: FigureView, case: str) -> str | None:
    """Return the change that the word above an amount states."""
    end = ENDS.get(case) or ENDS.get(view.words[0].lower_)
    for governor in governors(view, climbs=case in LEVELS):
        direction = direction_of(governor)
        if direction is None:
            continue
        if end == "from":
            return "from"
        if end == "to" and governor.lemma_.lower() in word_list("size_only"):
            return None
        if end is not None:
            return f"{direction}_{end}"
        return f"{direction}_by" if is_size(view, governor) else None
    return change_of_subject(view)


def governors(view: FigureView, *, climbs: bool) -> Iterator[Word]:
    """Yield the noun that an amount modifies, the word above, the verb above nouns between."""
    if view.nominal != view.top:
        yield view.nominal
    word = governor_of(view)
    yield word
    for _ in range(MOST_NOUNS):
        if not climbs or word.pos_ not in NOMINAL or word.head.i == word.i:
            return
        word = word.head
        yield word


def governor_of(view: FigureView) -> Word:
    """Return the word above an amount, past other amounts: ``from 4 to 10`` hangs on one verb."""
    word = view.nominal.head
    passed = {view.top.i}
    while word.i in view.amounts and view.amounts[word.i].i not in passed:
        # Two amounts may hang on each other where the parse of one of them has two tops.
        passed.add(view.amounts[word.i].i)
        word = view.amounts[word.i].head
    return word


def direction_of(word: Word) -> str | None:
    """Return ``increase`` or ``decrease`` for a word of change, ``put on``, or ``go up``."""
    words = change_words()
    lemma = word.lemma_.lower()
    particles = [part.lower_ for part in children(word, "advmod", "compound:prt")]
    forms = [*(f"{lemma} {part}" for part in particles), word.lower_, lemma]
    direct = next((words[form] for form in forms if form in words), None)
    if direct or lemma not in word_list("motion_verb"):
        return direct
    return next((words[part] for part in particles if part in PARTICLES), None)


def is_size(view: FigureView, governor: Word) -> bool:
    """Tell whether an amount without a preposition is the size of a change.

    ``rose 12 percent``, ``lost 19 points`` and ``an 18 percent drop`` are; ``cut 40 jobs`` and
    ``40 jobs fell`` are not.
    """
    kind = view.figure.kind
    is_share = kind in SHARES or view.nominal.lower_ in word_list("size_noun")
    if view.case == "of":
        is_loss = governor.lemma_.lower() in word_list("share_of_change")
        return governor.pos_ == "NOUN" and (is_share or not is_loss)
    if view.case or (view.nominal != view.top and not is_share):
        return False
    if governor.pos_ == "NOUN":
        return view.top.i < governor.i
    is_behind = view.top.dep_ in SIZES and view.top.i > governor.i
    is_gain = kind == "money" and governor.lemma_.lower() in word_list("size_verb")
    return is_behind and (is_share or is_gain or view.top.dep_ != "obj")


def change_of_subject(view: FigureView) -> str | None:
    """Return the change that a subject names: ``the rise had amounted to 9 percent``."""
    verb = view.top if children(view.top, "cop") else governor_of(view)
    if verb != view.top and verb.lemma_.lower() not in word_list("equal_verb"):
        return None
    for noun in children(verb, "nsubj"):
        if noun.lemma_.lower() in word_list("change_noun"):
            direction = direction_of(noun)
            return f"{direction}_by" if direction else None
    return None
