"""Refused rows come back by a replay once the fault is gone, and nothing else changes."""

from __future__ import annotations

import json
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from expectations import rules
from expectations.rules import Rule
from tests.flow_runs import build, exported_facts, last_run, write_texts
from warehouse.errors import GateError
from warehouse.open_rejections import open_rejections
from warehouse.queries import query_published
from warehouse.snapshots import SnapshotStore

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tasks.replay_outcome import Outcome

pytestmark = [
    pytest.mark.flow,
    pytest.mark.usefixtures("prefect_engine"),
    pytest.mark.filterwarnings("default"),
]
REPORTS = {
    "flour.txt": (
        "The Ministry of Health spent $40 million on flour on 3 May 2021. President Anna Kovacs "
        'said: "We paid 200 dollars per tonne in Kenya." Some 300 pupils returned.\n'
    ),
    "trucks.txt": "About 40 trucks left Nairobi on 3 May 2021.\n\nPolice stopped 12 of them.\n",
    "copy.txt": "About 40 trucks left Nairobi on 3 May 2021.\n\nPolice stopped 13 of them.\n",
}
FAULTS = (
    Rule(
        name="no_money",
        table="core.figures",
        columns=("kind",),
        reason="A rule that is wrong: its seed misses every currency.",
        broken=pl.col("kind") == "money",
    ),
    Rule(
        name="no_second_sentence",
        table="core.sentences",
        columns=("sentence_index",),
        reason="A rule that is wrong: what stands in the sentence goes with it.",
        broken=pl.col("sentence_index") == 1,
    ),
    Rule(
        name="no_place",
        table="core.entity_mentions",
        columns=("label",),
        reason="A rule that is wrong: things without a mention are no entities.",
        broken=pl.col("label") == "GPE",
    ),
)
STRICTER = Rule(
    name="no_hundreds",
    table="core.figures",
    columns=("figure_text",),
    reason="A rule that is new: rows that are loaded break it.",
    broken=pl.col("figure_text") == "300",
)
BROKEN = Rule(
    name="cannot_judge",
    table="core.figures",
    columns=("kind",),
    reason="A rule that reads a column that is not there.",
    broken=pl.col("no_such_column") == 1,
)


@contextmanager
def rules_with(*faults: Rule) -> Iterator[None]:
    """Have faulty rules among the rules of the gate inside the block."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rules, "RULES", (*rules.RULES, *faults))
        yield


def replay(warehouse: Path, **options: object) -> Outcome:
    """Run the flow."""
    from flows.replay_rejected import replay_rejected  # noqa: PLC0415 - imports prefect

    return replay_rejected(str(warehouse), **options)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory, prefect_engine: None) -> Path:
    """Give the folder of a warehouse that misses rows; tests copy it, never change it."""
    folder = tmp_path_factory.mktemp("faulty")
    write_texts(folder / "in", REPORTS)
    with rules_with(*FAULTS):
        build(folder / "in", folder / "w.duckdb", max_rejected_share=1.0)
    return folder


@pytest.fixture
def warehouse(template: Path, tmp_path: Path) -> Path:
    """Give a warehouse that misses rows, beside a folder ``in`` with its texts."""
    shutil.copytree(template, tmp_path, symlinks=True, dirs_exist_ok=True)
    return tmp_path / "w.duckdb"


def test_replay_makes_up_for_the_fault(warehouse: Path, template: Path, tmp_path: Path) -> None:
    """After fix and replay, the facts are byte for byte those that never had the fault."""
    build(template / "in", tmp_path / "sound.duckdb")
    sound = exported_facts(tmp_path / "sound.duckdb", tmp_path / "sound")
    before = exported_facts(warehouse, tmp_path / "before")

    outcome = replay(warehouse)

    changed = {name for name, rows in sound.items() if rows != before[name]}
    assert {f"{name}.jsonl" for name in outcome.tables["table_name"]} <= changed
    assert outcome.tables.height > len(FAULTS)
    assert outcome.accepted_count == outcome.replayed_count
    assert outcome.lost.is_empty()
    assert exported_facts(warehouse, tmp_path / "after") == sound
    assert open_rejections(warehouse).is_empty()
    assert build(template / "in", warehouse).status == "unchanged"


def test_replay_before_the_fix_changes_the_ledger_only(warehouse: Path, tmp_path: Path) -> None:
    """What is refused again is recorded again; the run names itself a replay of its version."""
    before = exported_facts(warehouse, tmp_path / "before")
    opened = open_rejections(warehouse).drop("run_id")
    first = last_run(warehouse)

    with rules_with(*FAULTS):
        outcome = replay(warehouse, table="core.sentences")

    run = last_run(warehouse)
    assert exported_facts(warehouse, tmp_path / "after") == before
    assert (outcome.accepted_count, run["status"]) == (0, "unchanged")
    assert run["rejected_row_count"] == outcome.refused.select("table_name", "row_key").n_unique()
    assert_frame_equal(open_rejections(warehouse).drop("run_id"), opened, check_row_order=False)
    assert run["sources_json"] == '["ops.rejected_rows"]'
    stated = json.loads(str(run["settings_json"]))
    assert stated["replay"] == {"table": "core.sentences", "rule": None}
    for column in ("extraction_fingerprint", "rules_version", "model_name"):
        assert run[column] == first[column]


def test_dry_run_leaves_no_trace(warehouse: Path) -> None:
    """It tells what would come back, and neither snapshot nor ledger nor staging folder change."""
    store = SnapshotStore(warehouse)
    published = store.published()
    content = warehouse.read_bytes()

    outcome = replay(warehouse, rule="no_second_sentence", is_dry=True)

    assert outcome.summary is None
    assert outcome.accepted_count > 0
    assert (store.published(), warehouse.read_bytes()) == (published, content)
    assert list(store.staging_folder.iterdir()) == []


def test_loaded_row_that_breaks_a_rule_by_now_goes_and_can_come_back(warehouse: Path) -> None:
    """A replay judges whole documents, as a run does; what it costs is told and stays open."""
    figures = "select figure_id from core.figures where figure_text = '300'"
    assert query_published(warehouse, figures).height == 1

    with rules_with(STRICTER):
        outcome = replay(warehouse)

    assert outcome.lost["rule"].unique().to_list() == ["no_hundreds"]
    assert query_published(warehouse, figures).is_empty()
    assert open_rejections(warehouse)["rule"].unique().to_list() == ["no_hundreds"]
    assert replay(warehouse).accepted_count == 1
    assert query_published(warehouse, figures).height == 1


def test_replay_that_cannot_judge_is_recorded_as_failed(warehouse: Path, tmp_path: Path) -> None:
    """A broken rule stops a replay under its name as it stops a run; the facts stay."""
    before = exported_facts(warehouse, tmp_path / "before")

    with rules_with(BROKEN), pytest.raises(GateError, match="the rule cannot_judge failed"):
        replay(warehouse)

    run = last_run(warehouse)
    assert run["status"] == "failed_gate"
    assert "cannot_judge" in str(run["error_text"])
    assert exported_facts(warehouse, tmp_path / "after") == before
