"""The command line without an engine: help, exit codes, settings, messages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from flows.cli.app import exit_code_of

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = (
    "run", "extract", "explain", "lineage", "ask", "sql", "verify", "quality", "runs", "rollback",
    "export", "serve", "deploy", "evaluate", "corrections",
)  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every command explains itself with at least one example and has --json."""
    code = exit_code_of([command, "--help"])

    shown = capsys.readouterr().out
    assert code == 0
    assert "Example" in shown
    assert "--json" in shown


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["nope"], "No such command", id="command"),
        pytest.param(["runs", "--nope"], "No such option", id="option"),
        pytest.param(["run", "/no/such/folder"], "/no/such/folder", id="source"),
        pytest.param(["extract"], "--jsonl", id="extract_without_input"),
        pytest.param(["extract", "--jsonl", "/no/such.jsonl"], "/no/such.jsonl", id="input"),
        pytest.param(["ask", "nope"], "nope", id="question"),
    ],
)
def test_wrong_usage_ends_with_two(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Wrong usage is one message on standard error that names what is wrong, and exit code 2."""
    code = exit_code_of(arguments)

    captured = capsys.readouterr()
    assert code == 2
    assert message in captured.err
    assert captured.out == ""


def test_missing_warehouse_ends_with_three(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A warehouse that is not there is the environment's fault; the message says what to run."""
    code = exit_code_of(["runs", "--warehouse", str(tmp_path / "none.duckdb")])

    assert code == 3
    assert "tallybook run" in capsys.readouterr().err


def test_wrong_setting_names_its_variable(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A variable without a valid value is named with what is wrong."""
    monkeypatch.setenv("TALLYBOOK_BATCH_SIZE", "many")

    code = exit_code_of(["runs"])

    assert code == 2
    assert "TALLYBOOK_BATCH_SIZE" in capsys.readouterr().err


def test_warehouse_comes_from_the_environment(
    published: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """TALLYBOOK_WAREHOUSE stands in for --warehouse."""
    monkeypatch.setenv("TALLYBOOK_WAREHOUSE", str(published))

    code = exit_code_of(["sql", "select count(*) as n from core.figures", "--json"])

    assert code == 0
    assert json.loads(capsys.readouterr().out) == [{"n": 1}]


@pytest.mark.parametrize("shown", [False, True])
def test_unexpected_error_is_one_sentence(
    *,
    shown: bool,
    published: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Nobody sees a traceback who did not ask for it; the exit code is that of the environment."""

    def break_down(*_: object) -> None:
        msg = "nobody\nthought of this"
        raise RuntimeError(msg)

    monkeypatch.setattr("warehouse.queries.query_published", break_down)
    monkeypatch.setenv("TALLYBOOK_TRACEBACK", str(int(shown)))

    code = exit_code_of(["runs", "--warehouse", str(published)])

    message = capsys.readouterr().err
    assert code == 3
    assert "unexpected RuntimeError (nobody thought of this); please report it" in message
    assert ("Traceback" in message) == shown
    assert (message.count("\n") == 1) != shown


def test_rollback_names_the_kept_snapshots(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A snapshot that is not kept is wrong usage; the message lists those that are."""
    code = exit_code_of(["rollback", "--to", "7", "--warehouse", str(published)])

    assert code == 2
    assert "kept: 1" in capsys.readouterr().err


def test_deploy_without_a_server_says_what_to_start(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Deployments need a running server."""
    monkeypatch.delenv("PREFECT_API_URL", raising=False)

    code = exit_code_of(["deploy"])

    assert code == 2
    assert "prefect server start" in capsys.readouterr().err
