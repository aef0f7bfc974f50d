"""Files of floors that tests write, and scores beside them."""

from __future__ import annotations

import csv
import shutil
from typing import TYPE_CHECKING

from expectations.floors import Metric, Score
from warehouse.seeds import gate_folder
from warehouse.tables.ref import SCORE_FLOORS

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

KIND = Metric("passages", "dev", "kind_accuracy")
VALUE = Metric("figures", "test", "value_f1")


def use_floors(
    folder: Path, patch: pytest.MonkeyPatch, floors: dict[Metric, float], *, model: str
) -> None:
    """Let the project's floors be those of one pipeline alone, its limits as they are."""
    folder.mkdir(exist_ok=True)
    shutil.copyfile(gate_folder() / "limits.csv", folder / "limits.csv")
    with (folder / "floors.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(SCORE_FLOORS.column_names)
        writer.writerows([model, *metric, floor, "test"] for metric, floor in floors.items())
    patch.setattr("warehouse.seeds.gate_folder", lambda: folder)


def score(metric: Metric, points: float) -> Score:
    """Return a score over a hundred gold items."""
    return Score(metric, 100, points)
