"""``tallybook quality report``: the quality report of a run, written when asked."""

from pathlib import Path
from typing import Annotated

import typer

from flows.cli.options import JsonOption, WarehouseOption, warehouse_path
from flows.cli.output import write_json, write_line


def report(
    *,
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Where to write. [default: beside the warehouse]"),
    ] = None,
    run: Annotated[
        str | None, typer.Option(metavar="RUN_ID", help="A run other than the latest.")
    ] = None,
    warehouse: WarehouseOption = None,
    json: JsonOption = False,
) -> None:
    """Write the quality report: one HTML file that opens anywhere, without a network.

    Each run writes it too, unless the setting `report` is off.

    Example: `tallybook quality report --out report.html`
    """
    from tasks.quality_report.file import write_report  # noqa: PLC0415 - keeps the help fast

    file = out.expanduser().absolute() if out else None
    written = write_report(warehouse_path(warehouse), run, file)
    if json:
        write_json({"report": str(written.file)})
    else:
        write_line(str(written.file))
