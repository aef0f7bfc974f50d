"""Samples of what a run lost: refused rows, documents and files that could not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

from expectations.measures.catalogue import (
    FAILED_DOCUMENTS,
    FAILED_FILES,
    REJECTED_ROWS,
    UNKNOWN_UNITS,
)
from expectations.measures.samples import Sample, share_samples

if TYPE_CHECKING:
    from expectations.validated import Validated

UNIT_RULE: Final = "unit_known"
FIGURES: Final = "core.figures"
LOADED: Final = ("new", "changed", "unchanged")


def rejected_samples(ledger: Validated) -> list[Sample]:
    """Return the share of refused rows of each table that was judged.

    Args:
        ledger: Judgement of the whole run.
    """
    samples = []
    for name, accepted in ledger.accepted.items():
        refused = ledger.rejected_count(name)
        whole = refused + accepted.height
        samples += share_samples(REJECTED_ROWS, refused, whole, subject=name, is_loss=True)
    return samples


def unknown_unit_samples(ledger: Validated) -> list[Sample]:
    """Return the share of figures whose unit the seeds do not know, as ``unit_known`` saw it.

    Args:
        ledger: Judgement of the whole run.
    """
    judged = ledger.validations.filter(
        (pl.col("table_name") == FIGURES) & (pl.col("expectation") == UNIT_RULE)
    )
    if judged.is_empty() or FIGURES not in ledger.accepted:
        return []
    whole = ledger.rejected_count(FIGURES) + ledger.accepted[FIGURES].height
    return share_samples(UNKNOWN_UNITS, int(judged["unexpected_count"].sum()), whole)


def failed_document_samples(failed_count: int, document_count: int) -> list[Sample]:
    """Return the share of documents that could not be extracted.

    Args:
        failed_count: Documents that failed.
        document_count: Documents that the run was to extract.
    """
    return share_samples(FAILED_DOCUMENTS, failed_count, document_count, is_loss=True)


def failed_file_samples(outcomes: pl.DataFrame) -> list[Sample]:
    """Return the share of files of which nothing could be read, of all and of each source.

    A JSONL file with a bad line among good ones is read. Sources are told apart where there are
    several.

    Args:
        outcomes: Rows of ``ops.file_outcomes`` of the run, unchanged files included.
    """
    is_read = pl.col("outcome").is_in(LOADED).any()
    files = (
        outcomes.filter(pl.col("outcome").is_in([*LOADED, "failed"]))
        .group_by("source", "path")
        .agg(is_read.alias("is_read"))
    )
    by_source = files.group_by("source").agg(
        pl.col("is_read").not_().sum().alias("failed_count"), pl.len().alias("file_count")
    )
    samples = share_samples(FAILED_FILES, int(files["is_read"].not_().sum()), files.height)
    if by_source.height > 1:
        for source, failed, count in by_source.sort("source").iter_rows():
            samples += share_samples(FAILED_FILES, failed, count, subject=source)
    return samples
