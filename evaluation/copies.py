"""Copies of documents that were read once, under other identifiers: many rows at little cost.

For what is measured or tested at a size that no corpus of ours has.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

import polars as pl

from warehouse.identifiers import ROW_IDS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from warehouse.identifiers import RowId

DOCUMENT_ID: Final = "document_id"
FILES: Final = "raw.document_files"
REFERRING: Final = {
    DOCUMENT_ID: (DOCUMENT_ID, "reference_document_id", "file_sha256"),
    "figure_id": ("figure_id", "total_figure_id"),
}
"""Columns that hold an identifier, by the column that it identifies rows in.

A document of plain text is named by the hash of its file."""
DOCUMENT_ROW_IDS: Final = ROW_IDS.keys() - {"core.entities"}
_COPY: Final = "copy_number"


def copy_documents(
    frames: Mapping[str, pl.DataFrame], numbers: Sequence[int]
) -> dict[str, pl.DataFrame]:
    """Return copies of documents that differ from each other in their identifiers only.

    Args:
        frames: Frames by qualified table name, complete for their documents and with the columns
            of the contract, ``raw.documents`` among them. Entities stay what they are.
        numbers: One copy is made per number; equal numbers give equal identifiers.

    Returns:
        Frames of the same tables and columns, copy by copy in the order of the numbers; the files
        of a copy stand in a folder of their own.
    """
    copies = pl.DataFrame({_COPY: numbers}, schema={_COPY: pl.Int64})
    repeated = {name: copies.join(frame, how="cross") for name, frame in frames.items()}
    documents = repeated["raw.documents"]
    new_ids = list(map(copied_id, documents[DOCUMENT_ID], documents[_COPY]))
    copied = {
        name: _rename(frame, DOCUMENT_ID, _renaming(documents, DOCUMENT_ID, new_ids))
        for name, frame in repeated.items()
    }
    if FILES in copied:
        copied[FILES] = copied[FILES].with_columns(pl.format("{}/{}", _COPY, "path").alias("path"))
    for name in DOCUMENT_ROW_IDS.intersection(copied):
        copied = _identify_anew(copied, name, ROW_IDS[name])
    return {name: frame.select(frames[name].columns) for name, frame in copied.items()}


def copied_id(document_id: str, number: int) -> str:
    """Return the ``document_id`` of a copy.

    Args:
        document_id: Of the document that is copied.
        number: Of the copy.
    """
    return hashlib.sha256(f"{document_id} {number}".encode()).hexdigest()


def _identify_anew(
    frames: Mapping[str, pl.DataFrame], table_name: str, row_id: RowId
) -> dict[str, pl.DataFrame]:
    """Return the frames with identifiers of a table's rows as these are now, in all frames."""
    frame = frames[table_name]
    made = [row_id.make(row) for row in frame.select(row_id.reads).iter_rows(named=True)]
    renaming = _renaming(frame, row_id.column, made)
    return {name: _rename(other, row_id.column, renaming) for name, other in frames.items()}


def _renaming(rows: pl.DataFrame, column: str, new_ids: Sequence[str]) -> pl.DataFrame:
    """Return one row per identifier and copy: copy_number, old_id, new_id."""
    ids = rows.select(_COPY, old_id=column, new_id=pl.Series(new_ids, dtype=pl.String))
    return ids.unique([_COPY, "old_id"])


def _rename(frame: pl.DataFrame, column: str, renaming: pl.DataFrame) -> pl.DataFrame:
    """Return the frame with new identifiers where there is a row of the old one."""
    for name in REFERRING.get(column, (column,)):
        if name in frame.columns:
            joined = frame.join(
                renaming,
                left_on=[_COPY, name],
                right_on=[_COPY, "old_id"],
                how="left",
                maintain_order="left",
            )
            frame = joined.with_columns(pl.coalesce("new_id", name).alias(name)).drop("new_id")
    return frame
