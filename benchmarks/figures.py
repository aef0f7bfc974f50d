"""How well amounts are read, on the public sets, beside quantulum3 and Recognizers-Text.

    .venv/bin/python benchmarks/figures.py --corpora FOLDER [--json] [--wrong] [--set NAME]

FOLDER holds ``benchmarks/`` with the sets, and real articles in ``corpus/``, if there are any. The
other systems take part where they are installed
(``pip install .[bench]``). Our own gold of figures comes last, dev and test
apart. Inputs that our conventions answer in another way stand in ``exclusions.csv``, each with its
reason; the table gives both figures.
"""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from evaluation.amounts.inventory import amount_sets, articles_in, benchmarks_folder
from evaluation.amounts.muc import measure_muc
from evaluation.amounts.ours import read_with_tallybook
from evaluation.amounts.report import further_lines, table_lines
from evaluation.amounts.rivals import available_rivals
from evaluation.amounts.scoring import score_sets
from evaluation.amounts.speed import measure_speeds
from evaluation.exclusions import count_reasons, read_exclusions
from evaluation.figures.report import gold_lines, score_gold
from tasks.nlp.packaged import PACKAGED
from warehouse.errors import UsageError

EXCLUSIONS = Path(__file__).with_name("exclusions.csv")


def parsed_arguments() -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--corpora", type=Path, required=True, help="holds the folder benchmarks")
    parser.add_argument("--set", action="append", default=[], help="only sets of this name")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--wrong", action="store_true", help="scores only, with what is wrong")
    return parser.parse_args()


def main() -> None:
    """Score, measure and print.

    Raises:
        UsageError: If the sets are not there.
    """
    options = parsed_arguments()
    folder = benchmarks_folder(options.corpora)
    exclusions = read_exclusions(EXCLUSIONS, "evaluation.amounts")
    rivals = {} if options.wrong else available_rivals()
    sets = [one for one in amount_sets() if not options.set or one.name in options.set]
    scores = score_sets(sets, folder, {"tallybook": read_with_tallybook, **rivals}, exclusions)
    if options.wrong:
        print("\n".join([*table_lines(scores), *(key for one in scores for key in one.wrong)]))
        return
    gold = score_gold(PACKAGED)
    recall, reasons = measure_muc(folder), count_reasons(exclusions)
    speeds = measure_speeds(rivals, articles_in(options.corpora))
    if options.json:
        record = {"scores": [score.as_record() for score in scores], "muc4_dev": asdict(recall)}
        record |= {"own_gold": gold, "speeds": list(map(asdict, speeds)), "left_out": dict(reasons)}
        print(json.dumps(record, indent=1))
        return
    further = further_lines(reasons, recall, speeds)
    print("\n".join([*table_lines(scores), *further, "", *gold_lines(gold)]))


if __name__ == "__main__":
    try:
        main()
    except UsageError as error:
        sys.exit(str(error))
