"""New decisions make a run though no file changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from flows.launch import begin_run
from tasks.plan import has_new_corrections
from tests.decided import about_thing, write_decisions
from warehouse.corrections import read_corrections

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl

    from tasks.runs import RunContext


@pytest.fixture
def decided(tmp_path: Path) -> Path:
    """Give a user's file with one decision."""
    row = about_thing("hide-editor", "hide", "PERSON", "Page Editor")
    return write_decisions(tmp_path / "mine.csv", row)


def context(warehouse: Path, corrections: pl.DataFrame) -> RunContext:
    """Return the context of a run with these decisions."""
    return replace(begin_run([], str(warehouse), {}), corrections=corrections)


def test_decisions_that_are_applied_are_not_new(published: Path) -> None:
    """A warehouse that was resolved without decisions needs no run for none."""
    assert not has_new_corrections(context(published, read_corrections()))


def test_decision_that_is_not_applied_is_new(published: Path, decided: Path) -> None:
    """One more row of the user's file is reason enough for a run."""
    assert has_new_corrections(context(published, read_corrections(decided)))


@pytest.mark.parametrize("is_decided", [True, False])
def test_without_a_warehouse_any_decision_is_new(
    tmp_path: Path, decided: Path, *, is_decided: bool
) -> None:
    """Nothing is applied yet, and no decision is nothing new."""
    corrections = read_corrections(decided if is_decided else None)

    assert has_new_corrections(context(tmp_path / "w.duckdb", corrections)) is is_decided


def test_run_takes_the_file_of_the_setting(
    tmp_path: Path, decided: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An argument, the environment or nothing decides which file is read."""
    warehouse = str(tmp_path / "w.duckdb")
    given = begin_run([], warehouse, {"corrections": str(decided)}).corrections
    bare = begin_run([], warehouse, {}).corrections
    monkeypatch.setenv("TALLYBOOK_CORRECTIONS", str(decided))
    named = begin_run([], warehouse, {}).corrections

    assert given["correction_id"].to_list() == ["hide-editor"]
    assert named.equals(given)
    assert bare.is_empty()
