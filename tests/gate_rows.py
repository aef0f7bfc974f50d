"""What the sample frames of the gate are made of: one text, and parts of rows about it."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from typing import Any

import polars as pl

from warehouse.identifiers import span_id
from warehouse.tables import TABLES_BY_NAME

RUN_ID = "20261103T061500Z-0a1b2c3d"
TEXT = (
    "Officials said about 100 kilometers of deep trench per sector out of 200 kilometers "
    "were dug, AFP reporter Nils Ohm wrote in Lyon.\n"
    "Aid of $40 million came on 3 November 2015, up 20 percent."
)
Frames = dict[str, pl.DataFrame]
Row = dict[str, Any]


def sha256(text: str) -> str:
    """Return the SHA-256 of a text, as the contract writes it."""
    return hashlib.sha256(text.encode()).hexdigest()


def short_hash(text: str) -> str:
    """Return 16 hex digits that belong to a text."""
    return sha256(text)[:16]


def make_frame(table_name: str, rows: list[Row]) -> pl.DataFrame:
    """Return a frame of a table from rows that leave out what is null."""
    table = TABLES_BY_NAME[table_name]
    unknown = {name for row in rows for name in row} - set(table.column_names)
    if unknown:
        raise KeyError(unknown)
    full = [{name: row.get(name) for name in table.column_names} for row in rows]
    return pl.DataFrame(full, schema=table.polars_schema, orient="row")


def change_row(frame: pl.DataFrame, position: int, changes: Row) -> pl.DataFrame:
    """Return the frame with other values in one row."""
    rows = frame.to_dicts()
    rows[position] |= changes
    return pl.DataFrame(rows, schema=frame.schema, orient="row")


def span(text: str, prefix: str = "", name: str = "text") -> Row:
    """Return text and offsets of the first place where the sample text says this."""
    start = TEXT.index(text)
    ends = {f"{prefix}start_char": start, f"{prefix}end_char": start + len(text)}
    return {f"{prefix}{name}": text, **ends}


def id_of(text: str, seed: str = "a") -> str:
    """Return the id of the figure or quotation of a document that is written so."""
    start = TEXT.index(text)
    return span_id(sha256(seed), start, start + len(text))


def amount(number: int) -> Row:
    """Return bounds and value of a point."""
    return dict.fromkeys(("low", "high", "value"), Decimal(number))


def entity(index: int, entity_id: str, prefix: str = "") -> Row:
    """Return the two columns that refer to an entity."""
    return {f"{prefix}entity_index": index, f"{prefix}entity_id": entity_id}


def ends(start_char: int, end_char: int) -> Row:
    """Return the two offsets of a span without a text of its own."""
    return {"start_char": start_char, "end_char": end_char}
