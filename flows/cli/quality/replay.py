"""``tallybook quality replay``: refused rows are judged again after a fix."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from flows.cli.flow_call import flow_engine
from flows.cli.options import JsonOption, WarehouseOption, warehouse_path
from flows.cli.output import write_frame, write_json, write_line
from warehouse.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl

    from tasks.replay_outcome import Outcome


def replay(
    *,
    table: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Only rows of this table, e.g. core.figures."),
    ] = None,
    rule: Annotated[
        str | None,
        typer.Option(metavar="RULE", help="Only rows that broke this rule, e.g. not_null(unit)."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be accepted; publish nothing.")
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Show Prefect's log too.")
    ] = False,
    warehouse: WarehouseOption = None,
    json: JsonOption = False,
) -> None:
    """Judge refused rows again, e.g. after a rule or a seed was corrected; publish what holds now.

    Nothing is read or extracted anew: the rows come from `ops.rejected_rows`.

    Example: `tallybook quality replay --table core.figures --dry-run`
    """
    from tasks.replay_outcome import Outcome  # noqa: PLC0415 - keeps the help fast
    from warehouse.open_rejections import open_rejections  # noqa: PLC0415 - as above

    path = warehouse_path(warehouse)
    check_table(table)
    opened = open_rejections(path)
    if is_any_open(opened, table, rule):
        outcome = replay_open(path, table, rule, is_dry=dry_run, verbose=verbose)
    else:
        outcome = Outcome.of_nothing()
    if json:
        write_json({"is_dry_run": dry_run, **outcome.as_record()})
    else:
        show_outcome(outcome, opened, is_dry=dry_run)


def check_table(name: str | None) -> None:
    """Refuse a table whose rows no replay can bring back.

    Raises:
        UsageError: Naming those that there are.
    """
    from warehouse.tables import DOCUMENT_TABLES  # noqa: PLC0415 - beside its only use

    names = [table.qualified_name for table in DOCUMENT_TABLES]
    if name is not None and name not in names:
        msg = f"no rows of {name!r} are replayed; tables of documents are {', '.join(names)}"
        raise UsageError(msg)


def is_any_open(opened: pl.DataFrame, table: str | None, rule: str | None) -> bool:
    """Tell whether any of the open rejections can be replayed and is wanted."""
    wanted = {"remedy": "replay", "table_name": table, "rule": rule}
    given = {name: value for name, value in wanted.items() if value is not None}
    return not opened.filter(**given).is_empty()


def replay_open(
    path: Path, table: str | None, rule: str | None, *, is_dry: bool, verbose: bool
) -> Outcome:
    """Run the flow."""
    with flow_engine(verbose=verbose, warm_up=warm_up):
        from flows.replay_rejected import replay_rejected  # noqa: PLC0415 - imports prefect

        return replay_rejected(str(path), table=table, rule=rule, is_dry=is_dry)


def warm_up() -> None:
    """Import great_expectations before it is needed."""
    from expectations.engine import warm_up as warm_up_expectations  # noqa: PLC0415 - slow import

    warm_up_expectations()


def show_outcome(outcome: Outcome, opened: pl.DataFrame, *, is_dry: bool) -> None:
    """Show what came back, what stays refused and why, and what a replay cannot bring back."""
    from tasks.replay_outcome import count_rules  # noqa: PLC0415 - keeps the help fast
    from warehouse.open_rejections import REPLAY, replay_hints  # noqa: PLC0415 - as above

    write_line(headline(outcome, is_dry=is_dry))
    frames = {
        "Replayed rows by table": outcome.tables,
        "Still refused, by rule": count_rules(outcome.refused),
        "Loaded rows that break a rule now and go": count_rules(outcome.lost),
    }
    for title, rows in frames.items():
        if not rows.is_empty():
            write_frame(rows, title=title)
    is_told = outcome.replayed_count > 0
    for hint in replay_hints(opened.filter(opened["remedy"] != REPLAY) if is_told else opened):
        write_line(hint)
    if outcome.unreadable_count:
        write_line(
            f"rows refused under other columns of their table: {outcome.unreadable_count}; they "
            "stay refused until their texts are read anew"
        )


def headline(outcome: Outcome, *, is_dry: bool) -> str:
    """Return in one sentence what a replay did or, dry, would do."""
    accepted, total = outcome.accepted_count, outcome.replayed_count
    of_all = f"{accepted} of {total} refused rows of {outcome.document_count} documents"
    run = f" (run {outcome.summary.run_id})" if outcome.summary else ""
    if not total:
        return "nothing to replay: no such refused row of a loaded document is open"
    if is_dry:
        return f"a replay would bring back {of_all}; nothing was published"
    if not accepted:
        return f"no row came back: all {total} still break a rule, the data are as they were{run}"
    return f"brought back {of_all}{run}"
