"""Odd file names become printable, and no two become the same."""

import os

import pytest

from tasks.sources.names import escape_name, file_kind, file_stem


@pytest.mark.parametrize(
    ("name", "escaped"),
    [
        (b"plain name.txt", "plain name.txt"),
        ("Süßigkeit.txt".encode(), "Süßigkeit.txt"),
        (b"line\nbreak.txt", "line\\nbreak.txt"),
        (b"line\\nbreak.txt", "line\\\\nbreak.txt"),
        (b"\xff.txt", "\\xff.txt"),
        (b"\\xff.txt", "\\\\xff.txt"),
        (b"\x85.txt", "\\x85.txt"),
        ("\x85.txt".encode(), "\\u0085.txt"),
        ("\u2028.txt".encode(), "\\u2028.txt"),
        (b"\x1b[31m.txt", "\\x1b[31m.txt"),
    ],
)
def test_escape_name_is_printable_and_unambiguous(name: bytes, escaped: str) -> None:
    """Escapes differ for every pair of names that differ."""
    assert escape_name(os.fsdecode(name)) == escaped


@pytest.mark.parametrize(
    "name", ["a.txt", "a.md", "a.text", "a.html", "a.jsonl", "A.TXT.GZ", "a.jsonl.gz", "a.HTM"]
)
def test_file_kind_knows_supported_suffixes(name: str) -> None:
    """Suffixes are read in any case, packed or not."""
    kind = file_kind(name)

    assert kind is not None
    assert (kind.has_records, kind.is_compressed) == (".jsonl" in name, "gz" in name.lower())


@pytest.mark.parametrize("name", ["a.pdf", "a.gz", "txt", "a.json", "a.txt.bak", "a"])
def test_file_kind_knows_nothing_else(name: str) -> None:
    """Other suffixes are no input."""
    assert file_kind(name) is None


def test_file_stem_drops_the_whole_suffix() -> None:
    """A packed text has the same stem as the text itself."""
    assert [file_stem(name) for name in ("a.b.txt", "a.b.txt.gz", "a.pdf")] == [
        "a.b",
        "a.b",
        "a.pdf",
    ]
