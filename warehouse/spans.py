"""Laws of spans: what must hold between a span and the text that it was cut from.

Texts are sliced in Python, once per document: SQL would walk each text from its start for every
span.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import polars as pl

from warehouse.connections import registered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from duckdb import DuckDBPyConnection

    from warehouse.contract import SpanColumns, Table

SpanRow = dict[str, Any]
BATCH_CHARS: Final = 50_000_000
"""Characters of text held at once: bounds the memory, whatever the size of the warehouse."""


def span_rules(table: Table, row: SpanRow, text: str) -> Iterator[tuple[str, str]]:
    """Give each law that a row breaks, as rule and detail.

    Args:
        table: Table of the row.
        row: Values by column name; all span columns must be there.
        text: Text of the row's document.
    """
    for span in table.spans:
        yield from _span_with_text(span, row, text)
    if "start_char" in row and not any(s.start_char == "start_char" for s in table.spans):
        yield from _bounds(row, "start_char", "end_char", text)


def _span_with_text(span: SpanColumns, row: SpanRow, text: str) -> Iterator[tuple[str, str]]:
    stored, start, end = row[span.text], row[span.start_char], row[span.end_char]
    missing = [value is None for value in (stored, start, end)]
    if all(missing):
        return
    if any(missing):
        detail = f"{span.text}, {span.start_char} and {span.end_char}: some are null, some are not"
        yield "span_is_whole_or_null", detail
        return
    broken = list(_bounds(row, span.start_char, span.end_char, text))
    yield from broken
    found = text[start:end]
    if not broken and found != stored:
        detail = f"{span.text} is {stored!r}, the text has {found!r} at {start}-{end}"
        yield "span_equals_text", detail


def _bounds(row: SpanRow, start: str, end: str, text: str) -> Iterator[tuple[str, str]]:
    first, after = row[start], row[end]
    if first >= after:
        yield "end_char_follows_start_char", f"{start} {first}, {end} {after}"
    elif after > len(text):
        yield "span_lies_inside_text", f"{end} {after}, but the text has {len(text)} characters"


def text_batches(
    connection: DuckDBPyConnection, document_ids: Sequence[str] | None
) -> Iterator[tuple[Mapping[str, str], Mapping[str, int]]]:
    """Give the texts and stated character counts of documents, in batches of bounded size.

    Args:
        connection: Connection to a warehouse.
        document_ids: Documents wanted; all when None.
    """
    sizes = connection.sql(
        "select document_id, strlen(text) as size from raw.documents order by document_id"
    ).pl()
    if document_ids is not None:
        sizes = sizes.filter(pl.col("document_id").is_in(list(document_ids)))
    batch_numbers = (pl.col("size").cum_sum() // BATCH_CHARS).alias("batch")
    for batch in sizes.with_columns(batch_numbers).partition_by("batch", maintain_order=True):
        with registered(connection, "wanted_documents", batch.select("document_id")):
            rows = connection.sql(
                "select document_id, text, char_count from raw.documents "
                "where document_id in (select document_id from wanted_documents)"
            ).fetchall()
        yield {row[0]: row[1] for row in rows}, {row[0]: row[2] for row in rows}
