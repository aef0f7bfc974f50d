"""The spaCy component ``tallybook_encoder``: tags, arcs, sentence starts and names of a Doc."""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from zipfile import ZipFile, ZipInfo

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from tasks.nlp.encoder.model import FILES, Model, load_model
from tasks.nlp.encoder.noun_chunks import use_noun_chunks
from tasks.nlp.encoder.reading import ReadingSettings
from tasks.nlp.encoder.running import annotate

NAME: Final = "tallybook_encoder"
DEFAULTS: Final = {
    "threads": 1,
    "window_pieces": 96,
    "start_threshold": 0.5,
    "keep_sentences": True,
}
MOST_PIECES: Final = 510
"""Positions of the network, less the marks around a text."""


class Encoder:
    """Annotates Docs with a trained encoder.

    Existing tags, arcs and entities are overwritten. Sentence starts that the caller has set are
    kept. Equal texts get equal annotations, whatever Docs come before or after. There is no
    ``pipe``: a Doc is never run together with others, and spaCy's own loop handles errors.
    """

    def __init__(self, vocab: Vocab, name: str, threads: int, settings: ReadingSettings) -> None:
        """Make a component without a model; ``from_disk`` or ``from_bytes`` bring one.

        Raises:
            ValueError: If a setting is out of its bounds.
        """
        if not 1 <= settings.window_pieces <= MOST_PIECES or not 0 < settings.start_threshold < 1:
            msg = f"window_pieces must be 1 to {MOST_PIECES}, start_threshold between 0 and 1"
            raise ValueError(msg)
        self.vocab = vocab
        self.name = name
        self.threads = threads
        self.settings = settings
        self.files: dict[str, bytes] = {}
        self.loaded: Model | None = None
        use_noun_chunks(vocab)

    def load(self, files: dict[str, bytes]) -> "Encoder":
        """Take over a trained model.

        Args:
            files: Bytes of each of ``FILES``.

        Raises:
            ValueError: If a file is missing or the files do not fit together.
        """
        self.loaded = load_model(files, self.vocab, self.threads)
        self.files = {name: files[name] for name in FILES}
        return self

    def model(self) -> Model:
        """Return the model.

        Raises:
            ValueError: If none has been loaded.
        """
        if self.loaded is None:
            msg = f"{self.name} has no model: load it from disk or bytes"
            raise ValueError(msg)
        return self.loaded

    def __call__(self, doc: Doc) -> Doc:
        """Annotate a Doc."""
        annotate(doc, self.model(), self.settings)
        return doc

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Return the model's files as one string of bytes, a ZIP archive."""
        target = BytesIO()
        with ZipFile(target, "w") as archive:
            for name, content in self.files.items():
                if "model" not in exclude:
                    archive.writestr(ZipInfo(name), content)
        return target.getvalue()

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> "Encoder":
        """Take over the model that ``to_bytes`` gave.

        Raises:
            ValueError: If the files do not fit together.
        """
        with ZipFile(BytesIO(data)) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
        return self.load(files) if files and "model" not in exclude else self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the model's files into a folder."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in self.files.items():
            if "model" not in exclude:
                (folder / name).write_bytes(content)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "Encoder":
        """Take over the model in a folder.

        Raises:
            FileNotFoundError: If a file is missing.
        """
        if "model" in exclude:
            return self
        return self.load({name: (Path(path) / name).read_bytes() for name in FILES})

    def __getstate__(self) -> dict[str, Any]:
        """Return all but the loaded graph, which cannot be copied between processes."""
        return {**self.__dict__, "loaded": None}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Load the graph again."""
        self.__dict__.update(state)
        if self.files:
            self.load(self.files)


@Language.factory(
    NAME,
    assigns=[
        *("doc.ents", "doc.sents", "token.ent_iob", "token.ent_type", "token.is_sent_start"),
        *("token.tag", "token.pos", "token.morph", "token.dep", "token.head"),
    ],
    default_config=DEFAULTS,
    default_score_weights={},
)
def make_encoder(  # noqa: PLR0917 - spaCy hands settings over by name
    nlp: Language,
    name: str,
    threads: int,
    window_pieces: int,
    start_threshold: float,
    keep_sentences: bool,  # noqa: FBT001 - as above
) -> Encoder:
    """Return the component.

    Args:
        nlp: Pipeline; its vocabulary gets the iterator of noun chunks for our labels.
        name: Name of the component.
        threads: Threads within one operation of the graph.
        window_pieces: Most word pieces that are read together.
        start_threshold: Probability from which the start of a sentence is believed.
        keep_sentences: Whether sentences that the caller has set are not parted further.
    """
    settings = ReadingSettings(window_pieces, start_threshold, keep_sentences)
    return Encoder(nlp.vocab, name, threads, settings)
