"""Checks of the marts: no two rows share the stated key, and none has rows beyond its base table.

A join that matches twice repeats rows, and every sum over the mart is wrong; no table shows that.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from warehouse.ddl import quote_name
from warehouse.marts import read_marts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duckdb import DuckDBPyConnection

    from warehouse.sql_files import SqlFile

SHOWN_KEYS: Final = 3


@dataclass(frozen=True, kw_only=True)
class MartOutcome:
    """What was counted in a mart.

    Attributes:
        mart: The mart with its key and base.
        row_count: Its rows.
        repeated_keys: The first keys that stand more than once, in their order.
        repeated_count: Rows that repeat the key of another one.
        base_count: Rows of its base table; None without one.
        duration_s: Time that it took, in seconds.
    """

    mart: SqlFile
    row_count: int
    repeated_keys: tuple[tuple[object, ...], ...]
    repeated_count: int
    base_count: int | None
    duration_s: float

    @property
    def surplus_count(self) -> int:
        """Rows more than the base table has."""
        return 0 if self.base_count is None else max(0, self.row_count - self.base_count)


def check_marts(connection: DuckDBPyConnection) -> Iterator[MartOutcome]:
    """Yield what is counted in each mart, in the order of their names.

    Args:
        connection: Connection to a warehouse with its marts.
    """
    for mart in read_marts():
        started = time.perf_counter()
        row_count, key_count = _count(connection, mart)
        yield MartOutcome(
            mart=mart,
            row_count=row_count,
            repeated_keys=_repeated_keys(connection, mart) if key_count < row_count else (),
            repeated_count=row_count - key_count,
            base_count=_count_base(connection, mart.base),
            duration_s=time.perf_counter() - started,
        )


def _key_of(mart: SqlFile) -> str:
    return ", ".join(map(quote_name, mart.key))


def _count(connection: DuckDBPyConnection, mart: SqlFile) -> tuple[int, int]:
    """Return the rows of a mart, and how many different keys they have."""
    rows = connection.execute(
        f"select coalesce(sum(row_count), 0)::bigint, count(*) from (select count(*) as row_count "  # noqa: S608 - our names
        f"from mart.{quote_name(mart.name)} group by {_key_of(mart)})"
    ).fetchall()
    return rows[0]


def _repeated_keys(connection: DuckDBPyConnection, mart: SqlFile) -> tuple[tuple[object, ...], ...]:
    key = _key_of(mart)
    return tuple(
        connection.sql(
            f"select {key} from mart.{quote_name(mart.name)} group by {key} "  # noqa: S608 - as above
            f"having count(*) > 1 order by {key} limit {SHOWN_KEYS}"
        ).fetchall()
    )


def _count_base(connection: DuckDBPyConnection, base: str | None) -> int | None:
    if base is None:
        return None
    table = ".".join(map(quote_name, base.split(".")))
    rows = connection.execute(f"select count(*) from {table}").fetchall()  # noqa: S608 - as above
    return int(rows[0][0])
