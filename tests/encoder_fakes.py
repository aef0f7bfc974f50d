"""An encoder without trained weights: what it says of a word follows from its window's pieces."""

from __future__ import annotations

import json
import string
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

import numpy as np
import spacy
from tokenizers import Tokenizer, models, pre_tokenizers

from tasks.nlp.encoder.component import NAME, Encoder
from tasks.nlp.encoder.model import CLASSES, GRAPH, LABELS, PIECES, Model

if TYPE_CHECKING:
    from spacy.language import Language

    from tasks.nlp.encoder.session import Floats, Numbers

CLASS_NAMES = {
    "names": ["O", "B-ORG", "I-ORG", "B-GPE", "I-GPE"],
    "pos": ["NOUN", "VERB", "PUNCT"],
    "tag": ["NN", "VBP", "."],
    "dep": ["root", "obj", "punct"],
}
SIZE = 4


class FakeGraph:
    """Draws scores at random from a seed that is made of all inputs of a window."""

    def __init__(self, start_bias: float = -1.0) -> None:
        """Take how likely sentences start."""
        self.start_bias = start_bias
        self.windows: list[int] = []

    def __call__(self, inputs: dict[str, Numbers]) -> list[Floats]:
        """Return the outputs of one window."""
        seed = [int(value) for array in inputs.values() for value in array.ravel()]
        random = np.random.default_rng(seed)
        count = inputs["words"].shape[1]
        self.windows.append(inputs["pieces"].shape[1])
        shapes = [(count, 5), (count, 3), (count, 3), (count,), (count, count)]
        shapes += [(count, SIZE), (count, SIZE)]
        found = [random.normal(size=shape).astype(np.float32)[None] for shape in shapes]
        found[3] += self.start_bias
        return found


def fake_files() -> dict[str, bytes]:
    """Return the files of an encoder but for its graph."""
    marks = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
    letters = [*string.ascii_letters, *string.digits, *string.punctuation]
    words = [*marks, *letters, *(f"##{letter}" for letter in letters)]
    vocabulary = {word: number for number, word in enumerate(words)}
    pieces = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))  # noqa: S106 - no secret
    pieces.pre_tokenizer = pre_tokenizers.Whitespace()
    random = np.random.default_rng(1)
    labels = BytesIO()
    np.savez(
        labels,
        product_weight=random.normal(size=(3, SIZE)).astype(np.float32),
        product_bias=np.zeros(3, np.float32),
        alone_weight=random.normal(size=(3, 2 * SIZE)).astype(np.float32),
    )
    return {
        GRAPH: b"",
        PIECES: pieces.to_str().encode(),
        CLASSES: json.dumps(CLASS_NAMES).encode(),
        LABELS: labels.getvalue(),
    }


def fake_pipeline(graph: FakeGraph | None = None, **settings: Any) -> Language:  # noqa: ANN401
    """Return a pipeline with a fake encoder; settings are those of the component."""
    nlp = spacy.blank("en")
    encoder: object = nlp.add_pipe(NAME, config=settings)
    assert isinstance(encoder, Encoder)
    encoder.loaded = Model(fake_files(), nlp.vocab, graph or FakeGraph())
    return nlp


@cache
def shared_pipeline(start_bias: float = -1.0, window_pieces: int = 64) -> Language:
    """Return a pipeline with a fake encoder that many examples may use; it is not to be changed."""
    return fake_pipeline(FakeGraph(start_bias), window_pieces=window_pieces)
