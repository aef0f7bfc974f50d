"""``tallybook dashboard`` as a user starts and ends it."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.browser_pages import await_port
from tests.processes import PATIENCE_S, running

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_dashboard_serves_until_it_is_ended(tmp_path: Path, number: signal.Signals) -> None:
    """It tells its address as JSON and nothing else, and answers there until a signal ends it.

    Ctrl-C reaches the server, too; ``kill`` does not, and yet it is not left behind.
    """
    warehouse = tmp_path / "none.duckdb"
    command = [sys.executable, "-m", "flows.cli", "dashboard", "--port", "0", "--json"]
    command += ["--warehouse", str(warehouse)]
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with running(command, cwd=ROOT, **streams) as process:
        assert process.stdout is not None
        facts = json.loads(process.stdout.readline())
        port = int(facts["page"].rpartition(":")[2])
        await_port(port)
        with urlopen(f"{facts['page']}/_stcore/health", timeout=PATIENCE_S) as answer:  # noqa: S310 - ours
            assert answer.status == 200
        (os.killpg if number is signal.SIGINT else os.kill)(process.pid, number)
        rest, errors = process.communicate(timeout=PATIENCE_S)
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", port), timeout=1)

    assert facts["warehouse"] == str(warehouse)
    assert rest == ""
    assert process.returncode in {0, 130}
    assert "Traceback" not in errors
