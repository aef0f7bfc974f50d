"""In which mood a figure is stated: asserted, denied, hypothetical, forecast, planned or asked.

The words that decide stand in the figure's clause or above it: a negation, an auxiliary, a verb
that takes the clause as its content (``denied that``), a noun (``no evidence that``).
"""

import itertools
from collections.abc import Iterator
from typing import Final

from tasks.nlp.figures.grammar.view import FigureView
from tasks.nlp.syntax.arcs import ancestors, children
from tasks.nlp.syntax.tree import Word
from tasks.nlp.word_lists import word_list

ORDER: Final = ("denied", "asked", "hypothetical", "planned", "forecast")
"""The strongest first."""
OUTER: Final = frozenset({"advcl", "acl:relcl", "advcl:relcl", "parataxis", "appos", "conj"})
"""Clauses whose mood is not that of the clause above."""
NEGATIONS: Final = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})
CONDITIONS: Final = frozenset({"if", "unless", "whether", "provided", "lest"})
WILL: Final = frozenset({"will", "'ll", "’ll", "shall", "would", "wo", "won"})
PERFECT: Final = frozenset({"have", "'ve", "’ve"})
REPORTED: Final = frozenset({"ccomp", "conj", "xcomp"})
HOW_MANY_REACH: Final = 4
MAY: Final = frozenset({"may", "might", "could"})
BEYOND_NOT: Final = frozenset(
    {"obl", "obl:unmarked", "advmod", "advcl", "nsubj", "nsubj:pass", "nsubj:outer"}
)
"""What a negated verb does not deny: ``has not slept for five weeks``, ``four did not come``."""
LISTS: Final = {
    "denied": "denying",
    "asked": "asking",
    "planned": "planning",
    "forecast": "forecasting",
    "hypothetical": "supposing",
}
"""Word lists of verbs and nouns, by the mood of what they govern."""


def find_modality(view: FigureView) -> str:
    """Return the mood of a figure; what nothing qualifies is asserted."""
    if view.is_known_whole and not asks_how_many(view):
        return "asserted"
    moods = set(moods_of(view))
    return next((mood for mood in ORDER if mood in moods), "asserted")


def moods_of(view: FigureView) -> Iterator[str]:
    """Yield the moods that the words at and above a figure give it."""
    yield from (mood for word in (view.top, view.top.head) for mood in determined(word))
    first = view.words[0]
    if first.i and first.nbor(-1).lower_ == "not" and not is_only(first.nbor(-1)):
        yield "denied"
    if asks_how_many(view):
        yield "asked"
    below = view.top
    for word in (view.top, *ancestors(view.top)):
        if word != view.top and not view.holds(word):
            yield from governed(word, below, view.nominal)
        yield from clause_moods(word, below)
        if word.dep_ in OUTER and not continues(word):
            return
        below = word


def asks_how_many(view: FigureView) -> bool:
    """Tell whether ``how many of the`` stands before an amount."""
    first = view.words[0].i
    before = [word.lower_ for word in view.top.doc[max(0, first - HOW_MANY_REACH) : first]]
    return "how" in before and "many" in before


def determined(word: Word) -> Iterator[str]:
    """Yield what ``no`` and ``not`` right before a noun or amount say: ``not one man``."""
    if any(child.lower_ == "no" for child in children(word, "det")):
        yield "denied"


def governed(word: Word, below: Word, amount: Word) -> Iterator[str]:
    """Yield the mood that a verb or noun gives to what it governs: ``plans to``, ``denied that``.

    A subject is not governed by its verb: those who deny are not denied. Nor is what is counted
    the content: who rejects 40 claims has 40 of them, who rejects the claim that 40 died denies it.
    """
    if below.dep_.startswith("nsubj") and word.pos_ == "VERB" and not children(word, "aux:pass"):
        return
    if below.dep_ in OUTER:
        return
    lemma = word.lemma_.lower()
    moods = {mood for mood, name in LISTS.items() if lemma in word_list(name)}
    if below == amount and below.dep_ == "obj" and lemma in word_list("refusing"):
        moods.discard("denied")
    if below.dep_ != "xcomp" and lemma in word_list("infinitive_plan"):
        moods.discard("planned")
    yield from moods
    if word.pos_ == "NOUN" and below.dep_ in {"acl", "ccomp"}:
        yield from determined(word)
    if lemma == "go" and word.tag_ == "VBG" and below.dep_ == "xcomp":
        yield "planned"


