"""A folder of everything that can go wrong: each path gets its reason and nothing else is lost."""

from __future__ import annotations

import gzip
import json
import os
import socket
from pathlib import Path

import polars as pl
import pytest

from tasks.sources.changes import ChangePlan, plan_changes
from tasks.sources.finding import find_files, source_names
from tasks.sources.staging import arrange_batches, stage_files
from tasks.sources.streams import ReadLimits
from tests.processes import run_python
from warehouse.tables.raw import DOCUMENT_FILES

LIMITS = ReadLimits(max_document_chars=10_000)
NOTHING_KNOWN = pl.DataFrame(
    schema=dict.fromkeys(("document_id", "stated_metadata", "extraction_fingerprint"), pl.String)
)


def plan_folder(source: Path, work: Path, limits: ReadLimits = LIMITS) -> ChangePlan:
    """Find, read and plan the first run over a folder; texts are arranged below ``work``."""
    (work / "texts").mkdir(parents=True)
    (work / "batches").mkdir()
    staged = stage_files(
        find_files([source]), work / "texts", limits=limits, unchanged={}, batch_size=64
    )
    plan = plan_changes(
        sources=source_names([source]),
        outlines=staged.outlines,
        known_files=DOCUMENT_FILES.polars_schema.to_frame(),
        known_documents=NOTHING_KNOWN,
        fingerprint="f" * 16,
    )
    arrange_batches(staged.batches, plan, work / "batches")
    return plan


def outcomes(plan: ChangePlan) -> dict[tuple[str, int], tuple[str, str | None]]:
    """Return outcome and reason by path and line."""
    return {
        (path, index): (outcome, reason)
        for path, index, outcome, reason in plan.outcomes.select(
            "path", "record_index", "outcome", "reason"
        ).iter_rows()
    }


def texts(work: Path) -> list[tuple[str, str]]:
    """Return path and text of every staged document, sorted."""
    batches = [pl.read_parquet(path) for path in (work / "batches").iterdir()]
    return sorted(row for batch in batches for row in batch.select("path", "text").iter_rows())


def write_hostile_folder(folder: Path) -> None:
    """Write one good text between files that are hostile each in its own way."""
    for name, data in {
        "good.txt": b"Five rifles were found.",
        "junk.txt": bytes(range(256)) * 40,
        "nul.txt": b"five\x00rifles",
        "utf16.txt": "Six rifles, in UTF-16.".encode("utf-16"),
        "utf16-unmarked.txt": "Six rifles".encode("utf-16-le"),
        "empty.txt": b"",
        "blank.md": b" \r\n\t\n",
        "long.txt": b"x" * 10_001,
        "report.pdf": b"%PDF-1.7",
        "bomb.txt.gz": gzip.compress(b"\x00" * 30_000_000, mtime=0),
        "cut.txt.gz": gzip.compress(b"Seven rifles were found.", mtime=0)[:-6],
        "lines.jsonl": b'{"text": "Eight rifles."}\n{broken\n\n"text"\n{"text": "Nine rifles."}\n',
        "line\nbreak.txt": b"Ten rifles were found.",
        "sidecar.txt": b"Eleven rifles were found.",
        "sidecar.meta.json": b"{broken",
        ".hidden.txt": b"Twelve rifles were found.",
    }.items():
        (folder / name).write_bytes(data)
    Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.txt")).write_bytes(b"Twelve rifles.")
    (folder / "loop").symlink_to(".")
    (folder / "dangling.txt").symlink_to("nowhere")
    os.mkfifo(folder / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        # the path of a socket is limited to about 100 bytes
        descriptor = os.open(folder, os.O_RDONLY)
        server.bind(f"/proc/self/fd/{descriptor}/socket.txt")
        os.close(descriptor)


def test_hostile_folder_gives_every_path_its_reason(tmp_path: Path) -> None:
    """What is text is read, everything else has an outcome with a reason, and the run ends."""
    source, work = tmp_path / "source", tmp_path / "work"
    source.mkdir()
    write_hostile_folder(source)

    plan = plan_folder(source, work)

    result = outcomes(plan)
    assert texts(work) == [
        ("caf\\xe9.txt", "Twelve rifles."),
        ("good.txt", "Five rifles were found."),
        ("line\\nbreak.txt", "Ten rifles were found."),
        ("lines.jsonl", "Eight rifles."),
        ("lines.jsonl", "Nine rifles."),
        ("sidecar.txt", "Eleven rifles were found."),
        ("utf16.txt", "Six rifles, in UTF-16."),
    ]
    assert plan.document_files.height == 7
    assert {key: outcome for key, (outcome, _) in result.items()} == {
        ("good.txt", 0): "new",
        ("junk.txt", 0): "failed",
        ("nul.txt", 0): "failed",
        ("utf16.txt", 0): "new",
        ("utf16-unmarked.txt", 0): "failed",
        ("empty.txt", 0): "skipped",
        ("blank.md", 0): "skipped",
        ("long.txt", 0): "failed",
        ("report.pdf", 0): "skipped",
        ("bomb.txt.gz", 0): "failed",
        ("cut.txt.gz", 0): "failed",
        ("lines.jsonl", 0): "new",
        ("lines.jsonl", 1): "failed",
        ("lines.jsonl", 3): "failed",
        ("line\\nbreak.txt", 0): "new",
        ("caf\\xe9.txt", 0): "new",
        ("sidecar.txt", 0): "new",
        ("loop", 0): "skipped",
        ("dangling.txt", 0): "failed",
        ("pipe.txt", 0): "skipped",
        ("socket.txt", 0): "skipped",
    }
    assert all(reason for outcome, reason in result.values() if outcome != "new")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("junk.txt", "holds NUL bytes"),
        ("utf16-unmarked.txt", "UTF-16 without byte order mark"),
        ("empty.txt", "empty"),
        ("long.txt", "has 10001 characters, more than max_document_chars = 10000"),
        ("bomb.txt.gz", "bytes or more, more than max_document_chars"),
        ("cut.txt.gz", "is a damaged gzip file"),
        ("loop", "is a link to a folder that contains it"),
        ("dangling.txt", "is a link that leads to nothing"),
        ("pipe.txt", "is a named pipe"),
        ("socket.txt", "is a socket"),
    ],
)
def test_hostile_file_has_a_reason_that_helps(tmp_path: Path, path: str, reason: str) -> None:
    """The reason says what is wrong in words of the user."""
    source = tmp_path / "source"
    source.mkdir()
    write_hostile_folder(source)

    _, stated = outcomes(plan_folder(source, tmp_path / "work"))[path, 0]

    assert reason in (stated or "")


