"""Bare numbers that are ages by their place in the parse: ``Milan Horvat, 48``, ``she is 61``."""

from dataclasses import replace
from decimal import Decimal
from typing import Final

from tasks.nlp.figures.grammar.view import FigureView
from tasks.nlp.figures.vocabulary import category_words
from tasks.nlp.spans import Figure
from tasks.nlp.syntax.arcs import NOMINAL, case_of, children, subject_of
from tasks.nlp.syntax.tree import Word
from tasks.nlp.word_lists import word_list

OLDEST: Final = Decimal(122)
"""The greatest age of a person that is documented, in years."""
MARKS: Final = frozenset({",", ")", "(", "]", "–", "—"})
PERSONAL: Final = frozenset({"he", "she", "who", "i"})
TURNING: Final = frozenset({"be", "turn", "reach"})
APPOSED: Final = frozenset({"appos", "nummod", "nmod", "conj", "list", "dep", "nmod:unmarked"})


def with_age(view: FigureView) -> Figure | None:
    """Return the figure as an age in years, or None where it is none."""
    figure = view.figure
    if figure.kind != "count" or not is_possible(figure) or has_noun_behind(view):
        return None
    if behind_person(view) or said_of_person(view) or of_age(view):
        rule = f"age/{figure.rule.partition('/')[2]}/parse"
        return replace(
            figure,
            kind="age",
            unit="year",
            category="age",
            rule=rule,
            counted=None,
            counted_head=None,
            counted_rule=None,
        )
    return None


def is_possible(figure: Figure) -> bool:
    """Tell whether somebody can be so old."""
    bounds = [bound for bound in (figure.low, figure.high) if bound is not None]
    return bool(bounds) and all(0 < bound <= OLDEST for bound in bounds)


def has_noun_behind(view: FigureView) -> bool:
    """Tell whether a noun follows that the number counts."""
    return view.top.head.i >= view.after and view.top.dep_ == "nummod"


def behind_person(view: FigureView) -> bool:
    """Tell whether a number stands behind a person: ``Horvat, 48,`` or ``a man of 35``."""
    person = view.top.head
    while view.top.dep_ == "conj" and person.i in view.amounts and person.head != person:
        person = person.head
    if view.top.dep_ not in APPOSED or person.i > view.top.i or not is_person(person):
        return False
    if case_of(view.top) == "of":
        return True
    doc, first = view.top.doc, view.words[0].i
    ends = view.after >= len(doc) or doc[view.after].is_punct or doc[view.after].lower_ == "and"
    return ends and (doc[first - 1].text in MARKS or doc[first - 1].lower_ == "and")


def said_of_person(view: FigureView) -> bool:
    """Tell whether a number is said of a person: ``she is 61``, ``who turned 70``."""
    top = view.top
    verb = top if children(top, "cop") else top.head
    is_said = children(top, "cop") or (
        verb.lemma_.lower() in TURNING and top.dep_ in {"obj", "xcomp", "obl"} and not view.case
    )
    subjects = [word for word in verb.children if word.dep_.startswith("nsubj")]
    return bool(is_said) and any(
        word.lower_ in PERSONAL or word.ent_type_ == "PERSON" for word in subjects
    )


def of_age(view: FigureView) -> bool:
    """Tell whether the amount is that of an age: ``the median age rose from 41.9 to 45.1``."""
    head = view.top.head
    while head.i in view.amounts and head.head != head:
        head = head.head
    holder = head if head.lower_ == "age" else subject_of(head)
    return (
        holder is not None
        and holder.lower_ == "age"
        and bool(view.case or children(view.top, "cop"))
    )


def is_person(word: Word) -> bool:
    """Tell whether a word names or describes a person."""
    if word.ent_type_ == "PERSON":
        return True
    words = category_words("head")
    known = words.get(word.lower_) or words.get(word.lemma_.lower())
    return word.pos_ in NOMINAL and (known == "person" or word.lower_ in word_list("kin"))
