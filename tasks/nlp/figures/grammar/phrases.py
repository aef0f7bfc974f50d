"""The noun phrase that a head carries, without determiner, amount and clauses."""

from dataclasses import dataclass
from typing import Final

from tasks.nlp.figures.nouns import IRREGULAR, singular
from tasks.nlp.spans import Span
from tasks.nlp.syntax.arcs import case_of, children, span_of
from tasks.nlp.syntax.tree import Word
from tasks.nlp.word_lists import word_list

BEFORE: Final = frozenset(
    {"amod", "compound", "flat", "nmod", "nmod:poss", "nmod:desc", "nmod:unmarked", "obl:unmarked"}
)
BEHIND: Final = frozenset({"flat", "goeswith", "compound"})
TRIMMED: Final = frozenset({"DET", "PUNCT", "NUM", "SYM", "ADP", "CCONJ", "SCONJ"})
AMOUNTS: Final = frozenset({"NUM", "SYM"})
EMPTY_HEADS: Final = word_list("number_noun")
"""Nouns that only say that there is a number: the number of dead counts the dead."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase in the text of a Doc, its head word and the rule that found it."""

    span: Span
    head: str
    rule: str


def phrase_of(head: Word, rule: str, after: int = 0) -> Phrase | None:
    """Return the phrase of a head, from token ``after`` on; None for what names nothing.

    An of-phrase belongs to it where the head says nothing without it (list ``counted_of``), and
    ``the number of X`` is X.
    """
    inner = of_noun(head)
    if inner is not None and (inner.pos_ in AMOUNTS or children(inner, "nummod")):
        inner = None  # "a cost of $12 million", "a pack of 30 tablets"
    if inner is not None and head.lower_ in EMPTY_HEADS and not is_named_price(head):
        return phrase_of(inner, rule)
    if head.lower_ in word_list("bare_number_noun"):
        return None
    if head.pos_ in {"PRON", "NUM", "DET", "PUNCT", "SYM", "ADV"} or head.ent_type_ == "DATE":
        return None
    first = first_of(head, after)
    last = last_of(head)
    if inner is not None and head.lower_ in word_list("counted_of"):
        last = last_of(inner)
    last = with_partner(head.doc[last], last)
    words = head.doc[first : last + 1]
    span = span_of(words)
    return Phrase(span, lemma_of(head), rule)


def is_named_price(head: Word) -> bool:
    """Tell ``the share price of a company`` from ``the price of bread``."""
    return head.lemma_.lower() == "price" and bool(children(head, "compound"))


def of_noun(head: Word) -> Word | None:
    """Return the noun of the of-phrase behind a head, or None; ``the number of displaced``."""
    for child in children(head, "nmod"):
        if child.i > head.i and case_of(child) == "of":
            return child
    for child in children(head, "acl"):
        if any(mark.lower_ == "of" for mark in children(child, "mark")):
            return child
    return None


def first_of(head: Word, after: int) -> int:
    """Return the first token of a phrase: modifiers before the head without a gap."""
    first = head.i
    for child in sorted(head.lefts, key=lambda word: -word.i):
        if child.dep_ not in BEFORE or child.left_edge.i < after or child.pos_ == "PRON":
            break
        if child.right_edge.i != first - 1 and not joins(child.right_edge, first):
            break
        if child.pos_ == "NUM" or (child.dep_ == "amod" and child.lower_ in QUANTIFIERS):
            break
        first = child.left_edge.i
    while first < head.i and is_trimmed(head.doc[first], head):
        first += 1
    while (
        first > max(after, 1)
        and not head.doc[first - 1].whitespace_
        and head.doc[first - 1].like_num
    ):
        first -= 1
    return first


def is_trimmed(word: Word, head: Word) -> bool:
    """Tell whether a word at the edge is no part of a phrase; the 155 of ``155 mm shells`` is."""
    is_of_unit = word.pos_ == "NUM" and word.dep_ == "nummod" and word.head != head
    return (word.pos_ in TRIMMED or word.is_punct) and not is_of_unit


QUANTIFIERS: Final = word_list("quantifier") | word_list("determiner")


def joins(last: Word, first: int) -> bool:
    """Tell whether only a hyphen lies between a modifier and what follows it."""
    between = last.doc[last.i + 1 : first]
    return len(between) == 1 and between[0].text in {"-", "–", "‑"}


def last_of(head: Word) -> int:
    """Return the last token of a phrase: parts of a name behind the head."""
    last = head.i
    for child in head.rights:
        if child.dep_ not in BEHIND or child.left_edge.i != last + 1 or case_of(child):
            break
        last = child.right_edge.i
    return last


def with_partner(word: Word, last: int) -> int:
    """Return the last token of ``tents and food``: a bare noun that ``and`` ties to the phrase."""
    for child in children(word, "conj"):
        is_bare = {inner.dep_ for inner in child.children} <= {"cc", "compound"}
        if child.pos_ == "NOUN" and is_bare and child.left_edge.i == last + 1:
            return child.i
    return last


def lemma_of(head: Word) -> str:
    """Return the dictionary form of a head in lower case."""
    if head.lower_ in IRREGULAR or not head.lemma_ or head.pos_ != "NOUN":
        return singular(head.lower_)
    return head.lemma_.lower()
