"""Everything that a page about the quality of one run shows, read in one go.

The command line, the report and the dashboard share it. Each frame is the answer of the SQL file of
its name in ``quality_queries/``, whose header says grain and bounds; there, ``$run_id`` is the run,
and ``$judged_run_id`` the last one up to it that judged rows.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from warehouse.errors import UsageError
from warehouse.queries import open_published
from warehouse.sql_files import read_sql_file, sql_folder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import polars as pl
    from duckdb import DuckDBPyConnection

LATEST: Final = "select run_id from ops.runs order by started_at desc, run_id desc limit 1"
# Every run judges its own ledger, also one that met nothing new.
JUDGED: Final = """
    select runs.run_id
    from ops.runs as runs
    inner join ops.runs as shown on shown.run_id = $run_id
    semi join (select run_id from ops.validations where table_name not like 'ops.%') as validations
        on runs.run_id = validations.run_id
    where (runs.started_at, runs.run_id) <= (shown.started_at, shown.run_id)
    order by runs.started_at desc, runs.run_id desc
    limit 1
"""


@dataclass(frozen=True, kw_only=True)
class RunQuality:
    """What is known about the quality of a run; every frame is of bounded length.

    ``judged_run_id`` is the run whose judgement is shown: the run itself, or the last one before it
    that judged rows (a run that met nothing new judges nothing); None when there is none.
    """

    run_id: str
    judged_run_id: str | None
    run: pl.DataFrame
    runs: pl.DataFrame
    tables: pl.DataFrame
    failing_rules: pl.DataFrame
    rejected_rows: pl.DataFrame
    rejected_examples: pl.DataFrame
    open_rejections: pl.DataFrame
    issues: pl.DataFrame
    issue_examples: pl.DataFrame
    file_counts: pl.DataFrame
    unread_files: pl.DataFrame
    measures: pl.DataFrame
    measure_history: pl.DataFrame
    scores: pl.DataFrame
    slowest: pl.DataFrame
    categories: pl.DataFrame
    sources: pl.DataFrame

    @property
    def facts(self) -> dict[str, Any]:
        """The row of the run: mart.quality_by_run and a few columns of ops.runs."""
        return self.run.row(0, named=True)


FRAMES: Final = tuple(
    field.name for field in fields(RunQuality) if field.name not in {"run_id", "judged_run_id"}
)


def read_quality(path: Path, run_id: str | None = None) -> RunQuality:
    """Read what a quality page needs of one run, from one snapshot.

    Args:
        path: The published warehouse, as users name it.
        run_id: The run; the latest one when None.

    Raises:
        UsageError: If there is no such run, or none at all.
        EnvironmentFault: If there is no readable warehouse.
    """
    with open_published(path) as connection:
        return _read(connection, path, run_id)


def latest_judged_run(path: Path) -> str | None:
    """Return the latest run that judged rows, None when none has.

    Args:
        path: The published warehouse, as users name it.

    Raises:
        EnvironmentFault: If there is no readable warehouse.
    """
    with open_published(path) as connection:
        latest = _only_value(connection, LATEST)
        return None if latest is None else _only_value(connection, JUDGED, latest)


def _read(connection: DuckDBPyConnection, path: Path, run_id: str | None) -> RunQuality:
    shown = _only_value(connection, LATEST) if run_id is None else run_id
    if shown is None:
        msg = f"{path} has no run yet; run `tallybook run` with some texts first"
        raise UsageError(msg)
    judged = _only_value(connection, JUDGED, shown)
    ids = {"run_id": shown, "judged_run_id": judged or ""}
    frames = {name: _frame(connection, query(name), ids) for name in FRAMES}
    if frames["run"].is_empty():
        msg = f"there is no run {shown} in {path}; `tallybook runs` lists the runs"
        raise UsageError(msg)
    return RunQuality(run_id=shown, judged_run_id=judged, **frames)


def _only_value(connection: DuckDBPyConnection, sql: str, run_id: str | None = None) -> str | None:
    parameters = {} if run_id is None else {"run_id": run_id}
    rows = connection.execute(sql, parameters or None).fetchall()
    return str(rows[0][0]) if rows else None


def _frame(connection: DuckDBPyConnection, sql: str, ids: Mapping[str, str]) -> pl.DataFrame:
    # The engine refuses a parameter that the statement does not name.
    named = {name: value for name, value in ids.items() if f"${name}" in sql}
    frame: pl.DataFrame = connection.sql(sql, params=named or None).pl()
    return frame


@cache
def query(name: str) -> str:
    """Return the SQL that gives a frame of ``RunQuality``."""
    return read_sql_file(sql_folder("quality_queries") / f"{name}.sql").sql
