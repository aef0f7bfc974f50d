"""The report as a file: whole or not at all, and never in place of something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tasks.quality_report import document, file
from tasks.quality_report.document import START
from tasks.quality_report.file import report_path, write_report
from tests.quality_ledgers import REFUSED, UNCHANGED, write_ledger
from warehouse.errors import EnvironmentFault, UsageError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def warehouse(warehouse_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a warehouse with a ledger; the program that draws charts is left out."""
    monkeypatch.setattr(document, "vega_script", lambda: "")
    return write_ledger(warehouse_template, tmp_path / "desk.duckdb")


def test_report_lies_beside_its_warehouse(warehouse: Path) -> None:
    """The name tells whose report it is."""
    report = write_report(warehouse)

    assert report.file == report_path(warehouse) == warehouse.with_name("desk-quality.html")
    assert UNCHANGED in report.file.read_text(encoding="utf-8")


def test_report_replaces_the_one_before(warehouse: Path) -> None:
    """There is one report of a warehouse, of the run that was asked for last."""
    write_report(warehouse)
    write_report(warehouse, REFUSED)

    assert f"Run <code>{REFUSED}" in report_path(warehouse).read_text(encoding="utf-8")
    assert [path.name for path in warehouse.parent.glob("*quality*")] == ["desk-quality.html"]


def test_report_that_fails_leaves_the_one_before(
    warehouse: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk in the middle of the page does not leave half of it."""
    before = write_report(warehouse).file.read_bytes()
    monkeypatch.setattr(file, "render_report", lambda *_: "\ud800")

    with pytest.raises(UnicodeEncodeError):
        write_report(warehouse)

    assert report_path(warehouse).read_bytes() == before
    assert [path.name for path in warehouse.parent.iterdir() if "part" in path.name] == []


def test_report_never_replaces_a_file_of_the_user(warehouse: Path) -> None:
    """A page that somebody wrote under that name stays, and the message says what to do."""
    report_path(warehouse).write_text("<html>my own notes</html>", encoding="utf-8")

    with pytest.raises(EnvironmentFault, match="is no quality report and is not replaced"):
        write_report(warehouse)

    assert report_path(warehouse).read_text(encoding="utf-8") == "<html>my own notes</html>"


def test_report_goes_where_it_is_asked_to(warehouse: Path, tmp_path: Path) -> None:
    """Another file is written, and none beside the warehouse."""
    report = write_report(warehouse, file=tmp_path / "out.html")

    assert report.file.read_text(encoding="utf-8").startswith(START)
    assert not report_path(warehouse).exists()


def test_folder_that_cannot_be_written_is_named(warehouse: Path, tmp_path: Path) -> None:
    """A missing folder is told in one sentence."""
    with pytest.raises(EnvironmentFault, match=r"missing/out\.html cannot be used"):
        write_report(warehouse, file=tmp_path / "missing" / "out.html")


def test_report_of_an_unknown_run_is_refused(warehouse: Path) -> None:
    """Nothing is written for a run that never was."""
    with pytest.raises(UsageError, match="there is no run"):
        write_report(warehouse, "20200101T000000Z-00000000")

    assert not report_path(warehouse).exists()


def test_summary_is_markdown_without_markup_of_texts(
    warehouse_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page of the engine shows status, advice and failed rules; a text cannot format it."""
    monkeypatch.setattr(document, "vega_script", lambda: "")
    path = write_ledger(
        warehouse_template, tmp_path / "w_1.duckdb", status="failed", error_text="<b>[x](y) a|b"
    )

    summary = write_report(path).summary

    assert summary.startswith("## Stopped by an unexpected error\n")
    assert "\\<b\\>\\[x\\]\\(y\\) a\\|b" in summary
    assert "| core.figures | low\\_not\\_above\\_high | critical | 30 |" in summary
    assert "w\\_1\\-quality.html" in summary
