"""The main flow on batches that an earlier run left: taken up, refused in part, or as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest

from tests.flow_runs import (
    build,
    exported,
    last_run,
    paths,
    stage_like_a_killed_run,
    write_many,
    write_texts,
)
from tests.snapshot_cycles import age_file
from warehouse.errors import GateError
from warehouse.queries import query_published
from warehouse.snapshots import SnapshotStore

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.flow,
    pytest.mark.usefixtures("prefect_engine"),
    pytest.mark.filterwarnings("default"),
]


def shift_figures(frames: Path, count: int) -> None:
    """Shift the offsets of the first figures by one, as a faulty extraction would."""
    file = frames / "core.figures.parquet"
    is_shifted = pl.int_range(pl.len()) < count
    figures = pl.read_parquet(file).with_columns(
        pl.when(is_shifted).then(pl.col(name) + 1).otherwise(pl.col(name)).alias(name)
        for name in ("start_char", "end_char")
    )
    figures.write_parquet(file)


def staged(warehouse: Path) -> list[str]:
    """Return the names of what is left in the staging folder, by kind."""
    folder = SnapshotStore(warehouse).staging_folder
    return sorted({file.name.split("-")[0] for file in folder.iterdir()})


def quality_artifact(run_id: str) -> bool:
    """Return whether the Prefect page shows what the expectations of a run saw."""
    from prefect.client.orchestration import get_client  # noqa: PLC0415 - imports prefect

    with get_client(sync_client=True) as client:
        return any(
            run_id in (a.description or "") for a in client.read_artifacts() if a.key == "quality"
        )


def test_run_takes_up_the_batches_of_a_killed_run(tmp_path: Path) -> None:
    """A finished batch in the staging folder is used, not extracted again."""
    source, warehouse = write_texts(tmp_path / "in"), tmp_path / "w.duckdb"
    frames = stage_like_a_killed_run(source, warehouse)
    pl.read_parquet(frames / "core.figures.parquet").clear().write_parquet(
        frames / "core.figures.parquet"
    )

    summary = build(source, warehouse)

    assert (summary.document_count, summary.figure_count) == (3, 0)
    assert list(SnapshotStore(warehouse).staging_folder.iterdir()) == []


def test_refused_rows_are_kept_out_and_the_others_load(tmp_path: Path) -> None:
    """A figure whose span does not fit its text goes to ops.rejected_rows."""
    source, warehouse = write_texts(tmp_path / "in"), tmp_path / "w.duckdb"
    shift_figures(stage_like_a_killed_run(source, warehouse), 1)

    summary = build(source, warehouse)

    rejected = query_published(warehouse, "from ops.rejected_rows")
    assert (summary.status, summary.rejected_row_count) == ("published", 1)
    assert set(rejected["table_name"]) == {"core.figures"}
    assert summary.document_count == 3


def test_refused_run_publishes_its_ledger_only(tmp_path: Path) -> None:
    """When too many rows are refused, the tables stay as they were and the run says why."""
    source, warehouse = write_texts(tmp_path / "in"), tmp_path / "w.duckdb"
    build(source, warehouse)
    before = exported(warehouse, tmp_path / "before")
    more = write_many(tmp_path / "more")
    shift_figures(stage_like_a_killed_run(more, warehouse), 15)

    with pytest.raises(GateError, match=r"core\.figures"):
        build(more, warehouse)

    last = last_run(warehouse)
    assert exported(warehouse, tmp_path / "after") == before
    assert last["status"] == "failed_gate"
    assert "core.figures" in str(last["error_text"])
    assert int(str(last["rejected_row_count"])) >= 15
    assert query_published(warehouse, "from ops.rejected_rows").height >= 15
    assert len(SnapshotStore(warehouse).snapshots()) == 1
    assert quality_artifact(str(last["run_id"]))


def test_refused_run_keeps_what_it_extracted(tmp_path: Path) -> None:
    """A retry, here with a looser gate, finds the batches and does not extract them again."""
    more, warehouse = write_many(tmp_path / "more"), tmp_path / "w.duckdb"
    shift_figures(stage_like_a_killed_run(more, warehouse), 15)
    with pytest.raises(GateError):
        build(more, warehouse)
    assert staged(warehouse) == ["batch"]

    summary = build(more, warehouse, max_rejected_share=1.0)

    assert summary.rejected_row_count >= 15
    assert staged(warehouse) == []


def test_refused_run_never_replaces_an_older_warehouse(tmp_path: Path) -> None:
    """Rebuilding it for a ledger only would lose the documents of all sources."""
    source, warehouse = write_texts(tmp_path / "in"), tmp_path / "w.duckdb"
    build(source, warehouse)
    more = write_many(tmp_path / "more")
    shift_figures(stage_like_a_killed_run(more, warehouse), 15)
    age_file(warehouse.resolve())
    published = SnapshotStore(warehouse).published()

    with pytest.raises(GateError, match=r"core\.figures"):
        build(more, warehouse)
    assert SnapshotStore(warehouse).published() == published

    build(more, warehouse, max_rejected_share=1.0)
    assert paths(warehouse) == ["convoy.txt", "many.txt", "prices.txt", "school.txt"]
