"""Rules on documents, their files, passages and sentences."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import polars as pl

from expectations.rules.rule import Context, Rule
from expectations.suites import WARNING

FIRST_NEWSPAPER_ON: Final = date(1605, 1, 1)
"""Before it nothing was printed that we would read: the Relation of Strasbourg is of 1605."""


def _is_partial(*names: str) -> pl.Expr:
    nulls = [pl.col(name).is_null() for name in names]
    return pl.any_horizontal(nulls) & ~pl.all_horizontal(nulls)


def _published_implausibly(documents: pl.DataFrame, context: Context) -> pl.Series:
    # one day more: the local date of a publisher may be ahead of UTC
    last = context.run_on + timedelta(days=1)
    return ~documents["published_on"].is_between(FIRST_NEWSPAPER_ON, last)


def _overlaps_previous(index: str) -> pl.Expr:
    previous_end = pl.col("end_char").shift(1).over("document_id", order_by=index)
    return pl.col("start_char") < previous_end


def _leaves_passage(sentences: pl.DataFrame, context: Context) -> pl.Series:
    key = ["document_id", "passage_index"]
    passages = context.frames["raw.passages"].select(
        *key, passage_start=pl.col("start_char"), passage_end=pl.col("end_char")
    )
    joined = sentences.join(
        passages.unique(key, keep="first", maintain_order=True),
        on=key,
        how="left",
        maintain_order="left",
    )
    leaves = (pl.col("start_char") < pl.col("passage_start")) | (
        pl.col("end_char") > pl.col("passage_end")
    )
    return joined.select(leaves).to_series()


DOCUMENT_RULES: Final = (
    Rule(
        name="char_count_matches_text",
        table="raw.documents",
        columns=("char_count", "text"),
        reason="char_count is the number of code points of the text.",
        broken=pl.col("char_count") != pl.col("text").str.len_chars().cast(pl.Int64),
    ),
    Rule(
        name="published_on_plausible",
        table="raw.documents",
        columns=("published_on",),
        severity=WARNING,
        reason="A document was published since 1605 and not after the day of the run.",
        broken=_published_implausibly,
    ),
    Rule(
        name="published_columns_complete",
        table="raw.documents",
        columns=("published_on", "published_precision", "published_rule"),
        severity=WARNING,
        reason="Publication date, its precision and its rule are all given or all null.",
        broken=_is_partial("published_on", "published_precision", "published_rule"),
    ),
    Rule(
        name="path_is_relative",
        table="raw.document_files",
        columns=("path",),
        reason="A path leads below its source.",
        broken=pl.col("path").str.starts_with("/")
        | pl.col("path").str.split("/").list.contains(".."),
    ),
    Rule(
        name="passages_do_not_overlap",
        table="raw.passages",
        columns=("passage_index", "start_char"),
        severity=WARNING,
        reason="A passage starts where the one before it has ended.",
        broken=_overlaps_previous("passage_index"),
    ),
    Rule(
        name="sentences_do_not_overlap",
        table="core.sentences",
        columns=("sentence_index", "start_char"),
        severity=WARNING,
        reason="A sentence starts where the one before it has ended.",
        broken=_overlaps_previous("sentence_index"),
    ),
    Rule(
        name="sentence_inside_passage",
        table="core.sentences",
        columns=("passage_index", "start_char", "end_char"),
        reason="No sentence crosses the border of its passage.",
        needs=("raw.passages",),
        broken=_leaves_passage,
    ),
)
