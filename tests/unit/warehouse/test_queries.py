"""Queries of users read, and can do nothing else."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import polars as pl
import pytest

from warehouse.errors import EnvironmentFault, UsageError
from warehouse.integrity import span_violations
from warehouse.queries import open_published, query_published

if TYPE_CHECKING:
    from pathlib import Path


def test_query_published_binds_parameters(warehouse_template: Path) -> None:
    """Values travel apart from the SQL."""
    answer = query_published(warehouse_template, "select $1 as a, $2 as b", ["it's", 2])

    assert answer.rows() == [("it's", 2)]


def test_query_published_gives_whole_sums_as_integers(warehouse_template: Path) -> None:
    """A sum of integers is an integer, unless it is too large for one."""
    answer = query_published(
        warehouse_template, "select sum(n) as total, sum(n)::hugeint * 10000000000 as huge "
        "from (values (9000000000), (1)) as numbers (n)"
    )  # fmt: skip

    assert answer.schema["total"] == pl.Int64
    assert answer.rows() == [(9000000001, Decimal(90000000010000000000))]


def test_query_published_gives_intervals_as_text(warehouse_template: Path) -> None:
    """A type that polars does not know comes as text."""
    answer = query_published(
        warehouse_template, "select interval 1 day as age, 1 as n, [interval 2 day] as ages"
    )

    assert answer.rows() == [("1 day", 1, "[2 days]")]


def test_query_published_renames_a_repeated_column(warehouse_template: Path) -> None:
    """Two columns of one name both come back."""
    assert query_published(warehouse_template, "select 1 as a, 2 as a").rows() == [(1, 2)]


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        ("selec 1", "syntax error at or near"),
        ("from core.nothing", "nothing does not exist"),
        ("select 1; select 2", "holds 2 statements; give exactly one"),
        ("-- nothing", "holds 0 statements"),
        ("delete from core.figures", "read-only mode"),
        ("create table core.x (a integer)", "read-only"),
        ("from read_csv('/etc/passwd')", "disabled by configuration"),
        ("copy core.figures to 'stolen.csv'", "disabled by configuration"),
        ("attach 'other.duckdb'", "disabled by configuration"),
        ("from 'https://example.org/x.csv'", "disabled by configuration"),
        ("install httpfs", "disabled by configuration"),
        ("set enable_external_access = true", "Cannot change"),
        ("select 1 / 'x'", "Could not convert"),
        ("select $1", "parameter"),
    ],
)
def test_query_published_refuses_what_does_not_read(
    warehouse_template: Path, sql: str, message: str
) -> None:
    """The engine's reason is given in one line."""
    with pytest.raises(UsageError) as caught:
        query_published(warehouse_template, sql)

    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_query_published_asks_for_a_run_first(tmp_path: Path) -> None:
    """Without a warehouse the message says how to make one."""
    with pytest.raises(EnvironmentFault, match=r"does not exist; run `tallybook run --warehouse "):
        query_published(tmp_path / "w.duckdb", "select 1")


def test_open_published_allows_the_integrity_checks(warehouse_template: Path) -> None:
    """Verifying works on the read-only connection."""
    with open_published(warehouse_template) as connection:
        assert span_violations(connection, ["unknown"]).is_empty()
