"""Which files a run meets: every path below the sources, in a fixed order, never opened.

Links to folders are not followed, links to files only inside their source. What cannot be an
input is reported with its reason; hidden files and sidecars are not reported.
"""

from __future__ import annotations

import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tasks.sources.names import (
    METADATA_TABLE,
    SIDECAR_SUFFIX,
    SUPPORTED_SUFFIXES,
    escape_name,
    file_kind,
    file_stem,
)
from tasks.sources.problems import describe_os_error
from warehouse.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

SPECIAL_FILES: Final = {
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}
BROKEN_LINK_CODES: Final = frozenset({errno.ELOOP, errno.ENOENT, errno.ENOTDIR})


@dataclass(frozen=True, kw_only=True)
class FoundFile:
    """One path that a run met.

    ``source`` and ``path`` are escaped names (see ``escape_name``), ``location`` is what to open,
    ``byte_count`` the size as stored, null when unknown. With a ``problem`` the file must not be
    read: it failed when ``is_input``, else it was skipped. With ``is_unreachable`` the problem is
    the system's, of the file or of the folder and all below it, and says nothing of the content.
    """

    source: str
    path: str
    location: Path
    byte_count: int | None = None
    problem: str | None = None
    is_input: bool = True
    is_unreachable: bool = False


@dataclass(frozen=True, kw_only=True)
class _Tree:
    """One source: its real path and what was visited below it, as device and inode."""

    root: Path
    visited: set[tuple[int, int]]

    def found(
        self,
        location: Path,
        problem: str | None = None,
        *,
        is_input: bool = True,
        is_unreachable: bool = False,
        byte_count: int | None = None,
    ) -> FoundFile:
        below = "" if location == self.root else str(location.relative_to(self.root))
        return FoundFile(
            source=escape_name(str(self.root)),
            path=escape_name(below),
            location=location,
            byte_count=byte_count,
            problem=problem,
            is_input=is_input,
            is_unreachable=is_unreachable,
        )


def find_files(sources: Sequence[Path]) -> list[FoundFile]:
    """List every file below the sources that is an input or looks like one.

    Args:
        sources: Files and folders; the same one given twice counts once.

    Returns:
        Files sorted by source and path.

    Raises:
        UsageError: If a source does not exist or cannot be reached.
    """
    found = [
        file
        for root in sorted({_resolve_source(source) for source in sources})
        for file in _find_below(_Tree(root=root, visited=set()))
    ]
    return sorted(found, key=lambda file: (file.source, file.path))


def source_names(sources: Sequence[Path]) -> list[str]:
    """Return the sources as the warehouse names them, sorted and without repetition.

    Raises:
        UsageError: If a source does not exist or cannot be reached.
    """
    return sorted({escape_name(str(_resolve_source(source))) for source in sources})


def _resolve_source(source: Path) -> Path:
    try:
        return Path(os.path.realpath(source, strict=True))
    except OSError as error:
        msg = (
            f"source {escape_name(str(source))} cannot be reached ({describe_os_error(error)}): "
            f"give an existing file or folder"
        )
        raise UsageError(msg) from error


def _find_below(tree: _Tree) -> Iterator[FoundFile]:
    if not tree.root.is_dir():
        yield _judge_file(tree, tree.root, tree.root.stat())
        return
    pending = [tree.root]
    while pending:
        folder = pending.pop()
        try:
            entries = _list_folder(tree, folder)
        except OSError as error:
            reason = f"the folder cannot be listed ({describe_os_error(error)}): make it readable"
            yield tree.found(folder, reason, is_unreachable=True)
            continue
        names = frozenset(entry.name for entry in entries)
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                pending.append(Path(entry.path))
            elif (file := _judge_entry(tree, entry, names)) is not None:
                yield file


def _list_folder(tree: _Tree, folder: Path) -> list[os.DirEntry[str]]:
    """Return the visible entries by name; nothing when the folder was visited before."""
    status = folder.stat()
    # a bind mount can hang a folder below itself without any link
    if (status.st_dev, status.st_ino) in tree.visited:
        return []
    tree.visited.add((status.st_dev, status.st_ino))
    with os.scandir(folder) as entries:
        visible = [entry for entry in entries if not entry.name.startswith(".")]
    return sorted(visible, key=lambda entry: entry.name)


def _judge_entry(tree: _Tree, entry: os.DirEntry[str], names: Collection[str]) -> FoundFile | None:
    location = Path(entry.path)
    if entry.name.endswith(SIDECAR_SUFFIX):
        return _judge_sidecar(tree, location, names)
    if entry.name == METADATA_TABLE:
        return None
    try:
        if entry.is_symlink():
            return _judge_link(tree, location)
        return _judge_file(tree, location, entry.stat(follow_symlinks=False))
    except OSError as error:
        reason = f"cannot be looked at ({describe_os_error(error)}): check its permissions"
        return tree.found(location, reason, is_unreachable=True)


def _judge_sidecar(tree: _Tree, location: Path, names: Collection[str]) -> FoundFile | None:
    described = location.name.removesuffix(SIDECAR_SUFFIX)
    if any(described in {name, file_stem(name)} for name in names if file_kind(name)):
        return None
    reason = f"describes {escape_name(described)}, but no such text lies beside it"
    return tree.found(location, reason, is_input=False)


def _judge_link(tree: _Tree, location: Path) -> FoundFile:
    try:
        target = Path(os.path.realpath(location, strict=True))
    except OSError as error:
        if error.errno not in BROKEN_LINK_CODES:
            raise
        what = "in a circle" if error.errno == errno.ELOOP else "to nothing"
        return tree.found(location, f"is a link that leads {what}: repair or remove it")
    status = target.stat()
    if stat.S_ISDIR(status.st_mode):
        where = "to a folder that contains it" if target in location.parents else "to a folder"
        reason = f"is a link {where}, which is not followed: give that folder as a source"
        return tree.found(location, reason, is_input=False)
    if not target.is_relative_to(tree.root):
        reason = "is a link that leaves the source, which is not followed: copy the file instead"
        return tree.found(location, reason, is_input=False)
    return _judge_file(tree, location, status)


def _judge_file(tree: _Tree, location: Path, status: os.stat_result) -> FoundFile:
    if not stat.S_ISREG(status.st_mode):
        special = SPECIAL_FILES.get(stat.S_IFMT(status.st_mode), "no regular file")
        return tree.found(location, f"is {special}, not a file with text", is_input=False)
    if file_kind(location.name) is None:
        reason = f"its suffix is not read; supported are {SUPPORTED_SUFFIXES}"
        return tree.found(location, reason, is_input=False, byte_count=status.st_size)
    return tree.found(location, byte_count=status.st_size)
