"""Where sentences start: what the caller has set, or what the network says."""

import itertools

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from tasks.nlp.encoder.session import Floats

Flags = NDArray[np.bool_]


def given_starts(doc: Doc, tokens: list[int]) -> Flags | None:
    """Return which words begin a sentence that the caller has set, or ``None`` if none is set.

    Args:
        doc: A Doc, whose white space may begin a sentence too; then its next word does.
        tokens: Index in the Doc of each word.
    """
    if len(doc) < 2 or not doc.has_annotation("SENT_START"):  # noqa: PLR2004 - nothing to part
        return None
    marks = np.array([token.is_sent_start is True for token in doc], dtype=np.int64)
    before = np.concatenate(([0], np.cumsum(marks)))
    places = np.array(tokens, dtype=np.int64)
    previous = np.concatenate(([-1], places[:-1])) + 1
    starts: Flags = before[places + 1] > before[previous]
    starts[:1] = True
    return starts


def found_starts(scores: Floats, threshold: float) -> Flags:
    """Return which words of a window begin a sentence; the first one always does.

    Args:
        scores: Logit of each word.
        threshold: Probability from which a start is believed, above 0 and below 1.
    """
    starts: Flags = scores > np.log(threshold / (1 - threshold))
    starts[:1] = True
    return starts


def bounds(starts: Flags) -> list[tuple[int, int]]:
    """Return ``[first, end)`` of each sentence.

    >>> bounds(np.array([True, False, True]))
    [(0, 2), (2, 3)]
    """
    edges = [*np.flatnonzero(starts).tolist(), len(starts)]
    return list(itertools.pairwise(edges))
