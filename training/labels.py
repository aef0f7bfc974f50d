"""The classes that the heads tell apart, and which of them an annotation allows."""

from collections.abc import Iterable
from typing import Final

from evaluation.corpora.annotated import AnnotatedText
from warehouse.vocabularies import ENTITY_LABELS

OUTSIDE: Final = "O"
NAME_TAGS: Final = (OUTSIDE, *(f"{mark}-{label}" for label in ENTITY_LABELS for mark in "BI"))
BIT: Final = {tag: 1 << index for index, tag in enumerate(NAME_TAGS)}
ANY: Final = (1 << len(NAME_TAGS)) - 1
"""Every tag is allowed: the annotation says nothing about the word."""


def allowed(labels: Iterable[str], mark: str) -> int:
    """Return the bits of the tags that begin (``B``) or continue (``I``) a name of some labels."""
    return sum(BIT[f"{mark}-{label}"] for label in labels) or ANY


def outside(exhaustive: frozenset[str]) -> int:
    """Return the bits of the tags of a word outside of all marked names.

    It may belong to a name of a label that the corpus does not mark.
    """
    hidden = set(ENTITY_LABELS) - exhaustive
    return BIT[OUTSIDE] + sum(BIT[f"{mark}-{label}"] for label in hidden for mark in "BI")


def classes(texts: Iterable[AnnotatedText]) -> dict[str, tuple[str, ...]]:
    """Return the classes of each head, in a fixed order, as they occur in treebanks."""
    words = [word for text in texts for word in text.words]
    return {
        "names": NAME_TAGS,
        "pos": tuple(sorted({word.pos for word in words})),
        "tag": tuple(sorted({word.tag for word in words if word.tag})),
        "dep": tuple(sorted({word.dep for word in words})),
    }
