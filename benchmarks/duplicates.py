"""How well and how fast near-duplicates are grouped, on generated texts with a known truth.

    .venv/bin/python benchmarks/duplicates.py [--count N] [--share S] [--seed N] [--json]

Times are of one core: signatures are made while documents are extracted, groups in each run.
"""

import argparse
import hashlib
import json
from time import perf_counter

import polars as pl

from evaluation.duplicates.generation import generate
from evaluation.duplicates.scoring import missed_changes, score_groups
from tasks.nlp.signatures import article_words, shingles_of, sign
from tasks.resolution.near_duplicates import group_near_duplicates


def parsed_arguments() -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=10_000, help="texts")
    parser.add_argument("--share", type=float, default=0.2, help="share that are copies, 0 to 1")
    parser.add_argument("--seed", type=int, default=1, help="seed of all draws")
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser.parse_args()


def main() -> None:
    """Generate, group, score and print."""
    options = parsed_arguments()
    texts = generate(options.count, copy_share=options.share, seed=options.seed)
    passages = [text.passages() for text in texts]
    names = [hashlib.sha256(text.text.encode()).hexdigest() for text in texts]
    start = perf_counter()
    rows = []
    for name, text, marked in zip(names, texts, passages, strict=True):
        shingles = shingles_of(article_words(text.text, marked))
        rows.append((name, len(shingles), sign(shingles), None))
    signed = perf_counter()
    schema = {"document_id": pl.String, "shingle_count": pl.Int64, "minhash": pl.String}
    frame = pl.DataFrame(rows, schema={**schema, "published_on": pl.Date}, orient="row")
    found = group_near_duplicates(frame.unique("document_id"))
    grouped = perf_counter()
    by_name = dict(found.select("document_id", "near_duplicate_group_id").iter_rows())
    groups = {index: by_name[name] for index, name in enumerate(names) if name in by_name}
    record = {
        "texts": len(texts),
        **score_groups(texts, groups).report(),
        "missed": dict(missed_changes(texts, groups)),
        "signature_seconds": round(signed - start, 2),
        "grouping_seconds": round(grouped - signed, 2),
    }
    lines = "\n".join(f"{key:18} {value}" for key, value in record.items())
    print(json.dumps(record, indent=1) if options.json else lines)


if __name__ == "__main__":
    main()
