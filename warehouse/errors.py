"""The errors that a user can meet, each with the exit code of the command line.

A message is one sentence that says which document, file or option, what is wrong, and what to do.
"""

from typing import ClassVar


class TallybookError(Exception):
    """Base of all errors that are reported as one sentence, without a traceback."""

    exit_code: ClassVar[int] = 3


class GateError(TallybookError):
    """The data failed a gate: nothing was published, or a check of a published warehouse failed."""

    exit_code: ClassVar[int] = 1


class UsageError(TallybookError):
    """The command was used wrongly: no such source, option, table or query."""

    exit_code: ClassVar[int] = 2


class EnvironmentFault(TallybookError):  # noqa: N818 - EnvironmentError is a builtin
    """Something around us is in the way: a lock, a permission, a full disk, a damaged file."""

    exit_code: ClassVar[int] = 3
