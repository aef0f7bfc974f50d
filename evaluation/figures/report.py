"""Scores of our own gold of figures, as a table of text."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from evaluation.figures.gold import read_stories
from evaluation.figures.scores import score
from tasks.nlp.document import DocumentInput, extract_document
from tasks.nlp.pipeline import load_pipeline
from tasks.nlp.spans import Figure

GOLD: Final = Path(__file__).parents[2] / "tests/golden/figures"
SPLITS: Final = ("dev", "test")
WIDTH: Final = 16

Reports = dict[str, dict[str, dict[str, Any]]]


def score_gold(model: str, folder: Path = GOLD) -> Reports:
    """Return the scores of a pipeline by part of the gold, then by metric.

    Args:
        model: As for ``load_pipeline``.
        folder: Where the marked stories lie.
    """
    nlp = load_pipeline(model)

    def find(text: str) -> list[Figure]:
        return extract_document(nlp, DocumentInput("gold", text)).figures

    stories = list(read_stories(folder))
    return {
        split: score([story for story in stories if story.split == split], find) for split in SPLITS
    }


def gold_lines(reports: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> Iterator[str]:
    """Yield a line for each metric: F1 and number of gold items, for each part."""
    yield f"{'own gold, F1':{WIDTH}}" + "".join(f"{split:>8} {'of':>5}" for split in reports)
    for metric in next(iter(reports.values())):
        cells = (
            f"{cell(report[metric]):>8} {report[metric]['gold']:>5}" for report in reports.values()
        )
        yield f"{metric:{WIDTH}}" + "".join(cells)


def cell(report: Mapping[str, Any]) -> str:
    """Return the F1 with one decimal, nothing where nothing is counted."""
    return "" if report["f1"] is None else f"{report['f1']:.1f}"
