"""The command line on a machine without a network."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
UNSHARE = shutil.which("unshare")


def run_offline(set_up: str, *arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    """Run tallybook in a network namespace of its own, after a shell command."""
    command = f'{set_up} "$@"'
    return subprocess.run(
        [
            str(UNSHARE),
            "-n",
            "sh",
            "-c",
            command,
            "sh",
            sys.executable,
            "-m",
            "flows.cli",
            *list(arguments),
        ],
        cwd=ROOT,
        env={**os.environ, "PREFECT_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one text."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("The patrol met about 60 fighters.\n")
    return tmp_path / "in"


needs_namespace = pytest.mark.skipif(
    UNSHARE is None or os.geteuid() != 0 or shutil.which("ip") is None,
    reason="needs root, unshare and ip for a network namespace",
)


@needs_namespace
@pytest.mark.slow
def test_run_needs_no_network_but_loopback(folder: Path, tmp_path: Path, home: Path) -> None:
    """Without any interface but loopback a run publishes as ever."""
    done = run_offline(
        "ip link set lo up &&",
        *("run", str(folder), "--warehouse", str(tmp_path / "w.duckdb"), "--json"),
        home=home,
    )

    assert done.returncode == 0, done.stderr
    assert '"status": "published"' in done.stdout


@needs_namespace
def test_machine_that_does_not_reach_itself_is_told_at_once(folder: Path, tmp_path: Path) -> None:
    """Without loopback the engine cannot start: one sentence, at once, and the right exit code."""
    done = run_offline(
        "", "run", str(folder), "--warehouse", str(tmp_path / "w.duckdb"), home=tmp_path / "home"
    )

    assert done.returncode == 3
    assert "does not reach itself" in done.stderr
    assert "Traceback" not in done.stderr
