"""Decisions about figures, claimants and dates over runs: they last, go stale, and come back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.decided import DECIDED
from tests.flow_runs import build, last_run, write_texts
from warehouse.corrections_csv import correction_csv
from warehouse.corrections_proposed import propose_correction
from warehouse.queries import query_published
from warehouse.tables import TABLES_BY_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import polars as pl

pytestmark = [
    pytest.mark.flow,
    pytest.mark.usefixtures("prefect_engine"),
    pytest.mark.filterwarnings("default"),
]
PATROL = (
    "The ministry said about 40 trucks left Mosul on 3 May 2021. "
    "Commander Ali Hassan said 12 soldiers were killed in Aleppo. The army lost 5 tanks.\n"
)
TEXTS = {"patrol.txt": PATROL, "flour.txt": "The council spent $40 million on flour.\n"}
SHOWN = ("figure_text", "low", "high", "claimant_name", "is_accepted", "is_corrected")


def ledger(warehouse: Path) -> dict[str, tuple[object, ...]]:
    """Return what the marts show of each figure."""
    rows = query_published(warehouse, f"select {', '.join(SHOWN)} from mart.figure_ledger")
    return {row[0]: row[1:] for row in rows.iter_rows()}


def core(warehouse: Path) -> list[pl.DataFrame]:
    """Return the rows that were read, in the order of their keys."""
    tables = (TABLES_BY_NAME[f"core.{name}"] for name in ("figures", "quotes", "dates"))
    return [
        query_published(warehouse, f"from {table.qualified_name}").sort(table.key)
        for table in tables
    ]


def statuses(warehouse: Path) -> set[str]:
    """Return what became of the decisions."""
    return set(query_published(warehouse, "select status from mart.corrections")["status"])


def proposed(warehouse: Path) -> Iterable[dict[str, Any]]:
    """Yield decisions about the rows that the marts show."""
    rows = query_published(warehouse, "from mart.figure_ledger").to_dicts()
    figures = {row["figure_text"]: row for row in rows}
    (day,) = query_published(warehouse, "from mart.dates").to_dicts()
    who: dict[str, Any] = dict(DECIDED)
    to: dict[str, Any] = {"column_name": "value"}
    yield propose_correction("figure", "correct", figures["40"], new_value="45", **to, **who)
    yield propose_correction("figure", "accept", figures["12"], **who)
    yield propose_correction("figure", "hide", figures["5"], **who)
    yield propose_correction("claimant", "hide", figures["40"], **who)
    yield propose_correction("date", "correct", day, new_value="2021-05", **to, **who)


def test_decisions_last_go_stale_and_come_back(tmp_path: Path) -> None:
    """They hold in later runs and under new rules, as long as the text is the same."""
    source, warehouse = write_texts(tmp_path / "in", TEXTS), tmp_path / "w.duckdb"
    build(source, warehouse)
    before, read = ledger(warehouse), core(warehouse)
    file = tmp_path / "mine.csv"
    file.write_text(correction_csv(proposed(warehouse)), encoding="utf-8", newline="")
    decided: dict[str, Any] = {"corrections": str(file)}

    first = build(source, warehouse, **decided)
    after = ledger(warehouse)
    assert (first.status, first.extracted_document_count) == ("published", 0)
    assert statuses(warehouse) == {"applied"}
    assert after == {
        "40": (45, 45, None, False, True),
        "12": (12, 12, before["12"][2], True, False),
        "$40 million": before["$40 million"],
    }
    days = query_published(warehouse, "select value, precision from mart.dates").rows()
    assert days == [("2021-05", "month")]
    assert [one.equals(other) for one, other in zip(core(warehouse), read, strict=True)] == [
        True
    ] * 3

    again = build(source, warehouse, **decided)
    other_rules = build(source, warehouse, max_document_chars=4_999_999, **decided)
    assert (again.status, other_rules.extracted_document_count) == ("unchanged", 2)
    assert (ledger(warehouse), statuses(warehouse)) == (after, {"applied"})

    write_texts(source, {"patrol.txt": PATROL.replace("about", "some")})
    build(source, warehouse, max_document_chars=4_999_999, **decided)
    assert statuses(warehouse) == {"stale"}
    assert {text: row[:2] for text, row in ledger(warehouse).items()} == {
        text: row[:2] for text, row in before.items()
    }
    issues = query_published(
        warehouse,
        "select detail from ops.issues where rule = 'correction_is_current' and run_id = ?",
        [last_run(warehouse)["run_id"]],
    )
    assert set(issues["detail"]) == {"another text stands at patrol.txt now; decide on that anew"}
    assert issues.height == 5

    write_texts(source, TEXTS)
    build(source, warehouse, max_document_chars=4_999_999, **decided)
    assert (ledger(warehouse), statuses(warehouse)) == (after, {"applied"})
