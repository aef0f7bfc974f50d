"""Parsed Docs without a trained model, from a notation that a reader can follow.

Each token is ``word/POS/label>head``: the head is the nearest token of that spelling, and the root
of a sentence names none. Where the dictionary form is not the singular of the word in lower case
it stands behind ``=``, where the fine tag matters it stands behind ``:``
(``fell=fall/VERB:VBD/ROOT``).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import spacy
from spacy.tokens import Doc

from tasks.nlp.figures.grammar.reading import read_grammar
from tasks.nlp.figures.grammar.view import FigureView, views
from tasks.nlp.figures.nouns import singular
from tasks.nlp.figures.sentences import find_figures
from tasks.nlp.syntax.tree import Tree

if TYPE_CHECKING:
    from spacy.language import Language

    from tasks.nlp.spans import Figure

NO_SPACE_BEFORE: Final = frozenset({".", ",", ";", ":", "?", ")", "'s", "n't", "-"})
NO_SPACE_BEHIND: Final = frozenset({"$", "(", "-"})


@cache
def english() -> Language:
    """Return the pipeline whose vocabulary the Docs share; it has no components."""
    return spacy.blank("en")


def parsed(notation: str, names: dict[str, str] | None = None) -> Doc:
    """Return a Doc of ``word/POS/label>head``.

    Args:
        notation: Tokens with a space between them.
        names: Entity labels by the text that has them.

    Raises:
        ValueError: If no other token is spelt as a head says.
    """
    rows = [part.split("/") for part in notation.split()]
    words, lemmas = zip(*(parts(row[0], "=") for row in rows), strict=True)
    pos, tags = zip(*(parts(row[1], ":") for row in rows), strict=True)
    labels, heads = zip(*(row[2].partition(">")[::2] for row in rows), strict=True)
    doc = Doc(
        english().vocab,
        words=list(words),
        spaces=spaces_of(words),
        pos=list(pos),
        tags=[tag or tag_of(row, word) for tag, row, word in zip(tags, pos, words, strict=True)],
        lemmas=[
            lemma or lemma_of(row, word)
            for lemma, row, word in zip(lemmas, pos, words, strict=True)
        ],
        heads=[nearest(words, place, head) for place, head in enumerate(heads)],
        deps=list(labels),
    )
    doc.set_ents([name_span(doc, text, label) for text, label in (names or {}).items()])
    return doc


def name_span(doc: Doc, text: str, label: str) -> spacy.tokens.Span:
    """Return the span of a name, the first one of that spelling."""
    start = doc.text.index(text)
    span = doc.char_span(start, start + len(text), label)
    if span is None:
        msg = f"{text!r} does not end where tokens end"
        raise ValueError(msg)
    return span


def parts(field: str, mark: str) -> tuple[str, str]:
    """Return what stands before a mark and what stands behind it."""
    first, _, second = field.partition(mark)
    return first, second


def spaces_of(words: tuple[str, ...]) -> list[bool]:
    """Return behind which words a space stands."""
    following = (*words[1:], ".")
    return [
        word not in NO_SPACE_BEHIND and behind not in NO_SPACE_BEFORE
        for word, behind in zip(words, following, strict=True)
    ]


def lemma_of(pos: str, word: str) -> str:
    """Return the dictionary form of a word whose notation has none."""
    return singular(word.lower()) if pos == "NOUN" else word.lower()


def tag_of(pos: str, word: str) -> str:
    """Return the fine tag of a word whose notation has none: plural nouns differ from others."""
    return "NNS" if pos == "NOUN" and singular(word.lower()) != word.lower() else ""


def nearest(words: tuple[str, ...], place: int, head: str) -> int:
    """Return the place of a head; that of the word itself where it has none."""
    if not head:
        return place
    found = [other for other, word in enumerate(words) if word == head and other != place]
    if not found:
        msg = f"no word {head!r} for {words[place]!r} to hang on"
        raise ValueError(msg)
    return min(found, key=lambda other: abs(other - place))


def tree_of(notation: str) -> Tree:
    """Return the words of ``parsed``."""
    doc = parsed(notation)
    return Tree(doc, doc.text)


def views_of(doc: Doc) -> list[FigureView]:
    """Return the figures of a Doc as words alone tell them, with their places in the parse."""
    figures: list[Figure] = []
    for sentence in doc.sents:
        figures += find_figures(doc.text, sentence.start_char, sentence.end_char).figures
    return list(views(Tree(doc, doc.text), figures))


def view_of(doc: Doc, text: str) -> FigureView:
    """Return the figure of a Doc that is written so."""
    return next(view for view in views_of(doc) if view.figure.span.text == text)


def read_parsed(doc: Doc) -> dict[str, Figure]:
    """Return the figures of a Doc with all that its parse says, by their text."""
    figures, _ = read_grammar(Tree(doc, doc.text), [view.figure for view in views_of(doc)])
    return {figure.span.text: figure for figure in figures}
