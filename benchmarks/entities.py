"""How well names are found, things are told apart, and roles and events are read.

    .venv/bin/python benchmarks/entities.py [--corpora FOLDER] [--json] [--model NAME]

Our own gold, dev and test apart; with FOLDER the public sets too: re3d (all marks that hold a
capital letter, and those that are names by our rules) and UNER PUD. Places have a benchmark of
their own, and so has resolution at size.
"""

import argparse
import json
from pathlib import Path

from evaluation.entities.report import score_clusters, score_own_sets, score_shared_sets
from evaluation.relations.report import score_gold as score_events
from evaluation.roles.report import score_gold as score_roles
from tasks.nlp.packaged import PACKAGED
from tasks.nlp.pipeline import load_pipeline


def parsed_arguments() -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--corpora", type=Path, help="holds the folders training and benchmarks")
    parser.add_argument("--model", default=PACKAGED, help="pipeline, the packaged one by default")
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser.parse_args()


def main() -> None:
    """Score and print."""
    options = parsed_arguments()
    nlp = load_pipeline(options.model)
    tables = {
        "names": [
            *score_own_sets(nlp),
            *(score_shared_sets(nlp, options.corpora) if options.corpora else ()),
        ],
        "things": list(score_clusters(nlp)),
        "roles": list(score_roles(nlp)),
        "events": list(score_events(nlp)),
    }
    if options.json:
        print(json.dumps(tables, indent=1))
        return
    for name, records in tables.items():
        print(f"\n{name}")
        print(" | ".join(f"{column:>15}" for column in records[0]))
        for record in records:
            print(" | ".join(f"{value!s:>15}" for value in record.values()))


if __name__ == "__main__":
    main()
