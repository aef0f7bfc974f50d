"""Writing of one run into the next snapshot: one transaction, checked before its commit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

import duckdb
import polars as pl

from warehouse.connections import registered
from warehouse.ddl import quote_name, quote_table
from warehouse.errors import GateError
from warehouse.faults import engine_message
from warehouse.integrity import reference_violations, span_violations
from warehouse.relink import relink_documents
from warehouse.seeds import read_seed
from warehouse.tables import ALL_TABLES, DOCUMENT_TABLES, TABLES_BY_NAME
from warehouse.tables.core import WHOLE_TABLES
from warehouse.tables.raw import DOCUMENT_FILES, DOCUMENTS
from warehouse.tables.ref import CORRECTIONS, REF_TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from duckdb import DuckDBPyConnection

    from warehouse.contract import Table

SHOWN_KEYS: Final = 3


@dataclass(frozen=True, kw_only=True)
class LoadPlan:
    """What a run changes; everything else stays as the previous snapshot has it.

    ``document_frames`` maps the qualified name of ``raw.documents`` or of a document table to
    Parquet files that obey that table; rows of ``removed_document_ids`` and
    ``replaced_document_ids`` are deleted first. ``document_files`` holds all rows of
    ``replaced_sources`` after the run. ``whole_frames`` maps the qualified names of
    ``WHOLE_TABLES`` to all their rows after the run. ``corrections`` are all rows of
    ``ref.corrections``. ``resolved`` holds the things of documents that stay and are another
    entity now: document_id, entity_index, entity_id, resolution_rule. ``ops_frames`` maps
    qualified names of ``ops`` tables to rows to append.
    """

    removed_document_ids: Sequence[str] = ()
    replaced_document_ids: Sequence[str] = ()
    replaced_sources: Sequence[str] = ()
    document_files: pl.DataFrame
    document_frames: Mapping[str, Sequence[Path]]
    whole_frames: Mapping[str, pl.DataFrame]
    corrections: pl.DataFrame
    resolved: pl.DataFrame
    ops_frames: Mapping[str, pl.DataFrame] = field(default_factory=dict)


class Replaced(NamedTuple):
    """All rows of a table before and after it was replaced."""

    before: pl.DataFrame
    after: pl.DataFrame


def load_run(connection: DuckDBPyConnection, plan: LoadPlan) -> dict[str, Replaced]:
    """Write a run into a snapshot: all of it, or nothing.

    Args:
        connection: Writable connection to a snapshot from ``SnapshotStore.begin``.
        plan: What the run changes.

    Returns:
        The tables of the schema ``ref`` that are others now, by qualified name.

    Raises:
        GateError: If a row breaks a constraint, a reference or a span; nothing is written. The
            message names table, rule and first keys.
    """
    connection.execute("BEGIN")
    try:
        seeds = _replace_seeds(connection, plan)
        _replace_documents(connection, plan)
        relink_documents(connection, plan.resolved)
        _replace_files(connection, plan)
        for table in WHOLE_TABLES:
            _replace_table(connection, table, plan.whole_frames[table.qualified_name])
        _append_ops(connection, plan.ops_frames)
        _require_integrity(connection, plan)
        connection.execute("COMMIT")
    except duckdb.ConstraintException as error:
        _rollback(connection)
        msg = f"A row breaks its table, nothing was published: {engine_message(error)}"
        raise GateError(msg) from error
    except BaseException:
        _rollback(connection)
        raise
    return seeds


def append_ops(connection: DuckDBPyConnection, ops_frames: Mapping[str, pl.DataFrame]) -> None:
    """Add rows to the ledger only, e.g. of a run that failed.

    Args:
        connection: Writable connection to a snapshot.
        ops_frames: Rows by qualified name of an ``ops`` table.

    Raises:
        GateError: If a row breaks its table; nothing is written.
    """
    connection.execute("BEGIN")
    try:
        _append_ops(connection, ops_frames)
        connection.execute("COMMIT")
    except duckdb.ConstraintException as error:
        _rollback(connection)
        msg = f"A row breaks the ledger, nothing was recorded: {engine_message(error)}"
        raise GateError(msg) from error
    except BaseException:
        _rollback(connection)
        raise


def count_rows(connection: DuckDBPyConnection) -> dict[str, int]:
    """Return the number of rows of every table of the contract, by qualified name.

    Args:
        connection: Connection to a warehouse.
    """
    query = " union all ".join(
        f"select '{table.qualified_name}', count(*) from {quote_table(table)}"  # noqa: S608
        for table in ALL_TABLES
    )
    return dict(connection.sql(query).fetchall())


def insert_frame(connection: DuckDBPyConnection, table: Table, frame: pl.DataFrame) -> None:
    """Append a frame to a table, columns matched by name.

    Args:
        connection: Writable connection.
        table: Table that the frame obeys; a column that is missing raises.
        frame: Rows to add.

    Raises:
        duckdb.ConstraintException: If a row breaks the table.
        duckdb.BinderException: If the frame lacks a column.
    """
    with registered(connection, "new_rows", frame):
        _insert(connection, table, "new_rows")


def _insert(
    connection: DuckDBPyConnection,
    table: Table,
    source: str,
    parameters: Sequence[object] = (),
) -> None:
    names = ", ".join(map(quote_name, table.column_names))
    query = f"INSERT INTO {quote_table(table)} ({names}) SELECT {names} FROM {source}"  # noqa: S608
    connection.execute(query, list(parameters))


def _replace_seeds(connection: DuckDBPyConnection, plan: LoadPlan) -> dict[str, Replaced]:
    found = {}
    for table in REF_TABLES:
        rows = plan.corrections if table is CORRECTIONS else read_seed(table)
        replaced = _replace_table(connection, table, rows)
        if replaced is not None:
            found[table.qualified_name] = replaced
    return found


def _replace_table(
    connection: DuckDBPyConnection, table: Table, frame: pl.DataFrame
) -> Replaced | None:
    """Replace all rows, unless they are the same: an unchanged table is not written again."""
    present = connection.sql(f"select * from {quote_table(table)}").pl()  # noqa: S608
    wanted = frame.select(table.column_names)
    if present.sort(table.key).equals(wanted.sort(table.key)):
        return None
    connection.execute(f"DELETE FROM {quote_table(table)}")  # noqa: S608
    insert_frame(connection, table, wanted)
    return Replaced(present.select(table.column_names), wanted)


def _replace_documents(connection: DuckDBPyConnection, plan: LoadPlan) -> None:
    gone = [*plan.removed_document_ids, *plan.replaced_document_ids]
    _delete_where(connection, DOCUMENT_TABLES, "document_id", gone)
    _delete_where(connection, (DOCUMENTS,), "document_id", gone)
    for name, files in sorted(plan.document_frames.items()):
        if files:
            paths = [str(file) for file in files]
            _insert(connection, TABLES_BY_NAME[name], "read_parquet($1)", [paths])


def _replace_files(connection: DuckDBPyConnection, plan: LoadPlan) -> None:
    _delete_where(connection, (DOCUMENT_FILES,), "source", plan.replaced_sources)
    insert_frame(connection, DOCUMENT_FILES, plan.document_files)


def _delete_where(
    connection: DuckDBPyConnection, tables: Sequence[Table], column: str, values: Sequence[str]
) -> None:
    if not values:
        return
    gone = pl.DataFrame({column: list(values)}, schema={column: pl.String})
    with registered(connection, "gone", gone):
        for table in tables:
            connection.execute(
                f"DELETE FROM {quote_table(table)} "  # noqa: S608 - our names
                f"WHERE {quote_name(column)} IN (SELECT {quote_name(column)} FROM gone)"
            )


def _append_ops(connection: DuckDBPyConnection, ops_frames: Mapping[str, pl.DataFrame]) -> None:
    for name, frame in sorted(ops_frames.items()):
        insert_frame(connection, TABLES_BY_NAME[name], frame)


def _require_integrity(connection: DuckDBPyConnection, plan: LoadPlan) -> None:
    violations = pl.concat(
        [reference_violations(connection), span_violations(connection, _loaded_ids(plan))]
    )
    if not violations.is_empty():
        msg = f"The run breaks the warehouse, nothing was published: {_summary(violations)}."
        raise GateError(msg)


def _loaded_ids(plan: LoadPlan) -> list[str]:
    """Return the documents of the run: the spans of all others were checked when they came."""
    ids = {
        document_id
        for name, files in plan.document_frames.items()
        if "document_id" in TABLES_BY_NAME[name].column_names
        for file in files
        for document_id in pl.read_parquet(file, columns=["document_id"])["document_id"].unique()
    }
    return sorted(ids)


def _summary(violations: pl.DataFrame) -> str:
    groups = violations.group_by("table_name", "rule", maintain_order=True).agg(
        pl.len().alias("row_count"), pl.col("row_key").head(SHOWN_KEYS), pl.col("detail").first()
    )
    return "; ".join(
        f"{row['table_name']} breaks {row['rule']} in {row['row_count']} rows, "
        f"first {', '.join(row['row_key'])} ({row['detail']})"
        for row in groups.iter_rows(named=True)
    )


def _rollback(connection: DuckDBPyConnection) -> None:
    """Undo the transaction; a full disk has then ended it already."""
    try:
        connection.execute("ROLLBACK")
    except duckdb.Error:
        return
