"""The staging folder is cleared as far as it can be, and what stays is no error of the run."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

NOBODY = 65534
PROJECT = Path(__file__).parents[2]
CLEAN = """
import os, sys
from pathlib import Path
from tasks.staging import clean_staging
if os.getuid() == 0:
    os.setgid(int(sys.argv[2]))
    os.setuid(int(sys.argv[2]))
clean_staging(Path(sys.argv[1]))
"""


def test_file_that_cannot_be_deleted_is_reported_and_left() -> None:
    """A run that is published already never ends as an error because of its staging folder."""
    with tempfile.TemporaryDirectory() as name:
        staging = Path(name) / "staging"
        (staging / "run").mkdir(parents=True)
        (staging / "batch-1.parquet").touch()
        (staging / "run" / "part.parquet").touch()
        for folder in (Path(name), staging, staging / "run"):
            folder.chmod(0o555)

        completed = subprocess.run(
            [sys.executable, "-c", CLEAN, str(staging), str(NOBODY)],
            cwd=PROJECT,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        for folder in (Path(name), staging, staging / "run"):
            folder.chmod(0o755)

        assert completed.returncode == 0
        assert f"{staging / 'batch-1.parquet'} cannot be deleted now: " in completed.stderr
        assert f"{staging / 'run'} cannot be deleted now: " in completed.stderr
