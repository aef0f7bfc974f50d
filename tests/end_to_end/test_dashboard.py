"""``tallybook dashboard`` as a user starts and ends it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.browser_pages import await_port
from tests.processes import PATIENCE_S, running

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_dashboard_serves_until_interrupted(tmp_path: Path) -> None:
    """It tells its address as JSON, answers there, and Ctrl-C ends it without a complaint."""
    warehouse = tmp_path / "none.duckdb"
    command = [sys.executable, "-m", "flows.cli", "dashboard", "--port", "0", "--json"]
    command += ["--warehouse", str(warehouse)]
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with running(command, cwd=ROOT, **streams) as process:
        assert process.stdout is not None
        facts = json.loads(process.stdout.readline())
        await_port(int(facts["page"].rpartition(":")[2]))
        with urlopen(f"{facts['page']}/_stcore/health", timeout=PATIENCE_S) as answer:  # noqa: S310 - ours
            assert answer.status == 200
        os.killpg(process.pid, signal.SIGINT)
        _, errors = process.communicate(timeout=PATIENCE_S)

    assert facts["warehouse"] == str(warehouse)
    assert process.returncode in {0, 130}
    assert "Traceback" not in errors
