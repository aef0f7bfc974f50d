"""Scores of the relations of a pipeline on our own gold."""

from pathlib import Path
from typing import Any, Final

from evaluation.relations.gold import read_passages
from evaluation.relations.scoring import score
from tasks.nlp.pipeline import load_pipeline
from tasks.nlp.relations.component import NAME
from tasks.nlp.relations.relation import Relation

GOLD: Final = Path(__file__).parents[2] / "tests/golden/relations"
SPLITS: Final = ("dev", "test")


def score_gold(model: str, folder: Path = GOLD) -> dict[str, dict[str, dict[str, Any]]]:
    """Return the scores of a pipeline by part of the gold.

    Args:
        model: As for ``load_pipeline``.
        folder: Where the passages lie.
    """
    nlp = load_pipeline(model)
    if NAME not in nlp.pipe_names:
        nlp.add_pipe(NAME)

    def find(text: str) -> list[Relation]:
        return list(nlp(text)._.relations)

    passages = list(read_passages(folder))
    return {
        split: score([passage for passage in passages if passage.split == split], find)
        for split in SPLITS
    }
