"""Assembles the spaCy pipeline from an exported network and writes it to disk."""

import argparse
import csv
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import spacy
from spacy.language import Language
from spacy.lookups import Lookups, load_lookups

from tasks.nlp.encoder.component import NAME, Encoder
from tasks.nlp.encoder.model import CLASSES, GRAPH, LABELS, PIECES
from tasks.nlp.encoder.tokenizer import add_glue_rules
from training.quantise import quantise

HERE: Final = Path(__file__).parent
TARGET: Final = HERE.parent / "models" / "en_tallybook"
LOWERED: Final = ("aux", "det", "part", "pron")
"""Parts of speech of which spaCy has no tables."""
TABLES: Final = ("lemma_rules", "lemma_exc", "lemma_index")
META: Final[dict[str, Any]] = {
    "lang": "en",
    "name": "tallybook",
    "description": "Names, parts of speech, dependencies and sentences of English news and reports",
    "author": "tallybook",
    "license": "CC BY-SA 4.0",
}


def assemble(export: Path, graph: bytes, version: str) -> Language:
    """Return the pipeline.

    Args:
        export: Folder with ``tokenizer.json``, ``classes.json`` and ``labels.npz``.
        graph: The graph as it is to be stored.
        version: Version of the pipeline, as ``1.0.0``.
    """
    nlp = spacy.blank("en")
    add_glue_rules(nlp)
    encoder = nlp.add_pipe(NAME)
    if not isinstance(encoder, Encoder):
        raise TypeError(type(encoder))
    files = {name: (export / name).read_bytes() for name in (PIECES, CLASSES, LABELS)}
    encoder.load({GRAPH: graph, **files})
    lemmatizer: Any = nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    lemmatizer.initialize(lookups=lemma_tables())
    nlp.meta.update(META, version=version, sources=list(sources()))
    return nlp


def quantised(graph: Path) -> bytes:
    """Return a graph in 8 bits."""
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / GRAPH
        quantise(graph, small)
        return small.read_bytes()


def lemma_tables() -> Lookups:
    """Return spaCy's tables for English, with the short words that they lack."""
    tables = load_lookups("en", list(TABLES))
    exceptions = tables.get_table("lemma_exc")
    with (HERE / "lemma_exceptions.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            words = exceptions.setdefault(row["pos"], {})
            words[row["word"]] = [row["lemma"]]
        # Without a rule spaCy would leave the capital of other words of these kinds.
        tables.get_table("lemma_rules").update({pos: [["", ""]] for pos in LOWERED})
    return tables


def sources() -> Iterator[dict[str, str]]:
    """Yield what the weights and tables were made from."""
    with (HERE / "sources.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def write_package(nlp: Language, target: Path) -> None:
    """Write a pipeline and print the size of each file."""
    nlp.to_disk(target, exclude=["vectors"])
    for path in sorted(target.rglob("*")):
        if path.is_file():
            print(f"{path.stat().st_size:>12,} {path.relative_to(target)}")


def main() -> None:
    """Package an export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("export", type=Path, help="folder that training.export wrote")
    parser.add_argument("--target", type=Path, default=TARGET, help="folder of the pipeline")
    parser.add_argument("--version", required=True, help="version of the pipeline, as 1.0.0")
    parser.add_argument("--exact", action="store_true", help="keep 32-bit floats, to compare")
    arguments = parser.parse_args()
    graph = arguments.export / GRAPH
    stored = graph.read_bytes() if arguments.exact else quantised(graph)
    nlp = assemble(arguments.export, stored, arguments.version)
    write_package(nlp, arguments.target)


if __name__ == "__main__":
    main()
