"""Words a second of what every document goes through before the language model, on one core.

    .venv/bin/python benchmarks/documents.py [FOLDER ...] [--rounds N] [--json]

Files to texts (``read``), texts to passages, sentences and language (``passages``), dates found and
resolved (``dates``), and signatures for near-duplicates. FOLDERs hold texts, the sample corpus by
default; the best of N rounds counts.
"""

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from time import process_time

from tasks.nlp.dates.expressions import find_expressions
from tasks.nlp.dates.resolution import resolve_dates
from tasks.nlp.metadata import read_metadata
from tasks.nlp.reading import ReadText, read_text
from tasks.nlp.signatures import article_words, shingles_of, sign
from tasks.sources.finding import find_files
from tasks.sources.reading import read_file
from tasks.sources.streams import ReadLimits
from warehouse.seeds import seed_folder


def parsed_arguments() -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folders", type=Path, nargs="*", default=[seed_folder() / "corpus"])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser.parse_args()


def read_texts(folders: list[Path]) -> list[str]:
    """Return the texts of all files."""
    limits = ReadLimits()
    files = (read_file(found, limits) for found in find_files(folders))
    return [record.text for reading in files for record in reading.records]


def read_dates(read: ReadText) -> int:
    """Find and resolve the dates of a text; return their number."""
    published = read_metadata(read, None).published_on
    found = [
        expression
        for sentence in read.sentences
        for expression in find_expressions(read.text, sentence.start_char, sentence.end_char)
    ]
    return len(resolve_dates(found, published))


def best_seconds(rounds: int, work: Callable[[], object]) -> float:
    """Return the shortest processor time of some rounds."""
    times = []
    for _ in range(rounds):
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times)


def main() -> None:
    """Measure and print."""
    options = parsed_arguments()
    texts = read_texts(options.folders)
    reads = [read_text(text) for text in texts]
    words = sum(len(text.split()) for text in texts)
    seconds = {
        "read": best_seconds(options.rounds, lambda: read_texts(options.folders)),
        "passages": best_seconds(options.rounds, lambda: [read_text(text) for text in texts]),
        "dates": best_seconds(options.rounds, lambda: [read_dates(read) for read in reads]),
    }
    together = sum(seconds.values())
    seconds["signatures"] = best_seconds(
        options.rounds,
        lambda: [sign(shingles_of(article_words(one.text, one.passages))) for one in reads],
    )
    record = {name: round(words / max(time, 1e-9)) for name, time in seconds.items()}
    record = {
        "documents": len(texts),
        "words": words,
        "read to dates": round(words / together),
        **record,
    }
    lines = "\n".join(f"{name:16} {value:>10,}" for name, value in record.items())
    print(json.dumps(record, indent=1) if options.json else lines)


if __name__ == "__main__":
    main()
