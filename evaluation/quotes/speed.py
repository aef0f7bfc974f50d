"""Words a second of finding quotations and claimants alone, on one core, in processor time.

Parsing, names and figures are done before and not counted: what counts is the component, the
attribution over the document, and the claims of its figures. The component reads a copy of the
parse that all components share; it is counted with the sentences that events and figures have
copied already, as it runs in the pipeline, and with none, so that it copies all that it needs.
"""

import statistics
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from evaluation.scores.speed import pin_to_one_core
from tasks.nlp.document import (
    DocumentInput,
    Extraction,
    attribute_words,
    extract_document,
    moved,
)
from tasks.nlp.figures import component as figures_component
from tasks.nlp.quotes import component as reports_component
from tasks.nlp.quotes.claimants import Claim, claims_of
from tasks.nlp.reading import Piece, ReadText, make_pieces, read_text
from tasks.nlp.relations import component as relations_component

WORDS: Final = 6_000
ROUNDS: Final = 5
"""The same words are read so often; the first time also reads the vocabularies."""
READERS_BEFORE: Final = (relations_component.NAME, figures_component.NAME)
"""Components that copy sentences of the parse before ours runs."""


@dataclass(frozen=True, slots=True)
class Speed:
    """Rates of the same work over and over.

    Attributes:
        what: Texts, and who copied the parse.
        words: Tokens that are no white space.
        rounds: How often they were read.
        best: Words a second of the fastest round.
        median: Words a second of the middle round.
    """

    what: str
    words: int
    rounds: int
    best: int
    median: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document with everything that is found before its quotations."""

    read: ReadText
    pieces: list[Piece]
    extraction: Extraction

    @property
    def words(self) -> int:
        """Number of tokens that are no white space."""
        return sum(not token.is_space for piece in self.pieces for token in piece.doc)


def measure_speeds(nlp: Language, texts: Mapping[str, Sequence[str]]) -> Iterator[Speed]:
    """Yield the rates over texts; this process stays on one core from then on.

    Args:
        nlp: Pipeline of ``load_pipeline``.
        texts: Texts by what they are.
    """
    pin_to_one_core()
    for name, some in texts.items():
        documents = list(prepared(nlp, some))
        if documents:
            yield rate(nlp, f"{name}, parse shared", documents, READERS_BEFORE)
            yield rate(nlp, f"{name}, parse copied", documents, ())


def prepared(nlp: Language, texts: Sequence[str]) -> Iterator[Prepared]:
    """Yield annotated documents until there are enough words."""
    words = 0
    for text in texts:
        read = read_text(text)
        pieces = [replace(piece, doc=nlp(piece.doc)) for piece in make_pieces(nlp, read)]
        document = Prepared(read, pieces, extract_document(nlp, DocumentInput("speed", text)))
        yield document
        words += document.words
        if words >= WORDS:
            return


def rate(
    nlp: Language, what: str, documents: Sequence[Prepared], readers_before: Sequence[str]
) -> Speed:
    """Return the rate over documents.

    Args:
        nlp: The pipeline that annotated them.
        what: Name of the rate.
        documents: What is read, in every round.
        readers_before: Components that copy what they need of the parse, uncounted.
    """
    component = nlp.get_pipe(reports_component.NAME)
    times = []
    for _ in range(ROUNDS):
        for document in documents:
            forget_copies(nlp, document, readers_before)
        started = time.process_time()
        for document in documents:
            claims_in(document, component)
        times.append(max(time.process_time() - started, 1e-9))
    words = sum(document.words for document in documents)
    rates = [words / seconds for seconds in times]
    return Speed(what, words, ROUNDS, round(max(rates)), round(statistics.median(rates)))


def forget_copies(nlp: Language, document: Prepared, readers_before: Sequence[str]) -> None:
    """Drop the copies of the parse but for the sentences that some components read."""
    for piece in document.pieces:
        piece.doc._.tree = None
        for name in readers_before:
            nlp.get_pipe(name)(piece.doc)


def claims_in(document: Prepared, component: Callable[[Doc], Doc]) -> list[Claim]:
    """Return the claims of a document's figures: the work that is timed."""
    for piece in document.pieces:
        component(piece.doc)
    pieces, found = document.pieces, document.extraction
    reports = [report for piece in pieces for report in moved(piece, piece.doc._.reports)]
    acting = [source for piece in pieces for source in moved(piece, piece.doc._.acting)]
    said = attribute_words(document.read, found.linked, found.roles, acting, reports)
    return claims_of(found.figures, said.statements)
