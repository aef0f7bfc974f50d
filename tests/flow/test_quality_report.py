"""Every recorded run leaves its report beside the warehouse, and no report ever fails a run."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tasks.quality_report.file import report_path
from tests.flow_runs import build, last_run
from warehouse.errors import GateError

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.flow,
    pytest.mark.usefixtures("prefect_engine"),
    pytest.mark.filterwarnings("default"),
]


def write_records(file: Path, count: int) -> Path:
    """Write a JSONL file with texts that differ."""
    texts = (f"Police stopped {number} trucks at the border." for number in range(10, 10 + count))
    file.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
    return file


def artifact(key: str) -> str:
    """Return the newest artifact of a key on the Prefect page."""
    from prefect.client.orchestration import get_client  # noqa: PLC0415 - imports prefect

    with get_client(sync_client=True) as client:
        found = [a for a in client.read_artifacts() if a.key == key]
    return str(max(found, key=lambda a: a.created).data)  # type: ignore[arg-type, return-value] # moments


def test_run_leaves_its_report_and_its_artifact(tmp_path: Path) -> None:
    """A published run, then one that the gate stops: the report is always that of the last run."""
    source, warehouse = write_records(tmp_path / "wire.jsonl", 12), tmp_path / "w.duckdb"

    summary = build(source, warehouse, report=True)
    published = report_path(warehouse).read_text(encoding="utf-8")
    write_records(source, 1)
    with pytest.raises(GateError, match="Too many documents would be removed") as refused:
        build(source, warehouse, report=True, max_removed_share=0.1)
    stopped = report_path(warehouse).read_text(encoding="utf-8")

    assert summary.report == report_path(warehouse)
    assert refused.value.__notes__[-1].endswith(str(report_path(warehouse)))
    assert f"Run <code>{summary.run_id}</code>" in published
    assert "<h1>Published</h1>" in published
    assert f"Run <code>{last_run(warehouse)['run_id']}</code>" in stopped
    assert "<h1>Refused by a gate</h1>" in stopped
    assert "would lose 11 of its 12 documents" in stopped
    assert artifact("quality-report").startswith("## Refused by a gate")


def test_report_that_cannot_be_written_fails_no_run(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A file of the user in the way is a warning: the data are published all the same."""
    source, warehouse = write_records(tmp_path / "wire.jsonl", 1), tmp_path / "w.duckdb"
    report_path(warehouse).write_text("my notes", encoding="utf-8")

    summary = build(source, warehouse, report=True)

    assert summary.status == "published"
    assert report_path(warehouse).read_text(encoding="utf-8") == "my notes"
    assert "the quality report is not written" in caplog.text


def test_run_without_the_setting_writes_none(tmp_path: Path) -> None:
    """Who wants no file beside the warehouse gets none."""
    source, warehouse = write_records(tmp_path / "wire.jsonl", 1), tmp_path / "w.duckdb"

    build(source, warehouse, report=False)

    assert not report_path(warehouse).exists()
