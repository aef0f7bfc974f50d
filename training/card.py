"""Writes the model card: its tables from the stored scores, the rest from ``card_notes.md``."""

import argparse
import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias

from evaluation.comparison import metrics_of

HERE: Final = Path(__file__).parent
TITLES: Final = {
    "UPOS": "UPOS",
    "XPOS": "XPOS",
    "lemmas": "lemmas",
    "UAS": "UAS",
    "LAS": "LAS",
    "sentences F1": "sentences F1",
    "names F1": "names, exact F1",
    "names overlap F1": "names, overlap F1",
    "product names F1": "names of `extract`, exact F1",
}
"""Headline metrics that the card shows, and what it calls them."""
GENRE_METRICS: Final = ("UPOS", "UAS", "LAS", "sentences F1")
STYLE_METRICS: Final = ("names F1", "names overlap F1", "sentences F1")
LABELLED: Final = ("gold-test", "pud", "ewt-test", "re3d-test")
"""Sets whose names are shown by label."""

Scores: TypeAlias = Mapping[str, Any]
Row: TypeAlias = dict[str, Any]


def card(scores: Scores, exact: Scores, notes: str) -> str:
    """Return the card.

    Args:
        scores: Report of ``tallybook evaluate`` on the packaged pipeline.
        exact: The same on the network before it was stored in 8 bits.
        notes: What no report knows: use, limits, experiments, examples (``card_notes.md``).
    """
    sections = {
        "sources": table(list(sources())),
        "headlines": table(list(headlines(scores))),
        "labels": "\n\n".join(labels(name, scores) for name in LABELLED if name in scores["sets"]),
        "genres": table(list(genres(scores, "gum-test"))),
        "styles": table(list(styles(scores, "gold-test"))),
        "quantised": table(list(losses(scores, exact))),
    }
    for name, text in sections.items():
        notes = notes.replace(f"<!-- {name} -->", text)
    return notes


def table(rows: list[Row]) -> str:
    """Return rows as a Markdown table."""
    if not rows:
        return "(none)"
    lines = [list(rows[0]), ["---"] * len(rows[0]), *(list(row.values()) for row in rows)]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def sources() -> Iterator[Row]:
    """Yield what the pipeline was made from."""
    with (HERE / "sources.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def points(report: Scores) -> dict[str, float]:
    """Return the points of each headline metric in the report of a set or a group."""
    return {metric: score for metric, (score, _) in metrics_of(report)}


def cells(report: Scores, metrics: Iterable[str]) -> Row:
    """Return headline metrics under the titles that the card has for them."""
    scores = points(report)
    return {TITLES[metric]: shown(scores.get(metric)) for metric in metrics}


def shown(value: float | None) -> str:
    """Return a score with one decimal.

    >>> shown(90.04), shown(None)
    ('90.0', '')
    """
    return "" if value is None else f"{value:.1f}"


def headlines(scores: Scores) -> Iterator[Row]:
    """Yield one row per set."""
    for name, report in scores["sets"].items():
        yield {"set": f"{name} ({report['kind']})", **cells(report, TITLES)}


def labels(name: str, scores: Scores) -> str:
    """Return the names of a set by label."""
    by_label = scores["sets"][name]["names"]["labels"]
    rows: list[Row] = [
        {
            "label": label,
            "gold": report["exact"]["gold"],
            "exact P": shown(report["exact"]["precision"]),
            "exact R": shown(report["exact"]["recall"]),
            "exact F1": shown(report["exact"]["f1"]),
            "overlap F1": shown(report["overlap"]["f1"]),
        }
        for label, report in by_label.items()
        if report["exact"]["gold"]
    ]
    return f"**{name}**\n\n{table(rows)}"


def genres(scores: Scores, name: str) -> Iterator[Row]:
    """Yield the grammar of a treebank by genre."""
    for group, report in scores["sets"].get(name, {}).get("groups", {}).items():
        yield {"genre": group, **cells(report, GENRE_METRICS)}


def styles(scores: Scores, name: str) -> Iterator[Row]:
    """Yield names and sentences of our gold by style of the story."""
    for group, report in scores["sets"].get(name, {}).get("groups", {}).items():
        yield {"style": group, **cells(report, STYLE_METRICS)}


def losses(scores: Scores, exact: Scores) -> Iterator[Row]:
    """Yield what storing in 8 bits costs, per set and metric."""
    for name, report in scores["sets"].items():
        small, full = points(report), points(exact["sets"].get(name, {}))
        for metric, title in TITLES.items():
            if metric in small and metric in full:
                cost = f"{small[metric] - full[metric]:+.2f}"
                bits = {"32 bits": shown(full[metric]), "8 bits": shown(small[metric])}
                yield {"set": name, "metric": title, **bits, "change": cost}


def main() -> None:
    """Write the card."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scores", type=Path, help="scores of the packaged pipeline")
    parser.add_argument("--exact", type=Path, required=True, help="scores in 32-bit floats")
    parser.add_argument("--out", type=Path, required=True, help="the card to write")
    arguments = parser.parse_args()
    reports = [json.loads(path.read_text("utf-8")) for path in (arguments.scores, arguments.exact)]
    notes = (HERE / "card_notes.md").read_text(encoding="utf-8")
    arguments.out.write_text(card(reports[0], reports[1], notes), encoding="utf-8")


if __name__ == "__main__":
    main()
