"""What a snapshot tells of a run's documents and of earlier runs."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from expectations.measures.catalogue import FIGURES
from expectations.measures.documents import OTHER_DOCUMENTS
from expectations.measures.history import HISTORY_RUNS
from expectations.measures.volumes import COMPLETENESS
from tasks.measured_counts import (
    INCOMPLETE,
    count_complete,
    count_documents,
    count_mentions,
    count_others,
    newest_publication,
    read_arrivals,
    read_history,
)
from tests.sample_rows import SOURCE, document_row, file_row, frame_of, run_row, sha256
from warehouse.load import insert_frame
from warehouse.tables import TABLES_BY_NAME

if TYPE_CHECKING:
    from collections.abc import Sequence

    import duckdb

    from tests.sample_rows import Row

TEXT = "Police\u00a0stopped 5 trucks\n\n at  the border .\n"
"""Eight stretches without white space; a no-break space parts no words for the engine."""


def insert(connection: duckdb.DuckDBPyConnection, name: str, rows: Sequence[Row]) -> None:
    """Add rows to a table."""
    insert_frame(connection, TABLES_BY_NAME[name], frame_of(name, rows))


def add_documents(
    connection: duckdb.DuckDBPyConnection,
    texts: Sequence[str],
    sources: Sequence[str] = (SOURCE,),
    **values: object,
) -> list[str]:
    """Add documents with a file in each source; return their ids."""
    files = [file_row(text, f"{sha256(text)}.txt", source) for text in texts for source in sources]
    insert(connection, "raw.documents", [document_row(text) | values for text in texts])
    insert(connection, "raw.document_files", files)
    return [sha256(text) for text in texts]


def add_measure(connection: duckdb.DuckDBPyConnection, run_id: str, value: float) -> None:
    """Add the figures per 1,000 words of a run."""
    row: Row = {
        "run_id": run_id,
        "measure": FIGURES.name,
        "subject": "*",
        "value": value,
        "base_count": 5000,
        "history_count": 0,
        "severity": "warning",
        "is_success": True,
    }
    insert(connection, "ops.measures", [row])


@pytest.mark.parametrize(
    ("language", "is_read"), [("en", True), ("pcm", True), (None, True), ("de", False)]
)
def test_documents_are_counted(
    warehouse: duckdb.DuckDBPyConnection, language: str | None, *, is_read: bool
) -> None:
    """Words are stretches without white space; a document is of its first source by name."""
    (document_id,) = add_documents(warehouse, [TEXT], ["/b", "/a"], language_code=language)
    add_documents(warehouse, ["Another one."])

    (row,) = count_documents(warehouse, [document_id, "f" * 64]).to_dicts()

    assert row == {
        "document_id": document_id,
        "source": "/a",
        "language_code": language,
        "is_read": is_read,
        "word_count": len(TEXT.replace("\u00a0", "-").split()),
        "figure_count": 0,
    }


def test_others_are_a_bounded_sample(warehouse: duckdb.DuckDBPyConnection) -> None:
    """Of each source of the run the first documents by id stand beside it, none of its own."""
    own = add_documents(warehouse, ["own one", "own two"])
    rest = add_documents(warehouse, [f"text {number}" for number in range(OTHER_DOCUMENTS + 9)])
    add_documents(warehouse, ["elsewhere"], ["/other"])

    others = count_others(warehouse, count_documents(warehouse, own))

    assert others["document_id"].to_list() == sorted(rest)[:OTHER_DOCUMENTS]


def test_completeness_is_counted_for_each_measure(warehouse: duckdb.DuckDBPyConnection) -> None:
    """Every share of complete facts has its part and its whole, also where there is nothing."""
    documents = count_documents(warehouse, [])

    assert set(INCOMPLETE) == set(COMPLETENESS)
    assert count_complete(warehouse, documents) == {
        measure.name: (0, 0) for measure in COMPLETENESS
    }
    assert count_mentions(warehouse, documents) == {}


def test_history_is_of_runs_that_read_documents(warehouse: duckdb.DuckDBPyConnection) -> None:
    """Runs that failed or read nothing are no history, and only the newest ones are."""
    for number in range(HISTORY_RUNS + 5):
        run_id = f"202601{number % 28 + 1:02d}T0000{number:02d}Z-00000000"
        insert(warehouse, "ops.runs", [run_row(run_id) | {"extracted_document_count": 1}])
        add_measure(warehouse, run_id, float(number))
    for status, count in (("published", 0), ("failed_gate", 1), ("unchanged", 0)):
        run_id = f"20270101T000000Z-{sha256(status)[:8]}"
        insert(
            warehouse, "ops.runs", [run_row(run_id, status) | {"extracted_document_count": count}]
        )
        add_measure(warehouse, run_id, 1000.0)

    values = read_history(warehouse).values(FIGURES, "*", min_base=0)

    assert len(values) == HISTORY_RUNS
    assert max(values) < 1000


def test_arrivals_are_days_of_new_and_changed_files(warehouse: duckdb.DuckDBPyConnection) -> None:
    """The ledger tells on which days each source of the run brought something."""
    met = [
        ("20260105T060000Z-00000000", SOURCE, "new"),
        ("20260105T180000Z-00000000", SOURCE, "changed"),
        ("20260107T060000Z-00000000", SOURCE, "new"),
        ("20260108T060000Z-00000000", SOURCE, "failed"),
        ("20260109T060000Z-00000000", SOURCE, "removed"),
        ("20260109T060000Z-00000000", "/other", "new"),
    ]
    rows = [
        {"run_id": run, "source": source, "path": outcome, "record_index": 0, "outcome": outcome}
        for run, source, outcome in met
    ]
    insert(warehouse, "ops.file_outcomes", rows)

    arrivals = read_arrivals(warehouse, [SOURCE, "/never"])

    assert {source: sorted(days) for source, days in arrivals.items()} == {
        SOURCE: [date(2026, 1, 5), date(2026, 1, 7)]
    }


def test_newest_publication_is_never_in_the_future(warehouse: duckdb.DuckDBPyConnection) -> None:
    """A date that a text states wrongly does not make the warehouse fresh."""
    assert newest_publication(warehouse, date(2026, 1, 5)) == (None, 0)
    for number, day in enumerate((date(2025, 12, 1), date(2026, 1, 5), date(2062, 1, 5), None)):
        add_documents(warehouse, [f"text {number}"], published_on=day)

    assert newest_publication(warehouse, date(2026, 1, 5)) == (date(2026, 1, 5), 2)
