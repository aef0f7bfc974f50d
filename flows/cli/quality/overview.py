"""``tallybook quality``: what the latest validated run's expectations saw."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

import typer

from flows.cli.options import JsonOption, WarehouseOption, warehouse_path
from flows.cli.output import write_frame, write_json, write_line
from warehouse.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl

TITLES: Final = {
    "tables": "Expectations by table",
    "failing_rules": "Rules that did not hold",
    "rejected_rows": "Rejected rows by rule",
    "issues": "Warnings by rule",
}


def quality(
    context: typer.Context,
    *,
    run: Annotated[
        str | None, typer.Option(metavar="RUN_ID", help="A run other than the latest.")
    ] = None,
    warehouse: WarehouseOption = None,
    json: JsonOption = False,
) -> None:
    """Show the latest run's validations by table, failing rules, and rejected rows by rule.

    Example: `tallybook quality --json`
    """
    if context.invoked_subcommand is not None:
        require_nothing_before(context)
        return
    show(warehouse_path(warehouse), run, as_json=json)


def require_nothing_before(context: typer.Context) -> None:
    """Refuse options in front of a subcommand: it has its own, and these would be lost.

    Raises:
        UsageError: Naming the first of them.
    """
    given = [name for name, value in context.params.items() if value not in {None, False}]
    if given:
        msg = (
            f"--{given[0]} stands before `{context.invoked_subcommand}` and would not be seen; "
            f"options of `tallybook quality {context.invoked_subcommand}` stand behind it"
        )
        raise UsageError(msg)


def show(path: Path, run: str | None, *, as_json: bool) -> None:
    """Show what the expectations of a run saw.

    Args:
        path: The published warehouse.
        run: Id of the run; the latest that validated something when None.
        as_json: Whether to print JSON.

    Raises:
        UsageError: If the run validated nothing.
    """
    from warehouse.open_rejections import replay_hints  # noqa: PLC0415 - keeps the help fast
    from warehouse.quality import read_quality  # noqa: PLC0415 - as above

    run_id = latest_run(path) if run is None else run
    seen = read_quality(path, run_id)
    if seen.judged_run_id != run_id:
        msg = f"run {run_id} validated nothing; `tallybook runs` lists the runs"
        raise UsageError(msg)
    answers: dict[str, pl.DataFrame] = {name: getattr(seen, name) for name in TITLES}
    answers["failing_rules"] = answers["failing_rules"].drop("reason")
    if as_json:
        write_json({"run_id": run_id, **{name: a.to_dicts() for name, a in answers.items()}})
        return
    write_line(f"run {run_id}")
    for name, answer in answers.items():
        if name == "tables" or not answer.is_empty():
            write_frame(answer, title=TITLES[name])
    for hint in replay_hints(seen.open_rejections):
        write_line(hint)


def latest_run(path: Path) -> str:
    """Return the latest run that validated something.

    Raises:
        UsageError: If there is none.
    """
    from warehouse.quality import latest_judged_run  # noqa: PLC0415 - keeps the help fast

    run_id = latest_judged_run(path)
    if run_id is None:
        msg = f"no run has validated anything in {path}; run `tallybook run` with some texts first"
        raise UsageError(msg)
    return run_id
