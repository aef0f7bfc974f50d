"""The files of a trained encoder, read and held together."""

import json
from collections.abc import Mapping
from io import BytesIO
from typing import Final

import numpy as np
from spacy.vocab import Vocab

from tasks.nlp.encoder.features import WordPieces
from tasks.nlp.encoder.labels import LabelScorer
from tasks.nlp.encoder.names import NameDecoder
from tasks.nlp.encoder.session import Floats, OnnxRunner, Runner
from tasks.nlp.encoder.writing import Writer

GRAPH: Final = "encoder.onnx"
PIECES: Final = "tokenizer.json"
CLASSES: Final = "classes.json"
LABELS: Final = "labels.npz"
FILES: Final = (GRAPH, PIECES, CLASSES, LABELS)


class Model:
    """What a trained encoder needs to read Docs."""

    def __init__(self, files: Mapping[str, bytes], vocab: Vocab, runner: Runner) -> None:
        """Take the bytes of ``FILES``, a vocabulary, and the graph ready to run.

        Raises:
            ValueError: If the files do not fit together.
        """
        classes = json.loads(files[CLASSES])
        self.runner = runner
        self.pieces = WordPieces(files[PIECES].decode("utf-8"))
        weights = arrays(files[LABELS])
        self.labels = LabelScorer(weights, classes["dep"])
        names = NameDecoder(classes["names"], weights.get("transitions"))
        self.writer = Writer(vocab, classes, self.labels, names)


def arrays(data: bytes) -> dict[str, Floats]:
    """Return the arrays of a file of numpy."""
    with np.load(BytesIO(data), allow_pickle=False) as found:
        return dict(found)


def load_model(files: Mapping[str, bytes], vocab: Vocab, threads: int) -> Model:
    """Return the model that the bytes of ``FILES`` hold.

    Raises:
        ValueError: If a file is missing or the files do not fit together.
    """
    missing = [name for name in FILES if name not in files]
    if missing:
        msg = f"the encoder lacks {', '.join(missing)}"
        raise ValueError(msg)
    return Model(files, vocab, OnnxRunner(files[GRAPH], threads))
