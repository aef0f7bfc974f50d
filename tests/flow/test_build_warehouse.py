"""The main flow on small folders: what it loads, replaces, removes, refuses and leaves alone."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import duckdb
import polars as pl
import pytest

from tasks.extract import extract_staged
from tasks.nlp.document import DocumentInput, Extraction, extract_document
from tasks.nlp.fingerprint import extraction_fingerprint
from tasks.nlp.packaged import PACKAGED
from tasks.sources.finding import find_files
from tasks.sources.reading import read_file
from tasks.sources.staging import stage_documents
from tasks.sources.streams import ReadLimits
from tasks.staging import batch_file
from warehouse.errors import EnvironmentFault, GateError, UsageError
from warehouse.export import export_tables
from warehouse.queries import open_published, query_published
from warehouse.snapshots import SnapshotStore

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from spacy.language import Language

    from tasks.runs import RunSummary

pytestmark = [
    pytest.mark.flow,
    pytest.mark.usefixtures("prefect_engine"),
    pytest.mark.filterwarnings("default"),
]

TEXTS = {
    "convoy.txt": "About 40 trucks left the depot on 3 May 2021.\n\nPolice stopped 12 of them.\n",
    "prices.txt": "The ministry spent $40 million on flour. It paid 200 dollars per tonne.\n",
    "school.txt": "Some 300 pupils returned to the school. Two teachers were missing.\n",
}


def write_texts(folder: Path, texts: Mapping[str, str] = TEXTS) -> Path:
    """Write texts as files into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def build(source: Path, warehouse: Path, **options: object) -> RunSummary:
    """Run the flow on one source."""
    from flows.build_warehouse import build_warehouse  # noqa: PLC0415 - imports prefect

    return build_warehouse([str(source)], str(warehouse), options)


def exported(warehouse: Path, folder: Path) -> dict[str, bytes]:
    """Return every exported table as bytes."""
    export_tables(warehouse, folder, "jsonl")
    return {file.name: file.read_bytes() for file in sorted(folder.glob("*.jsonl"))}


def paths(warehouse: Path) -> list[str]:
    """Return the paths that the warehouse holds."""
    return query_published(warehouse, "from raw.document_files order by path")["path"].to_list()


def test_run_publishes_the_figures_of_a_folder(tmp_path: Path) -> None:
    """Every text becomes a document and its amounts become figures with their characters."""
    warehouse = tmp_path / "w.duckdb"

    summary = build(write_texts(tmp_path / "in"), warehouse)

    found = query_published(warehouse, "select figure_text from core.figures")
    assert (summary.status, summary.document_count) == ("published", 3)
    assert {"40", "12", "$40 million", "300"} <= set(found["figure_text"])


def test_run_records_itself_and_its_validations(tmp_path: Path) -> None:
    """The ledger of a run has its row, its file outcomes and what each expectation saw."""
    warehouse = tmp_path / "w.duckdb"

    summary = build(write_texts(tmp_path / "in"), warehouse)

    run = query_published(warehouse, "from ops.runs").to_dicts()[0]
    outcomes = query_published(warehouse, "from ops.file_outcomes")
    failed = query_published(warehouse, "from ops.validations where not is_success")
    assert run["run_id"] == summary.run_id
    assert run["figure_count"] == summary.figure_count > 0
    assert json.loads(run["sources_json"]) == [str(tmp_path / "in")]
    assert outcomes["outcome"].to_list() == ["new"] * 3
    assert failed.is_empty()


def test_second_run_on_the_same_files_changes_no_data(tmp_path: Path) -> None:
    """A run that finds nothing new is recorded as unchanged, and every table stays as it was."""
    source, warehouse = write_texts(tmp_path / "in"), tmp_path / "w.duckdb"
    build(source, warehouse)
    before = exported(warehouse, tmp_path / "before")

    summary = build(source, warehouse)

    assert summary.status == "unchanged"
    assert exported(warehouse, tmp_path / "after") == before
    assert query_published(warehouse, "from ops.runs").height == 2


def test_run_replaces_exactly_the_edited_document(tmp_path: Path) -> None:
    """An edited file gives a new document; the others are not read again."""
    source, warehouse = write_texts(tmp_path / "in"), tmp_path / "w.duckdb"
    build(source, warehouse)

    write_texts(source, {"school.txt": "Some 310 pupils returned to the school.\n"})
    summary = build(source, warehouse)

    found = query_published(warehouse, "from mart.figure_ledger where path = 'school.txt'")
    assert (summary.extracted_document_count, summary.removed_document_count) == (1, 1)
    assert found["figure_text"].to_list() == ["310"]
    assert paths(warehouse) == sorted(TEXTS)


