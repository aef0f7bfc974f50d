"""Names of files: which kinds are read, and how odd names are written down."""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

SIDECAR_SUFFIX: Final = ".meta.json"
METADATA_TABLE: Final = "metadata.csv"
UNPRINTABLE: Final = frozenset({"Cc", "Zl", "Zp"})
FIRST_NON_ASCII: Final = 0x80


Form: TypeAlias = Literal["text", "records", "page"]
"""One text as it is, one JSON object a line, or mark-up that an extractor reads the text from."""
FORMS: Final[dict[str, Form]] = {
    ".txt": "text",
    ".md": "text",
    ".text": "text",
    ".jsonl": "records",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
}


@dataclass(frozen=True, kw_only=True)
class FileKind:
    """How a file of a supported suffix is read."""

    suffix: str
    form: Form
    is_compressed: bool

    @property
    def has_records(self) -> bool:
        """True when each line is a document of its own."""
        return self.form == "records"


SUPPORTED_KINDS: Final = tuple(
    FileKind(suffix=suffix + packing, form=form, is_compressed=bool(packing))
    for packing in (".gz", "")
    for suffix, form in FORMS.items()
)
SUPPORTED_SUFFIXES: Final = f"{' '.join(sorted(FORMS))} (each also packed: .gz)"


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
