"""What the encoder sees of a Doc: word pieces with their letter case and the gap before them."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from tokenizers import Tokenizer

CASES: Final = ("none", "lower", "title", "upper", "initial", "mixed", "uncased")
"""Letter case of a word; ``none`` is for the marks around the text, ``initial`` one capital."""
GAPS: Final = ("inside", "glued", "space", "line", "paragraph")
"""What lies before a piece; ``inside`` is for the later pieces of a word."""
MAX_WORD_CHARS: Final = 48
"""Characters of a word that the encoder reads; the rest of a longer one is not looked at."""
MAX_WORD_PIECES: Final = 8
"""Pieces of a word that the encoder reads; it is enough to tell what kind of word it is."""
MAX_CACHED_WORDS: Final = 65_536


@dataclass(frozen=True, slots=True)
class Features:
    """The words of a Doc (its tokens that are not white space) as pieces.

    Attributes:
        tokens: Index in the Doc of each word.
        pieces: Ids of the pieces of all words, one after the other.
        cases: Case of the word that a piece belongs to, as an index of ``CASES``.
        gaps: Gap before each piece, as an index of ``GAPS``.
        first: Index in ``pieces`` where each word begins, and the number of pieces as last item.
    """

    tokens: list[int]
    pieces: NDArray[np.int64]
    cases: NDArray[np.int64]
    gaps: NDArray[np.int64]
    first: NDArray[np.int64]


class WordPieces:
    """Splits words into the pieces that the encoder was trained with."""

    def __init__(self, definition: str) -> None:
        """Read a ``tokenizer.json``."""
        self.definition = definition
        self.tokenizer = Tokenizer.from_str(definition)
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.start = self.special("[CLS]")
        self.end = self.special("[SEP]")
        self.padding = self.special("[PAD]")
        self.unknown = self.special("[UNK]")
        self.split = lru_cache(MAX_CACHED_WORDS)(self.split_word)

    @classmethod
    def from_file(cls, path: Path) -> "WordPieces":
        """Read the definition from a file."""
        return cls(path.read_text(encoding="utf-8"))

    def special(self, mark: str) -> int:
        """Return the id of a mark.

        Raises:
            ValueError: If the vocabulary has no such mark.
        """
        number = self.tokenizer.token_to_id(mark)
        if number is None:
            msg = f"the vocabulary of word pieces has no {mark}"
            raise ValueError(msg)
        return int(number)

    def split_word(self, word: str) -> tuple[int, ...]:
        """Return the pieces of a word, at least one and at most ``MAX_WORD_PIECES``."""
        encoding = self.tokenizer.encode(word[:MAX_WORD_CHARS], add_special_tokens=False)
        return tuple(encoding.ids[:MAX_WORD_PIECES]) or (self.unknown,)

    def features(self, doc: Doc) -> Features:
        """Return the features of a Doc."""
        tokens: list[int] = []
        pieces: list[int] = []
        cases: list[int] = []
        gaps: list[int] = []
        first: list[int] = [0]
        gap = GAPS.index("paragraph")
        for token in doc:
            if token.is_space:
                gap = max(gap, GAPS.index(gap_of(token.text)))
                continue
            ids = self.split(token.text)
            tokens.append(token.i)
            pieces.extend(ids)
            cases.extend([CASES.index(case_of(token.text))] * len(ids))
            gaps.extend([gap, *[GAPS.index("inside")] * (len(ids) - 1)])
            first.append(len(pieces))
            gap = GAPS.index("space" if token.whitespace_ else "glued")
        return Features(tokens, whole(pieces), whole(cases), whole(gaps), whole(first))


def whole(numbers: list[int]) -> NDArray[np.int64]:
    """Return numbers as an array."""
    return np.array(numbers, dtype=np.int64)


def gap_of(space: str) -> str:
    """Return the gap that white space makes.

    >>> gap_of(" "), gap_of(chr(10)), gap_of(chr(10) * 2)
    ('space', 'line', 'paragraph')
    """
    lines = len(space.splitlines()) - (not space.endswith(("\n", "\r"))) if space else 0
    return ("space", "line", "paragraph")[min(2, max(0, lines))]


@lru_cache(MAX_CACHED_WORDS)
def case_of(word: str) -> str:
    """Return the letter case of a word.

    >>> [case_of(word) for word in ("un", "Unita", "UNITA", "A", "McRae", "1990", "T-72")]
    ['lower', 'title', 'upper', 'initial', 'mixed', 'uncased', 'initial']
    """
    letters = [letter for letter in word if letter.isalpha()]
    if not letters or not any(letter.isupper() or letter.islower() for letter in letters):
        return "uncased"
    if all(not letter.isupper() for letter in letters):
        return "lower"
    if len(letters) == 1:
        return "initial"
    if all(not letter.islower() for letter in letters):
        return "upper"
    title = letters[0].isupper() and all(not letter.isupper() for letter in letters[1:])
    return "title" if title else "mixed"
