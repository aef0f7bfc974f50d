"""One warehouse, one dashboard and one browser for all tests of pages."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from tests.browser_pages import opened_browser, served_dashboard
from warehouse.seeds import corpus_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

ROOT: Final = Path(__file__).parents[2]
LONG_WORD: Final = "Z" * 10_000
HOSTILE: Final = f"""Hostile report: 12 rifles <script>window.hurt = 1</script>

Police said on Monday 4,321 rifles "><img src=x onerror="window.hurt = 2"> were seized in Kabul.

=HYPERLINK("http://evil.example/","rifles") counted 77 rifles. Officials counted 1,234 {LONG_WORD}.

**Bold** [a link](javascript:window.hurt=3) :red[red] $x^2$ <b>and</b> 55 rifles.
"""


@pytest.fixture(scope="session")
def sample_warehouse(tmp_path_factory: pytest.TempPathFactory, home: Path) -> Path:
    """Load the sample corpus and a hostile text into a warehouse of its own."""
    folder = tmp_path_factory.mktemp("dashboard")
    (folder / "hostile").mkdir()
    name = "=cmd <img src=x onerror=alert(1)>.txt"
    (folder / "hostile" / name).write_text(HOSTILE, encoding="utf-8")
    warehouse = folder / "sample.duckdb"
    command = [sys.executable, "-m", "flows.cli", "run", str(corpus_folder())]
    command += [str(folder / "hostile"), "--warehouse", str(warehouse)]
    environment = {**os.environ, "PREFECT_HOME": str(home)}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return warehouse


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Give the browser of the system; it ends with the file, for no flow runs beside its loop."""
    with opened_browser() as found:
        yield found


@pytest.fixture(scope="session")
def address(sample_warehouse: Path) -> Iterator[str]:
    """Give the address of a dashboard over the sample warehouse."""
    with served_dashboard(sample_warehouse) as found:
        yield found
