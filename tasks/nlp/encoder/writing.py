"""Writes an analysis into a Doc."""

from collections.abc import Iterable
from typing import Any, Final

import numpy as np
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from tasks.nlp.encoder.labels import LabelScorer
from tasks.nlp.encoder.morphology import Keys, Morphology
from tasks.nlp.encoder.names import NameDecoder
from tasks.nlp.encoder.reading import Analysis
from tasks.nlp.encoder.session import Numbers

ATTRIBUTES: Final = ("TAG", "POS", "MORPH", "DEP", "HEAD")
SPACE_TAG: Final = "_SP"
LOOSE: Final = "dep"
"""Label of an arc of which the grammar says nothing."""


class Writer:
    """Knows the strings of a vocabulary for the classes of the network."""

    def __init__(
        self, vocab: Vocab, classes: dict[str, list[str]], labels: LabelScorer, names: NameDecoder
    ) -> None:
        """Take a vocabulary, the classes, the labels of arcs, and what finds names."""
        add = vocab.strings.add
        self.names = names
        for label in {tag[2:] for tag in classes["names"] if tag[1:2] == "-"}:
            add(label)
        self.pos = keys(add(name) for name in classes["pos"])
        self.tag = keys(add(name) for name in classes["tag"])
        self.morphology = Morphology(vocab, classes["tag"])
        # ``CUT`` is the index of the last one.
        self.dep = keys([*(add(name) for name in labels.names), add(LOOSE)])
        none = vocab.morphology.add("")
        self.space = keys((add(SPACE_TAG), add("SPACE"), none, add(LOOSE)))

    def write(self, doc: Doc, tokens: list[int], analysis: Analysis) -> None:
        """Set tags, arcs, sentences and names of a Doc that has a word.

        Args:
            doc: A Doc.
            tokens: Index in the Doc of each word.
            analysis: What is said of the words.
        """
        places = np.array(tokens, dtype=np.int64)
        values = np.empty((len(doc), len(ATTRIBUTES)), dtype=np.uint64)
        values[:, :-1] = self.space
        values[places, 0] = self.tag[analysis.tag]
        values[places, 1] = self.pos[analysis.pos]
        values[places, 2] = self.morphology.keys(doc, tokens, analysis.tag)
        values[places, 3] = self.dep[analysis.labels]
        heads = neighbours(len(doc), places)
        heads[places] = places[analysis.heads]
        values[:, -1] = (heads - np.arange(len(doc))).astype(np.uint64)
        set_attributes(doc, values)
        found = self.names.spans(analysis.names, analysis.starts)
        spans = ((tokens[name.first], tokens[name.end - 1] + 1, name.label) for name in found)
        doc.set_ents([Span(doc, *span) for span in spans], default="outside")

    def write_space(self, doc: Doc) -> None:
        """Set tags and arcs of a Doc that is nothing but white space: one sentence."""
        values = np.empty((len(doc), len(ATTRIBUTES)), dtype=np.uint64)
        values[:, :-1] = self.space
        values[:, -1] = (-np.arange(len(doc))).astype(np.uint64)
        set_attributes(doc, values)
        doc.set_ents([], default="outside")


def set_attributes(doc: Doc, values: Any) -> None:  # noqa: ANN401 - spaCy's stub has no uint64
    """Set ``ATTRIBUTES`` of a Doc; from the heads follow the starts of sentences."""
    doc.from_array(list(ATTRIBUTES), values)


def keys(numbers: Iterable[int]) -> Keys:
    """Return keys of a vocabulary as an array."""
    return np.array(list(numbers), dtype=np.uint64)


def neighbours(count: int, places: Numbers) -> Numbers:
    """Return for each token the word before it, or the first word if there is none.

    Args:
        count: Number of tokens.
        places: Indices of the tokens that are words, ascending, at least one.
    """
    number = np.searchsorted(places, np.arange(count), side="right") - 1
    return places[np.maximum(number, 0)]
