"""What the disk and the engine report becomes one sentence; faulty SQL passes through."""

from __future__ import annotations

import errno
from pathlib import Path

import duckdb
import pytest

from warehouse.errors import EnvironmentFault
from warehouse.faults import describe_fault, storage_faults

FILE = Path("w.duckdb")


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "The disk is full while writing "),
        (OSError(errno.EDQUOT, "Quota"), "The disk is full while writing "),
        (duckdb.IOException("Could not write: No space left on device"), "The disk is full "),
        (OSError(errno.EROFS, "Read-only file system"), "No permission for w.duckdb; "),
        (duckdb.IOException("Cannot open: Permission denied"), "No permission for w.duckdb; "),
        (OSError(errno.EIO, "Input/output error"), "w.duckdb cannot be used: [Errno 5]"),
        (
            duckdb.SerializationException("Failed to deserialize"),
            "w.duckdb is no readable DuckDB file",
        ),
    ],
    ids=["full", "quota", "engine_full", "read_only", "engine_permission", "other", "damaged"],
)
def test_storage_faults_says_what_is_wrong(error: Exception, sentence: str) -> None:
    """One line, which starts with what is wrong."""
    with pytest.raises(EnvironmentFault) as caught, storage_faults(FILE):
        raise error

    assert str(caught.value).startswith(sentence)
    assert "\n" not in str(caught.value)


def test_storage_faults_lets_other_errors_pass() -> None:
    """A broken constraint is a matter of the data, not of the environment."""
    with pytest.raises(duckdb.ConstraintException), storage_faults(FILE):
        raise duckdb.ConstraintException


def test_describe_fault_names_the_holder_of_a_lock() -> None:
    """The process to close is named."""
    error = duckdb.IOException(
        'Could not set lock on file "w.duckdb": Conflicting lock is held in /bin/x (PID 42). See'
    )

    assert "open for writing in process 42;" in describe_fault(FILE, error)
