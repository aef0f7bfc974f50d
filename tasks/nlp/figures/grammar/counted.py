"""What a figure counts, prices, measures or shares, by the parse of its own sentence.

The rules run in the order of ``RULES``, the strongest evidence first; the name of the one that
answers goes into ``counted_rule``.
"""

from collections.abc import Callable
from typing import Final, TypeAlias

from tasks.nlp.figures.grammar.change import direction_of
from tasks.nlp.figures.grammar.dimensions import dimension
from tasks.nlp.figures.grammar.labels import label_before, noun_label
from tasks.nlp.figures.grammar.phrases import Phrase, of_noun, phrase_of
from tasks.nlp.figures.grammar.prices import price, worth
from tasks.nlp.figures.grammar.view import COUNTS, FigureView
from tasks.nlp.syntax.arcs import NOMINAL, case_of, children, clause_of, subject_of
from tasks.nlp.syntax.tree import Word
from tasks.nlp.word_lists import word_list

Rule: TypeAlias = Callable[[FigureView], Word | Phrase | None]
"""Gives the head of what is counted, or the whole phrase where it is no subtree."""
UNCOUNTED: Final = frozenset({"age", "duration"})
MODIFIERS: Final = frozenset(
    {
        "nummod",
        "amod",
        "det",
        "compound",
        "nmod",
        "nmod:unmarked",
        "obl:unmarked",
        "nmod:desc",
        "advmod",
    }
)
NOUN_CASES: Final = frozenset(
    {"of", "at", "from", "to", "between", "for", "over", "under", "below", "above"}
)


def find_counted(view: FigureView) -> Phrase | None:
    """Return what a figure counts by the parse of its sentence, or None."""
    if view.figure.kind in UNCOUNTED:
        return None
    for name, rule in RULES.items():
        found = rule(view)
        if isinstance(found, Word):
            is_amount = found.i in view.amounts
            found = None if is_amount else phrase_of(found, name, start_behind(view, found))
        if found is not None:
            return found
    return None


def start_behind(view: FigureView, head: Word) -> int:
    """Return the first token that a phrase may have: no amount is part of it, but a calibre."""
    first = head.i
    while first > head.sent.start and not is_other_amount(view, head, first - 1):
        first -= 1
    return max(first, view.after if head.i > view.top.i else 0)


def is_other_amount(view: FigureView, head: Word, place: int) -> bool:
    """Tell whether a token belongs to an amount that is no property of the head: ``155mm``."""
    if place not in view.amounts:
        return False
    is_property = view.amounts[place].head == head and place >= view.after
    return not (is_property and head.doc[place].i > view.top.i and head.i > view.top.i)


def noun_modified(view: FigureView) -> Word | None:
    """The noun that a count modifies: ``350 workers``, ``31,000 9mm cartridges``."""
    head = view.top.head
    if view.figure.kind not in COUNTS or view.top.dep_ not in MODIFIERS or head.i < view.after:
        return None
    if head.i in view.amounts:
        head = view.amounts[head.i].head
    if head.lower_ in word_list("size_ending"):
        head = head.head
    while head.dep_ == "compound" and head.head.i > head.i:
        head = head.head
    if head.lower_ in word_list("elliptical_head"):
        return None
    return head if head.pos_ not in {"PRON", "VERB", "AUX", "ADV"} or head.tag_ == "VBG" else None


def of_phrase(view: FigureView) -> Word | None:
    """The noun behind ``of``: ``18 tonnes of tiles``, ``dozens of homes``, ``14 of the guards``."""
    for word in reversed(view.words):
        noun = of_noun(word)
        if noun is None or noun.lower_ in word_list("elliptical_head"):
            continue
        if takes_of(view, noun) and not is_measure_of_place(view, noun):
            return noun
    return None


def takes_of(view: FigureView, noun: Word) -> bool:
    """Tell whether an of-phrase says what is counted: not in ``two of forgery``."""
    if view.figure.kind not in COUNTS or view.words[-1].pos_ == "NOUN":
        return True
    return bool(children(noun, "det", "nummod", "nmod:poss")) or noun.pos_ == "PRON"


def is_measure_of_place(view: FigureView, noun: Word) -> bool:
    """Tell ``within 2 km of the market`` from ``2 km of pipes``."""
    is_length = view.figure.category == "distance"
    return is_length and (noun.pos_ == "PROPN" or bool(children(noun, "det")))


