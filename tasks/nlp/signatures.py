"""Signatures by which texts that share most of their words are found among many: MinHash.

What is compared is the article alone (title, headings, body, captions), so that two outlets with
their own furniture around one agency story match. Method: Broder (1997), by datasketch.
"""

from base64 import b64decode, b64encode
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from tasks.nlp.spans import Passage
from warehouse.passage_kinds import FIGURE_KINDS
from warehouse.passage_words import SHINGLE_WORDS, words_of

if TYPE_CHECKING:
    from datasketch import MinHash

PERMUTATIONS: Final = 255
"""Values of a signature; the standard error of an estimated share is at most 0.031."""
SEED: Final = 1
SCHEME: Final = "affine32"
BATCH: Final = 8_192
"""Word sequences that are taken in at once; bounds the memory of a long text."""
FACTOR: Final = np.uint64(0x9E3779B97F4A7C15)
"""Odd multiplier of a polynomial hash: the golden ratio in 64 bits."""
HIGH_BITS: Final = np.uint64(32)


def article_words(text: str, passages: Iterable[Passage]) -> list[str]:
    """Return the words of the article in lower case, without furniture."""
    words: list[str] = []
    for passage in passages:
        if passage.kind in FIGURE_KINDS:
            words += words_of(text[passage.start_char : passage.end_char])
    return words


def shingles_of(words: Sequence[str]) -> NDArray[np.uint64]:
    """Return a 32-bit hash of each sequence of ``SHINGLE_WORDS`` words, sorted, each once."""
    codes = np.fromiter((crc32(word.encode()) for word in words), np.uint64, len(words))
    count = len(codes) - SHINGLE_WORDS + 1
    if count < 1:
        return np.empty(0, np.uint64)
    hashes = np.zeros(count, np.uint64)
    for offset in range(SHINGLE_WORDS):
        # products wrap around: it is a hash
        hashes = hashes * FACTOR + codes[offset : offset + count]
    return np.unique((hashes * FACTOR) >> HIGH_BITS)


@cache
def empty_signature() -> "MinHash":
    """Return a signature of nothing; its copies share its permutations."""
    from datasketch import MinHash  # noqa: PLC0415 - imports scipy

    return MinHash(num_perm=PERMUTATIONS, seed=SEED, scheme=SCHEME, hashfunc=int)


def sign(shingles: NDArray[np.uint64]) -> str:
    """Return the signature of word sequences as base64 text (little-endian 32-bit values)."""
    signature = empty_signature().copy()
    for start in range(0, len(shingles), BATCH):
        signature.update_batch(shingles[start : start + BATCH].tolist())
    return b64encode(signature.hashvalues.astype("<u4").tobytes()).decode("ascii")


def read_signature(text: str) -> "MinHash":
    """Return the signature that ``sign`` wrote."""
    signature = empty_signature().copy()
    signature.hashvalues = np.frombuffer(b64decode(text), "<u4").astype(np.uint32)
    return signature
