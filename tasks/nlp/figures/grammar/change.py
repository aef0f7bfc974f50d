"""Whether a figure is the size, the start or the end of a change: ``rose 12 percent to 300``."""

from typing import Final

from spacy.tokens import Token

from tasks.nlp.figures.grammar.arcs import children
from tasks.nlp.figures.grammar.view import FigureView
from tasks.nlp.figures.vocabulary import change_words
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
SIZES: Final = frozenset(
    {"obj", "obl", "obl:unmarked", "nmod:unmarked", "advmod", "nummod", "compound"}
)
COMPARED: Final = {
    "more": "increase",
    "fewer": "decrease",
    "less": "decrease",
    "higher": "increase",
    "lower": "decrease",
}


def find_change(view: FigureView) -> str | None:
    """Return what ``core.figures.change`` says of a figure, or None."""
    if view.figure.kind in {"age", "duration"} and not view.case:
        return None
    if after_up_or_down(view):
        return "from" if view.case == "from" else None
    governor = governor_of(view)
    direction = direction_of(governor)
    if direction is None:
        return compared(view)
    end = ENDS.get(view.case) or ENDS.get(view.words[0].lower_)
    if end == "from":
        return "from"
    if end is not None:
        return f"{direction}_{end}"
    return f"{direction}_by" if is_size(view, governor) else None


def governor_of(view: FigureView) -> Token:
    """Return the word above an amount, past other amounts: ``from 4 to 10`` hangs on one verb."""
    word = view.nominal.head
    passed = {view.top.i}
    while word.i in view.amounts and view.amounts[word.i].i not in passed:
        # Two amounts may hang on each other where the parse of one of them has two tops.
        passed.add(view.amounts[word.i].i)
        word = view.amounts[word.i].head
    return word


def direction_of(word: Token) -> str | None:
    """Return ``increase`` or ``decrease`` for a word of change, or for ``go up``."""
    words = change_words()
    direct = words.get(word.lower_) or words.get(word.lemma_.lower())
    if direct or word.lemma_.lower() not in word_list("motion_verb"):
        return direct
    particles = children(word, "advmod", "compound:prt")
    found = (words.get(part.lower_) for part in particles if part.lower_ in {"up", "down"})
    return next(found, None)


def is_size(view: FigureView, governor: Token) -> bool:
    """Tell whether an amount without a preposition is the size of a change.

    ``rose 12 percent`` and ``an 18 percent drop`` are; ``cut 40 jobs``, ``40 jobs fell`` are not.
    """
    if view.case == "of":
        return governor.pos_ == "NOUN"
    if view.case or view.nominal != view.top:
        return False
    if governor.pos_ == "NOUN":
        return view.top.i < governor.i
    is_share = view.figure.kind in {"percent", "multiple"}
    return (
        view.top.dep_ in SIZES and view.top.i > governor.i and (is_share or view.top.dep_ != "obj")
    )


def compared(view: FigureView) -> str | None:
    """Return the change that ``212 fewer than in December`` states."""
    doc = view.top.doc
    if view.after + 1 >= len(doc) or doc[view.after + 1].lower_ != "than":
        return None
    direction = COMPARED.get(doc[view.after].lower_)
    return (
        f"{direction}_by"
        if direction and doc[view.after].lower_ not in {"higher", "lower"}
        else None
    )


def after_up_or_down(view: FigureView) -> bool:
    """Tell whether ``up from`` or ``down from`` stands before an amount."""
    first = view.words[0].i
    before = [word.lower_ for word in view.top.doc[max(0, first - 2) : first]]
    return len(before) > 1 and before[0] in {"up", "down"} and before[1] == "from"
