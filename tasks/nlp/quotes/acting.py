"""Who acts in the clauses of a Doc: persons and bodies that a pronoun behind may mean."""

from functools import cache
from typing import Final

from spacy.strings import get_string_id
from spacy.tokens import Doc

from tasks.nlp.quotes.report import Source
from tasks.nlp.quotes.sources import make_source
from tasks.nlp.quotes.subjects import can_speak
from tasks.nlp.syntax.sharing import tree_of
from tasks.nlp.syntax.stretches import inside

SUBJECTS: Final = ("nsubj", "nsubj:pass")


def read_acting(doc: Doc, stretches: list[tuple[int, int]]) -> list[Source]:
    """Return the subjects of a Doc that could speak, in order; pronouns are none.

    Args:
        doc: Document with tags and arcs.
        stretches: First and last characters (exclusive) of what is read, sorted.
    """
    columns = doc.to_array(["DEP", "POS", "IDX"])
    labels, nouns = subject_labels(), noun_classes()
    rows: list[tuple[int, int]] = list(
        zip(columns[:, 0].tolist(), columns[:, 1].tolist(), strict=True)
    )
    places = [i for i, (label, pos) in enumerate(rows) if label in labels and pos in nouns]
    starts: list[int] = columns[:, 2].tolist()
    tree = tree_of(doc) if places else None
    words = [tree[place] for place in inside(places, starts, stretches)] if tree else []
    return [make_source(word) for word in words if can_speak(word)]


@cache
def subject_labels() -> frozenset[int]:
    """Return the numbers of the labels of subjects."""
    return frozenset(get_string_id(label) for label in SUBJECTS)


@cache
def noun_classes() -> frozenset[int]:
    """Return the numbers of the word classes of nouns and names."""
    return frozenset(get_string_id(pos) for pos in ("NOUN", "PROPN"))
