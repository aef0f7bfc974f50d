"""Open rejections: which tables they are told of, and what there is to do about them."""

from __future__ import annotations

import re

import polars as pl

from warehouse.open_rejections import mart_sql, replay_hints
from warehouse.tables import DOCUMENT_TABLES
from warehouse.tables.raw import DOCUMENTS

OPEN = pl.DataFrame(
    [
        ("core.figures", "f1", "one", "d1", "replay"),
        ("core.figures", "f1", "two", "d1", "replay"),
        ("core.dates", "f1", "one", "d1", "replay"),
        ("core.figures", "f2", "one", "d2", "replay"),
        ("core.figures", "f3", "unique_key(figure_id)", "d2", "none"),
        ("raw.documents", "d3", "one", "d3", "run"),
        ("core.figures", "f4", "reference_exists", "d3", "run"),
    ],
    schema=["table_name", "row_key", "rule", "document_id", "remedy"],
    orient="row",
)


def test_every_table_of_documents_is_looked_through() -> None:
    """A new table is both asked for refused rows and for the keys that it holds."""
    wanted = {table.qualified_name for table in (DOCUMENTS, *DOCUMENT_TABLES)}

    looked_for = set(re.findall(r"^ +'(\w+\.\w+)',?$", mart_sql(), re.MULTILINE))
    held = dict(
        re.findall(r"'(\w+\.\w+)' as table_name,\s+to_json\(\{(.*?)\}\)", mart_sql(), re.DOTALL)
    )

    assert looked_for == set(held) == wanted
    for table in (DOCUMENTS, *DOCUMENT_TABLES):
        assert tuple(re.findall(r"'(\w+)':", held[table.qualified_name])) == table.key


def test_hints_count_rows_once_and_documents_apart() -> None:
    """A row that broke two rules is one row; each remedy has one sentence."""
    replay, run, copies = replay_hints(OPEN)

    assert replay.startswith("open refused rows: 3 in 2 loaded documents;")
    assert run.startswith("documents refused as a whole: 1;")
    assert copies.startswith("refused copies: 1;")


def test_hints_say_nothing_of_what_is_not_open() -> None:
    """A warehouse without refused rows has no hint."""
    assert replay_hints(OPEN.clear()) == []
