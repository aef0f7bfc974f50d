"""Hash of everything that decides the extracted rows: code, seeds, model and settings.

A document whose stored fingerprint differs is extracted anew, so an incremental warehouse always
equals a full one.
"""

import hashlib
import unicodedata
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from tasks.nlp.packaged import PACKAGED, packaged_folder
from tasks.nlp.passages.line_model import WEIGHTS
from warehouse.identifiers import short_hash
from warehouse.seeds import seed_folder

DECIDING_CODE: Final = (
    "tasks/nlp",
    "tasks/resolution",
    "tasks/sources",
    "expectations",
    "warehouse",
)
"""Folders whose code decides which rows the same bytes give: decoding, rules, gate, contract."""
JUDGING_RUNS: Final = ("expectations/measures", "expectations/limits.py", "expectations/floors.py")
"""Code among it that decides of no row, only whether a run is published."""
DECIDING_LIBRARIES: Final = (
    "charset-normalizer",
    "datasketch",
    "holidays",
    "htmldate",
    "lxml",
    "numpy",
    "onnxruntime",
    "py3langid",
    "python-dateutil",
    "rapidfuzz",
    "spacy",
    "tokenizers",
    "trafilatura",
)
RESOLVED_LATER: Final = frozenset({"corrections.csv"})
"""Seeds that no document is read with: resolution applies them in every run."""
TOLD: Final = frozenset({"LICENSE", "README.md", "scores.json"})
"""Files of a pipeline that only tell about it."""


def extraction_fingerprint(model: str, *, max_document_chars: int) -> str:
    """Return 16 hex digits that change whenever the same text could give other rows.

    Args:
        model: Name of the pipeline.
        max_document_chars: Longest text that is read, in code points.
    """
    return short_hash(code_hash(), model, model_version(model), max_document_chars)


def rules_version(model: str) -> str:
    """Return 16 hex digits that change whenever model, rules, seeds or libraries do.

    Args:
        model: Name of the pipeline.
    """
    return short_hash(code_hash(), model, model_version(model))


def model_version(model: str) -> str:
    """Return what changes when a pipeline does; empty for the rules alone."""
    if model == PACKAGED:
        return packaged_hash()
    try:
        return version(model)
    except (PackageNotFoundError, ValueError):
        return ""


@cache
def packaged_hash() -> str:
    """Return a hash of the files of the packaged pipeline."""
    digest = hashlib.sha256()
    folder = packaged_folder()
    files = (path for path in folder.rglob("*") if path.is_file() and path.name not in TOLD)
    for path in sorted(files):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


@cache
def code_hash() -> str:
    """Return a hash of the code that decides rows, of all seeds and weights, and of libraries."""
    digest = hashlib.sha256()
    root = Path(__file__).parents[2]
    code = (path for folder in DECIDING_CODE for path in (root / folder).rglob("*.py"))
    seeds = (path for path in seed_folder().glob("*.csv") if path.name not in RESOLVED_LATER)
    apart = [root / name for name in JUDGING_RUNS]
    deciding = (path for path in code if not {path, *path.parents} & set(apart))
    for path in [*sorted(deciding), *sorted(seeds), WEIGHTS]:
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    for library in DECIDING_LIBRARIES:
        digest.update(f"{library} {version(library)}".encode())
    digest.update(unicodedata.unidata_version.encode())
    return digest.hexdigest()
