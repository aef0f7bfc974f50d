"""What kind of thing a noun names: a person, goods, a place, a mere idea."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from tasks.nlp.figures.grammar.phrases import of_noun
from tasks.nlp.syntax.arcs import children
from tasks.nlp.syntax.tree import Word
from tasks.nlp.word_lists import word_list
from warehouse.seeds import read_seed_rows
from warehouse.tables.ref import CATEGORY_WORDS, EVENT_OBJECTS

OF_LABELS: Final[Mapping[str, frozenset[str]]] = {
    "PERSON": frozenset({"person"}),
    "NORP": frozenset({"person", "organisation"}),
    "ORG": frozenset({"organisation"}),
    "GPE": frozenset({"place", "settlement", "organisation", "country"}),
    "LOC": frozenset({"place"}),
    "FAC": frozenset({"place"}),
    "PRODUCT": frozenset({"goods"}),
    "WEAPON": frozenset({"goods"}),
    "VEHICLE": frozenset({"goods", "vehicle"}),
}
OF_CATEGORIES: Final[Mapping[str, str]] = {
    "person": "person",
    "fighters": "person",
    "migrants": "person",
    "vehicles": "vehicle",
    "ammunition": "goods",
    "weapons_stock": "goods",
}
AGENTS: Final = frozenset({"person", "organisation"})
"""Classes of those who act."""
PERSONAL: Final = frozenset({"him", "her", "them", "he", "she", "they", "us", "we", "me", "i"})
REFLEXIVE_ENDINGS: Final = ("self", "selves")
REFLEXIVE_CLASSES: Final = frozenset({"reflexive"})
PERSONAL_CLASSES: Final = frozenset({"person"})
NOTHING: Final[frozenset[str]] = frozenset()
AMOUNTS: Final = word_list("counted_of") | word_list("number_noun") | word_list("quantifier")


@cache
def noun_classes() -> Mapping[str, frozenset[str]]:
    """Return the classes of each noun that the seeds know."""
    found: dict[str, set[str]] = {}
    for row in read_seed_rows(EVENT_OBJECTS):
        found.setdefault(str(row["noun"]), set()).add(str(row["object_class"]))
    for row in read_seed_rows(CATEGORY_WORDS):
        name = OF_CATEGORIES.get(str(row["category"]))
        if name and row["role"] == "head":
            found.setdefault(str(row["category_word"]), set()).add(name)
    return {noun: frozenset(names) for noun, names in found.items()}


def classes_of(noun: Word) -> frozenset[str]:
    """Return the classes of a noun phrase by its head, its name, and the nouns tied to it.

    An amount has the class of what it is an amount of: ``tonnes of flour``, ``dozens of fighters``.
    """
    found = NOTHING
    for word in (noun, *children(noun, "conj")):
        found |= own_classes(word) or of_classes(word)
    return found


def own_classes(word: Word) -> frozenset[str]:
    """Return the classes that a word itself has."""
    if word.lower_ in PERSONAL:
        return PERSONAL_CLASSES
    if word.lower_.endswith(REFLEXIVE_ENDINGS):
        return REFLEXIVE_CLASSES
    known = noun_classes()
    named = OF_LABELS.get(word.ent_type_, NOTHING)
    if named and word.pos_ == "PROPN":
        return named
    return named | known.get(word.lemma_.lower(), known.get(word.lower_, NOTHING))


def of_classes(word: Word) -> frozenset[str]:
    """Return the classes of the noun in the of-phrase behind an amount or a part."""
    inner = of_noun(word)
    is_amount = word.pos_ == "NUM" or word.lower_ in AMOUNTS
    return own_classes(inner) if inner is not None and is_amount else NOTHING


def heads_of(noun: Word) -> Iterator[Word]:
    """Yield a noun and those coordinated with it."""
    yield noun
    yield from children(noun, "conj")
