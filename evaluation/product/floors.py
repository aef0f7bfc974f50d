"""Sets the floors of ``expectations/floors.csv`` from what the packaged pipeline reaches now.

    python -m evaluation.product.floors

A floor lies below the score by two standard errors of a share over as many gold items, at least
``LEAST_MARGIN``: what a change may lose elsewhere without being called worse. Floors only rise; to
lower one, edit its row and say why in its reason.
"""

import csv
import math
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from evaluation.product.scoring import Wanted, read_portions, score_portions
from expectations.floors import Score
from tasks.nlp.packaged import PACKAGED
from tasks.nlp.pipeline import load_pipeline
from warehouse.seeds import read_seed_rows, seed_path
from warehouse.tables.ref import SCORE_FLOORS

LEAST_MARGIN: Final = 1.5
STANDARD_ERRORS: Final = 2
LEAST_GOLD: Final = 20
"""A metric over fewer gold items has no floor: one item would decide."""
UNGATED: Final = frozenset({Wanted("names", "dev")})
"""As large as the test part: a run that waits for the gate must not read both."""


def margin_of(score: Score) -> float:
    """Return the points that a metric may fall.

    The share is taken as if two more items were right and two wrong (Agresti and Coull, 1998), or
    a metric without errors would have no margin.

    >>> from expectations.floors import Metric
    >>> margin_of(Score(Metric("dates", "dev", "value_f1"), 10_000, 95.0))
    1.5
    """
    count = score.gold_count + 4
    share = (score.points / 100 * score.gold_count + 2) / count
    error = 100 * math.sqrt(share * (1 - share) / count)
    return max(LEAST_MARGIN, math.ceil(10 * STANDARD_ERRORS * error) / 10)


def floor_row(model: str, score: Score) -> dict[str, Any]:
    """Return the row of ref.score_floors that a score gives."""
    margin = margin_of(score)
    floor = max(0.0, math.floor(10 * (score.points - margin)) / 10)
    how = "the least margin" if margin == LEAST_MARGIN else "two standard errors"
    reason = (
        f"{score.points:.2f} over {score.gold_count} gold items when set, less {margin:.1f} ({how})"
    )
    names = score.metric._asdict()
    return {"model_name": model, **names, "floor": floor, "reason": reason}


def raised_floors(
    present: Iterable[Mapping[str, Any]], model: str, scores: Iterable[Score]
) -> list[dict[str, Any]]:
    """Return all rows of ref.score_floors after the scores of a model, sorted by their key.

    Args:
        present: Rows as they are; those of other models stay.
        model: Pipeline that was scored.
        scores: What it reached.
    """
    rows = {key_of(row): dict(row) for row in present}
    for score in scores:
        row = floor_row(model, score)
        before = rows.get(key_of(row))
        if is_gated(score) and (before is None or before["floor"] < row["floor"]):
            rows[key_of(row)] = row
    return [rows[key] for key in sorted(rows)]


def is_gated(score: Score) -> bool:
    """Tell whether a metric has a floor."""
    place = Wanted(score.metric.set_name, score.metric.part)
    return score.gold_count >= LEAST_GOLD and place not in UNGATED


def key_of(row: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the key of a floor."""
    return tuple(row[name] for name in SCORE_FLOORS.key)


def write_floors(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write rows of ref.score_floors as a CSV file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, SCORE_FLOORS.column_names, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main() -> None:
    """Score the packaged pipeline and raise its floors."""
    scores = score_portions(load_pipeline(PACKAGED), read_portions())
    rows = raised_floors(read_seed_rows(SCORE_FLOORS), PACKAGED, scores)
    write_floors(seed_path(SCORE_FLOORS), rows)


if __name__ == "__main__":
    main()
