"""Base noun phrases of Universal Dependencies."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from tests.encoder_fakes import shared_pipeline

CASES = {
    "preposition stays out": (
        "The/DET/det/2 old/ADJ/amod/2 men/NOUN/nsubj/3 ran/VERB/ROOT/3 on/ADP/case/5 it/PRON/obl/3",
        ["The old men", "it"],
    ),
    "owner belongs to its noun": (
        "Al/PROPN/nmod:poss/2 's/PART/case/0 car/NOUN/ROOT/2",
        ["Al 's car"],
    ),
    "conjuncts are two": (
        "men/NOUN/ROOT/0 and/CCONJ/cc/2 women/NOUN/conj/0",
        ["men", "women"],
    ),
    "rest of a name": ("Jo/PROPN/ROOT/0 van/PROPN/flat/0 Ek/PROPN/flat/0", ["Jo van Ek"]),
    "relative clause stays out": (
        "men/NOUN/ROOT/0 who/PRON/nsubj/2 ran/VERB/acl:relcl/0",
        ["men", "who"],
    ),
    "a verb is none": ("run/VERB/ROOT/0", []),
}


def parsed(text: str) -> Doc:
    """Return a Doc of ``word/POS/label/head``."""
    rows = [part.split("/") for part in text.split()]
    words, pos, deps, heads = (list(column) for column in zip(*rows, strict=True))
    numbers = [int(head) for head in heads]
    return Doc(shared_pipeline().vocab, words=words, pos=pos, deps=deps, heads=numbers)


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_chunks(text: str, expected: list[str]) -> None:
    """Each noun has its phrase, and phrases do not overlap."""
    assert [chunk.text for chunk in parsed(text).noun_chunks] == expected


def test_a_doc_without_arcs_is_refused() -> None:
    """There are no phrases without a parse."""
    with pytest.raises(ValueError, match="dependency arcs"):
        list(shared_pipeline().make_doc("men").noun_chunks)
