"""``tallybook quality replay`` without an engine: what it refuses, and when there is nothing."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import polars as pl
import pytest

from flows.cli.app import exit_code_of
from flows.cli.quality.replay import headline
from tasks.replay_outcome import TABLES, Outcome

if TYPE_CHECKING:
    from pathlib import Path


def test_nothing_to_replay_is_said_and_is_no_error(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A warehouse without refused rows needs no engine, and no row of the ledger."""
    code = exit_code_of(["quality", "replay", "--warehouse", str(published)])

    assert code == 0
    assert capsys.readouterr().out.startswith("nothing to replay:")


def test_nothing_to_replay_is_json_too(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The answer has the members of any other replay."""
    code = exit_code_of(["quality", "replay", "--json", "--warehouse", str(published)])

    shown = json.loads(capsys.readouterr().out)
    assert code == 0
    assert (shown["run"], shown["replayed_count"], shown["tables"]) == (None, 0, [])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["replay", "--table", "ops.runs"], "no rows of 'ops.runs'", id="table"),
        pytest.param(["--json", "replay"], "--json stands before `replay`", id="lost_option"),
    ],
)
def test_wrong_use_is_named(
    arguments: list[str], message: str, published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A table that is never replayed, and an option that would not be seen, end with code 2."""
    code = exit_code_of(["quality", *arguments, "--warehouse", str(published)])

    assert code == 2
    assert message in capsys.readouterr().err


def test_missing_warehouse_is_the_environments_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is told before an engine starts."""
    code = exit_code_of(["quality", "replay", "--warehouse", str(tmp_path / "none.duckdb")])

    assert code == 3
    assert "tallybook run" in capsys.readouterr().err


def outcome_of(replayed: int, accepted: int) -> Outcome:
    """Return an outcome of one table."""
    row = ("core.figures", replayed, accepted, replayed - accepted)
    tables = pl.DataFrame([row], schema=TABLES, orient="row")
    return replace(Outcome.of_nothing(), tables=tables, document_count=2)


@pytest.mark.parametrize(
    ("replayed", "accepted", "is_dry", "start"),
    [
        (5, 3, True, "a replay would bring back 3 of 5 refused rows of 2 documents"),
        (5, 0, True, "a replay would bring back 0 of 5 refused rows of 2 documents"),
        (5, 3, False, "brought back 3 of 5 refused rows of 2 documents"),
        (5, 0, False, "no row came back: all 5 still break a rule, the data are as they were"),
        (0, 0, True, "nothing to replay"),
    ],
)
def test_headline_says_what_happened(
    replayed: int, accepted: int, *, is_dry: bool, start: str
) -> None:
    """One sentence tells what a replay did, or would do."""
    assert headline(outcome_of(replayed, accepted), is_dry=is_dry).startswith(start)
