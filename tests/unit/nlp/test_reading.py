"""Docs are built so that no sentence runs into text that is not read."""

from __future__ import annotations

import spacy

from tasks.nlp.reading import make_pieces, read_text

PAGE = """Rebels left the town of Sarmin on Sunday.

Share this article

Aid workers came back a day later.
"""


def test_text_that_is_not_read_joins_no_sentence_before_it() -> None:
    """A share line between two paragraphs is a sentence of its own in the Doc."""
    read = read_text(PAGE)
    assert len(read.sentences) == 2

    (piece,) = make_pieces(spacy.blank("en"), read)

    sentences = [sentence.text.strip() for sentence in piece.doc.sents]
    assert sentences[0] == "Rebels left the town of Sarmin on Sunday."
    assert sentences[-1] == "Aid workers came back a day later."
