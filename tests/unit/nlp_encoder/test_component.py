"""The component in a pipeline, with a fake network."""

from __future__ import annotations

import pytest
import spacy

from tasks.nlp.encoder.component import NAME
from tests.encoder_fakes import FakeGraph, fake_pipeline, shared_pipeline

HOSTILE = [
    "",
    " ",
    "\n \n",
    "😀",
    "שלום عليكم",
    "\x00\x01\x1f",
    "x" * 10_000,
    "a\u200f\ufeffb",
    "é",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_annotated(text: str) -> None:
    """Whatever the text, every token gets tag, label and sentence."""
    doc = shared_pipeline()(text)

    assert doc.text == text
    assert all(token.tag_ and token.pos_ and token.dep_ for token in doc)
    assert sum(len(sentence) for sentence in doc.sents) == len(doc)


def test_white_space_belongs_to_the_word_before() -> None:
    """It is tagged as white space and hangs on a word next to it."""
    doc = fake_pipeline()("\n ab \n\n cd")
    spaces = [token for token in doc if token.is_space]

    assert {(token.pos_, token.tag_, token.dep_) for token in spaces} == {("SPACE", "_SP", "dep")}
    assert [token.head.text for token in spaces] == ["ab", "ab"]


def test_company_changes_nothing() -> None:
    """A text gets the same annotations alone and in batches of any size."""
    texts = ["ab", "ab cd. " * 400, "A b\n\nc", " ", "ab cd"]
    nlp = fake_pipeline()
    alone = [nlp(text).to_json() for text in texts]

    for size in (1, 2, 5):
        together = nlp.pipe(texts, batch_size=size)
        assert [doc.to_json() for doc in together] == alone
    assert [doc.to_json() for doc in nlp.pipe(texts[::-1])] == alone[::-1]


def test_given_sentences_are_kept() -> None:
    """The network adds none inside, unless it is told to."""
    text = "ab cd ef gh ij kl mn op"
    kept, parted = (
        fake_pipeline(FakeGraph(9.0), keep_sentences=keep, window_pieces=12)
        for keep in (True, False)
    )
    for nlp, expected in ((kept, [0, 3]), (parted, list(range(8)))):
        doc = nlp.make_doc(text)
        for token in doc:
            token.is_sent_start = token.i in {0, 3}
        doc = nlp.get_pipe(NAME)(doc)
        assert [sentence.start for sentence in doc.sents] == expected


def test_a_long_sentence_is_one_tree() -> None:
    """A sentence of many windows has one root, and no window is too long."""
    graph = FakeGraph(-99.0)
    doc = fake_pipeline(graph, window_pieces=16)("ab cd ef " * 2_000)

    assert len(list(doc.sents)) == 1
    assert sum(token.head == token for token in doc) == 1
    assert max(graph.windows) <= 18


def test_work_is_bounded_by_the_length() -> None:
    """However sentences are found, few words are read again."""
    for bias in (-99.0, -2.0, 0.0, 99.0):
        graph = FakeGraph(bias)
        fake_pipeline(graph, window_pieces=32)("ab " * 5_000)
        assert sum(graph.windows) < 4 * 10_000


def test_settings_out_of_bounds_are_refused() -> None:
    """A window must fit the positions of the network."""
    for settings in ({"window_pieces": 511}, {"window_pieces": 0}, {"start_threshold": 1.0}):
        with pytest.raises(ValueError, match="window_pieces"):
            spacy.blank("en").add_pipe(NAME, config=settings)


def test_a_component_without_model_says_so() -> None:
    """It does not pretend to have read a text."""
    nlp = spacy.blank("en")
    nlp.add_pipe(NAME)

    with pytest.raises(ValueError, match="has no model"):
        nlp("ab")


def test_a_broken_graph_is_told() -> None:
    """Bytes that are no graph raise an error of ours."""
    encoder = fake_pipeline().get_pipe(NAME)

    with pytest.raises(ValueError, match=r"lacks encoder\.onnx"):
        encoder.load({})
