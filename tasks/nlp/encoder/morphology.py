"""Morphological features, which follow from the fine tag, and for some words from the word too."""

import csv
from importlib import resources
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.vocab import Vocab

from tasks.nlp.encoder.session import Numbers

Keys: TypeAlias = NDArray[np.uint64]


class Morphology:
    """The rows of ``penn_features.csv`` as keys of a vocabulary."""

    def __init__(self, vocab: Vocab, tags: list[str]) -> None:
        """Take a vocabulary and the fine tags in the order of their classes."""
        self.by_tag = np.full(len(tags), vocab.morphology.add(""), dtype=np.uint64)
        self.by_word: dict[tuple[int, str], int] = {}
        classes = {tag: number for number, tag in enumerate(tags)}
        for tag, word, features in feature_rows():
            if tag not in classes:
                continue
            key = vocab.morphology.add(features)
            if word:
                self.by_word[classes[tag], word] = key
            else:
                self.by_tag[classes[tag]] = key
        self.special = np.zeros(len(tags), dtype=bool)
        self.special[[number for number, _ in self.by_word]] = True

    def keys(self, doc: Doc, tokens: list[int], tags: Numbers) -> Keys:
        """Return the key of the features of each word.

        Args:
            doc: A Doc.
            tokens: Index in the Doc of each word.
            tags: Class of the fine tag of each word.
        """
        keys = self.by_tag[tags]
        for place in np.flatnonzero(self.special[tags]).tolist():
            found = self.by_word.get((int(tags[place]), doc[tokens[place]].lower_))
            if found is not None:
                keys[place] = found
        return keys


def feature_rows() -> list[tuple[str, str, str]]:
    """Return tag, word (lower case; empty for all others) and features of each row."""
    table = resources.files("tasks.nlp.encoder") / "penn_features.csv"
    lines = table.read_text(encoding="utf-8").splitlines()
    return [(row["tag"], row["word"], row["features"]) for row in csv.DictReader(lines)]
