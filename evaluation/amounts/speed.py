"""Words a second: the component on parsed documents, and from a text to its rows."""

import itertools
import time
from collections.abc import Callable
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
FEW_WORDS: Final = 2_000
"""Enough for systems that read a few hundred words a second."""


@dataclass(frozen=True, slots=True)
class Speed:
    """A rate and what it is of."""

    what: str
    words_per_second: int


def measure_speeds(rivals: dict[str, Callable[[str], list[Statement]]]) -> list[Speed]:
    """Return the rates of ours and of the others, on our own stories, in processor time."""
    stories = [story.text for story in read_set(SETS[0], Path())]
    return [
        component_speed(stories),
        rate("text to rows, rules", stories, WORDS, rows_with(RULES)),
        rate("text to rows, language model", stories, FEW_WORDS, rows_with(PACKAGED)),
        *(rate(name, stories, FEW_WORDS, read) for name, read in rivals.items()),
    ]


def component_speed(stories: list[str]) -> Speed:
    """Return the rate of the component alone."""
    docs = list(load_pipeline(RULES).pipe(some_texts(stories, WORDS)))
    words = sum(len(doc) for doc in docs)
    started = time.process_time()
    for doc in docs:
        find_doc_figures(doc)
    return Speed("component alone", round(words / (time.process_time() - started)))


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


def some_texts(stories: list[str], words: int) -> list[str]:
    """Return stories, again and again, until there are enough words."""
    texts: list[str] = []
    for story in itertools.cycle(stories):
        if words <= 0:
            return texts
        texts.append(story)
        words -= len(story.split())
    return texts
