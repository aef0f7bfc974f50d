"""Calling a flow from the command line: engine, progress bars and warm-up around it."""

from __future__ import annotations

import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

from flows.cli.progress import RunProgress
from flows.engine import Engine, prepare_environment
from tasks.progress import reporting_to

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DRAIN_TIMEOUT_S: Final = 3


@contextmanager
def flow_engine(*, verbose: bool, warm_up: Callable[[], object] | None = None) -> Iterator[None]:
    """Have a Prefect engine inside the block, with progress bars from the first moment on.

    Args:
        verbose: Whether Prefect's own log shows; quiet, our bars and messages are all.
        warm_up: Slow imports to do in a thread while the engine starts.

    Raises:
        EnvironmentFault: If the engine does not start.
    """
    prepare_environment(log_level="INFO" if verbose else "CRITICAL")
    with RunProgress() as progress, Engine() as engine:
        progress.begin("start", None)
        if warm_up is not None:
            threading.Thread(target=quietly, args=(warm_up,), daemon=True).start()
        import prefect  # noqa: F401, PLC0415 - a second that passes while the server starts

        engine.wait()
        progress.finish("start")
        try:
            with reporting_to(progress), without_heartbeats():
                yield
        finally:
            quietly(send_records)


def quietly(warm_up: Callable[[], object]) -> None:
    """Warm up; what goes wrong goes wrong again, and is reported, where it is needed."""
    with suppress(Exception):
        warm_up()


def send_records() -> None:
    """Let the server have the logs and events of the flow before it is left or stopped."""
    from prefect.events.worker import EventsWorker  # noqa: PLC0415 - after the environment stands
    from prefect.logging.handlers import APILogWorker  # noqa: PLC0415 - as above

    EventsWorker.drain_all(timeout=DRAIN_TIMEOUT_S)
    APILogWorker.drain_all(timeout=DRAIN_TIMEOUT_S)


@contextmanager
def without_heartbeats() -> Iterator[None]:
    """Turn off the heartbeats that tell a server of a dead run: they cost a second at the end."""
    from prefect.settings import (  # noqa: PLC0415 - after the environment stands
        PREFECT_FLOWS_HEARTBEAT_FREQUENCY,
        temporary_settings,
    )

    with temporary_settings(updates={PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
        yield
