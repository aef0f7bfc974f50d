"""One writer at a time: an advisory lock on a file, released by the system when a process ends."""

from __future__ import annotations

import fcntl
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from warehouse.errors import EnvironmentFault
from warehouse.faults import storage_faults

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def writer_lock(lock_file: Path, warehouse: Path) -> Iterator[None]:
    """Hold the writer's lock of a warehouse inside the block.

    Args:
        lock_file: File that is locked; it is created when missing and stays.
        warehouse: The warehouse, for the message.

    Raises:
        EnvironmentFault: If another run holds the lock, naming its process, or if the folder
            cannot be written.
    """
    with storage_faults(lock_file):
        lock_file.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(lock_file, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _acquire(handle, lock_file, warehouse)
        yield
    finally:
        # The system drops the lock with the handle, also when the process is killed.
        os.close(handle)


def _acquire(handle: int, lock_file: Path, warehouse: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        holder = lock_file.read_text(encoding="ascii", errors="replace").strip() or "unknown"
        msg = (
            f"Another run (process {holder}) is writing {warehouse}; "
            "wait until it ends and try again."
        )
        raise EnvironmentFault(msg) from error
    with storage_faults(lock_file):
        os.ftruncate(handle, 0)
        os.pwrite(handle, str(os.getpid()).encode(), 0)
