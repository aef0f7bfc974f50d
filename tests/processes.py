"""Other processes of the project: limits, users and locks hold for a whole process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).parents[1]
PATIENCE_S: Final = 300
"""What no process of ours takes on a slow and busy machine."""


@contextmanager
def running(command: list[str], **options: Any) -> Iterator[subprocess.Popen[str]]:  # noqa: ANN401 - what Popen takes
    """Give a process in a session of its own; it and what it started end with the block.

    A test that fails inside of the block would wait for ever for a process that serves.

    Args:
        command: Program and arguments.
        options: Further arguments of ``subprocess.Popen``.
    """
    with subprocess.Popen(command, text=True, start_new_session=True, **options) as process:
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


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
    output, _ = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 0
    return output.strip()


def line_of(process: subprocess.Popen[str]) -> str:
    """Return the next line that a process prints."""
    assert process.stdout is not None
    return process.stdout.readline().strip()
