"""Translation of what the disk and the engine report into one sentence for the user."""

from __future__ import annotations

import errno
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import duckdb

from warehouse.errors import EnvironmentFault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FULL_DISK_CODES: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
FORBIDDEN_CODES: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})

_FULL_DISK: Final = re.compile(r"No space left|File too large|quota exceeded", re.IGNORECASE)
_FORBIDDEN: Final = re.compile(r"Permission denied|Read-only file system", re.IGNORECASE)
_LOCKED: Final = re.compile(r"Conflicting lock is held.*?(?:\(PID (\d+)\)|$)", re.DOTALL)
_DAMAGED: Final = re.compile(
    r"not a valid DuckDB|Corrupt|checksum|deserializ|Is a directory", re.IGNORECASE
)
_NEWER_ENGINE: Final = re.compile(
    r"(newer|different) version of DuckDB|storage version", re.IGNORECASE
)


def engine_message(error: Exception) -> str:
    r"""Return the first paragraph of an engine's error message as one line.

    >>> engine_message(ValueError("Parser Error: syntax error\n\nLINE 1: selec"))
    'Parser Error: syntax error'
    """
    first_paragraph = str(error).strip().split("\n\n", maxsplit=1)[0]
    return " ".join(first_paragraph.split())


def describe_fault(path: Path, error: Exception) -> str:
    """Return what is wrong with a file and what to do, in one sentence.

    Args:
        path: File that was read or written.
        error: What the system or the engine reported.
    """
    code = error.errno if isinstance(error, OSError) else None
    text = str(error)
    locked = _LOCKED.search(text)
    if code in FULL_DISK_CODES or _FULL_DISK.search(text):
        return f"The disk is full while writing {path}; free some space and try again."
    if code in FORBIDDEN_CODES or _FORBIDDEN.search(text):
        return f"No permission for {path}; change its owner or mode, or choose another path."
    if locked:
        holder = f"process {locked.group(1)}" if locked.group(1) else "another program"
        return f"{path} is open for writing in {holder}; close it there, or open it read-only."
    if _NEWER_ENGINE.search(text):
        return f"{path} was written by another DuckDB ({engine_message(error)}); use that version."
    if _DAMAGED.search(text):
        return (
            f"{path} is no readable DuckDB file ({engine_message(error)}); "
            "roll back to a kept snapshot or move the file away and run again."
        )
    return f"{path} cannot be used: {engine_message(error)}"


@contextmanager
def storage_faults(path: Path) -> Iterator[None]:
    """Turn what the disk or the engine reports inside the block into an ``EnvironmentFault``.

    Errors of SQL and of constraints pass through: those are not the environment's fault.

    Args:
        path: File that the block reads or writes, for the message.

    Raises:
        EnvironmentFault: For a full disk, a missing permission, a lock or a damaged file.
    """
    try:
        yield
    except OSError as error:
        raise EnvironmentFault(describe_fault(path, error)) from error
    except duckdb.Error as error:
        if not is_environment_error(error):
            raise
        raise EnvironmentFault(describe_fault(path, error)) from error


def is_environment_error(error: duckdb.Error) -> bool:
    """Return True when the engine met a lock, a disk or a damaged file, False for faulty SQL."""
    kinds = (
        duckdb.IOException,
        duckdb.FatalException,
        duckdb.InternalException,
        duckdb.OutOfMemoryException,
        duckdb.SerializationException,
        duckdb.ConnectionException,
    )
    text = str(error)
    return isinstance(error, kinds) or bool(_FULL_DISK.search(text) or "Corrupt" in text)
