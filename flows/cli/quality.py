"""``tallybook quality``: what the latest validated run's expectations saw."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

import typer

from flows.cli.options import JsonOption, WarehouseOption, warehouse_path
from flows.cli.output import write_frame, write_json, write_line
from warehouse.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

LATEST: Final = """
    select max_by(runs.run_id, runs.started_at) as run_id
    from ops.runs as runs
    semi join ops.validations as validations using (run_id)
"""
QUESTIONS: Final = {
    "tables": """
        select
            table_name,
            count(*) as expectations,
            count(*) filter (where is_success) as passed,
            count(*) filter (where not is_success and severity = 'critical') as critical,
            count(*) filter (where not is_success and severity = 'warning') as warnings,
            round(sum(duration_s), 2) as seconds,
        from ops.validations
        where run_id = ?
        group by table_name
        order by table_name
    """,
    "failing_rules": """
        select
            table_name,
            column_name,
            expectation,
            severity,
            unexpected_count,
            round(unexpected_share, 4) as unexpected_share,
            observed,
        from ops.validations
        where run_id = ? and not is_success
        order by severity, unexpected_count desc, table_name, column_name, expectation
    """,
    "rejected_rows": """
        select
            table_name,
            rule,
            count(*)::bigint as rows,
            min(row_key) as example,
        from ops.rejected_rows
        where run_id = ?
        group by table_name, rule
        order by rows desc, table_name, rule
    """,
    "issues": """
        select
            table_name,
            rule,
            count(*)::bigint as rows,
            min(row_key) as example,
        from ops.issues
        where run_id = ?
        group by table_name, rule
        order by rows desc, table_name, rule
    """,
}
TITLES: Final = {
    "tables": "Expectations by table",
    "failing_rules": "Rules that did not hold",
    "rejected_rows": "Rejected rows by rule",
    "issues": "Warnings by rule",
}


def quality(
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
    from warehouse.queries import query_published  # noqa: PLC0415 - keeps the help fast

    path = warehouse_path(warehouse)
    run_id = run or latest_run(path)
    answers = {name: query_published(path, sql, [run_id]) for name, sql in QUESTIONS.items()}
    if answers["tables"].is_empty():
        msg = f"run {run_id} validated nothing; `tallybook runs` lists the runs"
        raise UsageError(msg)
    if json:
        write_json({"run_id": run_id, **{name: a.to_dicts() for name, a in answers.items()}})
        return
    write_line(f"run {run_id}")
    for name, answer in answers.items():
        if name == "tables" or not answer.is_empty():
            write_frame(answer, title=TITLES[name])


def latest_run(path: Path) -> str:
    """Return the latest run that validated something.

    Raises:
        UsageError: If there is none.
    """
    from warehouse.queries import query_published  # noqa: PLC0415 - keeps the help fast

    run_id = query_published(path, LATEST).item()
    if run_id is None:
        msg = f"no run has validated anything in {path}; run `tallybook run` with some texts first"
        raise UsageError(msg)
    return str(run_id)
