"""The main flow when something is wrong: data stay as they were, and the ledger says why."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import polars as pl
import pytest

from tasks.nlp.document import DocumentInput, Extraction, extract_document
from tests.flow_runs import (
    build,
    exported,
    last_run,
    stage_like_a_killed_run,
    write_many,
    write_texts,
)
from tests.processes import PATIENCE_S, running
from tests.snapshot_cycles import age_file
from warehouse.errors import EnvironmentFault, GateError, UsageError
from warehouse.queries import open_published
from warehouse.snapshots import SnapshotStore

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

pytestmark = [
    pytest.mark.flow,
    pytest.mark.usefixtures("prefect_engine"),
    pytest.mark.filterwarnings("default"),
]


def test_document_without_a_text_stops_the_run(tmp_path: Path) -> None:
    """A listed document that neither a file of the run nor the warehouse holds is never dropped."""
    source, warehouse = write_texts(tmp_path / "in"), tmp_path / "w.duckdb"
    build(source, warehouse)
    more = write_texts(tmp_path / "more", {"more.txt": "Some 12 trucks left.\n"})
    age_file(warehouse.resolve(), "delete from raw.documents where text like '%pupils%'")
    published = SnapshotStore(warehouse).published()

    with pytest.raises(GateError, match="lists 1 documents whose text it does not hold"):
        build(more, warehouse)

    assert SnapshotStore(warehouse).published() == published


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
    streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with running([sys.executable, "-c", holder], **streams) as process:
        assert process.stdout is not None
        process.stdout.readline()

        with pytest.raises(EnvironmentFault, match=f"process {process.pid}"):
            build(source, warehouse)
        process.communicate("", timeout=PATIENCE_S)

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
