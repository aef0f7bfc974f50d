"""Metadata beside a text are merged field by field; a broken sidecar never costs the text."""

import hashlib
import json
import re
from pathlib import Path

import pytest

from tasks.sources.finding import find_files
from tasks.sources.reading import read_file
from tasks.sources.sidecars import Sidecar, SidecarReader
from tasks.sources.streams import ReadLimits

MAX_BYTES = 1000


def read_sidecar(folder: Path, path: str = "a.txt") -> Sidecar:
    """Return the sidecar of one file of a folder."""
    (found,) = (file for file in find_files([folder]) if file.path == path)
    return SidecarReader(MAX_BYTES).read(found)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with the text ``a.txt``."""
    (tmp_path / "a.txt").write_text("five")
    return tmp_path


def test_sidecar_of_a_lone_text_is_empty(folder: Path) -> None:
    """Without sidecar there are no metadata and no hash."""
    assert read_sidecar(folder) == Sidecar()


@pytest.mark.parametrize("name", ["a.meta.json", "a.txt.meta.json"])
def test_sidecar_is_found_by_short_and_full_name(folder: Path, name: str) -> None:
    """The hash is that of the sidecar's bytes."""
    (folder / name).write_text('{"title": "T"}')

    assert read_sidecar(folder) == Sidecar(
        sha256=hashlib.sha256(b'{"title": "T"}').hexdigest(),
        stated_metadata='{"origin":"sidecar","title":"T"}',
    )


def test_sidecar_fields_of_the_most_specific_file_win(folder: Path) -> None:
    """Table, short name and full name are merged in this order."""
    (folder / "metadata.csv").write_text("path,title,publisher,url\na.txt,T1,P1,U1\n")
    (folder / "a.meta.json").write_text('{"title": "T2", "publisher": "P2"}')
    (folder / "a.txt.meta.json").write_text('{"title": "T3"}')

    stated = read_sidecar(folder).stated_metadata

    assert stated is not None
    assert json.loads(stated) == {
        "origin": "sidecar",
        "title": "T3",
        "publisher": "P2",
        "url": "U1",
    }


@pytest.mark.parametrize(
    "table",
    [
        b"path,title,authors\na.txt,T,A; B\n",
        b'\xef\xbb\xbfpath;title;authors\r\na.txt;T;"A; B"\r\n',
        "path,title,authors\nb.txt,Größe,\na.txt,T,A;B\n".encode("cp1252"),
    ],
    ids=["comma", "semicolon-with-mark", "cp1252"],
)
def test_sidecar_table_is_read_as_spreadsheets_write_it(folder: Path, table: bytes) -> None:
    """Comma or semicolon, with or without mark, UTF-8 or Windows-1252."""
    (folder / "b.txt").write_text("six")
    (folder / "metadata.csv").write_bytes(table)

    assert (
        read_sidecar(folder).stated_metadata
        == '{"authors":["A","B"],"origin":"sidecar","title":"T"}'
    )


def test_sidecar_hash_depends_on_the_own_row_only(folder: Path) -> None:
    """Editing the row of another file leaves this file unchanged."""
    (folder / "b.txt").write_text("six")
    (folder / "metadata.csv").write_text("path,title\na.txt,T\nb.txt,U\n")
    before = read_sidecar(folder)
    (folder / "metadata.csv").write_text("path,title\na.txt,T\nb.txt,V\n")

    assert read_sidecar(folder) == before
    assert before.sha256 is not None


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.meta.json", b"{broken", "is no JSON"),
        ("a.meta.json", b"[]", "is a JSON list"),
        ("a.meta.json", b"\x00\x01", "NUL"),
        ("a.meta.json", b" " * (MAX_BYTES + 1), "has more than 1000 bytes"),
        ("metadata.csv", b"file,title\na.txt,T\n", "has no column 'path'"),
        ("metadata.csv", b"", "has no column 'path'"),
        ("metadata.csv", b'path,title\na.txt,"T\n', "unexpected end of data"),
        ("metadata.csv", b"path,title\na.txt,T,U\n", "too many or too few cells.*: 2"),
        ("metadata.csv", b"path,title\nb.txt,T\n", "names files that do not lie.*: b.txt"),
        ("metadata.csv", b"path,title\n../a.txt,T\n", "names files that do not lie"),
    ],
)
def test_sidecar_that_is_broken_is_a_warning(
    folder: Path, name: str, content: bytes, reason: str
) -> None:
    """The warning names the sidecar, and there are no metadata."""
    (folder / name).write_bytes(content)

    sidecar = read_sidecar(folder)

    (problem,) = sidecar.problems
    assert sidecar.stated_metadata is None
    assert (problem.path, problem.outcome, problem.rule) == (name, None, "sidecar_is_readable")
    assert re.search(reason, problem.reason)


