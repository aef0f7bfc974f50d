"""How well quotations and the claimants of figures are found, and how fast.

    .venv/bin/python benchmarks/quotes.py [--corpora FOLDER] [--json] [--model NAME]

Our own gold, dev and test apart; with FOLDER also PolNeAR (``benchmarks/polnear_dev``), beside what
its own contents score once they are written as our contract asks, and the speed on the real
articles in ``corpus``, where they are there.
"""

import argparse
import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from evaluation.amounts.inventory import articles_in
from evaluation.quotes.gold import read_gold
from evaluation.quotes.polnear import has_polnear, read_polnear
from evaluation.quotes.polnear_report import score_polnear
from evaluation.quotes.report import GOLD, score_gold
from evaluation.quotes.speed import measure_speeds
from tasks.nlp.packaged import PACKAGED
from tasks.nlp.pipeline import load_pipeline


def parsed_arguments() -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--corpora", type=Path, help="holds the folders benchmarks and corpus")
    parser.add_argument("--model", default=PACKAGED, help="pipeline, the packaged one by default")
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser.parse_args()


def main() -> None:
    """Score, measure and print."""
    options = parsed_arguments()
    nlp = load_pipeline(options.model)
    tables = score_gold(nlp)
    if options.corpora:
        tables["polnear"] = list(score_polnear(nlp, options.corpora))
    speeds = measure_speeds(nlp, texts_by_name(options.corpora))
    tables["words a second"] = list(map(asdict, speeds))
    if options.json:
        print(json.dumps(tables, indent=1))
        return
    for name, records in tables.items():
        print_table(name, records)


def texts_by_name(corpora: Path | None) -> dict[str, list[str]]:
    """Return the texts that speed is measured on."""
    texts = {"own gold": [passage.text for passage in read_gold(GOLD)]}
    if corpora:
        texts["real articles"] = articles_in(corpora)
        texts["polnear"] = texts_of_polnear(corpora)
    return texts


def texts_of_polnear(corpora: Path) -> list[str]:
    """Return the articles of PolNeAR, none where it is not there."""
    return [article.text for article in read_polnear(corpora)] if has_polnear(corpora) else []


def print_table(name: str, records: Iterable[dict[str, Any]]) -> None:
    """Print records as columns, each as wide as its widest cell."""
    rows = [[str(value) for value in record.values()] for record in records]
    heads = next((list(record) for record in records), [])
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    print(f"\n{name}")
    for row in [heads, *rows]:
        print(" | ".join(f"{cell:>{width}}" for cell, width in zip(row, widths, strict=True)))


if __name__ == "__main__":
    main()
