"""``tallybook quality data-docs``: Great Expectations' own pages about what is published."""

from pathlib import Path
from typing import Annotated, Final

import typer

from flows.cli.options import JsonOption, WarehouseOption, warehouse_path
from flows.cli.output import message_console, write_json, write_line
from flows.cli.progress import RunProgress

MOST_DOCUMENTS: Final = 1000


def data_docs(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="New or empty folder, or that of an earlier call.")
    ],
    *,
    documents: Annotated[
        int, typer.Option(min=1, help="Documents that are judged, the first by their ids.")
    ] = MOST_DOCUMENTS,
    warehouse: WarehouseOption = None,
    json: JsonOption = False,
) -> None:
    """Write Great Expectations' Data Docs about the published warehouse.

    Everything is judged anew, one rule at a time, so it takes a minute. Start with `index.html` in
    the folder: the pages behind it take their style from a network and are plain without one.

    Example: `tallybook quality data-docs docs-of-today`
    """
    from tasks.data_docs import write_data_docs  # noqa: PLC0415 - keeps the help fast
    from tasks.progress import reporting_to  # noqa: PLC0415 - as above

    with RunProgress() as progress, reporting_to(progress):
        written = write_data_docs(warehouse_path(warehouse), folder.expanduser(), documents)
    if json:
        write_json(
            {
                "index": str(written.index),
                "documents": written.document_count,
                "tables": {t.name: t.failed_count for t in written.tables},
            }
        )
        return
    failed = sum(table.failed_count for table in written.tables)
    message_console().print(
        f"judged {written.document_count} of {written.all_document_count} documents: "
        f"{failed} expectations failed; open the index in a browser",
        markup=False,
        soft_wrap=True,
    )
    write_line(str(written.index))
