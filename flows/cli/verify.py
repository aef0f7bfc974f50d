"""``tallybook verify``: audits every row of the published warehouse."""

from __future__ import annotations

from typing import Annotated

import typer

from flows.cli.flow_call import flow_engine
from flows.cli.options import JsonOption, WarehouseOption, warehouse_path
from flows.cli.output import write_facts, write_frame, write_json
from warehouse.errors import GateError


def verify(
    *,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Show Prefect's log too.")
    ] = False,
    warehouse: WarehouseOption = None,
    json: JsonOption = False,
) -> None:
    """Check keys and references, cut every span again, parse every figure again.

    Ends with exit code 1 and names the rows if anything does not match.

    Example: `tallybook verify`
    """
    path = warehouse_path(warehouse)
    with flow_engine(verbose=verbose):
        from flows.audit_warehouse import audit_warehouse  # noqa: PLC0415 - imports prefect

        report = audit_warehouse(warehouse=str(path))
    if json:
        write_json({**report.counts, "mismatches": report.mismatches.to_dicts()})
    else:
        write_facts(report.counts, title="Rows checked")
        if not report.mismatches.is_empty():
            write_frame(report.mismatches, title="Rows that do not match")
    if not report.mismatches.is_empty():
        raise GateError(report.complaint())
