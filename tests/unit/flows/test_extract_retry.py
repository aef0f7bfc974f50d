"""Which failures of an extraction are worth a second try."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from tasks.extract import is_worth_retrying
from warehouse.errors import EnvironmentFault, GateError


def raised(error: Exception, cause: Exception | None) -> Exception:
    """Return an error as it is caught after ``raise error from cause``."""
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (OSError("read"), True),
        (raised(EnvironmentFault("disk"), OSError("write")), True),
        (EnvironmentFault("no dask"), False),
        (raised(GateError("rows"), OSError("write")), False),
        (ValueError("text"), False),
    ],
)
def test_retry_is_for_what_a_disk_may_do_better(*, error: Exception, expected: bool) -> None:
    """A fault of the storage is tried again, whatever we have turned it into."""
    state = SimpleNamespace(data=error)

    assert is_worth_retrying(None, None, state) is expected
