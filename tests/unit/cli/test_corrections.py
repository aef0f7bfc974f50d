"""``tallybook corrections``: decisions with who, when and why, and a check of a file."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest

from flows.cli.app import exit_code_of
from flows.cli.corrections import Status
from tests.decided import Row, about_thing, decision, write_decisions
from tests.sample_rows import (
    document_rows,
    figure_row,
    file_row,
    frame_of,
    load_plan,
    sha256,
)
from warehouse.connections import open_for_writing
from warehouse.load import load_run
from warehouse.snapshots import SnapshotStore
from warehouse.tables.ref import CORRECTIONS
from warehouse.vocabularies import CORRECTION_STATUSES

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Police stopped 5 trucks at the border."
FIGURE_ID = str(figure_row(TEXT, "5")["figure_id"])
PLACE = {"document_id": sha256(TEXT), "anchor_start_char": 15, "anchor_end_char": 16}
LOW = decision("low", "correct", "figure", name="5", column_name="low", new_value="4", **PLACE)
HIDE = about_thing("hide-editor", "hide", "PERSON", "Page Editor", reason="No person.")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a warehouse with one refused decision about its figure and one that finds nothing."""
    store = SnapshotStore(tmp_path_factory.mktemp("published") / "w.duckdb")
    outcomes: list[Row] = [
        {
            "correction_id": "low",
            "row_key": f'{{"figure_id": "{FIGURE_ID}"}}',
            "row_id": FIGURE_ID,
            "status": "refused",
            "old_value": "5",
            "detail": "it breaks a rule",
        },
        {"correction_id": "hide-editor", "row_key": "{}", "status": "applied"},
    ]
    name = "core.correction_outcomes"
    with store.writer():
        snapshot = store.begin()
        rows = store.path.with_name("rows")
        plan = load_plan(rows, [document_rows(TEXT, "5")], [file_row(TEXT, "a.txt")])
        decided = replace(
            plan,
            corrections=pl.DataFrame([LOW, HIDE], schema=CORRECTIONS.polars_schema, orient="row"),
            whole_frames={**plan.whole_frames, name: frame_of(name, outcomes)},
        )
        with open_for_writing(snapshot) as connection:
            load_run(connection, decided)
        store.publish(snapshot, keep=5)
    return store.path


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:  # noqa: ANN401 - any JSON
    """Return what a command prints as JSON."""
    assert exit_code_of([*arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_decisions_are_listed_with_who_when_and_why(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Those that do not hold come first."""
    first, second = answer(capsys, "corrections", "--warehouse", str(published))

    assert (first["correction_id"], first["status"]) == ("low", "refused")
    assert (first["old_value"], first["new_value"], first["path"]) == ("5", "4", "a.txt")
    assert (second["decided_by"], second["decided_on"]) == ("Kim", "2026-01-02")
    assert second["reason"] == "No person."


def test_decisions_of_one_status_are_listed(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The option takes every status that there is."""
    rows = answer(capsys, "corrections", "--status", "applied", "--warehouse", str(published))

    assert [row["correction_id"] for row in rows] == ["hide-editor"]
    assert {status.value for status in Status} == set(CORRECTION_STATUSES)


def test_decisions_that_do_not_hold_are_noted_and_no_error(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The table is the result, the note goes to standard error, the exit code is 0."""
    code = exit_code_of(["corrections", "--warehouse", str(published)])

    captured = capsys.readouterr()
    assert code == 0
    assert "hide-editor" in captured.out
    assert "not applied: 1 refused" in captured.err


def test_lineage_shows_the_decisions_about_a_figure(
    published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Beside the figure as it was read."""
    shown = answer(capsys, "lineage", FIGURE_ID, "--warehouse", str(published))
    exit_code_of(["lineage", FIGURE_ID, "--warehouse", str(published)])

    assert [row["correction_id"] for row in shown["corrections"]] == ["low"]
    assert shown["figure"]["low"] == 5
    assert "Corrections" in capsys.readouterr().out


def test_check_passes_a_file_that_is_complete(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No warehouse and no run is needed."""
    file = write_decisions(tmp_path / "mine.csv", LOW, HIDE)

    assert answer(capsys, "corrections", "--check", str(file)) == {
        "file": str(file),
        "decision_count": 2,
        "faults": [],
    }


def test_check_lists_every_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What stops a run and what a run would refuse, each with its decision; exit code 1."""
    file = write_decisions(
        tmp_path / "mine.csv",
        LOW,
        LOW | {"correction_id": "word", "new_value": "some"},
        HIDE | {"action": "relabel"},
    )
    code = exit_code_of(["corrections", "--check", str(file), "--json"])

    captured = capsys.readouterr()
    faults = {row["correction_id"]: row["fault"] for row in json.loads(captured.out)["faults"]}
    assert code == 1
    assert list(faults) == ["hide-editor", "word"]
    assert "a relabel needs a target_label" in faults["hide-editor"]
    assert "column new_value" not in faults["word"]
    assert "'some' is no number" in faults["word"]
    assert "2 of 3 decisions cannot be applied" in captured.err


def test_check_names_a_file_that_is_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Wrong usage, as with every file."""
    code = exit_code_of(["corrections", "--check", str(tmp_path / "none.csv")])

    assert code == 2
    assert "none.csv is missing" in capsys.readouterr().err
