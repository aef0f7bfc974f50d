"""Views may read each other: each is created behind those that it reads."""

from __future__ import annotations

from graphlib import CycleError

import pytest

from warehouse.marts import in_reading_order
from warehouse.sql_files import SqlFile


def mart(name: str, sql: str) -> SqlFile:
    """Return a view of a name."""
    return SqlFile(name=name, question="What?", grain="one row", caveats="none", sql=sql)


def test_mart_stands_behind_those_that_it_reads() -> None:
    """Whatever the order of names is; joins count like reads, comments and strangers do not."""
    marts = [
        mart("a", "-- from mart.d\nselect * from mart.c inner join mart.b using (id)"),
        mart("b", "select *\nfrom mart.c\nleft join mart.unknown using (id)"),
        mart("c", "select * from core.figures"),
        mart("d", "select * from mart.a"),
    ]

    assert [one.name for one in in_reading_order(marts)] == ["c", "b", "a", "d"]


def test_marts_that_read_each_other_are_refused() -> None:
    """Such views could never be created."""
    with pytest.raises(CycleError):
        in_reading_order([mart("a", "from mart.b"), mart("b", "from mart.a")])
