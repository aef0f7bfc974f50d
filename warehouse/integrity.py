"""Checks that no single row can show: keys, references, and spans that re-slice to their text.

They run inside the transaction of a load, before its commit, and again in ``tallybook verify``.
All return the same columns: table_name, row_key (JSON), rule, detail; no row means sound.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

import polars as pl

from warehouse.connections import registered
from warehouse.ddl import quote_name, quote_table
from warehouse.row_keys import row_key
from warehouse.spans import SpanRow, span_rules, text_batches
from warehouse.tables import ALL_TABLES, TABLES_BY_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from duckdb import DuckDBPyConnection

    from warehouse.contract import Reference, Table

VIOLATION_SCHEMA: Final = pl.Schema(
    {"table_name": pl.String, "row_key": pl.String, "rule": pl.String, "detail": pl.String}
)
Violation = tuple[str, str, str, str]
SPAN_TABLES: Final = tuple(
    table for table in ALL_TABLES if table.spans or "end_char" in table.column_names
)


def key_violations(connection: DuckDBPyConnection) -> pl.DataFrame:
    """Return every key that stands more than once, or is null, in its table.

    The tables' own constraints keep such rows out; this finds files that were changed by hand.

    Args:
        connection: Connection to a warehouse.
    """
    return _violations(chain.from_iterable(_repeated_keys(connection, t) for t in ALL_TABLES))


def reference_violations(connection: DuckDBPyConnection) -> pl.DataFrame:
    """Return every row that refers to a row that is not there, and every document without file.

    Args:
        connection: Connection to a warehouse.
    """
    missing = (
        _missing_targets(connection, table, reference)
        for table in ALL_TABLES
        for reference in table.references
    )
    return _violations(chain(chain.from_iterable(missing), _documents_without_file(connection)))


def span_violations(
    connection: DuckDBPyConnection, document_ids: Sequence[str] | None = None
) -> pl.DataFrame:
    """Return every span that does not re-slice to its stored text.

    Args:
        connection: Connection to a warehouse.
        document_ids: Documents to look at; all when None.
    """
    return _violations(_broken_spans(connection, document_ids))


def _broken_spans(
    connection: DuckDBPyConnection, document_ids: Sequence[str] | None
) -> Iterator[Violation]:
    for texts, char_counts in text_batches(connection, document_ids):
        for document_id, text in texts.items():
            if char_counts[document_id] != len(text):
                table = TABLES_BY_NAME["raw.documents"]
                key = row_key(table, {"document_id": document_id})
                detail = f"char_count is {char_counts[document_id]}, the text has {len(text)}"
                yield table.qualified_name, key, "char_count_equals_text_length", detail
        for table in SPAN_TABLES:
            for row in _span_rows(connection, table, list(texts)):
                # A row without document is a broken reference, which has a check of its own.
                for rule, detail in span_rules(table, row, texts.get(row["document_id"], "")):
                    yield table.qualified_name, row_key(table, row), rule, detail


def _span_rows(
    connection: DuckDBPyConnection, table: Table, document_ids: list[str]
) -> Iterator[SpanRow]:
    spans = chain.from_iterable((s.text, s.start_char, s.end_char) for s in table.spans)
    own = [name for name in ("start_char", "end_char") if name in table.column_names]
    names = dict.fromkeys(("document_id", *table.key, *own, *spans))
    wanted = pl.DataFrame({"document_id": document_ids}, schema={"document_id": pl.String})
    with registered(connection, "wanted_documents", wanted):
        rows = connection.sql(
            f"select {', '.join(map(quote_name, names))} from {quote_table(table)} "  # noqa: S608
            "where document_id in (select document_id from wanted_documents)"
        ).pl()
    yield from rows.iter_rows(named=True)


def _missing_targets(
    connection: DuckDBPyConnection, table: Table, reference: Reference
) -> Iterator[Violation]:
    pairs = zip(reference.columns, reference.target_columns, strict=True)
    match = " and ".join(f"source.{quote_name(a)} = target.{quote_name(b)}" for a, b in pairs)
    is_set = " and ".join(f"source.{quote_name(name)} is not null" for name in reference.columns)
    target = TABLES_BY_NAME[reference.target]
    rows = connection.sql(
        f"select source.* from {quote_table(table)} as source "  # noqa: S608 - our names
        f"anti join {quote_table(target)} as target on {match} where {is_set}"
    ).pl()
    for row in rows.iter_rows(named=True):
        values = ", ".join(f"{name} {row[name]}" for name in reference.columns)
        detail = f"{values} is not in {reference.target}"
        yield table.qualified_name, row_key(table, row), "reference_exists", detail


def _documents_without_file(connection: DuckDBPyConnection) -> Iterator[Violation]:
    table = TABLES_BY_NAME["raw.documents"]
    rows = connection.sql(
        "select document_id from raw.documents anti join raw.document_files using (document_id)"
    ).pl()
    for row in rows.iter_rows(named=True):
        detail = "no row of raw.document_files leads to the document"
        yield table.qualified_name, row_key(table, row), "document_has_a_file", detail


def _repeated_keys(connection: DuckDBPyConnection, table: Table) -> Iterator[Violation]:
    names = ", ".join(map(quote_name, table.key))
    has_null = " or ".join(f"{quote_name(name)} is null" for name in table.key)
    rows = connection.sql(
        f"select {names}, count(*) as row_count from {quote_table(table)} "  # noqa: S608
        f"group by {names} having count(*) > 1 or {has_null}"
    ).pl()
    for row in rows.iter_rows(named=True):
        detail = f"the key stands in {row['row_count']} rows"
        yield table.qualified_name, row_key(table, row), "key_is_unique", detail


def _violations(rows: Iterable[Violation]) -> pl.DataFrame:
    frame = pl.DataFrame(list(rows), schema=VIOLATION_SCHEMA, orient="row")
    return frame.sort("table_name", "rule", "row_key", "detail")
