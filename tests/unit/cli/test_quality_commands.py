"""``tallybook quality`` and its report, on a ledger of three runs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from flows.cli import output
from flows.cli.app import exit_code_of
from flows.cli.quality.overview import TITLES
from tasks.quality_report import document
from tasks.quality_report.file import report_path
from tests.quality_ledgers import REFUSED, STOPPED, UNCHANGED, write_ledger
from warehouse.connections import open_for_writing

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def ledger(warehouse_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a warehouse with a ledger; the program that draws charts is left out."""
    monkeypatch.setattr(document, "vega_script", lambda: "")
    return write_ledger(warehouse_template, tmp_path / "w.duckdb")


def test_quality_shows_the_run_that_judged_last(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A run that met nothing new judged nothing, so the one before it is shown."""
    code = exit_code_of(["quality", "--json", "--warehouse", str(ledger)])

    shown = json.loads(capsys.readouterr().out)
    assert code == 0
    assert list(shown) == ["run_id", "tables", "failing_rules", "rejected_rows", "issues"]
    assert shown["run_id"] == STOPPED
    assert list(shown["failing_rules"][0]) == [
        "table_name",
        "column_name",
        "expectation",
        "severity",
        "unexpected_count",
        "unexpected_share",
        "observed",
    ]


def test_quality_of_a_run_that_judged_nothing_says_so(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The judgement of another run is never shown under the id that was asked for."""
    code = exit_code_of(["quality", "--run", UNCHANGED, "--warehouse", str(ledger)])

    assert code == 2
    assert "validated nothing" in " ".join(capsys.readouterr().err.split())


def test_report_is_written_beside_the_warehouse(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command prints where the file lies."""
    code = exit_code_of(["quality", "report", "--warehouse", str(ledger)])

    assert code == 0
    assert capsys.readouterr().out == f"{report_path(ledger)}\n"
    assert UNCHANGED in report_path(ledger).read_text(encoding="utf-8")


def test_report_of_a_run_goes_where_it_is_asked_to(
    ledger: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Run and file can be chosen, and the answer can be JSON."""
    out = tmp_path / "of that day.html"
    arguments = ["--run", REFUSED, "--out", str(out), "--json", "--warehouse", str(ledger)]

    code = exit_code_of(["quality", "report", *arguments])

    assert code == 0
    assert json.loads(capsys.readouterr().out) == {"report": str(out)}
    assert f"Run <code>{REFUSED}" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["--run", "20200101T000000Z-00000000"], 2, "there is no run 2020"),
        (["--run", ""], 2, "there is no run"),
        (["report", "--run", "20200101T000000Z-00000000"], 2, "there is no run 2020"),
        (["report", "--out", "/no/such/folder/r.html"], 3, "/no/such/folder/r.html cannot be used"),
        (["data-docs"], 2, "Missing argument"),
        (["data-docs", "new", "--documents", "0"], 2, "--documents"),
    ],
    ids=["run", "empty run", "run of a report", "folder", "no folder", "no documents"],
)
def test_wrong_use_is_told(
    ledger: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, message: str
) -> None:
    """Each mistake has its exit code and names what is wrong."""
    assert exit_code_of(["quality", *arguments, "--warehouse", str(ledger)]) == code
    assert message in " ".join(capsys.readouterr().err.split())


def test_narrow_terminal_still_tells_the_tables_apart(
    ledger: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where rows become blocks, each table keeps its title."""
    monkeypatch.setattr(output, "PIPE_WIDTH", 40)

    assert exit_code_of(["quality", "--run", REFUSED, "--warehouse", str(ledger)]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line in TITLES.values()] == list(TITLES.values())


@pytest.mark.parametrize("width", [160, 40])
def test_text_of_a_source_commands_no_terminal(
    width: int,
    warehouse_template: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What a rule shows of a row is text, also where a file wrote escape sequences."""
    path = write_ledger(warehouse_template, tmp_path / "w.duckdb")
    with open_for_writing(path) as connection:
        connection.execute("update ops.rejected_rows set rule = ?", ["\x1b]0;hurt\x07\x9b31m"])
    monkeypatch.setattr(output, "PIPE_WIDTH", width)

    assert exit_code_of(["quality", "--run", REFUSED, "--warehouse", str(path)]) == 0

    shown = capsys.readouterr().out
    assert "]0;hurt" in shown
    assert not set(shown) & {"\x1b", "\x07", "\x9b"}
