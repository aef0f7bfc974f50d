"""``tallybook export``: every table as a file."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from flows.cli.options import JsonOption, WarehouseOption, warehouse_path
from flows.cli.output import write_json, write_line


class ExportFormat(StrEnum):
    """File formats of an export."""

    PARQUET = "parquet"
    CSV = "csv"
    JSONL = "jsonl"


def export(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder for one file per table.")],
    *,
    output_format: Annotated[
        ExportFormat, typer.Option("--format", help="File format.")
    ] = ExportFormat.PARQUET,
    warehouse: WarehouseOption = None,
    json: JsonOption = False,
) -> None:
    """Write every raw, core, mart and ref table, sorted by key; equal data give equal bytes.

    Examples:
    `tallybook export out`

    `tallybook export out --format csv` (safe to open in a spreadsheet)
    """
    from warehouse.export import export_tables  # noqa: PLC0415 - keeps the help fast

    path = warehouse_path(warehouse)
    export_tables(path, folder, output_format.value)
    written = sorted(file.name for file in folder.glob(f"*.{output_format.value}"))
    if json:
        write_json({"folder": str(folder), "files": written})
    else:
        write_line(f"{len(written)} tables written to {folder}")