def test_run_removes_the_rows_of_a_removed_file(tmp_path: Path) -> None:
    """The rows of a file that is gone go with it; what earlier runs met stays recorded."""
    source, warehouse = write_texts(tmp_path / "in"), tmp_path / "w.duckdb"
    build(source, warehouse)

    (source / "prices.txt").unlink()
    summary = build(source, warehouse)

    outcomes = query_published(
        warehouse, "select outcome from ops.file_outcomes where path = 'prices.txt' order by run_id"
    )
    assert summary.document_count == 2
    assert paths(warehouse) == ["convoy.txt", "school.txt"]
    assert sorted(outcomes["outcome"]) == ["new", "removed"]


def test_emptied_source_gives_an_empty_warehouse(tmp_path: Path) -> None:
    """A known folder may run empty: its documents go, and the run is no error."""
    source, warehouse = write_texts(tmp_path / "in"), tmp_path / "w.duckdb"
    build(source, warehouse)

    for file in source.iterdir():
        file.unlink()
    summaries = [build(source, warehouse), build(source, warehouse)]

    assert [summary.document_count for summary in summaries] == [0, 0]


def test_run_refuses_an_empty_folder_that_it_never_met(tmp_path: Path) -> None:
    """A folder without texts is most likely a wrong path: nothing is created."""
    (tmp_path / "in").mkdir()

    with pytest.raises(UsageError, match="no readable texts in"):
        build(tmp_path / "in", tmp_path / "w.duckdb")

    assert not (tmp_path / "w.duckdb").exists()


def test_batches_and_workers_do_not_change_the_result(tmp_path: Path) -> None:
    """One document per batch in two processes gives the same bytes as one batch in one."""
    source = write_texts(tmp_path / "in")
    build(source, tmp_path / "one.duckdb")
    build(source, tmp_path / "two.duckdb", batch_size=1, workers=2)

    one = exported(tmp_path / "one.duckdb", tmp_path / "one")
    two = exported(tmp_path / "two.duckdb", tmp_path / "two")

    assert one == two


def test_dask_gives_the_same_bytes_as_one_process(tmp_path: Path) -> None:
    """Batches that a local dask cluster extracts are those of one process."""
    pytest.importorskip("prefect_dask")
    source = write_texts(tmp_path / "in")
    build(source, tmp_path / "one.duckdb")
    build(source, tmp_path / "dask.duckdb", batch_size=1, workers=2, runner="dask")

    one = exported(tmp_path / "one.duckdb", tmp_path / "one")
    dask = exported(tmp_path / "dask.duckdb", tmp_path / "dask")

    assert one == dask


def stage_like_a_killed_run(source: Path, warehouse: Path) -> Path:
    """Extract a folder into the staging folder as a run does; return the folder of frames."""
    staging = SnapshotStore(warehouse).staging_folder
    staging.mkdir(parents=True, exist_ok=True)
    readings = [read_file(found, ReadLimits()) for found in find_files([source])]
    stage_documents(readings, staging / "all.parquet")
    documents = pl.read_parquet(staging / "all.parquet").sort("document_id")
    fingerprint = extraction_fingerprint(PACKAGED, max_document_chars=5_000_000)
    file = batch_file(staging, documents, fingerprint)
    documents.write_parquet(file)
    return extract_staged(file, model=PACKAGED, fingerprint=fingerprint)


def shift_figures(frames: Path, count: int) -> None:
    """Shift the offsets of the first figures by one, as a faulty extraction would."""
    file = frames / "core.figures.parquet"
    is_shifted = pl.int_range(pl.len()) < count
    figures = pl.read_parquet(file).with_columns(
        pl.when(is_shifted).then(pl.col(name) + 1).otherwise(pl.col(name)).alias(name)
        for name in ("start_char", "end_char")
    )
    figures.write_parquet(file)


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


def write_many(folder: Path) -> Path:
    """Write a text with so many figures that a share of them can be refused."""
    lines = "\n\n".join(f"Line {number} held up 40 trucks." for number in range(20))
    return write_texts(folder, {"many.txt": lines})


def last_run(warehouse: Path) -> dict[str, object]:
    """Return the row of ops.runs of the run that came last."""
    return query_published(warehouse, "from ops.runs order by run_id").to_dicts()[-1]


def staged(warehouse: Path) -> list[str]:
    """Return the names of what is left in the staging folder, by kind."""
    return sorted({file.name.split("-")[0] for file in staging(warehouse).iterdir()})


def staging(warehouse: Path) -> Path:
    """Return the staging folder of a warehouse."""
    return SnapshotStore(warehouse).staging_folder


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


