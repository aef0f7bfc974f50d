"""The file of names that cleaning leaves of a silver corpus."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from evaluation.corpora.annotated import AnnotatedText, Name

UNKNOWN: Final[frozenset[str]] = frozenset()
"""Labels of a name that says nothing."""


def write_names(texts: Iterable[AnnotatedText], path: Path) -> Counter[str]:
    """Write key and names of texts as JSON lines, and count what became of them."""
    counts: Counter[str] = Counter()
    with path.open("w", encoding="utf-8") as file:
        for text in texts:
            names = [[name.start, name.end, sorted(name.labels)] for name in text.names or ()]
            counts.update("kept" if labels else "unknown" for *_, labels in names)
            file.write(json.dumps({"key": text.key, "names": names}) + "\n")
    return counts


def with_cleaned_names(texts: Iterable[AnnotatedText], path: Path) -> Iterator[AnnotatedText]:
    """Yield texts with the names of a file that ``write_names`` wrote."""
    with path.open(encoding="utf-8") as file:
        records = {record["key"]: record["names"] for record in map(json.loads, file)}
    for text in texts:
        names = (Name(start, end, frozenset(labels)) for start, end, labels in records[text.key])
        yield replace(text, names=tuple(names))
