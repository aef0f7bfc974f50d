"""The Prefect engine that a command needs: the server of PREFECT_API_URL, else one of our own.

Prefect would start a temporary server by itself, but only after importing the whole server into our
process (2 s) and then waiting for it (5 s). Ours starts at once in a process of its own and warms
up while this process imports spaCy and great_expectations, so a run hardly waits for it.
Import no prefect here: the environment must stand before its first import.
"""

from __future__ import annotations

import http.client
import logging
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, Self
from urllib.parse import urlsplit

from warehouse.errors import EnvironmentFault

if TYPE_CHECKING:
    from types import TracebackType

STARTUP_TIMEOUT_S: Final = 120
HOST: Final = "127.0.0.1"
SERVER_SCRIPT: Final = Path(__file__).with_name("server.py")
EXCEPTION_LINE: Final = re.compile(r"[\w.]+(Error|Exception)\b")
TELEMETRY_OFF: Final = {
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "DO_NOT_TRACK": "1",
    "GX_ANALYTICS_ENABLED": "false",
}
DEFAULTS: Final = {
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": str(STARTUP_TIMEOUT_S),
    "PREFECT_CLI_PROMPT": "false",
    "PREFECT_LOGGING_TO_API_WHEN_MISSING_FLOW": "ignore",
}
TEMPORARY: Final = {
    "PREFECT_UI_ENABLED": "0",
    "PREFECT__SERVER_EPHEMERAL": "1",
    "PREFECT__SERVER_FINAL": "1",
}


def prepare_environment(*, log_level: str) -> None:
    """Set what prefect and great_expectations read at import; a user's own PREFECT_* choice stays.

    Args:
        log_level: Level of Prefect's loggers, e.g. ``"CRITICAL"`` for a quiet terminal.
    """
    os.environ.update(TELEMETRY_OFF)
    for name, value in {**DEFAULTS, "PREFECT_LOGGING_LEVEL": log_level}.items():
        os.environ.setdefault(name, value)
    # Its loggers set their own levels at import; without handlers, warnings still show.
    logging.getLogger("great_expectations").propagate = log_level == "DEBUG"


class Engine:
    """A Prefect API for as long as the context lasts; PREFECT_API_URL leads to it.

    Args:
        port: Port to listen on; 0 takes a free one.
        has_page: Whether to serve the Prefect page and the scheduler too (``tallybook serve``).
    """

    def __init__(self, *, port: int = 0, has_page: bool = False) -> None:
        """Take the options; nothing starts before the context is entered."""
        self.port = port
        self.has_page = has_page
        self.is_own = not os.environ.get("PREFECT_API_URL")
        self.process: subprocess.Popen[bytes] | None = None
        self.errors: IO[bytes] | None = None

    @property
    def page_url(self) -> str:
        """Address of the Prefect page."""
        return os.environ["PREFECT_API_URL"].removesuffix("/").removesuffix("/api")

    def __enter__(self) -> Self:
        """Start the server without waiting for it, unless PREFECT_API_URL names a running one.

        Raises:
            EnvironmentFault: If the port cannot be bound.
        """
        if self.is_own:
            self.start()
        return self

    def start(self) -> None:
        """Bind the socket, set PREFECT_API_URL and start the server process on that socket.

        Raises:
            EnvironmentFault: If the port cannot be bound.
        """
        try:
            listener = socket.create_server((HOST, self.port), backlog=128)
        except OSError as error:
            msg = f"port {self.port} cannot be used ({error.strerror}); choose another with --port"
            raise EnvironmentFault(msg) from error
        with listener:
            self.port = listener.getsockname()[1]
            check_loopback(self.port)
            os.environ["PREFECT_API_URL"] = f"http://{HOST}:{self.port}/api"
            exempt = [os.environ.get("NO_PROXY", os.environ.get("no_proxy", "")), HOST]
            os.environ["NO_PROXY"] = ",".join(filter(None, exempt))
            # Closed with the engine; it outlives this method.
            self.errors = tempfile.TemporaryFile()  # noqa: SIM115
            self.process = subprocess.Popen(  # noqa: S603 - our own script and interpreter
                [sys.executable, "-P", str(SERVER_SCRIPT), str(listener.fileno())],
                stdin=subprocess.PIPE,
                stdout=self.errors,
                stderr=self.errors,
                env=self.server_environment(),
                pass_fds=[listener.fileno()],
                # Ctrl-C is for the run; the server must still answer while the run ends.
                start_new_session=True,
            )

    def server_environment(self) -> dict[str, str]:
        """Return the environment of the server process."""
        kept = {k: v for k, v in os.environ.items() if k != "PREFECT_API_URL"}
        page = {"PREFECT_UI_API_URL": os.environ["PREFECT_API_URL"]}
        return kept | (page if self.has_page else TEMPORARY)

    def wait(self) -> None:
        """Return as soon as the engine answers.

        Raises:
            EnvironmentFault: If it ends, or does not answer in time.
        """
        timeout_s = STARTUP_TIMEOUT_S if self.is_own else 10
        deadline = time.monotonic() + timeout_s
        while not is_healthy(os.environ["PREFECT_API_URL"]):
            if self.process is not None and self.process.poll() is not None:
                msg = f"the Prefect engine did not start: {self.last_error()}"
                raise EnvironmentFault(msg)
            if time.monotonic() > deadline:
                raise EnvironmentFault(self.timeout_message(timeout_s))
            time.sleep(0.1)

    def timeout_message(self, timeout_s: int) -> str:
        """Return one sentence for an engine that does not answer."""
        if self.is_own:
            return f"the Prefect engine did not start within {timeout_s} s; try again"
        url = os.environ["PREFECT_API_URL"]
        return f"no Prefect server answers at {url}; start it, or unset PREFECT_API_URL"

    def last_error(self) -> str:
        """Return the exception that the server ended with, for the error message."""
        if self.errors is None:
            return "no reason given"
        self.errors.seek(0)
        lines = self.errors.read().decode(errors="replace").splitlines()
        reasons = [line.strip() for line in lines if EXCEPTION_LINE.match(line)]
        return (reasons or [line.strip() for line in lines if line.strip()] or ["no reason"])[-1]

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop our own server; leave a user's server alone."""
        if self.process is None:
            return
        os.environ.pop("PREFECT_API_URL", None)
        self.process.terminate()
        try:
            self.process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        finally:
            if self.process.stdin is not None:
                self.process.stdin.close()
            if self.errors is not None:
                self.errors.close()


def check_loopback(port: int) -> None:
    """Check that this machine reaches itself, before waiting minutes for a server on it.

    Raises:
        EnvironmentFault: If it does not, as in a container without a loopback interface.
    """
    try:
        socket.create_connection((HOST, port), timeout=5).close()
    except OSError as error:
        msg = f"this machine does not reach itself at {HOST} ({error.strerror}); bring up loopback"
        raise EnvironmentFault(msg) from error


def is_healthy(api_url: str) -> bool:
    """Tell whether a Prefect API answers at this address."""
    address = urlsplit(api_url)
    kind = http.client.HTTPSConnection if address.scheme == "https" else http.client.HTTPConnection
    connection = kind(address.hostname or HOST, address.port, timeout=5)
    try:
        connection.request("GET", f"{address.path.rstrip('/')}/health")
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
