"""Which words of a Doc are read together, from the Doc's own text alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from spacy.tokens import Doc, Token

from tasks.nlp.encoder.features import GAPS, Features
from tasks.nlp.word_lists import word_list

SENTENCE_ENDS: Final = frozenset({".", "!", "?", "…", "..."})
CLOSERS: Final = frozenset({'"', "'", "''", "”", "’", "»", ")", "]"})
LINE: Final = GAPS.index("line")
PARAGRAPH: Final = GAPS.index("paragraph")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a Doc that windows are cut from."""

    doc: Doc
    features: Features

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.features.tokens)

    def token(self, word: int) -> Token:
        """Return the token of a word."""
        return self.doc[self.features.tokens[word]]

    def gap(self, word: int) -> int:
        """Return what lies before a word, as an index of ``GAPS``."""
        return int(self.features.gaps[self.features.first[word]])

    def reach(self, first: int, most_pieces: int) -> int:
        """Return the end of the longest window that begins at a word; it has at least one word."""
        limit = self.features.first[first] + most_pieces
        end = int(np.searchsorted(self.features.first, limit, side="right")) - 1
        return max(end, first + 1)


def cut_place(words: Words, first: int, end: int) -> int:
    """Return where a stretch without a sentence end that is known is best cut.

    Args:
        words: Words of a Doc.
        first: First word of the stretch.
        end: Word after the stretch.

    Returns:
        The last of the best places in the second half, ``end`` if no place is better than another.
    """
    half = max(first + 1, (first + end) // 2)
    return max(range(half, end + 1), key=lambda word: (strength(words, word), word))


def strength(words: Words, word: int) -> int:
    """Return how well a text is cut before a word, from 0 (badly) to 4 (a blank line)."""
    if word == len(words):
        return 4
    gap = words.gap(word)
    if gap == PARAGRAPH:
        return 4
    ended = ends_sentence(words, word)
    if gap == LINE:
        return 3 if ended else 2
    return 1 if ended and words.token(word).text[:1].isupper() else 0


def ends_sentence(words: Words, word: int) -> bool:
    """Tell whether a mark before a word may end a sentence."""
    last = word - 1
    while last > 0 and words.token(last).text in CLOSERS:
        last -= 1
    if words.token(last).text not in SENTENCE_ENDS:
        return False
    before = words.token(last - 1).text if last else ""
    is_initial = len(before) == 1 and before.isupper()
    return not is_initial and before not in word_list("abbreviation")


def packed(words: Words, first: int, ends: Sequence[int], most_pieces: int) -> int:
    """Return the end of the window that begins at a word and holds whole given sentences.

    Args:
        words: Words of a Doc.
        first: First word of the window.
        ends: Ends of the given sentences, ascending; the last one is the number of words.
        most_pieces: Most pieces of a window.
    """
    reach = words.reach(first, most_pieces)
    number = int(np.searchsorted(ends, reach, side="right"))
    if number and ends[number - 1] > first:
        return int(ends[number - 1])
    return cut_place(words, first, reach)
