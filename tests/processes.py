"""Other processes of the project: limits, users and locks hold for a whole process."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

PROJECT = Path(__file__).parents[1]


def start_python(code: str, *arguments: object) -> subprocess.Popen[str]:
    """Start another process of the project that runs the code."""
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), *map(str, arguments)],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def run_python(code: str, *arguments: object) -> str:
    """Return what another process of the project prints."""
    process = start_python(code, *arguments)
    output, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    return output.strip()


def line_of(process: subprocess.Popen[str]) -> str:
    """Return the next line that a process prints."""
    assert process.stdout is not None
    return process.stdout.readline().strip()
