"""How fast and how well things are resolved over documents, on generated rows with a known truth.

    .venv/bin/python benchmarks/resolution.py [--count N] [--seed N] [--json]

A document names a thing once or several times, 1.4 times in the mean, as in the sample corpus.
"""

import argparse
import json
import resource
from time import perf_counter

import polars as pl

from evaluation.entities.generation import generate_things
from evaluation.entities.scoring import b_cubed
from tasks.resolution.entities import resolve_entities


def parsed_arguments() -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=100_000, help="mentions")
    parser.add_argument("--seed", type=int, default=1, help="seed of all draws")
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser.parse_args()


def main() -> None:
    """Generate, resolve, score and print."""
    options = parsed_arguments()
    things, counts, truth = generate_things(options.count, seed=options.seed)
    key = ["document_id", "entity_index"]
    start = perf_counter()
    resolution = resolve_entities(things, counts)
    seconds = perf_counter() - start
    known = things.select(*key, pl.Series("thing", truth))
    joined = known.join(resolution.document_entities, on=key, how="inner")
    pairs = [
        (str(thing), entity)
        for thing, entity in joined.filter(pl.col("thing") >= 0).select("thing", "entity_id").rows()
    ]
    precision, recall = b_cubed(pairs)
    record = {
        "mentions": counts["mention_count"].sum(),
        "things_of_documents": things.height,
        "documents": things["document_id"].n_unique(),
        "entities": resolution.entities.height,
        "seconds": round(seconds, 2),
        "peak_megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "b_cubed_precision": round(100 * precision, 1),
        "b_cubed_recall": round(100 * recall, 1),
    }
    lines = "\n".join(f"{name:20} {value}" for name, value in record.items())
    print(json.dumps(record, indent=1) if options.json else lines)


if __name__ == "__main__":
    main()
