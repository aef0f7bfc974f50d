"""The audit of a published warehouse: every key, reference, span and figure, checked again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import polars as pl
from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.progress import stage
from warehouse.connections import open_read_only
from warehouse.errors import GateError
from warehouse.integrity import key_violations, reference_violations, span_violations
from warehouse.load import count_rows
from warehouse.queries import open_published
from warehouse.spans import text_batches

if TYPE_CHECKING:
    from collections.abc import Mapping

    from duckdb import DuckDBPyConnection

SHOWN_ROWS: Final = 3
OPENED_FILE: Final = """
    select path
    from duckdb_databases()
    where database_name = current_database()
"""
FIGURES: Final = "from core.figures order by figure_id"


@dataclass(frozen=True, kw_only=True)
class AuditReport:
    """Result of an audit: rows checked (``counts``) and rows that do not match.

    Columns of ``mismatches``: table_name, row_key (JSON), rule, detail.
    """

    counts: dict[str, int]
    mismatches: pl.DataFrame

    def complaint(self) -> str:
        """Return one sentence that names the first rows that do not match."""
        first = "; ".join(
            f"{row['table_name']} {row['row_key']} breaks {row['rule']} ({row['detail']})"
            for row in self.mismatches.head(SHOWN_ROWS).iter_rows(named=True)
        )
        return (
            f"{self.mismatches.height} mismatches in the published warehouse, first: {first}; "
            "roll back, or load the texts again"
        )


@task(name="check", task_run_name="check {what}", cache_policy=NO_CACHE)
def check_rows(snapshot: Path, what: str) -> pl.DataFrame:
    """Return the rows of a snapshot that one kind of check finds wrong.

    Args:
        snapshot: File of the snapshot.
        what: ``keys``, ``references``, ``spans`` or ``figures``.
    """
    with open_read_only(snapshot) as connection:
        match what:
            case "keys":
                return key_violations(connection)
            case "references":
                return reference_violations(connection)
            case "spans":
                return span_violations(connection)
            case _:
                return figure_violations(connection)


def figure_violations(connection: DuckDBPyConnection) -> pl.DataFrame:
    """Return the figures whose bounds or unit do not follow from their characters, read again.

    Args:
        connection: Connection to a warehouse; some of the texts are in memory at a time.
    """
    from tasks.nlp.reparse import figure_mismatches  # noqa: PLC0415 - imports spaCy

    figures = connection.sql(FIGURES).pl()
    found = [figure_mismatches(figures.clear(), {})]
    for texts, _ in text_batches(connection, None):
        own = figures.filter(pl.col("document_id").is_in(list(texts)))
        found.append(figure_mismatches(own, texts))
    return pl.concat(found)


def audit_rows(warehouse: Path) -> AuditReport:
    """Check every row of the published warehouse, as it is published when the audit starts.

    Raises:
        EnvironmentFault: If there is no readable warehouse.
    """
    snapshot = published_file(warehouse)
    checks = ("keys", "references", "spans", "figures")
    # Held open throughout: a run that changes nothing meanwhile deletes the file it replaces.
    with open_read_only(snapshot) as connection, stage("verify", len(checks)) as progress:
        found = []
        for what in checks:
            found.append(check_rows(snapshot, what))
            progress.advance("verify")
        counts = count_rows(connection)
    return AuditReport(counts=rows_checked(counts), mismatches=pl.concat(found))


def published_file(warehouse: Path) -> Path:
    """Return the file of the snapshot that is published now; a run may publish another meanwhile.

    Args:
        warehouse: The path that users name.

    Raises:
        EnvironmentFault: If there is no readable warehouse.
    """
    with open_published(warehouse) as connection:
        (file,) = connection.execute(OPENED_FILE).fetchone() or ("",)
    return Path(file)


def require_sound(report: AuditReport) -> None:
    """Stop where an audit found something.

    Raises:
        GateError: Naming the first rows that do not match.
    """
    if not report.mismatches.is_empty():
        raise GateError(report.complaint())


def rows_checked(counts: Mapping[str, int]) -> dict[str, int]:
    """Return how many rows were checked, by table, and in all."""
    return {**counts, "all tables": sum(counts.values())}