def test_broken_sidecar_is_recorded_and_its_text_is_read(tmp_path: Path) -> None:
    """The document has no metadata, and the issue names the sidecar."""
    source, work = tmp_path / "source", tmp_path / "work"
    source.mkdir()
    write_hostile_folder(source)

    plan = plan_folder(source, work)

    ((row_key, rule, detail),) = plan.issues.select("row_key", "rule", "detail").iter_rows()
    assert json.loads(row_key)["path"] == "sidecar.meta.json"
    assert rule == "sidecar_is_readable"
    assert "is no JSON" in detail
    assert plan.owners.filter(pl.col("path") == "sidecar.txt")["stated_metadata"].to_list() == [
        None
    ]


def test_huge_text_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    """A file of one TiB (sparse) could not be read in the time of this test."""
    source = tmp_path / "source"
    source.mkdir()
    (source / "huge.txt").touch()
    os.truncate(source / "huge.txt", 1 << 40)

    plan = plan_folder(source, tmp_path / "work", ReadLimits())

    assert outcomes(plan)["huge.txt", 0][0] == "failed"
    assert plan.outcomes["byte_count"].to_list() == [1 << 40]


def test_line_of_200_megabytes_is_passed_over_in_bounded_memory(tmp_path: Path) -> None:
    """The records around the line are read, and memory grows by far less than the line."""
    source = tmp_path / "source"
    source.mkdir()
    with (source / "a.jsonl").open("wb") as file:
        file.write(b'{"text": "before"}\n')
        file.seek(200_000_000)
        file.write(b'\n{"text": "after"}\n')
    code = """
        import resource, sys
        from pathlib import Path
        from tasks.sources.finding import find_files
        from tasks.sources.reading import read_file
        from tasks.sources.streams import ReadLimits
        (found,) = find_files([Path(sys.argv[1])])
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        reading = read_file(found, ReadLimits(max_document_chars=10_000))
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        texts = [(record.record_index, record.text) for record in reading.records]
        assert texts == [(0, "before"), (2, "after")], texts
        assert [problem.record_index for problem in reading.problems] == [1]
        assert after - before < 20_000, after - before
    """

    assert run_python(code, source) == ""
