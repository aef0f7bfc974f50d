"""The packaged pipeline as it lies in the repository."""

from __future__ import annotations

import pickle
from functools import cache
from typing import TYPE_CHECKING

import pytest
import spacy

from tasks.nlp.encoder.component import NAME
from tasks.nlp.packaged import packaged_folder

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

TEXT = "The Security Council met in New York on Friday. Its members weren't told of the T-72 tanks."
MOST_BYTES = 40_000_000


@cache
def packaged() -> Language:
    """Return the packaged pipeline.

    Raises:
        OSError: If the folder is missing; ``training/README.md`` tells how it is made.
    """
    return spacy.load(packaged_folder())


def test_it_annotates() -> None:
    """Names, tags, lemmas, sentences and noun chunks are there."""
    doc = packaged()(TEXT)

    assert len(list(doc.sents)) == 2
    assert ("New York", "GPE") in {(name.text, name.label_) for name in doc.ents}
    assert "be" in {token.lemma_ for token in doc}
    assert "Security Council" in " ".join(chunk.text for chunk in doc.noun_chunks)


def test_company_changes_nothing() -> None:
    """One word and four hundred together give what each gives alone."""
    texts = ["No", "men saw " * 200, TEXT, "A" * 400]
    alone = [packaged()(text).to_json() for text in texts]

    for size in (1, 4):
        assert [doc.to_json() for doc in packaged().pipe(texts, batch_size=size)] == alone


def test_copies_say_the_same(tmp_path: Path) -> None:
    """A pipeline that was written, or a component that was sent, reads as before."""
    expected = packaged()(TEXT).to_json()
    packaged().to_disk(tmp_path / "copy")
    encoder = packaged().get_pipe(NAME)
    fresh = packaged().create_pipe(NAME)

    assert spacy.load(tmp_path / "copy")(TEXT).to_json() == expected
    assert encoder.to_bytes() == fresh.from_bytes(encoder.to_bytes()).to_bytes()
    assert pickle.loads(pickle.dumps(encoder)).files == encoder.files  # noqa: S301 - our own


def test_it_is_small() -> None:
    """The folder stays below its bound."""
    sizes = [path.stat().st_size for path in packaged_folder().rglob("*") if path.is_file()]

    assert 0 < sum(sizes) < MOST_BYTES


@pytest.mark.slow
def test_a_sentence_of_ten_thousand_words_is_read() -> None:
    """Time and memory grow with the length only."""
    doc = packaged()("men saw " * 5_000)

    assert len(doc) == 10_000
    assert all(token.dep_ for token in doc)


def test_no_file_tells_where_it_was_made() -> None:
    """Exporters write stack traces with paths into a graph; they are taken out."""
    files = [path for path in packaged_folder().rglob("*") if path.is_file()]
    traces = (b"site-packages", b'File "/', b"Traceback")

    assert [path.name for path in files if any(mark in path.read_bytes() for mark in traces)] == []
