"""``tallybook export`` writes a file per table and counts them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from flows.cli.app import exit_code_of

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_export_writes_every_table(published: Path, tmp_path: Path) -> None:
    """One file per table appears in the folder."""
    folder = tmp_path / "out"

    code = exit_code_of(["export", str(folder), "--format", "csv", "--warehouse", str(published)])

    assert code == 0
    assert "5" in (folder / "core.figures.csv").read_text()


def test_export_counts_what_it_wrote(
    published: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that lay in the folder before is not counted."""
    (tmp_path / "old.csv").write_text("left over")

    exit_code_of(
        ["export", str(tmp_path), "--format", "csv", "--json", "--warehouse", str(published)]
    )

    written = json.loads(capsys.readouterr().out)["files"]
    assert sorted([*written, "old.csv"]) == sorted(file.name for file in tmp_path.iterdir())
