"""``tallybook runs``: the ledger of runs."""

from __future__ import annotations

import sys
from typing import Annotated, Final

import typer

from flows.cli.options import JsonOption, WarehouseOption, warehouse_path
from flows.cli.output import write_frame
from flows.cli.sql import render_rows

ALL_COLUMNS: Final = "select * from ops.runs order by started_at desc, run_id limit ?"
SHORT: Final = """
    select
        run_id,
        status,
        round(duration_s, 1) as seconds,
        found_file_count as files,
        failed_file_count as failed,
        extracted_document_count as extracted,
        removed_document_count as removed,
        document_count as documents,
        figure_count as figures,
        rejected_row_count as rejected,
        error_text,
    from ops.runs
    order by started_at desc, run_id
    limit ?
"""


def runs(
    *,
    limit: Annotated[int, typer.Option(min=1, help="Latest runs to show.")] = 20,
    warehouse: WarehouseOption = None,
    json: JsonOption = False,
) -> None:
    """List the latest runs: what each changed, how long it took, how it ended.

    Example: `tallybook runs --limit 5`
    """
    from warehouse.queries import query_published  # noqa: PLC0415 - keeps the help fast

    path = warehouse_path(warehouse)
    if json:
        sys.stdout.write(render_rows(query_published(path, ALL_COLUMNS, [limit])))
    else:
        write_frame(query_published(path, SHORT, [limit]), title="Runs, latest first")
