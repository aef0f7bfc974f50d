"""Finds sentences that were made after one another: same frame, other fillers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

GRAM = 5
FEWEST_GRAMS = 3
"""Shorter sentences ("He declined to comment.") may recur."""
MARK = re.compile(r"\[([^\[\]|]+)\|[^\[\]]+\]")


def with_names_masked(line: str) -> str:
    """Return a line of the gold of figures with one word for each name and each number."""
    plain = re.sub(r"\d[\d.,]*", " 0 ", MARK.sub(r"\1", line))
    words = re.findall(r"\w+", plain)
    return " ".join("name" if word.istitle() else word.lower() for word in words)


def grams(sentence: str) -> frozenset[tuple[str, ...]]:
    """Return the word 5-grams of a sentence."""
    words = re.findall(r"\w+", sentence)
    return frozenset(tuple(words[i : i + GRAM]) for i in range(len(words) - GRAM + 1))


def near_copies(sentences: list[str]) -> list[tuple[str, str]]:
    """Return the pairs of sentences that share half of the 5-grams of one of them."""
    seen: dict[tuple[str, ...], list[int]] = defaultdict(list)
    sizes: dict[int, int] = {}
    pairs = []
    for index, sentence in enumerate(sentences):
        own = grams(sentence)
        if len(own) < FEWEST_GRAMS:
            continue
        shared = Counter(other for gram in own for other in seen[gram])
        pairs += [
            (sentences[other], sentence)
            for other, count in shared.items()
            if 2 * count >= min(len(own), sizes[other])
        ]
        sizes[index] = len(own)
        for gram in own:
            seen[gram].append(index)
    return pairs
