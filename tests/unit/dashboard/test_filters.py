"""Filters of the ledger: conditions with values, on the columns of the ledger."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import duckdb
import pytest

from dashboard.ledger.filters import ORDERS, LedgerFilter

ROWS = """
    create table ledger as
    select * from (values
        ('a', 'deaths', 'count', 'exact', '12', 'men', 12, 12, 'Police', 'the police', 'Kabul',
         'Raid', 'one.txt', 'd1', date '2020-01-01', 0),
        ('b', 'aid', 'money', 'at_least', '$5 million', 'aid', 5000000, null, null, null, null,
         null, 'two.txt', 'd2', date '2021-01-01', 0),
        ('c', 'deaths', 'count', 'less_than', 'under 9', '100% men', null, 9, null, 'a man', null,
         'Raid''s end', 'three.txt', 'd3', null, 0)
    ) as rows (figure_id, category, kind, qualifier, figure_text, counted_text, low, high,
        claimant_name, claimant_text, place_name, title, path, document_id, published_on,
        start_char)
"""


@pytest.fixture(scope="module")
def ledger() -> duckdb.DuckDBPyConnection:
    """Give a connection with three figures."""
    connection = duckdb.connect()
    connection.execute(ROWS)
    return connection


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (LedgerFilter(), "abc"),
        (LedgerFilter(categories=("deaths",)), "ac"),
        (LedgerFilter(categories=("deaths", "aid"), kinds=("money",)), "b"),
        (LedgerFilter(qualifiers=("less_than", "exact")), "ac"),
        (LedgerFilter(claimants=("POLICE",)), "a"),
        (LedgerFilter(claimants=("police", "a man")), "ac"),
        (LedgerFilter(places=("kab",)), "a"),
        (LedgerFilter(documents=("raid's",)), "c"),
        (LedgerFilter(documents=("two.txt",)), "b"),
        (LedgerFilter(words="men"), "ac"),
        (LedgerFilter(words="100%"), "c"),
        (LedgerFilter(words="%"), "c"),
        (LedgerFilter(words="' or true --"), ""),
        (LedgerFilter(published_from=date(2020, 1, 1), published_to=date(2020, 1, 1)), "a"),
        (LedgerFilter(at_least=Decimal(12)), "ab"),
        (LedgerFilter(at_most=Decimal(9)), "c"),
        (LedgerFilter(at_least=Decimal(5), at_most=Decimal(20)), "ac"),
    ],
)
def test_filter_leaves(
    chosen: LedgerFilter, expected: str, ledger: duckdb.DuckDBPyConnection
) -> None:
    """Exact values, words anywhere in any case, inclusive days and bounds that could match."""
    condition, values = chosen.condition()

    found = ledger.execute(
        f"select figure_id from ledger where {condition} order by all", values
    ).fetchall()

    assert "".join(figure_id for (figure_id,) in found) == expected


@pytest.mark.parametrize("order", ORDERS.values())
def test_each_order_is_one_of_columns(order: str, ledger: duckdb.DuckDBPyConnection) -> None:
    """Every order that is offered can be asked for."""
    assert len(ledger.execute(f"select figure_id from ledger order by {order}").fetchall()) == 3
