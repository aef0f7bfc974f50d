"""Names of files: which kinds are read, and how odd names are written down."""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass
from typing import Final

SIDECAR_SUFFIX: Final = ".meta.json"
METADATA_TABLE: Final = "metadata.csv"
UNPRINTABLE: Final = frozenset({"Cc", "Zl", "Zp"})
FIRST_NON_ASCII: Final = 0x80


@dataclass(frozen=True, kw_only=True)
class FileKind:
    """How a file of a supported suffix is read."""

    suffix: str
    has_records: bool
    is_compressed: bool


SUPPORTED_KINDS: Final = tuple(
    FileKind(
        suffix=suffix + packing,
        has_records=suffix == ".jsonl",
        is_compressed=bool(packing),
    )
    for packing in (".gz", "")
    for suffix in (".txt", ".md", ".text", ".jsonl")
)
SUPPORTED_SUFFIXES: Final = " ".join(sorted(kind.suffix for kind in SUPPORTED_KINDS))


def file_kind(name: str) -> FileKind | None:
    """Return how a file of that name is read, or None when its suffix is not supported.

    >>> file_kind("Report.TXT.gz").suffix
    '.txt.gz'
    """
    lower = name.lower()
    return next((kind for kind in SUPPORTED_KINDS if lower.endswith(kind.suffix)), None)


def file_stem(name: str) -> str:
    """Return the name without its supported suffix: ``a.b`` for ``a.b.txt.gz``."""
    kind = file_kind(name)
    return name[: -len(kind.suffix)] if kind else name


def escape_name(name: str) -> str:
    r"""Return a name as printable text in one line; two different names never become equal.

    Bytes that are not UTF-8 become ``\xNN``, control characters and line separators an escape,
    a backslash is doubled. Forward slashes stay.

    Args:
        name: Name or path as ``os.listdir`` gives it.

    >>> escape_name("line\nbreak")
    'line\\nbreak'
    """
    text = os.fsencode(name).replace(b"\\", b"\\\\").decode("utf-8", "backslashreplace")
    return "".join(
        _escape_character(character)
        if unicodedata.category(character) in UNPRINTABLE
        else character
        for character in text
    )


def _escape_character(character: str) -> str:
    if ord(character) < FIRST_NON_ASCII:
        return character.encode("unicode_escape").decode("ascii")
    # \x85 would be the escape of an undecodable byte
    return f"\\u{ord(character):04x}"
