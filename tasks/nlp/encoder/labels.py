"""Labels of dependency arcs, scored for the heads that were chosen only."""

import numpy as np

from tasks.nlp.encoder.session import Floats, Numbers

ROOT = "root"
SPACY_ROOT = "ROOT"
"""How spaCy writes the label of a root in every scheme."""
MISSING = -np.inf
BLOCK = 8
"""Words scored together. Larger products make OpenBLAS start threads, which wait by spinning and
take more from the other cores than they give."""


class LabelScorer:
    """The last layer of the label head."""

    def __init__(self, weights: dict[str, Floats], labels: list[str]) -> None:
        """Take weights.

        Args:
            weights: The arrays of ``labels.npz``.
            labels: Labels in the order of their scores.

        Raises:
            ValueError: If the weights are of another number of labels, or there is no root.
        """
        self.product = weights["product_weight"]
        self.bias = weights["product_bias"]
        self.alone = weights["alone_weight"]
        if len(self.bias) != len(labels) or ROOT not in labels:
            msg = f"weights of {len(self.bias)} labels for {len(labels)} names of labels"
            raise ValueError(msg)
        self.root = labels.index(ROOT)
        self.names = [SPACY_ROOT if label == ROOT else label for label in labels]

    def best(self, dependent: Floats, head: Floats, heads: Numbers) -> Numbers:
        """Return the class of the label of each word's arc; the root has the label of a root.

        Args:
            dependent: Each word as dependent, (words, size).
            head: Each word as head, (words, size).
            heads: Head of each word; a root is its own head.
        """
        above = head[heads]
        blocks = [slice(first, first + BLOCK) for first in range(0, len(heads), BLOCK)]
        scores = np.concatenate([self.scores(dependent[at], above[at]) for at in blocks])
        scores[:, self.root] = MISSING
        best: Numbers = scores.argmax(axis=1)
        return np.where(heads == np.arange(len(heads)), self.root, best)

    def scores(self, dependent: Floats, above: Floats) -> Floats:
        """Return the scores of the labels for pairs of a word and its head."""
        alone = np.concatenate((dependent, above), axis=1) @ self.alone.T
        scores: Floats = (dependent * above) @ self.product.T + alone + self.bias
        return scores
