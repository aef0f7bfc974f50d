"""What the gate costs: per expectation, per row, and as a share of a run.

    .venv/bin/python benchmarks/quality.py [--rows N] [--documents N] [--json]

All is measured after the import of Great Expectations, in one process and one context, on the
sample corpus: as it is; copied under other identifiers until there are N figures, which are judged
part by part as a run does; and with other numbers in N documents, of which the time to extract and
to validate is taken. The other nodes of a run are left out, so the true share is smaller. Seconds
are those of the wall clock, and of the processor beside them where others use the machine too.
"""

import argparse
import hashlib
import json
import random
import re
import resource
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import perf_counter, process_time

import polars as pl

from evaluation.copies import copy_documents
from expectations.engine import warm_up
from expectations.rules import Context
from expectations.runner import judge_table, validate_frames
from tasks.nlp.extraction import FAILURES, extract_frames
from tasks.nlp.packaged import PACKAGED
from tasks.nlp.pipeline import load_pipeline
from tasks.sources.finding import find_files
from tasks.sources.reading import read_file
from tasks.sources.staging import STAGED_SCHEMA
from tasks.sources.streams import ReadLimits
from tasks.staging import read_frames, write_frames
from tasks.validate import group_batches
from warehouse.seeds import seed_folder
from warehouse.tables.figures import FIGURES

RUN_ID = "20261103T061500Z-0a1b2c3d"
RUN_ON = date(2026, 11, 3)
BATCH_SIZE = 64
BYTES_PER_MAXRSS = 1 if sys.platform == "darwin" else 1024
FIGURES_PER_PART = 50_000

Frames = dict[str, pl.DataFrame]


def parsed_arguments() -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--rows", type=int, default=1_000_000, help="figures, 0 for none")
    parser.add_argument("--documents", type=int, default=200, help="documents, 0 for none")
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser.parse_args()


def sample_texts() -> list[str]:
    """Return the texts of the sample corpus."""
    readings = (read_file(found, ReadLimits()) for found in find_files([seed_folder() / "corpus"]))
    return [record.text for reading in readings for record in reading.records]


def staged(texts: list[str]) -> pl.DataFrame:
    """Return texts as the extraction takes them, each once."""
    rows = [
        {
            "document_id": hashlib.sha256(text.encode()).hexdigest(),
            "text": text,
            "char_count": len(text),
            "byte_count": len(text.encode()),
            "encoding": "utf-8",
            "path": "",
        }
        for text in dict.fromkeys(texts)
    ]
    return pl.DataFrame(rows, schema=STAGED_SCHEMA)


def other_numbers(text: str, seed: int) -> str:
    """Return the text with other digits after the first of each number; days may be none then."""
    draw = random.Random(seed)  # noqa: S311 - nothing is secret here
    return re.sub(r"(?<=\d)\d", lambda _: str(draw.randrange(10)), text)


def extracted(documents: pl.DataFrame) -> Frames:
    """Return the frames of staged documents."""
    frames = extract_frames(load_pipeline(PACKAGED), documents, fingerprint="0" * 16)
    failures = frames.pop(FAILURES)
    if failures.height:
        sys.exit(f"{failures.height} documents failed: {failures['reason'][0]}")
    return frames


class Watch:
    """Adds up the seconds of what runs inside it: wall clock and processor."""

    def __init__(self) -> None:
        """Start at nothing."""
        self.wall = self.cpu = 0.0

    def __enter__(self) -> None:
        """Start to count."""
        self.wall -= perf_counter()
        self.cpu -= process_time()

    def __exit__(self, *_: object) -> None:
        """Stop to count."""
        self.wall += perf_counter()
        self.cpu += process_time()


def measure_sample(frames: Frames) -> dict[str, float]:
    """Return what one expectation costs on the sample corpus, the best of three rounds."""
    watches = [Watch() for _ in range(3)]
    for watch in watches:
        with watch:
            judged = validate_frames(frames, run_id=RUN_ID)
    count = judged.validations.height
    return {
        "expectations": count,
        "ms_each": round(1000 * min(watch.wall for watch in watches) / count, 1),
        "cpu_ms_each": round(1000 * min(watch.cpu for watch in watches) / count, 1),
    }


def measure_rows(frames: Frames, rows: int) -> dict[str, float]:
    """Return the seconds for many figures under all their rules, and the memory of the process."""
    copies_per_part = max(1, FIGURES_PER_PART // frames["core.figures"].height)
    watch, judged, number = Watch(), 0, 0
    while judged < rows:
        part = copy_documents(frames, range(number, number + copies_per_part))
        with watch:
            judge_table(FIGURES, part["core.figures"], Context(frames=part, run_on=RUN_ON))
        judged, number = judged + part["core.figures"].height, number + copies_per_part
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * BYTES_PER_MAXRSS
    return {
        "figures": judged,
        "seconds": round(watch.wall, 1),
        "cpu_seconds": round(watch.cpu, 1),
        "peak_gb": round(peak / 1e9, 2),
    }


def extract_batches(documents: pl.DataFrame, folder: Path) -> Iterator[Path]:
    """Extract documents batch by batch; yield the folder of each."""
    for number, batch in enumerate(documents.iter_slices(BATCH_SIZE)):
        target = folder / f"batch-{number:04d}"
        target.mkdir()
        write_frames(extracted(batch), target)
        yield target


def validate_batches(folders: list[Path], folder: Path) -> None:
    """Judge extracted batches as the node ``validate`` does."""
    for number, part in enumerate(group_batches(folders)):
        target = folder / f"part-{number:04d}"
        target.mkdir()
        write_frames(validate_frames(read_frames(part), run_id=RUN_ID).accepted, target)


def measure_share(texts: list[str], count: int) -> dict[str, float]:
    """Return the seconds to extract and to validate many documents, and the share of the latter."""
    many = [other_numbers(texts[i % len(texts)], i) for i in range(count)]
    documents = staged(many)
    extracting, validating = Watch(), Watch()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with extracting:
            folders = list(extract_batches(documents, folder))
        with validating:
            validate_batches(folders, folder)
    return {
        "documents": documents.height,
        "extract_seconds": round(extracting.wall, 1),
        "validate_seconds": round(validating.wall, 1),
        "validate_share": round(validating.wall / (extracting.wall + validating.wall), 4),
    }


def main() -> None:
    """Measure and print."""
    options = parsed_arguments()
    texts = sample_texts()
    frames = extracted(staged(texts))
    warm_up()
    record = {"sample": measure_sample(frames)}
    if options.rows:
        record["rows"] = measure_rows(frames, options.rows)
    if options.documents:
        record["run"] = measure_share(texts, options.documents)
    lines = [f"{what:7} {name:18} {n}" for what, item in record.items() for name, n in item.items()]
    print(json.dumps(record, indent=1) if options.json else "\n".join(lines))


if __name__ == "__main__":
    main()
