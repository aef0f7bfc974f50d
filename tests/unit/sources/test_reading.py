"""A file becomes documents and problems; nothing that it holds raises."""

import errno
import gzip
import hashlib
import json
import os
from pathlib import Path

import pytest

from tasks.sources.finding import FoundFile, find_files
from tasks.sources.reading import read_file, scan_file
from tasks.sources.readings import FileReading, SourceRecord
from tasks.sources.streams import ReadLimits

LIMITS = ReadLimits(max_document_chars=1000)


def sha256(data: bytes) -> str:
    """Return the hex digest."""
    return hashlib.sha256(data).hexdigest()


def find_one(path: Path) -> FoundFile:
    """Return the file as the run would find it."""
    (found,) = find_files([path])
    return found


def read(path: Path, data: bytes, limits: ReadLimits = LIMITS) -> FileReading:
    """Write a file and read it."""
    path.write_bytes(data)
    return read_file(find_one(path), limits)


def test_read_file_gives_a_plain_text_as_one_document(tmp_path: Path) -> None:
    """Identity is the hash of the raw bytes, the text is exactly as decoded."""
    data = "\ufeffFünf\r\n".encode()

    reading = read(tmp_path / "a.txt", data)

    assert reading.records == (
        SourceRecord(
            record_index=0,
            document_id=sha256(data),
            stated_metadata=None,
            text="Fünf\r\n",
            encoding="utf-8-sig",
            byte_count=len(data),
        ),
    )
    assert (reading.file_sha256, reading.byte_count) == (sha256(data), len(data))
    assert reading.problems == ()


def test_read_file_expands_gzip(tmp_path: Path) -> None:
    """A packed text is the same document as the text itself, also in several members."""
    packed = gzip.compress(b"five ", mtime=0) + gzip.compress(b"rifles", mtime=0)

    reading = read(tmp_path / "a.txt.gz", packed)

    assert [record.document_id for record in reading.records] == [sha256(b"five rifles")]
    assert [record.byte_count for record in reading.records] == [11]
    assert reading.file_sha256 == sha256(packed)


def test_read_file_gives_a_document_per_line(tmp_path: Path) -> None:
    """Bad lines are listed by their index, blank ones passed over, the rest goes on."""
    lines = [
        b'\xef\xbb\xbf{"text": "one", "title": "T"}\r',
        b"",
        b"{broken",
        b'{"text": "caf\xe9"}',
        b'{"text": " "}',
        b'{"text": "' + b"x" * 1001 + b'"}',
        b'{"text": "six"}',
    ]

    reading = read(tmp_path / "a.jsonl", b"\n".join(lines))

    assert [(record.record_index, record.text) for record in reading.records] == [
        (0, "one"),
        (6, "six"),
    ]
    assert reading.records[0].stated_metadata == '{"origin":"record","title":"T"}'
    assert [
        (p.record_index, p.outcome, p.reason.split(" (")[0].split(",")[0]) for p in reading.problems
    ] == [
        (2, "failed", "line 3 is no JSON"),
        (3, "failed", "line 4 is not UTF-8"),
        (4, "skipped", "empty"),
        (5, "failed", "line 6 has 1001 characters"),
    ]


def test_read_file_passes_over_a_line_longer_than_any_record(tmp_path: Path) -> None:
    """A line beyond the limit is dropped in chunks and the next line is read."""
    long = b'{"text": "' + b"x" * LIMITS.max_line_bytes * 20 + b'"}'

    reading = read(tmp_path / "a.jsonl", long + b'\n{"text": "next"}')

    assert [(record.record_index, record.text) for record in reading.records] == [(1, "next")]
    assert [problem.record_index for problem in reading.problems] == [0]


def test_read_file_bounds_the_list_of_bad_lines(tmp_path: Path) -> None:
    """Noise named .jsonl must not fill the ledger."""
    limits = ReadLimits(max_listed_lines=2)

    reading = read(tmp_path / "a.jsonl", b"x\n" * 10 + b'{"text": "good"}\n', limits)

    assert [record.record_index for record in reading.records] == [10]
    assert [problem.record_index for problem in reading.problems] == [0, 1, 2]
    assert reading.problems[-1].reason == "this line and 7 more below it are bad too"


def test_read_file_warns_once_of_a_field_that_every_line_has(tmp_path: Path) -> None:
    """One unknown field is one warning, not one per record."""
    lines = [json.dumps({"text": f"text {number}", "date": "2015"}) for number in range(5)]

    reading = read(tmp_path / "a.jsonl", "\n".join(lines).encode())

    assert len(reading.records) == 5
    assert [(p.record_index, p.outcome, p.rule) for p in reading.problems] == [
        (0, None, "stated_fields_are_known")
    ]


