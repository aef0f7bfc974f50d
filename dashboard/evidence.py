"""Sentences and titles of rows that are shown: read for one page, never for a whole list."""

from __future__ import annotations

from typing import Final

import polars as pl

from dashboard.published import read

LONGEST: Final = 400
"""Characters of a sentence that a cell or a tooltip shows."""
KEY: Final = ("document_id", "sentence_index")
SENTENCES: Final = """
    select
        sentences.document_id,
        sentences.sentence_index,
        substring(
            documents.text,
            sentences.start_char + 1,
            least(sentences.end_char - sentences.start_char, {longest})
        ) as sentence_text,
    from core.sentences as sentences
    inner join raw.documents as documents on documents.document_id = sentences.document_id
    inner join (
        select unnest(?::varchar[]) as document_id, unnest(?::bigint[]) as sentence_index
    ) as asked
        on asked.document_id = sentences.document_id
        and asked.sentence_index = sentences.sentence_index
"""
PATHS: Final = """
    select document_id, arg_min(path, (source, path, record_index)) as path
    from raw.document_files
    where document_id in (select unnest(?::varchar[]))
    group by document_id
"""


def with_sentences(rows: pl.DataFrame) -> pl.DataFrame:
    """Return rows with ``sentence_text``, its white space as single blanks.

    Args:
        rows: One page, with document_id and sentence_index.

    Returns:
        The rows in their order; at most ``LONGEST`` characters of each sentence, null where the
        warehouse has no such sentence.
    """
    keys = rows.select(KEY).unique(maintain_order=True)
    asked = [keys[name].to_list() for name in KEY]
    sentences = read(SENTENCES.format(longest=LONGEST), asked)
    joined = rows.join(sentences, on=KEY, how="left", maintain_order="left")
    return joined.with_columns(pl.col("sentence_text").str.replace_all(r"\s+", " "))


def with_titles(rows: pl.DataFrame) -> pl.DataFrame:
    """Return rows whose ``title``, where it is null, is the path of the document's first file.

    Args:
        rows: One page, with document_id and title.
    """
    untitled = rows.filter(pl.col("title").is_null())
    if untitled.is_empty():
        return rows
    paths = read(PATHS, [untitled["document_id"].unique(maintain_order=True).to_list()])
    joined = rows.join(paths, on="document_id", how="left", maintain_order="left")
    return joined.with_columns(pl.coalesce("title", "path").alias("title")).drop("path")
