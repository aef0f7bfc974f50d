"""Structure of frames: columns and types, compared with the contract exactly, in polars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warehouse.errors import GateError
from warehouse.tables import ALL_TABLES, TABLES_BY_NAME

if TYPE_CHECKING:
    from collections.abc import Mapping

    import polars as pl

    from warehouse.contract import Table


def known_tables(frames: Mapping[str, pl.DataFrame]) -> list[Table]:
    """Return the declarations of the frames' tables, in loading order.

    Args:
        frames: Frames by qualified table name.

    Raises:
        GateError: Naming the frames that belong to no table of the contract.
    """
    unknown = sorted(set(frames) - set(TABLES_BY_NAME))
    if unknown:
        msg = f"{', '.join(unknown)}: no such table in the contract; correct the caller."
        raise GateError(msg)
    return [table for table in ALL_TABLES if table.qualified_name in frames]


def check_structure(table: Table, frame: pl.DataFrame) -> None:
    """Compare the columns and types of a frame with the contract, exactly.

    Args:
        table: Declaration of the contract.
        frame: Rows of the table.

    Raises:
        GateError: Naming the columns that are missing, unknown, of another type or out of order.
    """
    declared, found = table.polars_schema, frame.schema
    faults = [f"column {name} is missing" for name in declared if name not in found]
    faults += [f"column {name} is not declared" for name in found if name not in declared]
    faults += [
        f"column {name} is {found[name]} and not {dtype}"
        for name, dtype in declared.items()
        if name in found and found[name] != dtype
    ]
    if not faults and list(found) != list(declared):
        faults = ["the columns are out of order"]
    if faults:
        msg = f"{table.qualified_name}: {'; '.join(faults)}; correct the step that builds it."
        raise GateError(msg)
