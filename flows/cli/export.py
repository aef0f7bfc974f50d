"""``tallybook export``: every table as a file."""

from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.cli.options import JsonOption, WarehouseOption, warehouse_path
from flows.cli.output import message_console, write_json, write_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


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
    with table_progress() as show_table:
        files = export_tables(path, folder, output_format.value, on_table=show_table)
    written = sorted(file.name for file in files)
    if json:
        write_json({"folder": str(folder), "files": written})
    else:
        write_line(f"{len(written)} tables written to {folder}")


@contextmanager
def table_progress() -> "Iterator[Callable[[str], None]]":
    """Show a bar on standard error; yields what to call with each table's name as it begins."""
    from rich.progress import Progress  # noqa: PLC0415 - keeps the help fast

    from warehouse.export import exported_names  # noqa: PLC0415 - as above

    console = message_console()
    with Progress(console=console, disable=not console.is_terminal, transient=True) as bars:
        # The bar is a table behind: a table is done when the next one begins.
        bar = bars.add_task("export", total=len(exported_names()), completed=-1)
        yield lambda name: bars.update(bar, description=f"export {name}", advance=1)
