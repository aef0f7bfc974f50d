"""``tallybook run`` as users start it: twice, after an edit, after a removal, with a reader."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

from tests.processes import PATIENCE_S, running
from warehouse.queries import open_published

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.flow, pytest.mark.slow]

TEXTS = {
    "bridge.txt": "Repairs to the bridge cost $3.5 million. Some 40 workers took six weeks.\n",
    "harvest.txt": "Farmers brought in 1,200 tonnes of barley, 20 percent less than in 2020.\n",
    "patrol.txt": "The patrol met about 60 fighters. Three soldiers were killed.\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with three texts."""
    source = tmp_path / "in"
    source.mkdir()
    for name, text in TEXTS.items():
        (source / name).write_text(text, encoding="utf-8")
    return source


def environment(home: Path) -> dict[str, str]:
    """Return the environment of a command: no server of someone else."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT")}
    return {**kept, "PREFECT_HOME": str(home)}


def tallybook(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own."""
    command = [sys.executable, "-m", "flows.cli", *arguments]
    return subprocess.run(
        command, check=False, capture_output=True, text=True, env=environment(home)
    )


def run_json(home: Path, folder: Path, warehouse: Path) -> dict[str, Any]:
    """Run ``tallybook run --json`` and return what it printed."""
    done = tallybook(home, "run", str(folder), "--warehouse", str(warehouse), "--json")
    assert done.returncode == 0, done.stderr
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def exported(home: Path, warehouse: Path, folder: Path) -> dict[str, bytes]:
    """Return the files of ``tallybook export``."""
    done = tallybook(
        home, "export", str(folder), "--format", "parquet", "--warehouse", str(warehouse)
    )
    assert done.returncode == 0, done.stderr
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def test_runs_follow_the_files(home: Path, folder: Path, tmp_path: Path) -> None:
    """New, unchanged, edited and removed files each change exactly what they should."""
    warehouse = tmp_path / "w.duckdb"

    first = run_json(home, folder, warehouse)
    before = exported(home, warehouse, tmp_path / "before")
    with open_published(warehouse) as reader:
        second = run_json(home, folder, warehouse)
        after = exported(home, warehouse, tmp_path / "after")
        (folder / "patrol.txt").write_text("The patrol met about 70 fighters.\n")
        third = run_json(home, folder, warehouse)
        (folder / "bridge.txt").unlink()
        fourth = run_json(home, folder, warehouse)
        seen = reader.execute("select count(*) from raw.documents").fetchone()

    assert first["status"] == "published"
    assert first["question"]["rows"]
    assert second["status"] == "unchanged"
    assert after == before
    assert (third["extracted_document_count"], third["removed_document_count"]) == (1, 1)
    assert (fourth["document_count"], fourth["removed_document_count"]) == (2, 1)
    assert seen == (3,)
    full = run_json(home, folder, tmp_path / "full.duckdb")
    assert exported(home, warehouse, tmp_path / "a") == exported(
        home, tmp_path / "full.duckdb", tmp_path / "b"
    )
    assert full["figure_count"] == fourth["figure_count"]


def test_run_speaks_to_people_and_verify_passes(home: Path, folder: Path, tmp_path: Path) -> None:
    """Without --json a run prints table, question and answer; verify then finds nothing wrong."""
    done = tallybook(home, "run", str(folder), "--warehouse", str(tmp_path / "w.duckdb"))
    checked = tallybook(home, "verify", "--warehouse", str(tmp_path / "w.duckdb"), "--json")

    assert done.returncode == 0
    for word in ("documents", "mentions", "figures", "rejected rows", "seconds", "warehouse"):
        assert word in done.stdout
    assert "select" in done.stdout
    assert "soldiers" in done.stdout
    assert "extract documents (3)" in done.stderr
    assert "Traceback" not in done.stderr
    assert checked.returncode == 0, checked.stderr
    assert json.loads(checked.stdout)["mismatches"] == []


def test_interrupted_run_leaves_no_trace_and_resumes(
    home: Path, folder: Path, tmp_path: Path
) -> None:
    """Ctrl-C ends with 130 and one sentence; the next run publishes."""
    warehouse = tmp_path / "w.duckdb"
    command = [sys.executable, "-m", "flows.cli", "run", str(folder), "-w", str(warehouse)]
    streams = {"stderr": subprocess.PIPE, "stdout": subprocess.DEVNULL}
    with running(command, env=environment(home), **streams) as process:
        while process.poll() is None and not warehouse.with_name("w.duckdb.d").exists():
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=PATIENCE_S)

    assert process.returncode == 130
    assert "interrupted" in errors
    assert "Traceback" not in errors
    assert not warehouse.exists()
    assert run_json(home, folder, warehouse)["document_count"] == 3


def test_server_that_is_gone_is_one_sentence(home: Path, folder: Path, tmp_path: Path) -> None:
    """With a server that does not answer, the run ends with 3 and changes nothing."""
    warehouse = tmp_path / "w.duckdb"
    command = [sys.executable, "-m", "flows.cli", "run", str(folder), "-w", str(warehouse)]
    given = {**environment(home), "PREFECT_API_URL": "http://127.0.0.1:9/api"}

    done = subprocess.run(command, check=False, capture_output=True, text=True, env=given)

    assert done.returncode == 3
    assert "http://127.0.0.1:9/api" in done.stderr
    assert "Traceback" not in done.stderr
    assert not warehouse.exists()


def test_emptied_folder_does_not_empty_the_warehouse(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that is not mounted costs one refused run; a user who means it can say so."""
    source, warehouse = tmp_path / "in", tmp_path / "w.duckdb"
    source.mkdir()
    for number in range(10, 20):
        (source / f"{number}.txt").write_text(f"The patrol met {number} fighters.\n")
    run_json(home, source, warehouse)
    for file in source.iterdir():
        file.unlink()

    refused = tallybook(home, "run", str(source), "--warehouse", str(warehouse))

    assert refused.returncode == 1
    assert f"{source} would lose 10 of its 10 documents" in refused.stderr
    with open_published(warehouse) as connection:
        assert connection.execute("select count(*) from raw.documents").fetchall() == [(10,)]
        assert connection.execute("select status from ops.runs").fetchall()[-1] == ("failed_gate",)

    monkeypatch.setenv("TALLYBOOK_MAX_REMOVED_SHARE", "1")
    assert run_json(home, source, warehouse)["removed_document_count"] == 10
