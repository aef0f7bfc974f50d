"""``tallybook corrections``: what analysts have decided, and whether it still holds."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from flows.cli.options import JsonOption, WarehouseOption, warehouse_path
from flows.cli.output import message_console, write_frame, write_json, write_line, write_table
from warehouse.errors import GateError

if TYPE_CHECKING:
    import polars as pl

ALL_COLUMNS: Final = """
    select * from mart.corrections
    where $1 is null or status = $1
    order by status = 'applied', decided_on desc, correction_id, row_key
"""
SHORT: Final = (
    *("correction_id", "subject", "action", "status", "name", "column_name", "old_value"),
    *("new_value", "decided_by", "decided_on", "reason", "detail"),
)


class Status(StrEnum):
    """What becomes of a decision in a run."""

    APPLIED = "applied"
    STALE = "stale"
    IDLE = "idle"
    REFUSED = "refused"


def corrections(
    *,
    status: Annotated[
        Status | None, typer.Option(help="Only decisions of this status.", show_default=False)
    ] = None,
    check: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Check a file of decisions; needs no warehouse."),
    ] = None,
    warehouse: WarehouseOption = None,
    json: JsonOption = False,
) -> None:
    """List the decisions of analysts: who, when, why, and whether the latest run could apply them.

    A decision that is not applied (stale, idle, refused) stops no run; `detail` says what to do.

    Examples:
    `tallybook corrections --status stale`

    `tallybook corrections --check mine.csv` (exit code 1 if a row cannot be applied)
    """
    if check is not None:
        check_decisions(check, as_json=json)
        return
    from warehouse.queries import query_published  # noqa: PLC0415 - keeps the help fast

    wanted = None if status is None else status.value
    rows = query_published(warehouse_path(warehouse), ALL_COLUMNS, [wanted])
    if json:
        write_json(rows.to_dicts())
        return
    if rows.is_empty():
        write_line("no decisions; `tallybook --help` and docs/corrections.md say how to take one")
        return
    write_frame(rows.select(SHORT), title="Decisions, those that do not hold first")
    note = note_on(rows)
    if note:
        message_console().print(note, style="yellow", markup=False, soft_wrap=True)


def note_on(rows: "pl.DataFrame") -> str:
    """Return how many decisions do not hold, and where to see why; empty if all do."""
    counts = {
        status: rows.filter(status=status.value)["correction_id"].n_unique()
        for status in Status
        if status is not Status.APPLIED
    }
    found = ", ".join(f"{count} {status}" for status, count in counts.items() if count)
    return f"not applied: {found}; the column detail says why and what to do" if found else ""


def check_decisions(file: Path, *, as_json: bool) -> None:
    """Say of each decision of a file why no run could apply it.

    Raises:
        UsageError: If the file is missing or breaks the contract, naming file and line.
        GateError: If there is such a decision.
    """
    from warehouse.corrections import check_file  # noqa: PLC0415 - imports polars

    count, faults = check_file(file)
    if as_json:
        listed = [{"correction_id": name, "fault": fault} for name, fault in faults]
        write_json({"file": str(file), "decision_count": count, "faults": listed})
    elif faults:
        write_table(faults, ("correction_id", "fault"), title="Decisions that no run can apply")
    else:
        write_line(f"{file}: all {count} decisions are complete; a run tells whether they hold")
    if faults:
        msg = f"{file}: {len(faults)} of {count} decisions cannot be applied; correct their rows"
        raise GateError(msg)
