"""From annotated texts to windows of words with their features and targets."""

import itertools
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from evaluation.corpora.annotated import AnnotatedText, Word
from tasks.nlp.encoder.features import Features, WordPieces
from training.labels import ANY, allowed, outside

MISSING = -100
"""Target of a word of which an annotation says nothing."""
Numbers: TypeAlias = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Example:
    """A text as the encoder sees it, with targets by word.

    Attributes:
        features: Pieces, cases, gaps; ``first`` has one item more than there are words.
        pos: Class of the universal part of speech.
        tag: Class of the fine part of speech.
        head: Index of the head among the words; its own index for a root.
        dep: Class of the dependency label.
        start: 1 where a sentence begins, else 0.
        names: Bits of the allowed tags.
    """

    features: Features
    pos: Numbers
    tag: Numbers
    head: Numbers
    dep: Numbers
    start: Numbers
    names: Numbers

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.start)


class ExampleMaker:
    """Turns annotated texts into examples."""

    def __init__(
        self, nlp: Language, pieces: WordPieces, classes: dict[str, tuple[str, ...]]
    ) -> None:
        """Take a tokenizer, word pieces, and the classes of the heads."""
        self.nlp = nlp
        self.pieces = pieces
        self.index = {
            head: {name: number for number, name in enumerate(names)}
            for head, names in classes.items()
        }

    def make(self, text: AnnotatedText) -> Example:
        """Return the example of a text."""
        doc = self.tokenised(text)
        features = self.pieces.features(doc)
        places = [(doc[index].idx, doc[index].idx + len(doc[index])) for index in features.tokens]
        grammar = self.grammar(text.words, places)
        return Example(
            features,
            *grammar,
            start=starts(text, places),
            names=name_bits(text, places),
        )

    def tokenised(self, text: AnnotatedText) -> Doc:
        """Return the tokens of a text; no token lies across the start of a sentence."""
        cuts = sorted({0, *(start for start, _ in text.sentences), len(text.text)})
        words: list[str] = []
        spaces: list[bool] = []
        for start, end in itertools.pairwise(cuts):
            for token in self.nlp.tokenizer(text.text[start:end]):
                words.append(token.text)
                spaces.append(bool(token.whitespace_))
        return Doc(self.nlp.vocab, words=words, spaces=spaces)

    def grammar(
        self, words: tuple[Word, ...], places: list[tuple[int, int]]
    ) -> tuple[Numbers, Numbers, Numbers, Numbers]:
        """Return classes of part of speech, fine tag, head and label, for each of our words."""
        missing = np.full(len(places), MISSING, dtype=np.int64)
        pos, tag, head, dep = missing, missing.copy(), missing.copy(), missing.copy()
        if not words:
            return pos, tag, head, dep
        chosen, ours = aligned(words, places)
        for index, number in chosen.items():
            word = words[number]
            pos[index] = self.index["pos"].get(word.pos, MISSING)
            tag[index] = self.index["tag"].get(word.tag, MISSING)
            target = ours.get(word.head)
            if target is not None and (target != index or word.head == number):
                head[index] = target
                dep[index] = self.index["dep"].get(word.dep, MISSING)
        return pos, tag, head, dep


def aligned(
    words: tuple[Word, ...], places: list[tuple[int, int]]
) -> tuple[dict[int, int], dict[int, int]]:
    """Lay the words of a treebank over ours.

    Returns:
        For each of our words the treebank's word that it stands for: the same one, or of the
        several that it covers the one whose head lies outside; and for each word of the treebank
        the word of ours that stands for it. A word of the treebank that is cut into several of
        ours is left out.
    """
    begins = [word.start for word in words]
    chosen: dict[int, int] = {}
    ours: dict[int, int] = {}
    for index, (start, end) in enumerate(places):
        number = bisect_left(begins, start)
        covered = []
        while number < len(words) and words[number].end <= end:
            covered.append(number)
            number += 1
        whole = covered and words[covered[0]].start == start and words[covered[-1]].end == end
        if not whole:
            continue
        heads = [number for number in covered if words[number].head not in set(covered) - {number}]
        chosen[index] = heads[0] if heads else covered[0]
        ours.update(dict.fromkeys(covered, index))
    return chosen, ours


def starts(text: AnnotatedText, places: list[tuple[int, int]]) -> Numbers:
    """Return 1 for each word that begins a sentence."""
    if not text.sentences:
        return np.full(len(places), MISSING, dtype=np.int64)
    begins = {start for start, _ in text.sentences}
    return np.array([start in begins for start, _ in places], dtype=np.int64)


def name_bits(text: AnnotatedText, places: list[tuple[int, int]]) -> Numbers:
    """Return the bits of the name tags that each word may bear."""
    if text.names is None:
        return np.full(len(places), ANY, dtype=np.int64)
    bits = np.full(len(places), outside(text.exhaustive), dtype=np.int64)
    begins = [start for start, _ in places]
    for name in text.names:
        index = bisect_left(begins, name.start)
        if index and places[index - 1][1] > name.start:
            bits[index - 1] = ANY
        mark = "B"
        while index < len(places) and places[index][0] < name.end:
            bits[index] = allowed(name.labels, mark) if places[index][1] <= name.end else ANY
            mark = "I"
            index += 1
    return bits


def windows(example: Example, most_words: int, most_pieces: int) -> Iterator[Example]:
    """Yield an example in windows of whole sentences; a longer sentence is cut."""
    begins = [0, *(np.flatnonzero(example.start[1:] == 1) + 1).tolist(), len(example)]
    first = begins[0]
    for begin, end in itertools.pairwise(begins):
        if begin > first and not fits(example, first, end, most_words, most_pieces):
            yield from cut(example, first, begin, most_pieces)
            first = begin
    if len(example):
        yield from cut(example, first, begins[-1], most_pieces)


def fits(example: Example, first: int, end: int, most_words: int, most_pieces: int) -> bool:
    """Tell whether words may be read together."""
    size = example.features.first[end] - example.features.first[first]
    return bool(end - first <= most_words and size <= most_pieces)


def cut(example: Example, first: int, end: int, most_pieces: int) -> Iterator[Example]:
    """Yield the words from ``first`` to before ``end``, in as many parts as they need."""
    while first < end:
        limit = example.features.first[first] + most_pieces
        last = min(end, int(np.searchsorted(example.features.first, limit, side="right")) - 1)
        last = max(last, first + 1)
        yield part(example, first, last)
        first = last


def part(example: Example, first: int, end: int) -> Example:
    """Return some words of an example; heads outside of them are missing."""
    features = example.features
    low, high = features.first[first], features.first[end]
    head = example.head[first:end] - first
    outside_part = (head < 0) | (head >= end - first)
    return Example(
        Features(
            features.tokens[first:end],
            features.pieces[low:high],
            features.cases[low:high],
            features.gaps[low:high],
            features.first[first : end + 1] - low,
        ),
        pos=example.pos[first:end],
        tag=example.tag[first:end],
        head=np.where(outside_part, MISSING, head),
        dep=np.where(outside_part, MISSING, example.dep[first:end]),
        start=example.start[first:end],
        names=example.names[first:end],
    )


def word_count(examples: Iterable[Example]) -> int:
    """Return the number of words in examples."""
    return sum(len(example) for example in examples)
