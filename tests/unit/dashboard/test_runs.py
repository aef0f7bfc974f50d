"""Runs: which are listed, what became of their files, and how one ended in words."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from charts.runs import ENDS
from dashboard.runs import card, page, query
from tests.dashboard_rows import add, add_document, add_entity, changing_warehouse, read_from
from warehouse.vocabularies import RUN_STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterator

    import duckdb

FIRST = datetime(2026, 1, 1, 6, 30)  # noqa: DTZ001 - as the column holds it
RUN: dict[str, Any] = {
    "run_id": "r1",
    "started_at": FIRST,
    "ended_at": FIRST + timedelta(seconds=61),
    "duration_s": 61.25,
    "status": "failed",
    "error_text": "No space left.",
    "settings_json": '{"model": "rules", "workers": 1, "corpora": null}',
    "sources_json": '["inbox", "archive"]',
    "removed_document_count": 1200,
    "model_name": "rules",
    "code_version": "1",
    "rules_version": "2",
    "extraction_fingerprint": "3",
    "forced_reason": None,
}


@pytest.fixture
def connection(monkeypatch: pytest.MonkeyPatch) -> Iterator[duckdb.DuckDBPyConnection]:
    """Give a warehouse with one run of each status and the files of the first, which is read."""
    with changing_warehouse() as warehouse:
        for number, status in enumerate(RUN_STATUSES):
            moment = FIRST + timedelta(days=number)
            values = {"run_id": f"r{number}", "started_at": moment, "status": status}
            add(warehouse, "ops.runs", **{**RUN, **values})
        for outcome in ("new", "failed", "skipped", "failed"):
            add_file(warehouse, outcome)
        read_from(warehouse, monkeypatch, query)
        yield warehouse


def add_file(warehouse: duckdb.DuckDBPyConnection, outcome: str) -> None:
    """Add a file of the first run under a path of its own."""
    sql = "select count(*) from ops.file_outcomes"
    number = warehouse.sql(sql).pl().item()
    values = {"source": "s", "path": f"{number}.txt", "record_index": 0, "outcome": outcome}
    add(warehouse, "ops.file_outcomes", run_id="r0", **values)


@pytest.mark.usefixtures("connection")
@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ((), ["r3", "r2", "r1", "r0"]),
        (("failed", "published"), ["r3", "r0"]),
        (("nonsense",), []),
    ],
)
def test_runs_are_listed_latest_first(statuses: tuple[str, ...], expected: list[str]) -> None:
    """All, or those with one of some statuses; the chart has the oldest first."""
    assert query.read_runs(statuses, 1)["run_id"].to_list() == expected
    assert query.read_latest_runs(statuses)["run_id"].to_list() == expected[::-1]
    assert query.count_runs(statuses) == len(expected)


def test_second_page_of_runs_goes_on(
    connection: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What does not fit on the first page is on the second, and the chart says what it shows."""
    monkeypatch.setattr(query, "ROWS_PER_PAGE", 3)
    monkeypatch.setattr(query, "DRAWN_RUNS", 2)
    assert connection is not None

    assert query.read_runs((), 2)["run_id"].to_list() == ["r0"]
    assert query.read_latest_runs(())["run_id"].to_list() == ["r2", "r3"]


@pytest.mark.usefixtures("connection")
@pytest.mark.parametrize("run_id", ["unknown", "' or true --", ""])
def test_unknown_run_is_not_found(run_id: str) -> None:
    """An address can be anything."""
    assert query.find_run(run_id) is None


@pytest.mark.usefixtures("connection")
def test_files_of_a_run_show_failures_first() -> None:
    """What needs a hand stands above what went well."""
    files = query.read_files("r0", (), 1)

    assert files["path"].to_list() == ["1.txt", "3.txt", "2.txt", "0.txt"]
    assert query.count_outcomes("r0") == {"failed": 2, "skipped": 1, "new": 1}
    assert query.read_files("r0", ("new",), 1)["path"].to_list() == ["0.txt"]
    assert (query.count_files("r0", ()), query.count_files("r0", ("failed",))) == (4, 2)
    assert query.read_files("r1", (), 1).is_empty()


def test_file_leads_to_the_document_that_it_holds_now(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    """A file that went since leads nowhere."""
    add_document(connection, "d1", "x")
    values = {"source": "s", "path": "d1/a.txt", "record_index": 0, "outcome": "changed"}
    add(connection, "ops.file_outcomes", run_id="r9", **values)
    add(connection, "ops.file_outcomes", run_id="r9", **{**values, "path": "gone.txt"})

    rows = query.read_files("r9", (), 1).with_columns(card.TO_DOCUMENT.alias("link"))

    assert rows["link"].to_list() == ["document?id=d1", None]


def test_changed_entity_leads_to_the_one_of_today(connection: duckdb.DuckDBPyConnection) -> None:
    """What is hidden or gone since leads nowhere; most named first."""
    add_entity(connection, "new")
    add_entity(connection, "secret", is_hidden=True)
    for number, entity_id in enumerate(["gone", "new", "secret"]):
        values = {"old_entity_id": "old", "new_entity_id": entity_id, "mention_count": number}
        add(connection, "ops.entity_changes", run_id="r0", change="merged", **values)

    rows = query.read_changes("r0", 1).with_columns(card.TO_ENTITY.alias("link"))

    assert query.count_changes("r0") == 3
    assert rows["link"].to_list() == [None, "entities?entity=new", None]


def test_every_status_has_words_and_a_meaning() -> None:
    """How a run ended is told in words, not only in colours."""
    assert set(ENDS) == set(card.MEANINGS) == set(RUN_STATUSES)
    assert len(set(ENDS.values())) == len(RUN_STATUSES)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "Stopped after 61.2 s. It came to no result, so the warehouse stayed as it was. "),
        ({"status": "failed_gate"}, "Refused by the gate after 61.2 s. The data were refused,"),
        ({"status": "published", "error_text": None}, "Published after 61.2 s. What it read is"),
        ({"status": "unchanged", "error_text": None}, "Nothing new after 61.2 s. No file had"),
    ],
)
def test_verdict_says_how_a_run_ended_and_why(changes: dict[str, Any], expected: str) -> None:
    """The reason of the ledger stands at the end, and ``None`` nowhere."""
    words = card.verdict({**RUN, **changes})

    assert words.startswith(expected)
    assert words.endswith("No space left.") is (changes.get("error_text", "") == "")
    assert "None" not in words


@pytest.mark.usefixtures("connection")
def test_facts_of_a_run_are_in_words() -> None:
    """Sources and settings are read out of their JSON; what is not set says so."""
    facts = card.facts_of({**RUN, "run_id": "r0"})

    assert facts["Sources"] == "inbox, archive"
    assert facts["Started"] == "2026-01-01 06:30:00 UTC"
    assert facts["Files"] == "2 failed, 1 skipped, 1 new"
    assert facts["Removed"] == "1,200 documents"
    assert card.settings_of(RUN) == {"model": "rules", "workers": 1, "corpora": "not set"}


@pytest.mark.usefixtures("connection")
def test_every_chart_and_column_is_there() -> None:
    """What the view offers to draw, the list of runs has."""
    columns = set(query.read_runs((), 1).columns)

    assert set(page.MEASURES.values()) <= columns
    assert set(page.COLUMNS) <= columns
    assert set(card.COUNTS.values()) <= columns
