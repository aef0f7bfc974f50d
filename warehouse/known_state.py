"""What the published warehouse knows of files and documents: the ground of the next run's plan."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl

from warehouse.history import tells_documents
from warehouse.queries import open_published
from warehouse.schema_versions import SchemaState, schema_state
from warehouse.snapshots import SnapshotStore
from warehouse.tables.raw import DOCUMENT_FILES

if TYPE_CHECKING:
    from pathlib import Path

    import duckdb

LOG: Final = logging.getLogger(__name__)
DOCUMENT_STATE_SCHEMA: Final = pl.Schema(
    {"document_id": pl.String, "stated_metadata": pl.String, "extraction_fingerprint": pl.String}
)


@dataclass(frozen=True, kw_only=True)
class KnownState:
    """``document_files`` obeys raw.document_files; ``documents`` has one row per document.

    Columns of ``documents``: document_id, stated_metadata, extraction_fingerprint (empty text
    when the document must be extracted anew, because the warehouse follows an older contract).
    """

    document_files: pl.DataFrame
    documents: pl.DataFrame

    @classmethod
    def empty(cls) -> KnownState:
        """Return the state of a warehouse that does not exist yet."""
        return cls(
            document_files=DOCUMENT_FILES.polars_schema.to_frame(),
            documents=DOCUMENT_STATE_SCHEMA.to_frame(),
        )


def read_known_state(path: Path) -> KnownState:
    """Return what the published warehouse knows; empty frames when there is none.

    Args:
        path: The path that users name.

    Raises:
        EnvironmentFault: If the warehouse is foreign, newer or damaged.
    """
    if SnapshotStore(path).published() is None:
        return KnownState.empty()
    with open_published(path, allow_older=True) as connection:
        if schema_state(connection, path) is SchemaState.CURRENT:
            return _read_state(connection, "extraction_fingerprint")
        (database,) = connection.execute("select current_database()").fetchone() or ("",)
        if tells_documents(connection, database):
            return _read_state(connection, "''")
    LOG.warning("%s is too old to tell its documents: run every source of it again", path)
    return KnownState.empty()


def _read_state(connection: duckdb.DuckDBPyConnection, fingerprint: str) -> KnownState:
    names = ", ".join(DOCUMENT_FILES.column_names)
    files = connection.sql(f"select {names} from raw.document_files").pl()  # noqa: S608 - our names
    documents = connection.sql(
        f"select document_id, stated_metadata, {fingerprint} as extraction_fingerprint "  # noqa: S608
        "from raw.documents"
    ).pl()
    return KnownState(
        document_files=files.cast(dict(DOCUMENT_FILES.polars_schema)).sort(DOCUMENT_FILES.key),
        documents=documents.cast(dict(DOCUMENT_STATE_SCHEMA)).sort("document_id"),
    )
