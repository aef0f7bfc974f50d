"""The link that users open: where it leads, and its switch to another snapshot in one step."""

from __future__ import annotations

import logging
import os
import re
from typing import TYPE_CHECKING, Final

from warehouse.errors import EnvironmentFault

if TYPE_CHECKING:
    from pathlib import Path

LOG: Final = logging.getLogger(__name__)
SNAPSHOT_NAME: Final = re.compile(r"snapshot-(\d{6,})\.duckdb")
LINK_LIMIT: Final = 40


def snapshot_number(name: str) -> int | None:
    """Return the number of a snapshot's file name, None for any other name.

    >>> snapshot_number("snapshot-000007.duckdb")
    7
    """
    match = SNAPSHOT_NAME.fullmatch(name)
    return int(match.group(1)) if match else None


def linked_number(path: Path) -> int:
    """Return the number of the snapshot that a warehouse's link names, 0 when it names none."""
    return snapshot_number(path.readlink().name) or 0 if path.is_symlink() else 0


def follow_user_links(path: Path) -> Path:
    """Return the path whose neighbour is the folder of snapshots: links of users lead there.

    Raises:
        EnvironmentFault: If the links lead in a circle.
    """
    for _ in range(LINK_LIMIT):
        if not path.is_symlink() or snapshot_number(path.readlink().name) is not None:
            return path
        path = path.parent / path.readlink()
    msg = f"{path} is a link that leads to itself; choose another path."
    raise EnvironmentFault(msg)


def switch_link(path: Path, target: Path) -> None:
    """Let the link lead to a file one folder below, relative, so that both can be moved together.

    Args:
        path: The link; it may be missing.
        target: The file.

    Raises:
        OSError: If the disk refuses; the link is as before.
    """
    link = path.with_name(f".{path.name}.{os.getpid()}.link")
    link.unlink(missing_ok=True)
    link.symlink_to(f"{target.parent.name}/{target.name}")
    link.replace(path)
    try:
        flush(path.parent)
    except OSError as error:
        # The switch is done and seen by readers; only a power cut could still undo it.
        LOG.warning("%s could not be forced onto the disk: %s", path.parent, error)


def remove_stale_links(path: Path) -> None:
    """Delete the temporary links of processes that died before their switch.

    Args:
        path: The link of the warehouse, whose writer's lock is held.
    """
    stale = re.compile(rf"\.{re.escape(path.name)}\.\d+\.link")
    for entry in path.parent.iterdir():
        if stale.fullmatch(entry.name) and entry.is_symlink():
            entry.unlink(missing_ok=True)


def flush(path: Path) -> None:
    """Force a file or folder onto the disk, so that a power cut cannot undo what was done."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
