"""From scores of BIO tags to named entities."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from tasks.nlp.encoder.sentences import Flags
from tasks.nlp.encoder.session import Floats, Numbers

TOGETHER: Final = 64
"""Windows whose tags are sought in the same steps."""


@dataclass(frozen=True, slots=True)
class NameSpan:
    """Words from ``first`` to before ``end`` that are a name."""

    first: int
    end: int
    label: str


class NameDecoder:
    """Finds the best tags in which each I-X follows a B-X or an I-X (Viterbi's algorithm)."""

    def __init__(self, tags: list[str], transitions: Floats | None = None) -> None:
        """Take what is known of sequences.

        Args:
            tags: Tags in the order of their scores: ``O``, ``B-X`` and ``I-X``.
            transitions: Score of each step, (tag before, tag after); none means zero.

        Raises:
            ValueError: If the transitions are of another number of tags.
        """
        self.tags = tags
        self.inner = np.array([tag.startswith("I-") for tag in tags])
        learned = np.zeros((len(tags), len(tags))) if transitions is None else transitions
        if learned.shape != (len(tags), len(tags)):
            msg = f"transitions of shape {learned.shape} for {len(tags)} tags of names"
            raise ValueError(msg)
        allowed = np.array([[may_follow(one, tag) for tag in tags] for one in tags])
        # Turned around, so that the tags before are next to each other in memory.
        self.steps = np.where(allowed, learned, -np.inf).T.astype(np.float32).copy()

    def spans(self, windows: Sequence[Floats], starts: Flags) -> list[NameSpan]:
        """Return the names of a Doc; none lies across windows or the start of a sentence.

        Args:
            windows: Scores of each tag for each word of a window, (words, tags).
            starts: Whether a sentence begins, for the words of all windows.
        """
        ends = list(itertools.accumulate(len(window) for window in windows))
        bounded = [
            self.bounded(window, starts[end - len(window) : end])
            for window, end in zip(windows, ends, strict=True)
        ]
        paths = (
            path
            for first in range(0, len(bounded), TOGETHER)
            for path in self.best_paths(bounded[first : first + TOGETHER])
        )
        return list(self.grouped(itertools.chain.from_iterable(paths)))

    def bounded(self, window: Floats, starts: Flags) -> Floats:
        """Return scores in which no name goes on at the start of a sentence or of the window."""
        scores = window.copy()
        scores[np.ix_(starts, self.inner)] = -np.inf
        scores[0, self.inner] = -np.inf
        return scores

    def best_paths(self, windows: list[Floats]) -> list[list[int]]:
        """Return the allowed tags with the highest sum of scores and steps, for each window."""
        lengths = np.array([len(window) for window in windows])
        scores = np.zeros((lengths.max(), len(windows), len(self.tags)), dtype=np.float32)
        for row, window in enumerate(windows):
            scores[: len(window), row] = window
        total = scores[0]
        back = np.zeros(scores.shape, dtype=np.int64)
        for place in range(1, len(scores)):
            running = lengths > place
            candidates = total[running, None, :] + self.steps
            best = candidates.argmax(axis=2)
            back[place, running] = best
            reached = np.take_along_axis(candidates, best[:, :, None], axis=2)[:, :, 0]
            total[running] = reached + scores[place, running]
        return [
            followed(back[:length, row], int(total[row].argmax()))
            for row, length in enumerate(lengths.tolist())
        ]

    def grouped(self, path: Iterator[int]) -> Iterator[NameSpan]:
        """Yield the names that a sequence of allowed tags spells."""
        first, label = -1, ""
        place = -1
        for place, number in enumerate(path):
            if self.inner[number]:
                continue
            if label:
                yield NameSpan(first, place, label)
            first, label = place, self.tags[number][2:]
        if label:
            yield NameSpan(first, place + 1, label)


def followed(back: Numbers, last: int) -> list[int]:
    """Return the tags that lead to a last one, which is the end of the list."""
    path = [last]
    for tags in back[:0:-1]:
        path.append(int(tags[path[-1]]))
    return path[::-1]


def may_follow(one: str, other: str) -> bool:
    """Tell whether a tag may follow another one.

    >>> may_follow("B-ORG", "I-ORG"), may_follow("B-ORG", "I-GPE"), may_follow("O", "I-ORG")
    (True, False, False)
    """
    return not other.startswith("I-") or one[2:] == other[2:]
