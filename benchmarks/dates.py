"""How well dates are read: on the public sets, and on our own gold.

    .venv/bin/python benchmarks/dates.py [--corpora FOLDER] [--json] [--wrong N] [--model NAME]

FOLDER holds ``benchmarks/`` with the sets, and real articles in ``corpus/``, if there are any;
without it our own gold alone is scored, dev and test apart. Inputs that our conventions answer in
another way stand in ``date_exclusions.csv``, each with its reason; a set that has some is scored
with and without them.
"""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from evaluation.amounts.inventory import articles_in
from evaluation.dates.inventory import date_sets, score_sets
from evaluation.dates.ours import reader_with
from evaluation.dates.report import further_lines, table_lines
from evaluation.dates.speed import measure_speeds
from evaluation.dates.wrong import wrong_lines
from evaluation.exclusions import count_reasons, read_exclusions
from tasks.nlp.packaged import PACKAGED
from warehouse.errors import UsageError

EXCLUSIONS = Path(__file__).with_name("date_exclusions.csv")


def parsed_arguments() -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--corpora", type=Path, help="holds the folder benchmarks")
    parser.add_argument("--model", default=PACKAGED, help="pipeline, the packaged one by default")
    parser.add_argument("--set", action="append", default=[], help="only sets of this name")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument(
        "--wrong", type=int, metavar="N", help="list N forms of errors of each sort"
    )
    return parser.parse_args()


def main() -> None:
    """Score, measure and print."""
    options = parsed_arguments()
    exclusions = read_exclusions(EXCLUSIONS, "evaluation.dates")
    sets = [
        one
        for one in date_sets(options.corpora, exclusions)
        if not options.set or one.name in options.set
    ]
    scores = score_sets(sets, reader_with(options.model))
    if options.wrong:
        listed = {one.name for one in sets if one.may_be_listed}
        lines = (
            line for one in scores if one.name in listed for line in wrong_lines(one, options.wrong)
        )
        print("\n".join([*table_lines(scores), *lines]))
        return
    texts = {one.name: [text.text for text in one.inputs] for one in sets}
    if options.corpora:
        texts["real articles"] = articles_in(options.corpora)
    speeds, reasons = measure_speeds(options.model, texts), count_reasons(exclusions)
    if options.json:
        record = {"scores": [score.as_record() for score in scores], "left_out": dict(reasons)}
        print(json.dumps(record | {"speeds": list(map(asdict, speeds))}, indent=1))
        return
    print("\n".join([*table_lines(scores), *further_lines(scores, reasons, speeds)]))


if __name__ == "__main__":
    try:
        main()
    except UsageError as error:
        sys.exit(str(error))
