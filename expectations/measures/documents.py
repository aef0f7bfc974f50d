"""Single documents beside others of their source: far more or far fewer figures than usual."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from expectations.limits import find_limit
from expectations.measures.catalogue import DEVIATING, DOCUMENT_FIGURES
from expectations.measures.judging import Verdict, judge_sample
from expectations.measures.samples import Sample, rate_samples, share_samples
from expectations.measures.scales import PER_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from expectations.limits import Limit

OTHER_DOCUMENTS: Final = 100
"""Documents of a source that stand for all: the first ones by id, a hash, so a fair sample."""


def judge_documents(
    documents: pl.DataFrame, others: pl.DataFrame, limits: Mapping[tuple[str, str], Limit]
) -> dict[str, Verdict]:
    """Judge the figures per 1,000 words of documents that other ones of their source stand beside.

    Args:
        documents: Documents read anew (``volumes.DOCUMENTS_SCHEMA``).
        others: Documents of the same sources that were read by earlier runs, in the same columns.
        limits: All limits by measure and subject; a limit may be that of a source.

    Returns:
        Verdicts by document_id, in its order; only of documents that could be compared.
    """
    verdicts = {}
    for (source,), rows in documents.filter("is_read").partition_by("source", as_dict=True).items():
        limit = find_limit(limits, DOCUMENT_FIGURES.name, str(source))
        if limit is not None:
            densities = _densities(others, str(source), limit)
            for document_id, sample in _samples(rows, str(source)):
                verdicts[document_id] = judge_sample(sample, limit, densities)
    return {
        name: verdicts[name] for name in sorted(verdicts) if verdicts[name].robust_z is not None
    }


def _samples(documents: pl.DataFrame, source: str) -> Iterator[tuple[str, Sample]]:
    counts = documents.select("document_id", "figure_count", "word_count")
    for document_id, figures, words in counts.iter_rows():
        for sample in rate_samples(DOCUMENT_FIGURES, figures, words, subject=source):
            yield document_id, sample


def deviating_samples(verdicts: Mapping[str, Verdict]) -> list[Sample]:
    """Return the share of the documents that were compared and are far from their source's others.

    Args:
        verdicts: Verdicts by document_id.
    """
    odd = sum(not verdict.is_success for verdict in verdicts.values())
    return share_samples(DEVIATING, odd, len(verdicts))


def _densities(others: pl.DataFrame, source: str, limit: Limit) -> list[float]:
    long_enough = pl.col("word_count") >= max(limit.min_base, 1)
    rows = others.filter(pl.col("is_read") & (pl.col("source") == source) & long_enough)
    density = PER_WORDS * pl.col("figure_count") / pl.col("word_count")
    return rows.select(density).to_series().to_list()