def clause_moods(word: Word, below: Word) -> Iterator[str]:
    """Yield the moods that small words give a clause: ``not``, ``will``, ``could``, ``if``."""
    helping = children(word, "aux", "cop")
    helpers = {child.lower_ for child in helping}
    if word.pos_ not in {"VERB", "AUX"} and not helpers:
        return
    is_negated = any(child.lower_ in NEGATIONS and not is_only(child) for child in word.children)
    if is_negated and below.dep_ not in BEYOND_NOT:
        yield "denied"
    if is_condition(word):
        yield "hypothetical"
    mood = "hypothetical" if is_supposed(word, helpers) else mood_of_helpers(word, helpers)
    if mood and not (is_negated and mood == "forecast" and helpers & MAY):
        yield mood


def is_supposed(word: Word, helpers: set[str]) -> bool:
    """Tell ``would close 40 if``, ``would cost 40`` and ``could have saved 40``."""
    is_trend = word.lemma_.lower() in word_list("amount_verb")
    has_condition = any(is_condition(clause) for clause in children(word, "advcl"))
    if has_condition and not is_trend:
        return True
    is_would = "would" in helpers and not is_reported(word)
    return is_would or ("could" in helpers and bool(helpers & PERFECT))


def mood_of_helpers(word: Word, helpers: set[str]) -> str | None:
    """Return the mood that ``will``, ``may`` or ``is to`` gives a verb."""
    if helpers & WILL:
        return "planned" if word.lemma_.lower() in word_list("deed") else "forecast"
    if helpers & MAY:
        return None if was_able(word, helpers) else "forecast"
    return "planned" if helpers & {"is", "are", "was", "were"} and is_to(word) else None


def is_reported(word: Word) -> bool:
    """Tell whether ``would`` is a ``will`` that somebody has said: ``he said she would close``."""
    steps = itertools.takewhile(lambda step: step.dep_ in REPORTED, (word, *ancestors(word)))
    asides = children(word, "parataxis")
    is_aside = any(aside.lemma_.lower() in word_list("saying") for aside in asides)
    return is_aside or any(step.dep_ == "ccomp" for step in steps)


def was_able(word: Word, helpers: set[str]) -> bool:
    """Tell whether ``could`` says what somebody managed: ``could find no more than 30``."""
    return "could" in helpers and word.lemma_.lower() in word_list("finding")


def is_condition(clause: Word) -> bool:
    """Tell whether a clause opens with ``if``, or with ``should`` before its subject."""
    if {mark.lower_ for mark in children(clause, "mark")} & CONDITIONS:
        return True
    subjects = [child.i for child in clause.children if child.dep_.startswith("nsubj")]
    return any(
        aux.lower_ == "should" and subjects and aux.i < min(subjects)
        for aux in children(clause, "aux")
    )


def is_only(negation: Word) -> bool:
    """Tell whether a negation bounds an amount or a contrast: ``not only``, ``not more than``."""
    following = negation.doc[negation.i + 1 : negation.i + 3]
    return any(
        word.lower_ in {"only", "just", "more", "fewer", "less", "until"} for word in following
    )


def is_to(word: Word) -> bool:
    """Tell whether a verb stands with ``be to``: ``is to deliver``."""
    return any(child.lower_ == "to" for child in children(word, "mark", "aux"))


def continues(word: Word) -> bool:
    """Tell whether a coordinated clause takes its mood from the first: it has no subject."""
    return word.dep_ == "conj" and not any(
        child.dep_.startswith("nsubj") for child in word.children
    )
