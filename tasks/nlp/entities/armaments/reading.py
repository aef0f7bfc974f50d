"""A Doc as words: hyphens inside a compound are no words, every other token is one."""

from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import Final

from spacy.tokens import Doc, Span

from tasks.nlp.entities.armaments.lexicon import lexicon

HYPHENS: Final = frozenset("-‐‑–")
NAME_REACH: Final = 14
NOUN_REACH: Final = 25
"""Words before and behind an item among which words of war count."""
SENTENCE_OPENERS: Final = frozenset('.!?:;"“”‘’([•*—–-|')
TITLE_REACH: Final = 5
CASE_REACH: Final = 4
LONG_WORD: Final = 3
FEWEST_OF_TITLE: Final = 4


@dataclass(frozen=True, slots=True)
class Reading:
    """Words of a Doc, all lists of one length."""

    doc: Doc
    text: str
    texts: list[str]
    lowers: list[str]
    starts: list[int]
    """Offset of the first character of each word."""
    tokens: list[int]
    """Index of the token of each word."""
    evidence: list[int]
    """How many words of war stand before each word; one entry more than words."""
    hyphened: frozenset[int]
    """Words that a hyphen joins to the word before."""

    def with_evidence(self, more: set[int]) -> "Reading":
        """Return the same words with more of them as words of war."""
        counts = [after - before for before, after in pairwise(self.evidence)]
        for word in more:
            counts[word] = 1
        return replace(self, evidence=list(accumulate(counts, initial=0)))

    def span(self, start: int, end: int, label: str) -> Span:
        """Return the words ``start`` to ``end`` (exclusive) as a span."""
        return Span(self.doc, self.tokens[start], self.tokens[end - 1] + 1, label=label)

    def end_char(self, word: int) -> int:
        """Return the offset behind a word."""
        return self.starts[word] + len(self.texts[word])

    def word_at(self, offset: int) -> int | None:
        """Return the word that begins at an offset, or ``None``."""
        word = bisect_left(self.starts, offset)
        return word if word < len(self.starts) and self.starts[word] == offset else None

    def word_to(self, offset: int) -> int | None:
        """Return the word that ends at an offset, or ``None``."""
        word = bisect_left(self.starts, offset) - 1
        return word if word >= 0 and self.end_char(word) == offset else None

    def has_evidence(self, start: int, end: int, reach: int) -> bool:
        """Tell whether words of war stand near the words, outside of them."""
        first = max(0, start - reach)
        last = min(len(self.texts), end + reach)
        around = self.evidence[last] - self.evidence[first]
        return around > self.evidence[end] - self.evidence[start]

    def in_capitals(self, word: int) -> bool:
        """Tell whether the text around a word is all in capitals."""
        near = self.texts[max(0, word - CASE_REACH) : word + CASE_REACH + 1]
        long = [text for text in near if len(text) > LONG_WORD and text.isalpha()]
        return bool(long) and all(text.isupper() for text in long)

    def in_title(self, word: int) -> bool:
        """Tell whether the words around a word are capitalised as in a headline."""
        near = self.texts[max(0, word - TITLE_REACH) : word + TITLE_REACH + 1]
        long = [text for text in near if len(text) > LONG_WORD and text.isalpha()]
        return len(long) >= FEWEST_OF_TITLE and all(text[0].isupper() for text in long)

    def is_capitalised_inside(self, word: int) -> bool:
        """Tell a capitalised word inside of a sentence, not in capitals."""
        if word < 1 or not self.texts[word].istitle() or not self.texts[word].isalpha():
            return False
        before = self.texts[word - 1]
        return not before.isspace() and before[-1] not in SENTENCE_OPENERS


def read_words(doc: Doc) -> Reading:
    """Return the words of a Doc."""
    columns = doc.to_array(["ORTH", "IDX", "SPACY"])
    texts = [doc.vocab.strings[orth] for orth in columns[:, 0].tolist()]
    starts = columns[:, 1].tolist()
    text = "".join(
        word + " " if spaced else word
        for word, spaced in zip(texts, columns[:, 2].tolist(), strict=True)
    )
    hyphens = {index for index, text in enumerate(texts) if text in HYPHENS}
    inner = {index for index in hyphens if is_inner(texts, starts, index)}
    tokens = [index for index in range(len(texts)) if index not in inner]
    texts = [texts[index] for index in tokens]
    lowers = [text.lower() for text in texts]
    evidence = lexicon().words["evidence"]
    return Reading(
        doc,
        text,
        texts,
        lowers,
        [starts[index] for index in tokens],
        tokens,
        list(accumulate((word in evidence for word in lowers), initial=0)),
        frozenset(word for word, index in enumerate(tokens) if index - 1 in inner),
    )


def is_inner(texts: list[str], starts: list[int], index: int) -> bool:
    """Tell a hyphen without spaces between two words."""
    return (
        0 < index < len(texts) - 1
        and starts[index] == starts[index - 1] + len(texts[index - 1])
        and starts[index + 1] == starts[index] + 1
    )
