"""Reading of the published warehouse: SQL in, polars frame out."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import duckdb
import polars as pl

from warehouse.connections import open_read_only
from warehouse.errors import EnvironmentFault, UsageError
from warehouse.faults import describe_fault, engine_message, is_environment_error
from warehouse.schema_versions import require_current, schema_state
from warehouse.snapshots import SnapshotStore

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


@contextmanager
def open_published(path: Path, *, allow_older: bool = False) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the published warehouse for reading; a run that goes on meanwhile is not disturbed.

    The connection keeps seeing the snapshot that was published when it was opened. It can read
    no other file, and its settings are locked.

    Args:
        path: The path that users name.
        allow_older: Also open a warehouse of an older contract (the caller checks its columns).

    Raises:
        EnvironmentFault: If there is no warehouse, or it is foreign, newer, older or damaged.
    """
    with ExitStack() as stack:
        connection = _open_current(stack, path)
        if allow_older:
            schema_state(connection, path)
        else:
            require_current(connection, path)
        yield connection


def query_published(path: Path, sql: str, parameters: Sequence[object] = ()) -> pl.DataFrame:
    """Return the answer of the published warehouse to one SQL statement.

    Whole-number sums (HUGEINT) come back as Int64 where they fit; intervals and bit strings,
    which polars does not know, as text.

    Args:
        path: The path that users name.
        sql: One statement that only reads.
        parameters: Values of ``$1, $2, ...`` or ``?``.

    Raises:
        UsageError: If the statement is faulty or would write, with the engine's message.
        EnvironmentFault: If there is no readable warehouse.
    """
    with open_published(path) as connection:
        try:
            return _answer(connection, sql, parameters)
        except duckdb.Error as error:
            if is_environment_error(error):
                raise EnvironmentFault(describe_fault(path, error)) from error
            msg = f"The query failed: {engine_message(error)}"
            raise UsageError(msg) from error


def _answer(
    connection: duckdb.DuckDBPyConnection, sql: str, parameters: Sequence[object]
) -> pl.DataFrame:
    statements = connection.extract_statements(sql)
    if len(statements) != 1:
        msg = f"The query holds {len(statements)} statements; give exactly one."
        raise UsageError(msg)
    relation: duckdb.DuckDBPyRelation | None = connection.sql(
        statements[0].query, params=list(parameters) or None
    )
    return pl.DataFrame() if relation is None else _read_relation(relation)


def _read_relation(relation: duckdb.DuckDBPyRelation) -> pl.DataFrame:
    types = [str(dtype) for dtype in relation.types]
    frame: pl.DataFrame = _as_readable(relation, types).pl()
    whole_sums = [
        name for name, dtype in zip(frame.columns, types, strict=True) if dtype == "HUGEINT"
    ]
    return frame.with_columns(
        pl.col(name).cast(pl.Int64) for name in whole_sums if _fits_int64(frame[name])
    )


def _as_readable(relation: duckdb.DuckDBPyRelation, types: list[str]) -> duckdb.DuckDBPyRelation:
    """Turn intervals and bit strings into text; polars panics on the first, misreads the second."""
    is_foreign = ["INTERVAL" in dtype or dtype == "BIT" for dtype in types]
    if not any(is_foreign):
        return relation
    names = relation.columns
    if len({name.lower() for name in names}) != len(names):
        msg = "The query returns an interval and two columns of one name; rename one with AS."
        raise UsageError(msg)
    columns = [duckdb.ColumnExpression(name) for name in names]
    return relation.select(
        *(
            column.cast("VARCHAR").alias(name) if foreign else column
            for column, name, foreign in zip(columns, names, is_foreign, strict=True)
        )
    )


def _fits_int64(column: pl.Series) -> bool:
    return column.cast(pl.Int64, strict=False).null_count() == column.null_count()


def _open_current(stack: ExitStack, path: Path) -> duckdb.DuckDBPyConnection:
    """Open the published file; a run may replace and delete it after the look at the link."""
    file = _published_file(path)
    try:
        return stack.enter_context(open_read_only(file))
    except EnvironmentFault:
        newer = _published_file(path)
        if newer == file:
            raise
        return stack.enter_context(open_read_only(newer))


def _published_file(path: Path) -> Path:
    published = SnapshotStore(path).published()
    if published is None:
        msg = f"{path} does not exist; run `tallybook run --warehouse {path}` first."
        raise EnvironmentFault(msg)
    return published
