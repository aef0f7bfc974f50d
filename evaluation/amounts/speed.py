"""Words a second: the component on parsed documents, and from a text to its rows."""

import itertools
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import polars as pl

from evaluation.amounts.statements import Statement
from evaluation.sets import SETS, read_set
from tasks.nlp.extraction import extract_frames
from tasks.nlp.figures.component import find_doc_figures
from tasks.nlp.packaged import PACKAGED
from tasks.nlp.pipeline import RULES, load_pipeline

WORDS: Final = 20_000
PARSED_WORDS: Final = 6_000
ROUNDS: Final = 3
"""The best of so many counts: the first one also reads the vocabularies."""
FEW_WORDS: Final = 2_000
"""Enough for systems that read a few hundred words a second."""


@dataclass(frozen=True, slots=True)
class Speed:
    """A rate and what it is of."""

    what: str
    words_per_second: int


def measure_speeds(
    rivals: dict[str, Callable[[str], list[Statement]]], articles: Sequence[str] = ()
) -> list[Speed]:
    """Return the rates of ours and of the others, in processor time.

    Args:
        rivals: What reads the amounts of a text, by system.
        articles: Real texts, in which most sentences hold no figure; in our own stories, on which
            everything else is measured, most hold some.
    """
    stories = [story.text for story in read_set(SETS[0], Path())]
    return [
        *([component_speed("component alone, real articles", articles)] if articles else []),
        component_speed("component alone, own stories", stories),
        rate("text to rows, rules", stories, WORDS, rows_with(RULES)),
        rate("text to rows, language model", stories, FEW_WORDS, rows_with(PACKAGED)),
        *(rate(name, stories, FEW_WORDS, read) for name, read in rivals.items()),
    ]


def component_speed(what: str, texts: Sequence[str]) -> Speed:
    """Return the rate of the component alone, words and grammar, on parsed Docs."""
    docs = list(load_pipeline(PACKAGED).pipe(some_texts(texts, PARSED_WORDS)))
    words = sum(len(doc) for doc in docs)
    times = []
    for _ in range(ROUNDS):
        started = time.process_time()
        for doc in docs:
            find_doc_figures(doc)
        times.append(time.process_time() - started)
    return Speed(what, round(words / min(times)))


def rows_with(model: str) -> Callable[[str], object]:
    """Return what turns a text into the rows of all tables with a pipeline."""
    nlp = load_pipeline(model)
    return lambda text: extract_frames(nlp, staged(text), fingerprint="0" * 16)


def staged(text: str) -> pl.DataFrame:
    """Return the staged row of a text."""
    return pl.DataFrame(
        {
            "document_id": ["0" * 64],
            "text": [text],
            "char_count": [len(text)],
            "byte_count": [len(text.encode())],
            "encoding": ["utf-8"],
            "stated_metadata": [None],
            "path": ["story.txt"],
        },
        schema_overrides={"stated_metadata": pl.String},
    )


def rate(what: str, stories: list[str], words: int, read: Callable[[str], object]) -> Speed:
    """Return the words a second of anything that reads a text."""
    texts = some_texts(stories, words)
    read(texts[0])
    started = time.process_time()
    for text in texts:
        read(text)
    seconds = time.process_time() - started
    return Speed(what, round(sum(len(text.split()) for text in texts) / seconds))


def some_texts(stories: Sequence[str], words: int) -> list[str]:
    """Return stories, again and again, until there are enough words."""
    texts: list[str] = []
    for story in itertools.cycle(stories):
        if words <= 0:
            return texts
        texts.append(story)
        words -= len(story.split())
    return texts
