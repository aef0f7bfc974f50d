"""Sentences that are glued together become words of their own."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
import spacy

from tasks.nlp.encoder.tokenizer import add_glue_rules

if TYPE_CHECKING:
    from spacy.language import Language

PARTED = {
    "worried back?Several": ["worried", "back", "?", "Several"],
    'realized.""For': ["realized", ".", '"', '"', "For"],
    'done!"He': ["done", "!", '"', "He"],
    '"left,"He': ['"', "left", ",", '"', "He"],
    "left.”He": ["left", ".", "”", "He"],
    "(2015).The": ["(", "2015", ")", ".", "The"],
    "in 1999.The": ["in", "1999", ".", "The"],
    "end.Next": ["end", ".", "Next"],
}
WHOLE = [
    *("U.S.", "e.g.", "http://a.org/?q=Q", "a.org/what?Several=1", "VCGFlow", "node.js"),
    *("iPhone", "T-72", "B.C.E", "No.5", "2.5", "Yahoo!", "MiG-29UB"),
]


@cache
def pipeline() -> Language:
    """Return a pipeline with our rules."""
    nlp = spacy.blank("en")
    add_glue_rules(nlp)
    return nlp


@pytest.mark.parametrize(("text", "words"), PARTED.items())
def test_glued_sentences_are_parted(text: str, words: list[str]) -> None:
    """Marks between sentences are words."""
    assert [token.text for token in pipeline()(text)] == words


@pytest.mark.parametrize("text", WHOLE)
def test_the_rules_leave_other_words_as_they_were(text: str) -> None:
    """What is no glued sentence is cut as spaCy cuts it."""
    assert [token.text for token in pipeline()(text)] == [
        token.text for token in spacy.blank("en")(text)
    ]
