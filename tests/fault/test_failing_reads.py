"""Files that fail between find and read: each has its reason, and nothing else is lost."""

from __future__ import annotations

import json
import os
from pathlib import Path
from tempfile import gettempdir

import pytest

from tasks.sources.finding import find_files
from tasks.sources.staging import stage_files
from tasks.sources.streams import ReadLimits
from tests.processes import run_python

NOBODY = 65534
LIMITS = ReadLimits(max_document_chars=10_000)


def test_unreadable_file_and_folder_cost_nothing_else(tmp_path: Path) -> None:
    """An unprivileged user gets reasons for what it may not read, and all the rest."""
    source = tmp_path / "source"
    (source / "closed").mkdir(parents=True)
    (source / "closed/a.txt").write_text("Five rifles.")
    (source / "denied.txt").write_text("Six rifles.")
    (source / "denied.jsonl").write_text('{"text": "Seven rifles."}')
    (source / "open.txt").write_text("Eight rifles.")
    (source / "open.meta.json").write_text('{"title": "T"}')
    for name in ("closed", "denied.txt", "denied.jsonl", "open.meta.json"):
        (source / name).chmod(0)
    own = [folder for folder in source.parents if Path(gettempdir()) in folder.parents]
    for folder in [source, *own]:
        folder.chmod(folder.stat().st_mode | 0o055)
    code = f"""
        import json, os, sys
        from pathlib import Path
        from tasks.sources.finding import find_files
        from tasks.sources.reading import read_file
        from tasks.sources.streams import ReadLimits
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid({NOBODY})
            os.setuid({NOBODY})
        readings = [read_file(found, ReadLimits()) for found in find_files([Path(sys.argv[1])])]
        print(json.dumps({{
            reading.path: [
                [record.text for record in reading.records],
                [[problem.outcome, problem.reason] for problem in reading.problems],
            ]
            for reading in readings
        }}))
    """

    printed = run_python(code, source)
    (source / "closed").chmod(0o700)

    denied = "cannot be read (permission denied): check its permissions and its disk"
    assert json.loads(printed) == {
        "closed": [
            [],
            [["failed", "the folder cannot be listed (permission denied): make it readable"]],
        ],
        "denied.jsonl": [[], [["failed", denied]]],
        "denied.txt": [[], [["failed", denied]]],
        "open.txt": [["Eight rifles."], [[None, denied]]],
    }


def test_file_that_vanishes_before_it_is_read_fails_alone(tmp_path: Path) -> None:
    """A file deleted between find and read has its reason, the others are read."""
    source, work = tmp_path / "source", tmp_path / "work"
    for folder in (source, work):
        folder.mkdir()
    (source / "gone.txt").write_text("Five rifles.")
    (source / "stays.txt").write_text("Six rifles.")
    found = find_files([source])
    (source / "gone.txt").unlink()

    staged = stage_files(found, work, limits=LIMITS, unchanged={}, batch_size=64)

    gone, stays = staged.outlines
    assert [(problem.outcome, problem.reason) for problem in gone.problems] == [
        ("failed", "vanished before it was read: run again if it should be there")
    ]
    assert len(stays.records) == 1


def test_file_replaced_by_a_pipe_does_not_block_the_run(tmp_path: Path) -> None:
    """Opening a pipe without writer would wait for ever."""
    (tmp_path / "a.txt").write_text("Five rifles.")
    found = find_files([tmp_path])
    (tmp_path / "a.txt").unlink()
    os.mkfifo(tmp_path / "a.txt")

    staged = stage_files(found, tmp_path, limits=LIMITS, unchanged={}, batch_size=64)

    assert [problem.reason for problem in staged.outlines[0].problems] == [
        "is no regular file any more: run again"
    ]


def test_full_disk_while_staging_is_not_blamed_on_a_file(tmp_path: Path) -> None:
    """The error passes through, so that the run as a whole fails."""
    source = tmp_path / "source"
    source.mkdir()
    (source / "a.txt").write_text("Five rifles.")

    with pytest.raises(OSError, match="No such file"):
        stage_files(
            find_files([source]), tmp_path / "none", limits=LIMITS, unchanged={}, batch_size=1
        )
