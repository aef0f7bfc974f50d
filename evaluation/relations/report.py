"""Scores of the events of a pipeline on our own gold."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from spacy.language import Language

from evaluation.relations.gold import read_passages
from evaluation.relations.scoring import score
from tasks.nlp.relations.relation import Relation

Record = dict[str, Any]
GOLD: Final = Path(__file__).parents[2] / "tests/golden/relations"
SPLITS: Final = ("dev", "test")


def score_gold(nlp: Language, folder: Path = GOLD) -> Iterator[Record]:
    """Yield the scores of each part of the gold.

    Args:
        nlp: Pipeline of ``load_pipeline``.
        folder: Where the passages lie.
    """

    def find(text: str) -> list[Relation]:
        return list(nlp(text)._.relations)

    passages = list(read_passages(folder))
    for split in SPLITS:
        scores = score([passage for passage in passages if passage.split == split], find)
        yield {"set": f"events {split}", **flat(scores)}


def flat(scores: dict[str, dict[str, Any]]) -> Record:
    """Return the scores of all events, and of what is right about them, as one record."""
    event = {
        f"event_{name}": scores["event"][name] for name in ("gold", "precision", "recall", "f1")
    }
    return event | scores["details"]
