"""Complete frames of some documents: their loaded rows, and refused ones read from the ledger."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from expectations.rules.identifiers import UNRESOLVED
from tasks.resolution.references import relink_frame
from tasks.staging import complete_folder, write_frames
from warehouse.connections import registered
from warehouse.entity_links import LINKED_TABLES
from warehouse.identifiers import entity_id
from warehouse.queries import open_published
from warehouse.row_json import parse_row, rows_frame
from warehouse.tables import DOCUMENT_TABLES, TABLES_BY_NAME
from warehouse.tables.entities import DOCUMENT_ENTITIES
from warehouse.tables.raw import DOCUMENTS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from duckdb import DuckDBPyConnection

    from tasks.runs import RunContext
    from warehouse.contract import Table

LOG: Final = logging.getLogger(__name__)


def parse_rows(texts: pl.DataFrame) -> tuple[dict[str, pl.DataFrame], int]:
    """Return the refused rows as frames by qualified table name, and how many cannot be read.

    Args:
        texts: table_name, row_key and row_json, one row per refused row.
    """
    rows: dict[str, list[dict[str, Any]]] = {}
    unreadable_count = 0
    for name, row_key, row_json in texts.select("table_name", "row_key", "row_json").iter_rows():
        try:
            row = parse_row(TABLES_BY_NAME[name], row_json)
        except ValueError as error:
            LOG.warning("%s %s is not replayed: %s", name, row_key, error)
            unreadable_count += 1
        else:
            rows.setdefault(name, []).append(row)
    frames = {name: rows_frame(TABLES_BY_NAME[name], found) for name, found in rows.items()}
    return frames, unreadable_count


def write_batch(
    run: RunContext, document_ids: Sequence[str], rows: dict[str, pl.DataFrame], number: int
) -> Path:
    """Write the complete frames of some documents into a folder of the run, and return it.

    Args:
        run: The replay.
        document_ids: Documents of the batch.
        rows: Refused rows of all documents, by qualified table name.
        number: Names the batch within the run.
    """
    folder = run.store.staging_folder / run.run_id / f"replayed-{number:06d}"
    wanted = pl.DataFrame({"document_id": document_ids}, schema={"document_id": pl.String})
    with (
        complete_folder(folder) as unfinished,
        open_published(run.warehouse) as connection,
        registered(connection, "wanted", wanted),
    ):
        frames = {
            table.qualified_name: complete_rows(connection, table, wanted, rows)
            for table in (DOCUMENTS, *DOCUMENT_TABLES)
        }
        write_frames(link_frames(frames), unfinished)
    return folder


def complete_rows(
    connection: DuckDBPyConnection,
    table: Table,
    wanted: pl.DataFrame,
    rows: dict[str, pl.DataFrame],
) -> pl.DataFrame:
    """Return loaded and refused rows of a table for the documents of a batch, sorted by key."""
    names = ", ".join(table.column_names)
    loaded: pl.DataFrame = connection.sql(
        f"select {names} from {table.qualified_name} semi join wanted using (document_id)"  # noqa: S608 - our names
    ).pl()
    refused = rows.get(table.qualified_name, table.polars_schema.to_frame())
    own = refused.join(wanted, on="document_id", how="semi")
    return pl.concat([loaded.cast(table.polars_schema), own]).sort(table.key)


def link_frames(frames: dict[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """Return the frames with their things as extraction gives them, and all rows led to these.

    Loaded rows are resolved over all documents and refused ones are not; resolution comes anew.
    """
    name = DOCUMENT_ENTITIES.qualified_name
    things = unresolved_things(frames[name])
    single = things.unique(DOCUMENT_ENTITIES.key, keep="first", maintain_order=True)
    linked = {
        table.qualified_name: relink_frame(table, frames[table.qualified_name], single)
        for table in LINKED_TABLES
    }
    return {**frames, name: things, **linked}


def unresolved_things(things: pl.DataFrame) -> pl.DataFrame:
    """Return rows of core.document_entities as they are before anything is resolved."""
    ids = [entity_id(label, key) for label, key in things.select("label", "local_key").iter_rows()]
    return things.with_columns(
        pl.Series("entity_id", ids, pl.String()), pl.lit(UNRESOLVED).alias("resolution_rule")
    )