def quality_artifact(run_id: str) -> bool:
    """Return whether the Prefect page shows what the expectations of a run saw."""
    from prefect.client.orchestration import get_client  # noqa: PLC0415 - imports prefect

    with get_client(sync_client=True) as client:
        return any(
            run_id in (a.description or "") for a in client.read_artifacts() if a.key == "quality"
        )


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
    age(warehouse)
    published = SnapshotStore(warehouse).published()

    with pytest.raises(GateError, match=r"core\.figures"):
        build(more, warehouse)
    assert SnapshotStore(warehouse).published() == published

    build(more, warehouse, max_rejected_share=1.0)
    assert paths(warehouse) == ["convoy.txt", "many.txt", "prices.txt", "school.txt"]


def test_document_without_a_text_stops_the_run(tmp_path: Path) -> None:
    """A listed document that neither a file of the run nor the warehouse holds is never dropped."""
    source, warehouse = write_texts(tmp_path / "in"), tmp_path / "w.duckdb"
    build(source, warehouse)
    more = write_texts(tmp_path / "more", {"more.txt": "Some 12 trucks left.\n"})
    age(warehouse, "delete from raw.documents where text like '%pupils%'")
    published = SnapshotStore(warehouse).published()

    with pytest.raises(GateError, match="lists 1 documents whose text it does not hold"):
        build(more, warehouse)

    assert SnapshotStore(warehouse).published() == published


def age(warehouse: Path, *statements: str) -> None:
    """Make a warehouse one of an older contract and change it behind the back of the store."""
    aged = "update ops.schema_versions set contract_fingerprint = 'ffffffffffffffff'"
    with duckdb.connect(warehouse.resolve()) as connection:
        for statement in (aged, *statements):
            connection.execute(statement)


def test_unexpected_error_is_recorded_and_the_next_run_works(tmp_path: Path) -> None:
    """A damaged file in the staging folder fails one run: it has its row, and no data change."""
    source, warehouse = write_texts(tmp_path / "in"), tmp_path / "w.duckdb"
    build(source, warehouse)
    before = exported(warehouse, tmp_path / "before")
    more = write_many(tmp_path / "more")
    frames = stage_like_a_killed_run(more, warehouse)
    (frames / "core.figures.parquet").write_bytes(b"PAR1 cut off")

    with pytest.raises(pl.exceptions.PolarsError):
        build(more, warehouse)

    last = last_run(warehouse)
    assert last["status"] == "failed"
    assert "Error: " in str(last["error_text"])
    assert exported(warehouse, tmp_path / "after") == before
    assert build(more, warehouse).status == "published"


def test_wrong_use_is_not_recorded(tmp_path: Path) -> None:
    """A run on a wrong folder changes nothing at all, not even the ledger."""
    source, warehouse = write_texts(tmp_path / "in"), tmp_path / "w.duckdb"
    build(source, warehouse)
    published = SnapshotStore(warehouse).published()
    (tmp_path / "empty").mkdir()

    with pytest.raises(UsageError):
        build(tmp_path / "empty", warehouse)

    assert SnapshotStore(warehouse).published() == published


def test_run_stops_while_another_writes(tmp_path: Path) -> None:
    """The second of two runs on one warehouse stops at once and names the first."""
    source, warehouse = write_texts(tmp_path / "in"), tmp_path / "w.duckdb"
    build(source, warehouse)
    published = SnapshotStore(warehouse).published()
    holder = (
        "import sys, pathlib; from warehouse.snapshots import SnapshotStore\n"
        f"with SnapshotStore(pathlib.Path({str(warehouse)!r})).writer():\n"
        "    sys.stdout.write('held\\n'); sys.stdout.flush(); sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()

        with pytest.raises(EnvironmentFault, match=f"process {process.pid}"):
            build(source, warehouse)
        process.communicate("")

    assert SnapshotStore(warehouse).published() == published


def test_document_that_cannot_be_read_stops_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault in one document fails its file with the reason; the others are published."""
    source = write_texts(tmp_path / "in")
    (source / "poison.txt").write_text("This text brings the reader down.\n")
    original = extract_document

    def failing(nlp: Language, document: DocumentInput) -> Extraction:
        if document.text.startswith("This text brings"):
            msg = "no way"
            raise ZeroDivisionError(msg)
        return original(nlp, document)

    monkeypatch.setattr("tasks.nlp.extraction.extract_document", failing)
    build(source, tmp_path / "w.duckdb")

    with open_published(tmp_path / "w.duckdb") as connection:
        failed = connection.execute(
            "select path, reason from ops.file_outcomes where outcome = 'failed'"
        ).fetchall()
        documents = connection.execute("select count(*) from raw.documents").fetchone()
    assert [path for path, _ in failed] == ["poison.txt"]
    assert "ZeroDivisionError: no way" in failed[0][1]
    assert documents == (len(list(source.iterdir())) - 1,)
