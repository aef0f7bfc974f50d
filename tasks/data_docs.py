"""Great Expectations' Data Docs of the published warehouse, with an index that needs no network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from tasks.progress import stage
from tasks.quality_report.document import render_plain
from tasks.quality_report.markup import NUMBER, TEXT, element, table, text
from warehouse.connections import registered
from warehouse.errors import UsageError
from warehouse.faults import storage_faults
from warehouse.queries import open_published
from warehouse.tables import DOCUMENT_TABLES
from warehouse.tables.raw import DOCUMENT_FILES, DOCUMENTS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import polars as pl
    from duckdb import DuckDBPyConnection

    from expectations.data_docs import JudgedTable
    from warehouse.contract import Table

LATEST: Final = "select max(started_at) from ops.runs where status = 'published'"


@dataclass(frozen=True, kw_only=True)
class DataDocs:
    """Pages that were written: our index, the tables, and how many of the documents were judged."""

    index: Path
    tables: tuple[JudgedTable, ...]
    document_count: int
    all_document_count: int


def write_data_docs(warehouse: Path, folder: Path, max_documents: int) -> DataDocs:
    """Judge what is published in a project of Great Expectations, which writes its pages.

    Args:
        warehouse: The published warehouse, as users name it.
        folder: Folder of the project, new, empty, or of an earlier call.
        max_documents: Documents that are judged, the first ones by their ids.

    Raises:
        UsageError: If the warehouse holds no document, or the folder something else.
        EnvironmentFault: If the warehouse cannot be read or the folder not be written.
    """
    from expectations.data_docs import build_data_docs  # noqa: PLC0415 - imports polars, slowly

    with open_published(warehouse) as connection:
        ids = connection.sql("select document_id from raw.documents order by document_id").pl()
        if ids.is_empty():
            msg = f"{warehouse} holds no document to judge; run `tallybook run` with some texts."
            raise UsageError(msg)
        wanted = ids.head(max_documents)
        frames = read_frames(connection, wanted)
        (run_at,) = connection.sql(LATEST).fetchall()[0]
    with stage("judge", len(frames)) as progress:
        tables = build_data_docs(
            frames,
            run_on=run_at.date(),
            folder=folder,
            on_table=lambda _: progress.advance("judge"),
        )
    return DataDocs(
        index=write_index(folder, tables),
        tables=tuple(tables),
        document_count=wanted.height,
        all_document_count=ids.height,
    )


def write_index(folder: Path, tables: Sequence[JudgedTable]) -> Path:
    """Write a page with a link to what was judged of each table.

    Args:
        folder: Folder of the project.
        tables: The tables; their pages lie below the folder.
    """
    columns = {"Table": TEXT, "Expectations": NUMBER, "Failed": NUMBER}
    rows = (
        (
            element("a", text(judged.name), href=quote(str(judged.page.relative_to(folder)))),
            text(judged.expectation_count),
            text(judged.failed_count),
        )
        for judged in tables
    )
    shown = table("What Great Expectations saw of each table", columns, rows)
    heading = element("h1", text("Data Docs"))
    index = folder / "index.html"
    with storage_faults(index):
        page = render_plain("Data Docs", element("main", heading, shown))
        index.write_text(page, encoding="utf-8")
    return index


def read_frames(connection: DuckDBPyConnection, wanted: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """Return the rows of some documents by qualified table name, sorted by key.

    Args:
        connection: Connection to a warehouse.
        wanted: document_id of each document.
    """
    with registered(connection, "wanted", wanted):
        return {
            source.qualified_name: _rows_of(connection, source)
            for source in (DOCUMENTS, DOCUMENT_FILES, *DOCUMENT_TABLES)
        }


def _rows_of(connection: DuckDBPyConnection, source: Table) -> pl.DataFrame:
    names = ", ".join(source.column_names)
    rows: pl.DataFrame = connection.sql(
        f"select {names} from {source.qualified_name} semi join wanted using (document_id)"  # noqa: S608 - our names
    ).pl()
    return rows.cast(source.polars_schema).sort(source.key)
