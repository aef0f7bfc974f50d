"""Hash of everything that decides the extracted rows: code, seeds, model and settings.

A document whose stored fingerprint differs is extracted anew, so an incremental warehouse always
equals a full one.
"""

import hashlib
from functools import cache
from pathlib import Path

from tasks.nlp.identifiers import short_hash
from warehouse.seeds import seed_folder


def extraction_fingerprint(model: str, *, max_document_chars: int) -> str:
    """Return 16 hex digits that change whenever the same text could give other rows.

    Args:
        model: Name of the pipeline.
        max_document_chars: Longest text that is read, in code points.
    """
    return short_hash(code_hash(), model, model_version(model), max_document_chars)


def model_version(model: str) -> str:
    """Return the version of an installed pipeline; empty for the rules alone."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - rarely needed

    try:
        return version(model)
    except (PackageNotFoundError, ValueError):
        return ""


@cache
def code_hash() -> str:
    """Return a hash of the extraction code and of all seeds."""
    digest = hashlib.sha256()
    code = Path(__file__).parent
    files = [*sorted(code.rglob("*.py")), *sorted(seed_folder().glob("*.csv"))]
    for path in files:
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
