"""Every path below a source is listed in a fixed order with what speaks against reading it."""

import errno
import os
from pathlib import Path

import pytest

from tasks.sources.finding import FoundFile, find_files, source_names
from warehouse.errors import UsageError


def problems_by_path(found: list[FoundFile]) -> dict[str, str | None]:
    """Return the problem of each path."""
    return {file.path: file.problem for file in found}


def test_find_files_lists_inputs_sorted_by_path(tmp_path: Path) -> None:
    """The order is that of source and path, not that of the file system."""
    for name in ("b.txt", "a/z.md", "a.jsonl", "a/b/c.txt.gz"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("text")

    found = find_files([tmp_path])

    assert [file.path for file in found] == ["a.jsonl", "a/b/c.txt.gz", "a/z.md", "b.txt"]
    assert {file.source for file in found} == {str(tmp_path.resolve())}
    assert {file.byte_count for file in found} == {4}
    assert {file.problem for file in found} == {None}


def test_find_files_takes_a_file_as_a_source(tmp_path: Path) -> None:
    """A source that is a file has the empty path."""
    (tmp_path / "a.txt").write_text("text")

    found = find_files([tmp_path / "a.txt", tmp_path / "a.txt"])

    assert [(file.source, file.path) for file in found] == [(str(tmp_path / "a.txt"), "")]


def test_find_files_leaves_out_hidden_files_and_sidecars(tmp_path: Path) -> None:
    """Hidden files and folders and the sidecars of a text are not reported."""
    (tmp_path / ".git").mkdir()
    for name in (".git/a.txt", ".b.txt", "c.txt", "c.meta.json", "c.txt.meta.json", "metadata.csv"):
        (tmp_path / name).write_text("x")

    assert [file.path for file in find_files([tmp_path])] == ["c.txt"]


def test_find_files_reports_a_sidecar_without_text(tmp_path: Path) -> None:
    """A sidecar that describes nothing is skipped with its reason."""
    (tmp_path / "gone.meta.json").write_text("{}")

    (found,) = find_files([tmp_path])

    assert not found.is_input
    assert found.problem == "describes gone, but no such text lies beside it"


def test_find_files_skips_other_suffixes(tmp_path: Path) -> None:
    """A file of another suffix is reported as skipped."""
    (tmp_path / "a.pdf").write_text("x")

    (found,) = find_files([tmp_path])

    assert not found.is_input
    assert found.problem is not None
    assert found.problem.startswith("its suffix is not read; supported are .htm .html .jsonl")


def test_find_files_judges_links_by_where_they_lead(tmp_path: Path) -> None:
    """Links to files stay inside the source; links to folders are never followed."""
    inside, outside = tmp_path / "in", tmp_path / "out"
    (inside / "sub").mkdir(parents=True)
    outside.mkdir()
    (inside / "sub/a.txt").write_text("text")
    (outside / "b.txt").write_text("text")
    for name, target in {
        "good.txt": "sub/a.txt",
        "leaves.txt": "../out/b.txt",
        "dangling.txt": "nowhere.txt",
        "self.txt": "self.txt",
        "folder": "sub",
        "sub/loop": "..",
    }.items():
        (inside / name).symlink_to(target)

    found = find_files([inside])

    problems = problems_by_path(found)
    assert problems == {
        "dangling.txt": "is a link that leads to nothing: repair or remove it",
        "folder": "is a link to a folder, which is not followed: give that folder as a source",
        "good.txt": None,
        "leaves.txt": "is a link that leaves the source, which is not followed: "
        "copy the file instead",
        "self.txt": "is a link that leads in a circle: repair or remove it",
        "sub/a.txt": None,
        "sub/loop": "is a link to a folder that contains it, which is not followed: "
        "give that folder as a source",
    }
    assert [file.path for file in found if not file.is_input] == [
        "folder",
        "leaves.txt",
        "sub/loop",
    ]


def test_find_files_does_not_depend_on_how_the_source_is_named(tmp_path: Path) -> None:
    """A source reached through a link or with dots is the same source."""
    (tmp_path / "real").mkdir()
    (tmp_path / "real/a.txt").write_text("text")
    (tmp_path / "link").symlink_to("real")
    spellings = [tmp_path / "real", tmp_path / "link", tmp_path / "link/../real"]

    assert len(find_files(spellings)) == 1
    assert source_names(spellings) == [str(tmp_path / "real")]


@pytest.mark.parametrize("name", ["missing", "a.txt/below", "circle"])
def test_find_files_refuses_a_source_that_is_not_there(tmp_path: Path, name: str) -> None:
    """A missing source is an error of the user, with the name in the message."""
    (tmp_path / "a.txt").write_text("text")
    (tmp_path / "circle").symlink_to("circle")

    with pytest.raises(UsageError, match=f"{name} cannot be reached"):
        find_files([tmp_path / name])


def test_find_files_walks_deep_folders(tmp_path: Path) -> None:
    """Depth is limited by the system alone, not by recursion."""
    folder = tmp_path
    for _ in range(300):
        folder /= "d"
        folder.mkdir()
    (folder / "a.txt").write_text("text")

    assert [file.path.count("/") for file in find_files([tmp_path])] == [300]


def test_find_files_keeps_undecodable_names_apart(tmp_path: Path) -> None:
    """A name that is not UTF-8 is escaped for the record, but opened by its bytes."""
    for name in (b"\xff.txt", b"\\xff.txt"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(name)

    found = find_files([tmp_path])

    assert {file.path: file.location.read_bytes() for file in found} == {
        "\\xff.txt": b"\xff.txt",
        "\\\\xff.txt": b"\\xff.txt",
    }


def test_find_files_tells_a_failing_disk_from_a_missing_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that the system does not list is out of reach; a link to nothing is not."""
    (tmp_path / "closed").mkdir()
    (tmp_path / "dangling.txt").symlink_to("nowhere")
    (tmp_path / "open.txt").write_text("text")
    scandir = os.scandir

    def failing(folder: Path) -> object:
        if Path(folder).name == "closed":
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", failing)

    found = find_files([tmp_path])

    assert {file.path: file.is_unreachable for file in found} == {
        "closed": True,
        "dangling.txt": False,
        "open.txt": False,
    }


def test_find_files_tells_a_failing_link_from_a_broken_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A link whose target the disk cannot give is out of reach, not broken."""
    (tmp_path / "link.txt").symlink_to("a.txt")
    realpath = os.path.realpath

    def failing(path: Path, *, strict: bool = False) -> str:
        if Path(path).name == "link.txt":
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return realpath(path, strict=strict)

    monkeypatch.setattr(os.path, "realpath", failing)

    (found,) = find_files([tmp_path])

    assert found.is_unreachable
    assert found.problem == "cannot be looked at (input/output error): check its permissions"
