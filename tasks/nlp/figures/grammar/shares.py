"""What has the property of which a percentage or a ratio tells the share."""

from typing import Final

from tasks.nlp.figures.grammar.phrases import Phrase, first_of, phrase_of
from tasks.nlp.figures.grammar.view import FigureView
from tasks.nlp.spans import Span
from tasks.nlp.syntax.arcs import NOMINAL, case_of, clause_of, span_of, subject_of
from tasks.nlp.syntax.tree import Word
from tasks.nlp.word_lists import word_list

BEFORE: Final = frozenset({"case", "amod", "compound", "det", "nmod:poss"})
BEHIND: Final = frozenset({"obj", "nmod", "xcomp", "compound:prt", "compound"})
PLACED: Final = frozenset({"obl", "obl:agent", "advmod"})
"""Adverbials that belong to a property when it has no object: ``live with relatives``."""
MOST_ADVERBIAL: Final = 4
"""Tokens of an adverbial; a longer one says when or why."""
WHOLES: Final = frozenset({"of_phrase", "same_as_before", "sentence_before", "of_whom"})
PRONOUNS: Final = frozenset({"whom", "which", "them", "these", "those"})
ONLY: Final = frozenset({"just", "only", "about", "some", "nearly", "almost", "another"})
CLOSING: Final = frozenset({"PUNCT", "VERB", "AUX"})
"""Parts of speech that end what is said of a part: ``two of them women, fled``."""
JOINTS: Final = frozenset({",", ";", "and", "("})


def find_share(view: FigureView, phrase: Phrase | None) -> Span | None:
    """Return the property: ``80 percent of the arms were Russian-made``, ``Wages take 38 % of it``.

    Where the share is the subject, the property is the predicate; where it is the object, the
    property is the subject; in a list it is the noun before the amount.
    """
    if view.figure.kind != "percent" and not view.is_ratio:
        return None
    apposed = behind_pronoun(view)
    if apposed is not None or phrase is None:
        return apposed
    subject = view.nominal if view.is_ratio else view.top
    if subject.dep_.startswith("nsubj") and (view.is_ratio or phrase.rule in WHOLES):
        return predicate(clause_of(subject))
    if phrase.rule not in WHOLES:
        return None
    return holder(view) or listed(view)


def holder(view: FigureView) -> Span | None:
    """Return the subject that makes up the share: ``Wages take 38 % of spending``."""
    clause = clause_of(view.top)
    if clause.lemma_.lower() not in word_list("share_verb") or view.top.dep_ not in {"obj", "obl"}:
        return None
    subject = subject_of(clause)
    found = phrase_of(subject, "share") if subject is not None and not view.holds(subject) else None
    return found.span if found else None


def listed(view: FigureView) -> Span | None:
    """Return the noun before an amount that goes on a list: ``equipment 29 %, research 3 %``."""
    doc, place = view.top.doc, view.words[0].i - 1
    if place < view.top.sent.start:
        return None
    while place > view.top.sent.start and doc[place].lower_ in ONLY:
        place -= 1
    noun = doc[place]
    if noun.pos_ not in NOMINAL or place in view.amounts or case_of(noun):
        return None
    first = first_of(noun, 0)
    opens = first == view.top.sent.start or doc[first - 1].lower_ in JOINTS
    return span_of(doc[first : place + 1]) if opens else None


def behind_pronoun(view: FigureView) -> Span | None:
    """Return what stands behind ``of them``: ``a third of them officers``, ``in Europe``."""
    doc, place = view.top.doc, view.after
    words = [word.lower_ for word in doc[place : place + 2]]
    if len(words) != 2 or words[0] != "of" or words[1] not in PRONOUNS:  # noqa: PLR2004 - of, and a pronoun
        return None
    first = last = place + 2
    while last < view.top.sent.end and doc[last].pos_ not in CLOSING:
        last += 1
    return span_of(doc[first:last]) if last > first else None


def predicate(word: Word) -> Span:
    """Return what is said of a subject: verb or predicate noun with what belongs to it."""
    first, last = word.i, word.i
    for child in reversed(list(word.lefts)):
        if child.dep_ not in BEFORE or child.right_edge.i != first - 1:
            break
        first = child.left_edge.i
    # Without its negation a property would be the opposite.
    negations = [child.i for child in word.lefts if child.lower_ in word_list("negation")]
    first = min([first, *negations])
    has_object = False
    for child in word.rights:
        if child.left_edge.i != last + 1 or not belongs(child, has_object=has_object):
            break
        has_object = True
        last = end_of(child)
    return span_of(word.doc[first : last + 1])


def belongs(child: Word, *, has_object: bool) -> bool:
    """Tell whether a dependent behind a verb or noun is part of the property."""
    if child.dep_ in BEHIND:
        return True
    length = child.right_edge.i - child.left_edge.i + 1
    return child.dep_ in PLACED and not has_object and length <= MOST_ADVERBIAL


def end_of(child: Word) -> int:
    """Return the last token of a dependent before its first mark."""
    last = child.i
    while last < child.right_edge.i and not child.doc[last + 1].is_punct:
        last += 1
    return last
