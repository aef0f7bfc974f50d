"""How well the parts of a page are told apart, on our own gold of pages.

    .venv/bin/python benchmarks/passages.py [--json] [--wrong]

Dev and test apart; ``--wrong`` lists the passages of dev that have another kind, never those of
test. "Not article" is everything but title, heading, body and caption.
"""

import argparse
import json
from pathlib import Path

from evaluation.passages.gold import read_pages
from evaluation.passages.scoring import PageScore, score_pages
from tasks.nlp.passages.marking import mark_passages
from warehouse.vocabularies import PASSAGE_KINDS

GOLD = Path(__file__).parents[1] / "tests/golden/pages"
SPLITS = ("dev", "test")


def parsed_arguments() -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--wrong", action="store_true", help="list the errors of dev")
    return parser.parse_args()


def as_record(score: PageScore) -> dict[str, object]:
    """Return all counts of a score."""
    kinds = {kind: score.of_kind(kind).report() for kind in PASSAGE_KINDS}
    return {
        "not_article": score.passages.report(),
        "not_article_characters": score.characters.report(),
        "kinds": kinds,
    }


def show(split: str, pages: int, score: PageScore) -> None:
    """Print the scores of a split as a table."""
    rows = [("not article", score.passages), ("  by characters", score.characters)]
    rows += [(kind, score.of_kind(kind)) for kind in PASSAGE_KINDS]
    print(f"{split}: {pages} pages\n{'':18} {'F1':>6} {'P':>6} {'R':>6} {'gold':>6}")
    for name, counts in rows:
        report = counts.report()
        cells = " ".join(
            f"{report[share]:6.1f}" if report[share] is not None else f"{'':6}"
            for share in ("f1", "precision", "recall")
        )
        print(f"{name:18} {cells} {counts.gold:6}")


def main() -> None:
    """Score and print."""
    options = parsed_arguments()
    pages = list(read_pages(GOLD))
    records = {}
    for split in SPLITS:
        part = [page for page in pages if page.split == split]
        score = score_pages(part, mark_passages)
        records[split] = as_record(score)
        if not options.json:
            show(split, len(part), score)
        if options.wrong and split == SPLITS[0]:
            for key, kind, found, words in score.wrong:
                print(f"{key}\t{kind}\t{found.kind}\t{found.rule}\t{words[:110]}")
    if options.json:
        print(json.dumps(records, indent=1))


if __name__ == "__main__":
    main()
