"""Options that several commands share: one name, one help text, one meaning."""

from pathlib import Path
from typing import Annotated

import typer

WarehouseOption = Annotated[
    Path | None,
    typer.Option(
        "--warehouse",
        "-w",
        metavar="FILE",
        help="The published warehouse. [env: TALLYBOOK_WAREHOUSE] [default: data/tallybook.duckdb]",
        show_default=False,
    ),
]
JsonOption = Annotated[
    bool,
    typer.Option("--json", help="Print JSON on standard output and nothing else."),
]
ModelOption = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="NAME",
        help="Pipeline that reads the texts. [env: TALLYBOOK_MODEL] [default: en_tallybook]",
        show_default=False,
    ),
]


def warehouse_path(given: Path | None) -> Path:
    """Return the absolute path of the warehouse that a command works on."""
    from flows.settings import load_settings  # noqa: PLC0415 - keeps the help fast

    return load_settings(warehouse=given).warehouse
