"""``tallybook serve``: the schedule fires and the page shows what each run did."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from tests.processes import PATIENCE_S, running

pytestmark = [pytest.mark.flow, pytest.mark.slow]

PROJECT = Path(__file__).parents[2]


def ask(page: str, question: str) -> list[dict[str, Any]]:
    """Return what the Prefect API of a page answers to a filter without conditions."""
    request = urllib.request.Request(  # noqa: S310 - our own server
        f"{page}/api/{question}/filter",
        data=b"{}",
        headers={"content-type": "application/json"},
    )
    with urllib.request.urlopen(request) as answer:  # noqa: S310 - as above
        found: list[dict[str, Any]] = json.load(answer)
    return found


def test_serve_fires_the_schedule_and_shows_artifacts(tmp_path: Path) -> None:
    """The inbox is loaded by schedule; summary, quality table and progress stand on the page."""
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "a.txt").write_text("Police stopped 12 trucks on 3 May 2021.\n")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT")}
    given = {**kept, "PREFECT_HOME": str(tmp_path / "home"), "PYTHONPATH": str(PROJECT)}
    command = [sys.executable, "-m", "flows.cli", "serve", "--inbox", "inbox", "--json"]
    command += ["--warehouse", "w.duckdb", "--interval", "20", "--port", "0"]

    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with running(command, cwd=tmp_path, env=given, **streams) as process:
        assert process.stdout is not None
        page = json.loads(process.stdout.readline())["page"]
        deadline = time.monotonic() + PATIENCE_S
        shown: set[str] = set()
        while not {"run-summary", "quality", "extraction"} <= shown:
            assert time.monotonic() < deadline, shown
            time.sleep(0.5)
            shown = {artifact["key"] for artifact in ask(page, "artifacts")}
        deployments = {found["name"] for found in ask(page, "deployments")}
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=PATIENCE_S)

    assert (tmp_path / "w.duckdb").exists()
    assert deployments == {"hourly", "nightly"}
    assert process.returncode == 0
