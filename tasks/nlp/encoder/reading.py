"""Reads a Doc window by window and puts what the network says of its words together."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np

from tasks.nlp.encoder.arcs import best_heads
from tasks.nlp.encoder.labels import LabelScorer
from tasks.nlp.encoder.sentences import Flags, bounds, found_starts
from tasks.nlp.encoder.session import Floats, Numbers, Scores
from tasks.nlp.encoder.windows import Words, cut_place, packed

Windows: TypeAlias = Generator[tuple[int, int], Scores, None]
Reader: TypeAlias = Generator[tuple[int, int], Scores, "Analysis"]
CUT: Final = -1
"""Label of the arc between the parts of a sentence that had to be cut."""
LEAST_SHARE: Final = 4
"""A window goes on at a sentence start unless that would use less than one in so many words."""
UNSURE: Final = 2
"""Words at the end of a window of which it does not believe that they start a sentence."""


@dataclass(frozen=True, slots=True)
class ReadingSettings:
    """How a Doc is read.

    Attributes:
        window_pieces: Most pieces of a window.
        start_threshold: Probability from which the start of a sentence is believed.
        keep_sentences: Whether sentences that the caller has set are not parted further.
    """

    window_pieces: int
    start_threshold: float
    keep_sentences: bool


@dataclass(frozen=True, slots=True)
class Analysis:
    """What is said of the words of a Doc.

    Attributes:
        names: Scores of the name tags of the words of each window, (words, tags).
        pos: Class of the universal part of speech.
        tag: Class of the fine part of speech.
        heads: Index of the head among the words; its own for a root.
        labels: Class of the dependency label, or ``CUT``.
        starts: Whether a sentence begins.
    """

    names: list[Floats]
    pos: Numbers
    tag: Numbers
    heads: Numbers
    labels: Numbers
    starts: Flags


class Draft:
    """An analysis in the making."""

    def __init__(self, labels: LabelScorer, words: int) -> None:
        """Start with nothing said of any word."""
        self.labels = labels
        self.names: list[Floats] = []
        self.pos, self.tag, self.heads, self.deps = np.zeros((4, words), dtype=np.int64)
        self.starts = np.zeros(words, dtype=bool)
        self.root = 0

    def accept(self, scores: Scores, first: int, starts: Flags) -> None:
        """Take over what is said of the first words of a window.

        Args:
            scores: Of the window.
            first: First word of the window.
            starts: Of the words that are taken over; the first one is ``False`` if it goes on
                with a sentence that was cut.
        """
        count = len(starts)
        place = slice(first, first + count)
        self.names.append(scores.names[:count])
        self.pos[place] = scores.pos[:count].argmax(axis=1)
        self.tag[place] = scores.tag[:count].argmax(axis=1)
        self.starts[place] = starts
        heads = np.zeros(count, dtype=np.int64)
        for low, high in bounds(np.concatenate(([True], starts[1:]))):
            heads[low:high] = best_heads(scores.arc[low:high, low:high]) + low
        self.heads[place] = heads + first
        self.deps[place] = self.labels.best(scores.dependent[:count], scores.head[:count], heads)
        self.join(first, heads, starts)

    def join(self, first: int, heads: Numbers, starts: Flags) -> None:
        """Hang the rest of a sentence that was cut on the root of its first part."""
        roots = np.flatnonzero(heads == np.arange(len(heads))) + first
        if not starts[0]:
            self.heads[roots[0]] = self.root
            self.deps[roots[0]] = CUT
            roots = roots[1:]
        if len(roots):
            self.root = int(roots[-1])

    def finished(self) -> Analysis:
        """Return the analysis of at least one word."""
        return Analysis(self.names, self.pos, self.tag, self.heads, self.deps, self.starts)


def read(words: Words, given: Flags | None, draft: Draft, settings: ReadingSettings) -> Reader:
    """Yield ``[first, end)`` of each window, take its scores, and return the analysis."""
    if given is None:
        yield from read_freely(words, draft, settings)
    else:
        yield from read_given(words, given, draft, settings)
    return draft.finished()


def read_given(words: Words, given: Flags, draft: Draft, settings: ReadingSettings) -> Windows:
    """Read windows of whole given sentences."""
    ends = [end for _, end in bounds(given)]
    first = 0
    while first < len(words):
        end = packed(words, first, ends, settings.window_pieces)
        scores = yield first, end
        starts = given[first:end].copy()
        if not settings.keep_sentences:
            starts[1:] |= found_starts(scores.start, settings.start_threshold)[1:]
        draft.accept(scores, first, starts)
        first = end


def read_freely(words: Words, draft: Draft, settings: ReadingSettings) -> Windows:
    """Read windows that each begin where the last sentence of the one before began."""
    first, goes_on = 0, False
    while first < len(words):
        reach = words.reach(first, settings.window_pieces)
        scores = yield first, reach
        starts = found_starts(scores.start, settings.start_threshold)
        end = trusted_end(words, first, reach, starts)
        starts[0] = not goes_on
        draft.accept(scores, first, starts[: end - first])
        goes_on = end == reach or not starts[end - first]
        first = end


def trusted_end(words: Words, first: int, reach: int, starts: Flags) -> int:
    """Return up to where a window is taken over: before its last sentence, which may go on.

    Args:
        words: Words of a Doc.
        first: First word of the window.
        reach: Word after the window.
        starts: Words of the window that begin a sentence.
    """
    if reach == len(words):
        return reach
    count = len(starts)
    least = max(1, count // LEAST_SHARE)
    places = np.flatnonzero(starts[least : count - UNSURE])
    return first + least + int(places[-1]) if len(places) else cut_place(words, first, reach)