def unit_modified(view: FigureView) -> Word | None:
    """The noun that an amount with a unit modifies: ``a 90-metre conveyor``, ``$5m package``."""
    head = view.top.head
    if view.figure.kind in COUNTS or view.top.dep_ not in MODIFIERS or head.pos_ not in NOMINAL:
        return None
    if head.i < view.after or case_of(view.top):
        return None
    is_sized = view.top.doc[view.after].lower_ in word_list("dimension_word")
    return None if is_sized else head


def victim(view: FigureView) -> Word | None:
    """An adjective or participle that stands for people: ``31 injured``."""
    doc = view.top.doc
    if view.figure.kind not in COUNTS or view.after >= len(doc):
        return None
    word = doc[view.after]
    is_victim = word.lower_ in word_list("victim_adjective")
    return (
        word
        if is_victim and word.pos_ in {"ADJ", "NOUN", "VERB", "PROPN"} and not verb_of(word)
        else None
    )


def verb_of(word: Word) -> bool:
    """Tell whether a participle has auxiliaries or an object, so that it is a verb."""
    return bool(children(word, "aux", "obj"))


def noun_before(view: FigureView) -> Word | None:
    """The noun that an amount hangs on: ``a fee of $150``, ``a speed of 50 km/h``."""
    head = neighbour(view) or view.top.head
    if view.top.dep_ not in {"nmod", "nmod:unmarked", "acl"} or head.i > view.top.i:
        return None
    if head.pos_ not in NOMINAL or view.case not in NOUN_CASES:
        return None
    if head.lower_ in word_list("change_noun"):
        return changing(head)
    return head


def neighbour(view: FigureView) -> Word | None:
    """Return the noun right before the preposition, where the parse goes past it to an amount."""
    if view.top.head.i not in view.amounts or not view.case:
        return None
    first = view.words[0].i
    while first > 0 and view.top.doc[first].lower_ != view.case:
        first -= 1
    before = view.top.doc[max(0, first - 1)]
    return before if before.pos_ in NOMINAL and before.i not in view.amounts else None


def changing(noun: Word) -> Word | None:
    """Return what rises or falls in ``a rise in prices``, ``a drop of 9 percent``."""
    behind = [
        *children(noun, "nmod"),
        *(inner for child in noun.children for inner in children(child, "nmod")),
    ]
    for child in behind:
        if case_of(child) == "in" and child.ent_type_ != "DATE":
            return child
    if noun.dep_ in {"obj", "obl", "parataxis", "appos", "conj"}:
        subject = subject_of(clause_of(noun.head))
        return subject if subject != noun else None
    return None


def object_changed(view: FigureView) -> Word | None:
    """What somebody raises or puts at an amount: ``raised its outlays to $5m``."""
    verb = view.top.head
    if view.top.dep_ not in {"obl", "xcomp", "obl:unmarked", "advmod"} or verb.pos_ != "VERB":
        return None
    is_change = verb.lemma_.lower() in word_list("change_verb")
    if not is_change and (direction_of(verb) is None or not children(verb, "aux:pass")):
        return None
    if children(verb, "aux:pass") or any(child.dep_ == "nsubj:pass" for child in verb.children):
        return subject_of(verb)
    objects = [word for word in children(verb, "obj") if not view.holds(word)]
    return objects[0] if objects else None


def subject(view: FigureView) -> Word | None:
    """The subject of ``rose to``, ``cost``, ``was``, ``flies at``: ``the toll rose to 34``."""
    top = view.top
    if children(top, "cop"):
        return subject_of(top)
    verb = top.head
    if top.dep_ not in {"obj", "obl", "obl:unmarked", "xcomp", "advmod", "ccomp"}:
        return None
    if view.figure.kind not in COUNTS and view.case == "at":
        return subject_of(verb)
    if verb.lemma_.lower() in word_list("motion_verb") and view.case in {"to", "from", "by"}:
        return subject_of(verb)
    has_object = any(word.i not in view.amounts for word in children(verb, "obj"))
    is_change = direction_of(verb) is not None and top.dep_ != "obj" and not has_object
    if verb.lemma_.lower() not in word_list("amount_verb") and not is_change:
        return None
    return subject_of(verb)


RULES: Final[dict[str, Rule]] = {
    "of_phrase": of_phrase,
    "noun_modified": noun_modified,
    "unit_modified": unit_modified,
    "victim": victim,
    "label_before": label_before,
    "noun_label": noun_label,
    "dimension": dimension,
    "worth": worth,
    "price": price,
    "noun_before": noun_before,
    "object_changed": object_changed,
    "subject": subject,
}
