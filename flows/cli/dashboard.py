"""``tallybook dashboard``: the published warehouse in the browser."""

import signal
import socket
import subprocess
import sys
from functools import partial
from typing import Annotated, Final

import typer

from flows.cli.options import JsonOption, WarehouseOption, warehouse_path
from flows.cli.output import message_console, write_json, write_line
from warehouse.errors import EnvironmentFault

PORT: Final = 8501
GRACE_S: Final = 5
"""A server waits for open connections of browsers before it ends."""


def dashboard(
    *,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Port on loopback; 0 takes a free one.")
    ] = PORT,
    open_browser: Annotated[
        bool, typer.Option("--open", help="Open a browser window too.")
    ] = False,
    warehouse: WarehouseOption = None,
    json: JsonOption = False,
) -> None:
    """Show the published warehouse in the browser, until Ctrl-C.

    Pages: quality, ledger, comparison, document, entities, runs. It reads only, on this machine
    only, and needs no network; a run may publish meanwhile, the next click shows its result.

    Examples:
    `tallybook dashboard`

    `tallybook dashboard --warehouse desk.duckdb --port 0 --open`
    """
    from dashboard.launch import HOST, streamlit_command, streamlit_environment  # noqa: PLC0415 - keeps the help fast

    path = warehouse_path(warehouse)
    chosen = free_port(HOST, port)
    command = streamlit_command(chosen, opens_browser=open_browser)
    facts = {"page": f"http://{HOST}:{chosen}", "warehouse": str(path)}
    if json:
        write_json(facts)
    else:
        write_line(f"Dashboard {facts['page']}; showing {path}; Ctrl-C ends it")
    if not path.exists():
        message_console().print("there is no warehouse yet; the page says how to get one")
    # What Streamlit says is a message: standard output has the address alone.
    with subprocess.Popen(  # noqa: S603 - ours
        command, env=streamlit_environment(path), stdout=sys.stderr
    ) as process:
        signal.signal(signal.SIGTERM, partial(terminate, process))
        try:
            code = process.wait()
        except KeyboardInterrupt:
            end(process)
            return
    if code:
        msg = f"Streamlit ended with exit code {code}; its last lines above say why"
        raise EnvironmentFault(msg)


def terminate(process: subprocess.Popen[bytes], *_of_signal: object) -> None:
    """Pass on a signal that ends this process alone: a server left behind would keep the port.

    Raises:
        KeyboardInterrupt: Always, as if Ctrl-C had ended both.
    """
    process.terminate()
    raise KeyboardInterrupt


def end(process: subprocess.Popen[bytes]) -> None:
    """Let a server that Ctrl-C has reached too end by itself; insist where it does not."""
    for insist in (process.terminate, process.kill):
        try:
            process.wait(GRACE_S)
        except subprocess.TimeoutExpired:
            insist()
        else:
            return


def free_port(host: str, port: int) -> int:
    """Return a port that can be bound now: the given one, or for 0 any.

    Raises:
        EnvironmentFault: If it is taken.
    """
    try:
        with socket.create_server((host, port)) as listener:
            return int(listener.getsockname()[1])
    except OSError as error:
        msg = f"port {port} cannot be used ({error.strerror}); choose another with --port"
        raise EnvironmentFault(msg) from error
