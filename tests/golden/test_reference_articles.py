"""The five reference articles beside the checkout; skipped where they do not lie there."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tasks.nlp.document import DocumentInput, Extraction, extract_document
from tasks.nlp.pipeline import load_pipeline

BESIDE = Path(__file__).parents[3] / "shared"
ARTICLES = sorted((BESIDE / "corpus").glob("*.txt"))
GOLD = sorted((BESIDE / "gold").glob("*.json"))

pytestmark = pytest.mark.skipif(not ARTICLES, reason="the reference articles are not here")

EXPECTED = [
    ("100 kilometers", "about", 100, 100, "kilometer"),
    ("60", "about", 60, 60, None),
    ("130", "exact", 130, 130, None),
    ("5,000", "about", 5000, 5000, None),
    ("6-8 million", "range", 6_000_000, 8_000_000, None),
    ("$40 billion", "exact", 40_000_000_000, 40_000_000_000, "USD"),
    ("$178,000", "exact", 178_000, 178_000, "USD"),
    ("20 percent", "at_least", 20, None, "percent"),
]
NOT_FIGURES = ("2.0", "100%", "9/11", "9", "11", "third", "32")


def extract_article(path: Path) -> Extraction:
    """Return what an article says."""
    text = path.read_bytes().decode("utf-8")
    return extract_document(load_pipeline(), DocumentInput(path.name, text))


@pytest.fixture(scope="module")
def extractions() -> dict[str, Extraction]:
    """Extract all articles once, by file name."""
    return {path.name: extract_article(path) for path in ARTICLES}


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda row: row[0])
def test_reference_articles_give_figure(
    expected: tuple[str, str, int, int | None, str | None], extractions: dict[str, Extraction]
) -> None:
    """The figures that a reader would type into a spreadsheet are rows with bounds and unit."""
    found = [
        (f.span.text, f.qualifier, f.low, f.high, f.unit)
        for extraction in extractions.values()
        for f in extraction.figures
    ]

    assert expected in found


@pytest.mark.parametrize("text", NOT_FIGURES)
def test_reference_articles_give_no_figure_of(
    text: str, extractions: dict[str, Extraction]
) -> None:
    """Versions, page furniture, dates, ordinals and related headlines are no figures."""
    found = [f.span.text for e in extractions.values() for f in e.figures]

    assert text not in found


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_reference_gold_figures_are_found_exactly(
    path: Path, extractions: dict[str, Extraction]
) -> None:
    """On the annotated articles every figure has its span and its bounds, and no other is there."""
    gold: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    expected = {
        (f["span"]["start"], f["span"]["end"], decimal(f["low"]), decimal(f["high"]))
        for f in gold["figures"]
    }
    found = {
        (f.span.start_char, f.span.end_char, f.low, f.high)
        for f in extractions[gold["doc"]].figures
    }
    print_scores(path.stem, expected, found)

    assert found == expected


def decimal(number: int | None) -> Decimal | None:
    """Return a bound of the gold file."""
    return None if number is None else Decimal(number)


def print_scores(name: str, expected: set[Any], found: set[Any]) -> None:
    """Show span precision and recall in the test's output."""
    both = len(expected & found)
    print(f"{name}: precision {both / len(found):.3f}, recall {both / len(expected):.3f}")  # noqa: T201 - shown by pytest -s
