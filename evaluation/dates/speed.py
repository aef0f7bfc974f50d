"""Words a second of the dates component alone, on one core, in processor time."""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from evaluation.scores.speed import pin_to_one_core
from tasks.nlp.dates.component import NAME
from tasks.nlp.pipeline import load_pipeline
from tasks.nlp.reading import make_pieces, read_text

WORDS: Final = 6_000
ROUNDS: Final = 3
"""The best of so many counts: the first one also reads the vocabularies."""


@dataclass(frozen=True, slots=True)
class Speed:
    """A rate and what it is of."""

    what: str
    words_per_second: int


def measure_speeds(model: str, texts: Mapping[str, Sequence[str]]) -> list[Speed]:
    """Return the rates over texts; they run before all else that should use more than one core.

    Args:
        model: As for ``load_pipeline``.
        texts: Texts by what they are.
    """
    pin_to_one_core()
    nlp = load_pipeline(model)
    return [
        Speed(f"dates component alone, {what}", component_rate(nlp, some))
        for what, some in texts.items()
        if some
    ]


def component_rate(nlp: Language, texts: Sequence[str]) -> int:
    """Return the words (tokens that are no white space) a second of the component."""
    docs = list(some_docs(nlp, texts))
    words = sum(not token.is_space for doc in docs for token in doc)
    component = nlp.get_pipe(NAME)
    times = []
    for _ in range(ROUNDS):
        started = time.process_time()
        for doc in docs:
            component(doc)
        times.append(time.process_time() - started)
    return round(words / max(min(times), 1e-9))


def some_docs(nlp: Language, texts: Sequence[str]) -> Iterator[Doc]:
    """Yield annotated Docs until there are enough words."""
    words = 0
    for text in texts:
        for piece in islice(make_pieces(nlp, read_text(text)), 1):
            yield nlp(piece.doc)
            words += len(piece.doc)
        if words > WORDS:
            return