def test_sidecar_table_uses_the_first_of_two_rows(folder: Path) -> None:
    """A file named twice keeps its first row, with a warning."""
    (folder / "metadata.csv").write_text("path,title\na.txt,T\na.txt,U\n")

    sidecar = read_sidecar(folder)

    assert sidecar.stated_metadata == '{"origin":"sidecar","title":"T"}'
    assert [problem.reason for problem in sidecar.problems] == [
        "names files twice, of which the first row is used: a.txt"
    ]


def test_sidecar_that_is_a_link_is_not_followed(folder: Path) -> None:
    """A link could lead to a file that the source must not show."""
    (folder.parent / "secret.json").write_text('{"title": "secret"}')
    (folder / "a.meta.json").symlink_to(folder.parent / "secret.json")

    sidecar = read_sidecar(folder)

    assert sidecar.stated_metadata is None
    assert [problem.path for problem in sidecar.problems] == ["a.meta.json"]


def test_sidecar_of_records_is_refused(folder: Path) -> None:
    """A JSONL file states its metadata in its records, so its sidecar is named as unused."""
    (folder / "r.jsonl").write_text('{"text": "five"}')
    (folder / "r.meta.json").write_text('{"title": "T"}')

    sidecar = read_sidecar(folder, "r.jsonl")

    assert (sidecar.sha256, sidecar.stated_metadata) == (None, None)
    assert [problem.path for problem in sidecar.problems] == ["r.meta.json"]


def test_sidecar_problem_of_a_field_belongs_to_the_text(folder: Path) -> None:
    """A date that is none is left out and reported for the text that it describes."""
    (folder / "a.meta.json").write_text('{"title": "T", "published": "soon"}')

    sidecar = read_sidecar(folder)

    assert sidecar.stated_metadata == '{"origin":"sidecar","title":"T"}'
    assert [(p.path, p.rule) for p in sidecar.problems] == [("a.txt", "stated_published_is_valid")]


def test_sidecar_declares_the_encoding_of_its_text(tmp_path: Path) -> None:
    """Short Polish texts look Baltic to every detector; a person knows."""
    text = "Łódź: 5 osób zginęło"
    (tmp_path / "a.txt").write_bytes(text.encode("iso8859-2"))
    (tmp_path / "metadata.csv").write_text("path,encoding\na.txt,ISO-8859-2\n")
    (found,) = find_files([tmp_path])

    (record,) = read_file(found, ReadLimits()).records

    assert (record.text, record.encoding) == (text, "iso8859-2")


def test_the_same_bytes_in_two_encodings_are_two_documents(tmp_path: Path) -> None:
    """Their texts differ, so their identities do."""
    data = "Łódź".encode("iso8859-2")
    for name, encoding in (("a", "iso8859-2"), ("b", "cp1257")):
        (tmp_path / f"{name}.txt").write_bytes(data)
        (tmp_path / f"{name}.meta.json").write_text(json.dumps({"encoding": encoding}))

    records = [read_file(found, ReadLimits()).records[0] for found in find_files([tmp_path])]

    assert len({record.document_id for record in records}) == len(records)


def test_an_unknown_encoding_is_a_warning(folder: Path) -> None:
    """The text is read as if nothing were declared."""
    (folder / "a.meta.json").write_text('{"encoding": "klingon", "title": "T"}')

    sidecar = read_sidecar(folder)

    assert sidecar.stated_metadata == '{"origin":"sidecar","title":"T"}'
    assert [problem.rule for problem in sidecar.problems] == ["stated_encoding_is_valid"]
