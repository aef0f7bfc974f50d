"""The examples of the README give the answers that stand there."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLE = re.compile(
    r"```console\n\$ tallybook (?P<arguments>[^\n]+)\n(?P<answer>.*?)```", re.DOTALL
)
WIDTH = "110"


def readme_examples() -> Iterator[tuple[str, str]]:
    """Yield the arguments of each example and the answer that the README shows."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for match in EXAMPLE.finditer(readme):
        yield match["arguments"], match["answer"]


def run_tallybook(*arguments: str, warehouse: Path, home: Path) -> subprocess.CompletedProcess[str]:
    """Run the command line as a user does, in a terminal of a fixed width."""
    given = {"TALLYBOOK_WAREHOUSE": str(warehouse), "PREFECT_HOME": str(home), "COLUMNS": WIDTH}
    environment = {**os.environ, **given}
    command = [sys.executable, "-m", "flows.cli", *arguments]
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def sample_warehouse(tmp_path_factory: pytest.TempPathFactory, home: Path) -> Path:
    """Load the sample corpus into a warehouse of its own."""
    warehouse = tmp_path_factory.mktemp("readme") / "sample.duckdb"
    result = run_tallybook("run", "seeds/corpus", warehouse=warehouse, home=home)
    assert result.returncode == 0, result.stderr

    return warehouse


def test_readme_has_examples() -> None:
    """The README shows at least two questions with their answers."""
    assert len(list(readme_examples())) >= 2


@pytest.mark.slow
@pytest.mark.parametrize(("arguments", "answer"), list(readme_examples()))
def test_readme_example_gives_its_answer(
    arguments: str, answer: str, sample_warehouse: Path, home: Path
) -> None:
    """Each command of the README prints exactly what the README shows."""
    result = run_tallybook(*shlex.split(arguments), warehouse=sample_warehouse, home=home)

    assert result.stdout.rstrip() == answer.rstrip()
