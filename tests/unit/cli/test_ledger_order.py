"""Runs are ordered by the time at which they started, not by their names."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from flows.cli.app import exit_code_of
from tasks.audit import published_file
from tests.sample_rows import FINGERPRINT, file_row, frame_of
from tests.snapshot_cycles import publish_text
from warehouse.snapshots import SnapshotStore

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl

TEXT = "Police stopped 5 trucks at the border."
LATER, EARLIER = "20200101T000000Z-00000000", "20200101T000000Z-ffffffff"
"""The later run has the smaller id, as two runs of one second can have."""


def ledger(run_id: str, second: int) -> dict[str, pl.DataFrame]:
    """Return the rows of a run that loaded the text and judged one expectation."""
    moment = datetime(2020, 1, 1, 0, 0, second)  # noqa: DTZ001 - UTC without zone, as stored
    run = {
        "run_id": run_id,
        "started_at": moment,
        "ended_at": moment,
        "duration_s": 1.0,
        "status": "published",
        "code_version": "1",
        "model_name": "rules",
        "extraction_fingerprint": FINGERPRINT,
        "rules_version": FINGERPRINT,
        "settings_json": "{}",
        "sources_json": "[]",
        "found_file_count": 1,
        "failed_file_count": 0,
        "extracted_document_count": 1,
        "removed_document_count": 0,
        "document_count": 1,
        "mention_count": 0,
        "figure_count": 1,
        "rejected_row_count": 0,
    }
    validation = {
        "run_id": run_id,
        "table_name": "core.figures",
        "column_name": "*",
        "expectation": "rows_exist",
        "severity": "critical",
        "is_success": True,
        "unexpected_count": 0,
        "unexpected_share": 0.0,
        "duration_s": 0.1,
    }
    outcome = {**file_row(TEXT, "a.txt"), "run_id": run_id, "outcome": "new", "byte_count": 1}
    del outcome["document_id"]
    return {
        "ops.runs": frame_of("ops.runs", [run]),
        "ops.validations": frame_of("ops.validations", [validation]),
        "ops.file_outcomes": frame_of("ops.file_outcomes", [outcome]),
    }


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a warehouse with one figure and the ledger of two runs."""
    store = SnapshotStore(tmp_path_factory.mktemp("published") / "w.duckdb")
    publish_text(store, TEXT, ledgers=[ledger(LATER, 2), ledger(EARLIER, 1)])
    return store.path


def answer(capsys: pytest.CaptureFixture[str], published: Path, *arguments: str) -> object:
    """Return what a command prints as JSON."""
    code = exit_code_of([*arguments, "--json", "--warehouse", str(published)])
    assert code == 0
    return json.loads(capsys.readouterr().out)


def test_runs_lists_the_latest_first(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The id ends in random digits, so it cannot order the runs of one second."""
    rows = answer(capsys, published, "runs")

    assert isinstance(rows, list)
    assert [row["run_id"] for row in rows] == [LATER, EARLIER]


def test_quality_shows_the_latest_run(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without --run, the run that started last is judged."""
    shown = answer(capsys, published, "quality")

    assert isinstance(shown, dict)
    assert shown["run_id"] == LATER


def test_lineage_names_the_run_that_last_read_the_file(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two runs have read the file; the later one is named."""
    rows = answer(capsys, published, "sql", "select figure_id from core.figures")
    assert isinstance(rows, list)

    shown = answer(capsys, published, "lineage", rows[0]["figure_id"])

    assert isinstance(shown, dict)
    assert [file["run_id"] for file in shown["files"]] == [LATER]


def test_audit_stays_with_one_snapshot(published: Path) -> None:
    """The file that the audit resolves at its start is the snapshot, not the link."""
    file = published_file(published)

    assert file == published.resolve()
    assert not file.is_symlink()