@pytest.mark.parametrize(
    ("name", "data", "outcome", "reason"),
    [
        ("a.txt", b"", "skipped", "empty"),
        ("a.txt", b" \r\n\t", "skipped", "empty"),
        ("a.txt", b"\xef\xbb\xbf", "skipped", "empty"),
        ("a.jsonl", b"\n\n", "skipped", "empty"),
        ("a.txt.gz", gzip.compress(b"", mtime=0), "skipped", "empty"),
        ("a.txt", b"\x00\x01", "failed", "is no text"),
        ("a.txt", b'{"text":"five"}', "failed", "rename it to .jsonl"),
        ("a.txt", b"x" * 1001, "failed", "has 1001 characters"),
        ("a.txt", b"x" * 5000, "failed", "has 5000 bytes"),
        ("a.txt.gz", gzip.compress(b"x" * 5000, mtime=0), "failed", "bytes or more"),
        ("a.txt.gz", b"", "skipped", "empty"),
        ("a.txt.gz", b"no gzip", "failed", "is a damaged gzip file"),
        (
            "a.txt.gz",
            gzip.compress(b"five rifles", mtime=0)[:-4],
            "failed",
            "is a damaged gzip file",
        ),
        ("a.txt.gz", gzip.compress(b"five", mtime=0) + b"junk", "failed", "is a damaged gzip file"),
        ("a.jsonl", '{"text": "five"}'.encode("utf-16"), "failed", "save it as UTF-8"),
        (
            "a.jsonl.gz",
            gzip.compress(b'{"text": "a"}\n' * 99, mtime=0)[:-9],
            "failed",
            "damaged gzip",
        ),
        (
            "a.jsonl.gz",
            gzip.compress(b'{"text": "a"}\n' * 40_000, mtime=0)[:-9],
            "failed",
            "damaged gzip",
        ),
    ],
)
def test_read_file_says_why_a_file_gives_no_document(
    tmp_path: Path, name: str, data: bytes, outcome: str, reason: str
) -> None:
    """The file has one problem with outcome and reason, and no documents."""
    reading = read(tmp_path / name, data)

    (problem,) = reading.problems
    assert reading.records == ()
    assert problem.outcome == outcome
    assert reason in problem.reason


def test_read_file_refuses_a_gzip_bomb(tmp_path: Path) -> None:
    """Expansion stops at the ratio, long before a line or a text is complete."""
    bomb = gzip.compress(b"x" * 50_000_000, mtime=0)
    for name in ("a.txt.gz", "a.jsonl.gz"):
        reading = read(tmp_path / name, bomb, ReadLimits(max_document_chars=100_000_000))

        assert [problem.reason.split(",")[0] for problem in reading.problems] == [
            "expands to more than 200 times its size"
        ]


def test_read_file_allows_a_small_text_that_packs_well(tmp_path: Path) -> None:
    """Below one MiB no ratio is suspicious."""
    reading = read(tmp_path / "a.txt.gz", gzip.compress(b"five " * 100_000, mtime=0), ReadLimits())

    assert [len(record.text) for record in reading.records] == [500_000]


def test_read_file_passes_the_problem_of_finding_on(tmp_path: Path) -> None:
    """A file that was found with a problem is not opened."""
    (tmp_path / "a.pdf").write_bytes(b"x")

    reading = read_file(find_one(tmp_path / "a.pdf"), LIMITS)

    assert [(p.outcome, p.reason.split(";")[0]) for p in reading.problems] == [
        ("skipped", "its suffix is not read")
    ]


def test_scan_file_does_not_decode_an_unchanged_file(tmp_path: Path) -> None:
    """With the hashes of the warehouse nothing is handed out; with others it is."""
    (tmp_path / "a.txt").write_text("five")
    found = find_one(tmp_path / "a.txt")
    taken: list[SourceRecord] = []
    key = (found.source, found.path)

    same = scan_file(
        found, limits=LIMITS, take=taken.append, unchanged={key: (sha256(b"five"), None)}
    )
    count_same = len(taken)
    other = scan_file(
        found, limits=LIMITS, take=taken.append, unchanged={key: (sha256(b"five"), "0" * 64)}
    )

    assert (same.is_unchanged, same.records, count_same) == (True, (), 0)
    assert (other.is_unchanged, len(other.records), len(taken)) == (False, 1, 1)


def test_scan_file_lets_errors_of_the_consumer_pass(tmp_path: Path) -> None:
    """A full disk while staging is not the fault of the file that was read."""
    (tmp_path / "a.txt").write_text("five")

    def take(record: SourceRecord) -> None:
        raise OSError(28, "No space left on device", record.document_id)

    with pytest.raises(OSError, match="No space left"):
        scan_file(find_one(tmp_path / "a.txt"), limits=LIMITS, take=take)


def test_scan_file_takes_back_a_file_that_changes_while_it_is_read(tmp_path: Path) -> None:
    """Records read before the change do not count."""
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "one"}\n' * 3)
    taken: list[SourceRecord] = []

    def take(record: SourceRecord) -> None:
        taken.append(record)
        if len(taken) == 1:
            path.write_text('{"text": "two"}\n' * 100)

    outline = scan_file(find_one(path), limits=LIMITS, take=take)

    assert outline.records == ()
    assert [(p.outcome, p.reason) for p in outline.problems] == [
        ("failed", "changed while it was being read: run again when it is complete")
    ]


@pytest.mark.parametrize("code", [errno.EIO, errno.EACCES, errno.ENOENT])
def test_read_file_tells_a_failing_system_from_bad_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    """A file that cannot be opened is out of reach: nothing is known of its content."""
    (tmp_path / "a.txt").write_text("Five rifles.")
    found = find_one(tmp_path / "a.txt")

    def failing(*_: object) -> int:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "open", failing)

    assert read_file(found, LIMITS).is_unreachable


def test_read_file_that_changes_meanwhile_is_out_of_reach(tmp_path: Path) -> None:
    """A file that is being written keeps the rows of its last complete state."""
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "five"}\n' * 100_000)

    def grow(_: SourceRecord) -> None:
        path.write_text('{"text": "seven"}\n')

    outline = scan_file(find_one(path), limits=LIMITS, take=grow)

    assert outline.is_unreachable
    assert outline.records == ()


@pytest.mark.parametrize("data", [b"", b"a\0b", b"x" * 1001])
def test_read_file_with_bad_content_is_not_out_of_reach(tmp_path: Path, data: bytes) -> None:
    """What the content gets wrong says that there is no document any more."""
    reading = read(tmp_path / "a.txt", data)

    assert reading.problems
    assert not reading.is_unreachable
