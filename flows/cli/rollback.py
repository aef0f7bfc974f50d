"""``tallybook rollback``: publish an earlier snapshot again."""

from __future__ import annotations

from typing import Annotated

import typer

from flows.cli.options import JsonOption, WarehouseOption, warehouse_path
from flows.cli.output import write_json, write_line


def rollback(
    *,
    to: Annotated[
        int | None,
        typer.Option("--to", min=1, metavar="N", help="Number; else the one it was made from."),
    ] = None,
    warehouse: WarehouseOption = None,
    json: JsonOption = False,
) -> None:
    """Publish an earlier snapshot again; the newer ones stay on disk until a later run.

    Examples:
    `tallybook rollback`

    `tallybook rollback --to 3`
    """
    from warehouse.snapshots import SnapshotStore  # noqa: PLC0415 - keeps the help fast

    path = warehouse_path(warehouse)
    published = SnapshotStore(path).rollback(to)
    if json:
        write_json({"warehouse": str(path), "published": published.name})
    else:
        write_line(f"{path} now shows {published.name}")
