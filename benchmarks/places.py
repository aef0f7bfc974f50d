"""How well the names of places are resolved, on our own gold.

    .venv/bin/python benchmarks/places.py [--json] [--wrong] [--model NAME] [--gold FOLDER]

Dev and test apart; once with the mentions of the gold, once with those that the pipeline finds.
``--wrong`` lists the errors of dev.
"""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Final

from evaluation.places.gold import read_documents
from evaluation.places.ours import resolve_found, resolve_marked
from evaluation.places.scoring import Verdict, judge, score_of
from tasks.nlp.packaged import PACKAGED
from tasks.nlp.pipeline import load_pipeline
from warehouse.errors import UsageError

GOLD: Final = Path(__file__).parents[1] / "tests" / "golden" / "places"
WAYS: Final = {"marked mentions": resolve_marked, "own mentions": resolve_found}


def parsed_arguments() -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--gold", type=Path, default=GOLD, help="folder of the gold")
    parser.add_argument("--model", default=PACKAGED, help="pipeline, the packaged one by default")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--wrong", action="store_true", help="list the errors of dev")
    return parser.parse_args()


def main() -> None:
    """Score and print."""
    options = parsed_arguments()
    nlp, documents = load_pipeline(options.model), list(read_documents(options.gold))
    verdicts = {
        (way, split): [
            one
            for document in documents
            if document.split == split
            for one in judge(document, resolve(nlp, document))
        ]
        for way, resolve in WAYS.items()
        for split in ("dev", "test")
    }
    if options.wrong:
        for (way, split), judged in verdicts.items():
            if split == "dev":
                print(f"\n{way}", *map(error_line, wrong(judged)), sep="\n")
    scores = {f"{way}, {split}": score_of(judged) for (way, split), judged in verdicts.items()}
    if options.json:
        print(json.dumps({name: asdict(score) for name, score in scores.items()}, indent=1))
        return
    for name, score in scores.items():
        print(
            f"{name:22} {score.marks:4} marks, country {score.country_share:6.1%}; "
            f"{score.points:4} points, place {score.place_share:6.1%}"
        )


def wrong(verdicts: list[Verdict]) -> list[Verdict]:
    """Return the verdicts on mentions whose country or place is wrong."""
    return [one for one in verdicts if not one.is_country or one.is_place is False]


def error_line(verdict: Verdict) -> str:
    """Return one error as a line."""
    gold, text = verdict.gold, verdict.document.text
    surface = text[gold.start_char : gold.end_char]
    expected = f"{gold.country_code or '-'} {gold.feature_class} {gold.point or ''}"
    if verdict.found is None:
        return f"{verdict.document.key}: {surface!r} {expected} -> nothing"
    place = verdict.found.place
    codes = ";".join(place.country_codes) or "-"
    return (
        f"{verdict.document.key}: {surface!r} {expected} -> {place.name} {codes} "
        f"{place.feature_class} {place.admin_area or ''} {place.point} by {verdict.found.rule}"
    )


if __name__ == "__main__":
    try:
        main()
    except UsageError as error:
        sys.exit(str(error))
