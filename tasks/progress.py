"""Where the steps of a run report how far they are; the command line shows it as bars.

A step calls ``reporter()``; who shows the progress is decided once, outside the flow.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator


class Reporter(Protocol):
    """Receives the progress of the stages of a run."""

    def begin(self, stage: str, total: int | None) -> None:
        """Start a stage of ``total`` steps, None when unknown."""

    def advance(self, stage: str, count: int = 1) -> None:
        """Move a stage on by ``count`` steps."""

    def finish(self, stage: str) -> None:
        """End a stage."""


class SilentReporter:
    """Shows nothing: for scheduled runs and tests."""

    def begin(self, stage: str, total: int | None) -> None:
        """Ignore the start of a stage."""

    def advance(self, stage: str, count: int = 1) -> None:
        """Ignore a step."""

    def finish(self, stage: str) -> None:
        """Ignore the end of a stage."""


CURRENT: Final[ContextVar[Reporter | None]] = ContextVar("reporter", default=None)


def reporter() -> Reporter:
    """Return who receives the progress of this run."""
    return CURRENT.get() or SilentReporter()


@contextmanager
def reporting_to(target: Reporter) -> Iterator[None]:
    """Send the progress of everything inside the context to ``target``."""
    token = CURRENT.set(target)
    try:
        yield
    finally:
        CURRENT.reset(token)


@contextmanager
def stage(name: str, total: int | None = None) -> Iterator[Reporter]:
    """Report a stage from its start to its end; yields who to tell about its steps."""
    target = reporter()
    target.begin(name, total)
    yield target
    target.finish(name)
