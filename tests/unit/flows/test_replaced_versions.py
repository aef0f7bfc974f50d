"""When a run replaces rows of another version, and so must be scored."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from flows.accuracy import replaces_version
from flows.launch import begin_run
from tasks.nlp.pipeline import RULES
from tasks.plan import RunPlan
from tests.change_plans import outline, plan
from tests.sample_rows import FINGERPRINT, frame_of, run_row
from tests.snapshot_cycles import age_file, publish_text
from warehouse.known_state import read_known_state

if TYPE_CHECKING:
    from tasks.runs import RunContext
    from warehouse.snapshots import SnapshotStore

OTHER = "1" * 16
BATCHES = (Path("batch-0.parquet"),)


def new_run(store: SnapshotStore) -> RunContext:
    """Return a run with the rules of this code."""
    return begin_run(["/in"], str(store.path), {"model": RULES})


def publish_version(store: SnapshotStore, rules_version: str) -> None:
    """Publish a document that a version has extracted."""
    run = run_row("20260102T030405Z-0123abcd") | {
        "rules_version": rules_version,
        "extraction_fingerprint": FINGERPRINT,
    }
    ledger = {"ops.runs": frame_of("ops.runs", [run])}
    publish_text(store, "Police stopped 5 trucks.", ledgers=[ledger])


def run_plan(store: SnapshotStore, batches: tuple[Path, ...] = BATCHES) -> RunPlan:
    """Return the plan of a run over one new file."""
    return RunPlan(
        changes=plan(outline("a.txt", "a")),
        known=read_known_state(store.path),
        found_file_count=1,
        batches=list(batches),
        has_new_corrections=False,
    )


def test_first_run_replaces_nothing(store: SnapshotStore) -> None:
    """Without a warehouse there are no better rows to lose, and the start is fast."""
    assert not replaces_version(new_run(store), run_plan(store))


def test_other_version_replaces_rows(store: SnapshotStore) -> None:
    """Documents that other rules extracted are extracted anew."""
    publish_version(store, OTHER)

    assert replaces_version(new_run(store), run_plan(store))


def test_same_version_replaces_nothing(store: SnapshotStore) -> None:
    """New files under the rules that the warehouse was made with wait for no score."""
    publish_version(store, new_run(store).rules_version)

    assert not replaces_version(new_run(store), run_plan(store))


def test_run_that_extracts_nothing_replaces_nothing(store: SnapshotStore) -> None:
    """Where only files went, no rules are asked."""
    publish_version(store, OTHER)

    assert not replaces_version(new_run(store), run_plan(store, batches=()))


def test_warehouse_that_cannot_tell_its_version_is_replaced(store: SnapshotStore) -> None:
    """An older tallybook did not record versions, or its documents cannot be read any more."""
    publish_version(store, OTHER)
    age_file(store.path.resolve(), "alter table ops.runs drop rules_version")
    assert replaces_version(new_run(store), run_plan(store))

    age_file(store.path.resolve(), "alter table raw.documents drop text")
    assert replaces_version(new_run(store), run_plan(store))
