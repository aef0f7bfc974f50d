"""Measures of runs: recorded with every run; a broken critical limit stops before publishing."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import polars as pl
import pytest

from expectations import rules
from expectations.rules import Rule
from tests.flow_runs import build, last_run, paths, write_many, write_texts
from warehouse.errors import GateError
from warehouse.queries import query_published
from warehouse.seeds import gate_folder

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.flow,
    pytest.mark.usefixtures("prefect_engine"),
    pytest.mark.filterwarnings("default"),
]
LIMIT = "figures_per_1000_words,*,things,500,,,0,0,{severity},Where are they?\n"
NO_COUNTS = Rule(
    name="no_counts",
    table="core.figures",
    columns=("kind",),
    reason="A rule that is wrong.",
    broken=pl.col("kind") == "count",
)


def with_limit(monkeypatch: pytest.MonkeyPatch, folder: Path, severity: str) -> None:
    """Have a limit that no text keeps in place of the project's."""
    folder.mkdir(exist_ok=True)
    shutil.copytree(gate_folder(), folder, dirs_exist_ok=True, ignore=lambda *_: ["__pycache__"])
    lines = (folder / "limits.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("figures_per_1000_words,")]
    text = "".join([*kept, LIMIT.format(severity=severity)])
    (folder / "limits.csv").write_text(text, encoding="utf-8")
    monkeypatch.setattr("warehouse.seeds.gate_folder", lambda: folder)


def measures(warehouse: Path, run_id: object) -> dict[tuple[str, str], bool]:
    """Return whether each measure and subject of a run kept its limit."""
    rows = query_published(warehouse, "from ops.measures where run_id = ?", [run_id])
    return {(row["measure"], row["subject"]): row["is_success"] for row in rows.to_dicts()}


def test_runs_take_measures(tmp_path: Path) -> None:
    """A first run breaks no limit; one that reads nothing takes files, silence and freshness."""
    source, warehouse = write_texts(tmp_path / "in"), tmp_path / "w.duckdb"

    first = measures(warehouse, build(source, warehouse).run_id)
    second = measures(warehouse, build(source, warehouse).run_id)

    assert all((first | second).values())
    assert {
        ("rejected_share", "core.figures"),
        ("figures_per_1000_words", "*"),
        ("mentions_per_1000_words", "GPE"),
        ("language_share", "en"),
        ("unknown_unit_share", "*"),
        ("failed_file_share", "*"),
        ("days_since_new_document", str(source)),
    } <= set(first)
    assert set(second) == {("failed_file_share", "*"), ("days_since_new_document", str(source))}
    assert query_published(warehouse, "from ops.issues").is_empty()


def test_broken_limit_warns_or_stops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken limit is a warning in the ledger; a critical one publishes the ledger only."""
    source, warehouse = write_texts(tmp_path / "in"), tmp_path / "w.duckdb"
    with_limit(monkeypatch, tmp_path / "gate", "warning")
    build(source, warehouse)
    (issue,) = query_published(warehouse, "from ops.issues").to_dicts()
    with_limit(monkeypatch, tmp_path / "other", "critical")
    write_texts(source, {"more.txt": "Some 12 trucks left.\n"})

    with pytest.raises(
        GateError, match=r"figures_per_1000_words: [\d.]+ things, expected at least"
    ):
        build(source, warehouse)

    last = last_run(warehouse)
    taken = measures(warehouse, last["run_id"])
    assert (issue["rule"], issue["table_name"]) == ("figures_per_1000_words", "core.figures")
    assert issue["detail"].endswith("Where are they?")
    assert "more.txt" not in paths(warehouse)
    assert last["status"] == "failed_gate"
    assert [place for place, kept in taken.items() if not kept] == [("figures_per_1000_words", "*")]


def test_run_that_loses_too_much_has_its_measure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the gate on refused rows saw is a measure like the others, though nothing was loaded."""
    monkeypatch.setattr(rules, "RULES", (*rules.RULES, NO_COUNTS))
    warehouse = tmp_path / "w.duckdb"

    with pytest.raises(GateError, match=r"core\.figures 20 of 20 rows"):
        build(write_many(tmp_path / "many"), warehouse)

    taken = measures(warehouse, last_run(warehouse)["run_id"])
    assert not taken["rejected_share", "core.figures"]
    assert taken["rejected_share", "core.sentences"]
