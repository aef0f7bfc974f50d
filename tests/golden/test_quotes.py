"""Our own gold of quotations: scores of claimants and quotations do not fall below their floors.

The floors are a few points below what ``benchmarks/quotes.py`` printed when they were set, so that
a change that trades some passages for others passes and one that breaks a rule does not. Raise them
with the scores.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from evaluation.quotes.report import score_gold
from tasks.nlp.pipeline import load_pipeline

if TYPE_CHECKING:
    from evaluation.quotes.tallies import Record

FLOORS = {
    ("quotations", "dev", "f1"): 88,
    ("quotations", "test", "f1"): 83,
    ("claimants", "dev", "claimant"): 93,
    ("claimants", "test", "claimant"): 90,
}
"""Points by table, part of the gold, and score."""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def tables() -> dict[str, list[Record]]:
    """Score the packaged pipeline once."""
    return score_gold(load_pipeline())


@pytest.mark.parametrize(("table", "split", "score"), FLOORS, ids=[*map(" ".join, FLOORS)])
def test_score_stays_above_its_floor(
    table: str, split: str, score: str, tables: dict[str, list[Record]]
) -> None:
    """Quotations are found, and figures have the right claimant, as often as before."""
    floor = FLOORS[table, split, score]
    (record,) = [record for record in tables[table] if record["set"] == split]

    assert record[score] >= floor, (
        f"{score} of {table} on the {split} part fell to {record[score]}, below {floor}; "
        "see benchmarks/quotes.py, and look at the passages of dev only"
    )
