"""Writes the model card from the stored scores, so that no number in it is typed by hand."""

import argparse
import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TypeAlias

HERE: Final = Path(__file__).parent
HEADLINES: Final = {
    "UPOS": ("tags", "upos", "score"),
    "XPOS": ("tags", "xpos", "score"),
    "lemmas": ("tags", "lemma", "score"),
    "UAS": ("arcs", "uas", "score"),
    "LAS": ("arcs", "las", "score"),
    "sentences F1": ("sentences", "f1"),
    "names, exact F1": ("names", "exact", "f1"),
    "names, overlap F1": ("names", "overlap", "f1"),
    "names of `extract`, exact F1": ("product_names", "exact", "f1"),
}
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


def found(scores: Scores, path: Iterable[str]) -> float | None:
    """Return a score at a path, None where there is none."""
    value: Any = scores
    for step in path:
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def shown(value: float | None) -> str:
    """Return a score with one decimal.

    >>> shown(90.04), shown(None)
    ('90.0', '')
    """
    return "" if value is None else f"{value:.1f}"


def headlines(scores: Scores) -> Iterator[Row]:
    """Yield one row per set."""
    for name, report in scores["sets"].items():
        cells = {metric: shown(found(report, path)) for metric, path in HEADLINES.items()}
        yield {"set": f"{name} ({report['kind']})", **cells}


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
        metrics = ("UPOS", "UAS", "LAS", "sentences F1")
        yield {"genre": group, **{key: shown(found(report, HEADLINES[key])) for key in metrics}}


def styles(scores: Scores, name: str) -> Iterator[Row]:
    """Yield names and sentences of our gold by style of the story."""
    for group, report in scores["sets"].get(name, {}).get("groups", {}).items():
        metrics = ("names, exact F1", "names, overlap F1", "sentences F1")
        yield {"style": group, **{key: shown(found(report, HEADLINES[key])) for key in metrics}}


def losses(scores: Scores, exact: Scores) -> Iterator[Row]:
    """Yield what storing in 8 bits costs, per set and metric."""
    for name, report in scores["sets"].items():
        for metric, path in HEADLINES.items():
            small, full = found(report, path), found(exact["sets"].get(name, {}), path)
            if small is not None and full is not None:
                cost = f"{small - full:+.2f}"
                row = {"32 bits": shown(full), "8 bits": shown(small), "change": cost}
                yield {"set": name, "metric": metric, **row}


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
