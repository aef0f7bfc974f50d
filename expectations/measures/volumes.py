"""Samples of what a run read: figures and names per 1,000 words, languages, complete facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from expectations.measures.catalogue import (
    CLAIMED,
    DATED,
    FIGURES,
    LANGUAGES,
    LOCATED,
    MENTIONS,
    UNATTRIBUTED,
    UNKNOWN_LANGUAGE,
    UNREAD_TEXTS,
    UNRESOLVED,
)
from expectations.measures.samples import Sample, rate_samples, share_samples
from warehouse.vocabularies import ENTITY_LABELS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from expectations.measures.history import History

DOCUMENTS_SCHEMA: Final = pl.Schema(
    {
        "document_id": pl.String,
        "source": pl.String,
        "language_code": pl.String,
        "is_read": pl.Boolean,
        "word_count": pl.Int64,
        "figure_count": pl.Int64,
    }
)
"""One row per document; ``is_read`` is false where its language is none that figures are read in,
words are stretches without white space."""
COMPLETENESS: Final = (UNRESOLVED, UNATTRIBUTED, CLAIMED, LOCATED, DATED)
"""Shares that are counted by name: (part, whole) of each."""


def figure_samples(documents: pl.DataFrame) -> list[Sample]:
    """Return the figures per 1,000 words of all texts, and of each source where there are several.

    Args:
        documents: Documents read anew (``DOCUMENTS_SCHEMA``).
    """
    read = documents.filter("is_read")
    by_source = read.group_by("source").agg(pl.col("figure_count", "word_count").sum())
    totals = (int(read["figure_count"].sum()), int(read["word_count"].sum()))
    samples = rate_samples(FIGURES, *totals)
    if by_source.height > 1:
        for source, figures, words in by_source.sort("source").iter_rows():
            samples += rate_samples(FIGURES, figures, words, subject=source)
    return samples


def mention_samples(documents: pl.DataFrame, counts: Mapping[str, int]) -> list[Sample]:
    """Return the mentions per 1,000 words of every label, also of those that nothing was found of.

    Args:
        documents: Documents read anew (``DOCUMENTS_SCHEMA``).
        counts: Mentions in those that were read, by label.
    """
    words = int(documents.filter("is_read")["word_count"].sum())
    return [
        sample
        for label in ENTITY_LABELS
        for sample in rate_samples(MENTIONS, counts.get(label, 0), words, subject=label)
    ]


def language_samples(documents: pl.DataFrame, history: History) -> list[Sample]:
    """Return the share of each language, and of the texts whose language is not read.

    Args:
        documents: Documents read anew (``DOCUMENTS_SCHEMA``).
        history: Earlier runs; a language that only they had has a share of zero now.
    """
    codes = documents["language_code"].fill_null(UNKNOWN_LANGUAGE)
    counts = dict.fromkeys(history.subjects(LANGUAGES), 0)
    counts |= dict(codes.value_counts().iter_rows())
    unread = int(documents["is_read"].not_().sum())
    samples = share_samples(UNREAD_TEXTS, unread, documents.height)
    for code in sorted(counts):
        samples += share_samples(LANGUAGES, counts[code], documents.height, subject=code)
    return samples


def completeness_samples(counts: Mapping[str, tuple[int, int]]) -> list[Sample]:
    """Return shares of facts that have, or lack, what tells who, where and when.

    Args:
        counts: Part and whole of each measure of ``COMPLETENESS``, by its name.
    """
    return [
        sample
        for measure in COMPLETENESS
        for sample in share_samples(measure, *counts.get(measure.name, (0, 0)))
    ]
