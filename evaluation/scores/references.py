"""Gold Docs: the words of a treebank as a Doc whose text is the text, character by character."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from spacy.tokens import Doc
from spacy.vocab import Vocab

from evaluation.corpora.annotated import AnnotatedText, Word


@dataclass(slots=True)
class Piece:
    """A token of the gold Doc: a word, or characters that no single word owns."""

    surface: str
    word: Word | None = None
    has_space: bool = False


def reference_doc(vocab: Vocab, text: AnnotatedText) -> Doc:
    """Return the gold Doc of a treebank's text.

    White space other than one space is a token of its own. Words of a contraction that share one
    place ("wanna") become one token. Neither has an annotation, so spaCy's Scorer skips them; an
    arc to a word inside such a contraction goes to its token.
    """
    pieces, place_of = pieces_of(text)
    words = [piece.word for piece in pieces]
    return Doc(
        vocab,
        words=[piece.surface for piece in pieces],
        spaces=[piece.has_space for piece in pieces],
        pos=[word.pos if word else "" for word in words],
        tags=[word.tag if word else "" for word in words],
        lemmas=[word.lemma if word else "" for word in words],
        deps=[word.dep if word else "" for word in words],
        heads=[place_of[word.head] if word else index for index, word in enumerate(words)],
    )


def pieces_of(text: AnnotatedText) -> tuple[list[Piece], list[int]]:
    """Return the tokens that cover a text, and for each word the index of its token."""
    pieces: list[Piece] = []
    place_of: list[int] = []
    position = 0
    for (start, end), words in places(text):
        add_gap(pieces, text.text[position:start])
        place_of += [len(pieces)] * len(words)
        pieces.append(Piece(text.text[start:end], words[0] if len(words) == 1 else None))
        position = end
    add_gap(pieces, text.text[position:])
    return pieces, place_of


def places(text: AnnotatedText) -> Iterator[tuple[tuple[int, int], list[Word]]]:
    """Yield each place with the words that share it, in order."""
    for place, words in groupby(text.words, key=lambda word: (word.start, word.end)):
        yield place, list(words)


def add_gap(pieces: list[Piece], gap: str) -> None:
    """Append the characters between two words: the first space belongs to the word before."""
    if pieces and gap.startswith(" "):
        pieces[-1].has_space = True
        gap = gap[1:]
    if gap:
        pieces.append(Piece(gap))
