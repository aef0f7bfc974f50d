"""What money is paid for, and what is worth an amount."""

from typing import Final

from tasks.nlp.figures.grammar.phrases import of_noun
from tasks.nlp.figures.grammar.view import FigureView
from tasks.nlp.syntax.arcs import NOMINAL, antecedent, case_of, children, subject_of
from tasks.nlp.syntax.tree import Word
from tasks.nlp.word_lists import word_list

NOT_BOUGHT: Final = frozenset({"PERSON", "GPE", "ORG", "DATE", "NORP", "LOC"})
"""Labels of names that are paid, or when or where somebody pays."""


def worth(view: FigureView) -> Word | None:
    """What is worth or valued at an amount: ``a scheme worth $5m``, ``a package valued at $5m``."""
    word = view.top.head
    valued = noun_worth(view)
    if valued is not None:
        return valued
    if word.lower_ == "worth" and word.pos_ == "NOUN":
        noun = of_noun(word)
        return noun if noun is not None else None
    if word.lower_ == "worth" and word.dep_ in {"advcl", "xcomp"} and word.head.pos_ == "VERB":
        return subject_of(word.head)
    is_valued = word.lower_ == "worth" or word.lemma_.lower() in word_list("valued_verb")
    if is_valued and word.dep_ in {"acl", "amod"} and word.head.pos_ in NOMINAL:
        return word.head
    return None


def noun_worth(view: FigureView) -> Word | None:
    """Return the noun right before ``worth`` and an amount, over a comma."""
    doc, place = view.top.doc, view.words[0].i - 1
    if place < 1 or doc[place].lower_ != "worth":
        return None
    place -= 1 + (doc[place - 1].text == ",")
    return doc[place] if place >= 0 and doc[place].pos_ in NOMINAL else None


def price(view: FigureView) -> Word | None:
    """What money is paid for: ``$612m for the park``, ``spent £40k on a kitchen``."""
    if view.figure.kind != "money":
        return None
    clause = view.top.head
    behind = (*children(view.top, "nmod"), *children(clause, "obl"))
    for word in behind:
        if is_price(view, word) and word.i >= view.after and word.pos_ in NOMINAL:
            return word
    relative = (word for word in behind if case_of(word) == "for" and word.i < view.words[0].i)
    return next((antecedent(word) for word in relative if antecedent(word) != word), None)


def is_price(view: FigureView, word: Word) -> bool:
    """Tell whether money goes where a nominal says: for it, in it, or on it when it is spent."""
    if word.ent_type_ in NOT_BOUGHT:
        return False
    case, clause = case_of(word), view.top.head
    if case == "in":
        is_scene = word.lower_.endswith("ing") or word.lemma_.lower() in word_list("time_noun")
        return word.head == view.top and not is_scene
    if case in word_list("spend_case"):
        return clause.lemma_.lower() in word_list("spend_verb")
    return case in word_list("price_case")
