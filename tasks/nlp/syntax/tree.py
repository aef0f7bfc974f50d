"""The parse of a Doc as plain objects.

Rules ask for labels and neighbours some hundred times a figure, and each answer of a spaCy Token
costs a look-up. Words have the names that spaCy gives their attributes. A sentence is copied when a
rule first comes to it: most sentences hold no figure.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import overload

from spacy.tokens import Doc, Token

from tasks.nlp.spans import Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a sentence: positions in the Doc, the last one exclusive."""

    start: int
    end: int
    tree: "Tree" = field(repr=False)

    def __iter__(self) -> Iterator["Word"]:
        """Yield the words in order."""
        return iter(self.tree[self.start : self.end])


@dataclass(eq=False, slots=True)
class Word:
    """A token of a parsed Doc; each is one object, so words are compared by identity.

    Attributes that end with ``_`` and the others are those of ``spacy.tokens.Token``.
    """

    i: int
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    whitespace_: str
    is_punct: bool
    is_space: bool
    is_alpha: bool
    like_num: bool
    doc: "Tree" = field(repr=False)
    sent: Sentence = field(repr=False)
    edges: tuple[int, int] = field(repr=False)
    head: "Word" = field(init=False, repr=False)
    lefts: list["Word"] = field(default_factory=list, repr=False)
    rights: list["Word"] = field(default_factory=list, repr=False)

    @property
    def children(self) -> list["Word"]:
        """Dependents in order."""
        return self.lefts + self.rights

    @property
    def left_edge(self) -> "Word":
        """First word of the subtree."""
        return self.doc[self.edges[0]]

    @property
    def right_edge(self) -> "Word":
        """Last word of the subtree."""
        return self.doc[self.edges[1]]

    @property
    def is_sent_start(self) -> bool:
        """Whether the word is the first one of its sentence."""
        return self.i == self.sent.start

    def nbor(self, distance: int) -> "Word":
        """Return the word so many places further on; negative distances go back."""
        return self.doc[self.i + distance]


class Tree:
    """The words of a Doc by position, not counted from the end; slices are lists."""

    def __init__(self, doc: Doc, text: str) -> None:
        """Take over a Doc with arcs, tags and sentences, and its text."""
        self.text = text
        self._doc = doc
        columns = doc.to_array(["IDX", "LENGTH", "SENT_START"])
        self._starts: list[int] = columns[:, 0].tolist()
        self._ends: list[int] = (columns[:, 0] + columns[:, 1]).tolist()
        flags = columns[:, 2].tolist()
        self._sentences = [place for place, flag in enumerate(flags) if flag == 1 or not place]
        self._words: dict[int, Word] = {}

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self._starts)

    @overload
    def __getitem__(self, place: int) -> Word: ...

    @overload
    def __getitem__(self, place: slice) -> list[Word]: ...

    def __getitem__(self, place: int | slice) -> Word | list[Word]:
        """Return a word, or the words of a slice.

        Raises:
            IndexError: If there is no such word.
        """
        if isinstance(place, slice):
            return [self.word(index) for index in range(*place.indices(len(self)))]
        return self.word(place)

    def word(self, place: int) -> Word:
        """Return the word at a position, and copy its sentence at the first one."""
        if place not in self._words:
            if not 0 <= place < len(self):
                msg = f"no word {place} in a Doc of {len(self)} words"
                raise IndexError(msg)
            self._copy(self.sentence_at(place))
        return self._words[place]

    def sentence_at(self, place: int) -> int:
        """Return the position of a word's sentence among those of the Doc."""
        return bisect_right(self._sentences, place) - 1

    def between(self, start_char: int, end_char: int) -> list[Word]:
        """Return the words that share a character with a range of the Doc's text."""
        first = bisect_right(self._ends, start_char)
        return self[first : max(first, bisect_left(self._starts, end_char))]

    def span(self, words: list[Word]) -> Span:
        """Return the characters from the first to the last of some words."""
        return Span.cut(self.text, self._starts[words[0].i], self._ends[words[-1].i])

    def _copy(self, number: int) -> None:
        """Copy a sentence: its words, then their arcs."""
        start = self._sentences[number]
        following = self._sentences[number + 1 : number + 2]
        sentence = Sentence(start, following[0] if following else len(self), self)
        tokens = list(self._doc[sentence.start : sentence.end])
        words = [self._word(token, sentence) for token in tokens]
        self._words.update(zip(range(start, sentence.end), words, strict=True))
        for token, word in zip(tokens, words, strict=True):
            word.head = head = words[token.head.i - start]
            if head is not word:
                (head.lefts if word.i < head.i else head.rights).append(word)

    def _word(self, token: Token, sentence: Sentence) -> Word:
        """Return a token without its arcs."""
        return Word(
            i=token.i,
            text=token.text,
            lower_=token.lower_,
            lemma_=token.lemma_,
            pos_=token.pos_,
            tag_=token.tag_,
            dep_=token.dep_,
            ent_type_=token.ent_type_,
            ent_iob_=token.ent_iob_,
            whitespace_=token.whitespace_,
            is_punct=token.is_punct,
            is_space=token.is_space,
            is_alpha=token.is_alpha,
            like_num=token.like_num,
            doc=self,
            sent=sentence,
            edges=(token.left_edge.i, token.right_edge.i),
        )
